"""Opening and saving: what the bytes look like, what a lenient reader repairs and keeps, and newer versions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from canvas_files import __version__
from canvas_files.disk import Disk
from canvas_files.document import Document, check, new_document
from canvas_files.file import decode, encode, open_file, save_file
from canvas_files.problems import Problem
from canvas_files.records import Link, Note, Sheet, Unknown, Workshop

WORKSHOP = {"id": "workshop", "kind": "workshop", "title": "Bakkerij"}
NOTE = {"id": "n", "kind": "note", "sheet": "s", "zone": "z"}


def raw_file(*records: Any, **top: Any) -> bytes:
    return json.dumps({"format": "plakbord", "version": 1, "records": [WORKSHOP, *records], **top}).encode()


def opened(*records: Any, **top: Any) -> Document:
    return decode(raw_file(*records, **top), "bakkerij.plakbord")


def keys(document: Document) -> list[str]:
    return [problem.key for problem in document.problems]


def test_the_bytes_of_a_file() -> None:
    document = Document(
        [Workshop(id="workshop"), Link(id="b", start="a", end="c"), Sheet(id="a", template="t")],
        document_id="d",
        revision=3,
    )
    document.extra = {"votes": [1]}
    assert encode(document).decode() == (
        f'{{"format": "plakbord",\n "version": 1,\n "readable_from": 1,\n "app": "{__version__}",\n "document": "d",\n'
        ' "revision": 3,\n "votes": [1],\n "templates": [],\n "records": [\n'
        '  {"id":"a","kind":"sheet","template":"t","title":"","order":"a0","portrait":"","portrait_shape":"circle",'
        '"portrait_x":500,"portrait_y":300,"portrait_zoom":100},\n'
        '  {"id":"b","kind":"link","start":"a","end":"c"},\n'
        '  {"id":"workshop","kind":"workshop","title":"","language":"nl","date":"","author":"","captions":{}}\n'
        " ]\n}\n"
    )


def test_saved_and_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "bakkerij.plakbord"
    document = new_document("nl", "Bakkerij 🍞")
    written = save_file(document, path, Disk())
    again, read = open_file(path)
    assert read == written == path.read_bytes()
    assert dict(again.records) == dict(document.records)
    assert again.document_id == document.document_id
    assert list(tmp_path.iterdir()) == [path]


def test_what_may_be_left_out() -> None:
    document = decode(b'{"format":"plakbord","version":1,"records":[{"id":"workshop","kind":"workshop"}]}', "x")
    assert (document.problems, document.readable_from, document.store.revision) == ([], 1, 0)
    assert len(document.document_id) == 32


# --- newer versions


def test_a_newer_file_that_may_be_changed_stays_newer() -> None:
    document = opened(version=3, readable_from=1, votes={"a": 1})
    assert (keys(document), document.read_only) == (["newer"], False)
    raw = json.loads(encode(document))
    assert (raw["version"], raw["readable_from"], raw["votes"]) == (3, 1, {"a": 1})


def test_a_newer_file_that_may_only_be_read_is_not_saved(tmp_path: Path) -> None:
    document = opened(version=3, readable_from=2)
    assert (keys(document), document.read_only) == (["newer_read_only"], True)
    with pytest.raises(Problem) as caught:
        save_file(document, tmp_path / "x.plakbord")
    assert caught.value.key == "read_only"
    assert list(tmp_path.iterdir()) == []


# --- what a lenient reader does


def test_the_same_record_twice_is_one() -> None:
    document = opened(NOTE, NOTE)
    assert (keys(document), len(document.records)) == ([], 2)


def test_another_record_with_the_same_id_gets_an_id_of_its_own() -> None:
    document = opened(NOTE, {**NOTE, "text": "twee"}, {**NOTE, "text": "drie"}, {"id": "n", "kind": "timer"})
    assert keys(document) == ["double_id"] * 3
    assert len(document.records) == 5
    new = [str(problem.values["other"]) for problem in document.problems]
    assert [document.records[record_id].fields().get("text") for record_id in new] == ["twee", "drie", None]
    assert keys(decode(encode(document), "x")) == []


@pytest.mark.parametrize("stray", [7, None, "text", [], {}, {"id": "x"}, {"kind": "note"}, {"id": 7, "kind": "note"}])
def test_what_is_no_record_is_kept(stray: Any) -> None:
    document = opened(stray, NOTE)
    assert keys(document) == ["not_a_record"]
    assert document.problems[0].values["position"] == 2
    assert json.loads(encode(document))["records"][-1] == stray


@pytest.mark.parametrize("wrong", [{"x": "1"}, {"x": 10**4000}, {"w": 1}, {"sheet": None}, {"text": 7}, {"x": 1e300}])
def test_a_record_that_cannot_be_read_is_kept_as_it_came(wrong: dict[str, Any]) -> None:
    document = opened({**NOTE, **wrong})
    assert keys(document) == ["bad_record"]
    assert isinstance(document.records["n"], Unknown)
    assert document.records["n"].fields() == {**NOTE, **wrong}
    assert {**NOTE, **wrong} in json.loads(encode(document))["records"]


def test_a_language_that_cannot_be_is_a_workshop_that_cannot_be_read() -> None:
    for language in ("de", "\ud800"):
        document = decode(
            json.dumps({"format": "plakbord", "version": 1, "records": [{**WORKSHOP, "language": language}]}).encode(),
            "x",
        )
        assert keys(document) == ["bad_record", "no_workshop"]
        [kept] = [record for record in document.records.values() if isinstance(record, Unknown)]
        assert kept.fields() == {**WORKSHOP, "language": language, "id": kept.id}
        assert document.workshop == Workshop(id="workshop")


@pytest.mark.parametrize("records", [[], [{"id": "workshop", "kind": "timer"}], [{"id": "w", "kind": "workshop"}]])
def test_a_missing_workshop_is_made(records: list[Any]) -> None:
    document = decode(json.dumps({"format": "plakbord", "version": 1, "records": records}).encode(), "x")
    assert keys(document) == ["no_workshop"]
    assert len(document.records) == len(records) + 1
    assert keys(decode(encode(document), "x")) == []


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (NOTE, "text"), ({"id": "s", "kind": "sheet", "template": "t"}, "title"), (WORKSHOP, "author"),
        ({"id": "e", "kind": "entry", "sheet": "s", "field": "f"}, "value"),
    ],
)  # fmt: skip
def test_characters_that_cannot_exist_are_left_out_of_what_people_read(record: dict[str, Any], name: str) -> None:
    raw = {**record, name: "a\x00\ud800b\u202e\tc\n", "sparkle": "\x00\ud800"}
    document = decode(json.dumps({"format": "plakbord", "version": 1, "records": [raw]}).encode(), "x")
    assert keys(document)[0] == "cleaned_text"
    assert document.records[record["id"]].fields()[name] == "a\ufffdb\tc\n"
    assert document.records[record["id"]].fields()["sparkle"] == "\x00\ud800"


def test_what_a_newer_kind_calls_text_is_not_ours_to_clean() -> None:
    raw = {"id": "t", "kind": "timer", "text": "\x00\ud800"}
    link = {"id": "l", "kind": "link", "start": "a", "end": "b", "text": "\x00"}
    document = opened(raw, link)
    assert (keys(document), document.records["t"].fields()) == ([], raw)
    assert document.records["l"].fields() == {**link, "how": ""}


def test_a_kind_that_is_no_text_is_no_record() -> None:
    assert keys(opened({"id": "n", "kind": [], "text": "x"}, {"id": "n", "kind": {}, "title": "x"})) == [
        "not_a_record",
        "not_a_record",
    ]


def test_notes_on_nothing_are_kept_and_named() -> None:
    document = opened({**NOTE, "sheet": "gone"}, {"id": "s", "kind": "sheet", "template": "gone"})
    assert [problem.key for problem in check(document)] == ["no_sheet", "no_template"]
    assert isinstance(document.records["n"], Note)


@pytest.mark.parametrize("template", [None, 7, {}, {"id": "t"}, {"id": ["t"]}, {"id": "t" * 500, "zones": 1}])
def test_a_broken_template_is_kept_and_named(template: Any) -> None:
    document = opened(templates=[template])
    assert keys(document) == ["bad_template"]
    assert document.templates == {}
    assert json.loads(encode(document))["templates"] == [template]


def test_the_first_of_two_templates_with_one_id_counts() -> None:
    words = {"nl": "a", "en": "b"}
    zone = {"id": "z", "heading": words, "box": {"x": 0, "y": 0, "w": 100, "h": 100}}
    raw = {"id": "t", "name": words, "page": {"w": 100, "h": 100}, "zones": [zone]}
    document = opened(templates=[raw, {**raw, "version": 2}])
    assert document.templates["t"].version == 1
    assert json.loads(encode(document))["templates"] == [raw, {**raw, "version": 2}]


@pytest.mark.parametrize("revision", [2**53 - 1, 2**63 - 1, 10**4300 - 1])
def test_a_huge_revision_does_not_make_the_next_save_unreadable(revision: int) -> None:
    document = opened(revision=revision)
    with document.store.transaction() as tx:
        tx.update("workshop", title="anders")
    again = decode(encode(document), "x")
    assert (again.problems, again.workshop.title) == ([], "anders")


def test_a_session_that_edits_an_opened_file_loses_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "x.plakbord"
    path.write_bytes(
        raw_file({"id": "s", "kind": "sheet", "template": "t"}, {**NOTE, "sparkle": {"a": [1]}}, 7, later=1)
    )
    document, _ = open_file(path)
    with document.store.transaction() as tx:
        tx.update("n", text="nieuw")
    save_file(document, path)
    raw = json.loads(path.read_bytes())
    assert (raw["later"], raw["revision"], raw["records"][-1]) == (1, 1, 7)
    assert raw["records"][0].items() >= {"text": "nieuw", "sparkle": {"a": [1]}}.items()
