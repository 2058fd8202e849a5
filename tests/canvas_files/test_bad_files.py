"""Everything that a file can be and should not: always a sentence in both languages, never another error, and the file
itself stays as it was."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from canvas_files.document import Document, check
from canvas_files.file import LARGEST, decode, encode, open_file
from canvas_files.problems import Problem
from helpers.random_files import value

SAMPLE = (Path(__file__).parents[1] / "files" / "version-1.plakbord").read_bytes()
WORKSHOP = {"id": "workshop", "kind": "workshop"}
NOTE = {"id": "n", "kind": "note", "sheet": "s", "zone": "z"}


def tell(problem: Problem) -> str:
    """The key of a problem that has said what it has to say."""
    for language in ("nl", "en"):
        sentence = problem.sentence(language)
        sentence.encode()
        assert 10 < len(sentence) < 1000
    assert problem.sentence("nl") != problem.sentence("en")
    return problem.key


def opening(path: Path) -> set[str]:
    """The keys of all that opening had to say; what could be opened can be saved, and opened again."""
    try:
        document, _ = open_file(path)
    except Problem as problem:
        return {tell(problem)}
    found = {tell(problem) for problem in check(document)}
    again = decode(encode(document), path.name)
    assert dict(again.records) == dict(document.records)
    return found


def file_with(*records: Any, **top: Any) -> bytes:
    return json.dumps({"format": "plakbord", "version": 1, "records": [WORKSHOP, *records], **top}).encode()


def sample_with(old: bytes, new: bytes) -> bytes:
    assert old in SAMPLE
    return SAMPLE.replace(old, new, 1)


BAD: dict[str, tuple[bytes, set[str]]] = {
    "a letter": (b"Beste klant, ...", {"not_json"}),
    "empty": (b"", {"empty"}),
    "blank": (b"\r\n  \n", {"empty"}),
    "zeros": (bytes(4096), {"empty"}),
    "zeros at the end": (SAMPLE[:-500] + bytes(500), {"not_json"}),
    "binary": (bytes(range(256)) * 10, {"not_text"}),
    "utf-16": (SAMPLE.decode().encode("utf-16"), {"not_text"}),
    "latin-1": (SAMPLE.decode().encode("latin-1", "replace"), {"not_text"}),
    "nested brackets": (b"[" * 100_000, {"too_deep"}),
    "nested in a record": (sample_with(b'"x":300', b'"d":' + b"[" * 100_000 + b"]" * 100_000), {"too_deep"}),
    "other format": (sample_with(b'"plakbord"', b'"excalidraw"'), {"not_ours"}),
    "a list": (b"[]", {"not_ours"}),
    "a number": (b"7", {"not_ours"}),
    "no format": (b"{}", {"not_ours"}),
    "no version": (sample_with(b' "version": 1,', b""), {"bad_part"}),
    "version zero": (sample_with(b'"version": 1', b'"version": 0'), {"bad_part"}),
    "version as text": (sample_with(b'"version": 1', b'"version": "1"'), {"bad_part"}),
    "version true": (sample_with(b'"version": 1', b'"version": true'), {"bad_part"}),
    "readable from nothing": (sample_with(b'"readable_from": 1', b'"readable_from": null'), {"bad_part"}),
    "revision below zero": (sample_with(b'"revision": 147', b'"revision": -1'), {"bad_part"}),
    "revision in halves": (sample_with(b'"revision": 147', b'"revision": 1.5'), {"bad_part"}),
    "document as a number": (sample_with(b'"document": "', b'"document": 7, "d": "'), {"bad_part"}),
    "document without name": (file_with(document=""), {"bad_part"}),
    "templates not a list": (sample_with(b'"templates": [', b'"templates": {}, "t": ['), {"bad_part"}),
    "records not a list": (b'{"format":"plakbord","version":1,"records":{}}', {"bad_part"}),
    "no records": (b'{"format":"plakbord","version":1}', {"bad_part"}),
    "newer": (sample_with(b'"version": 1', b'"version": 2'), {"newer"}),
    "newer, read only": (
        sample_with(b'"version": 1,\n "readable_from": 1', b'"version": 9,\n "readable_from": 9'),
        {"newer_read_only"},
    ),
    "the same twice": (file_with(WORKSHOP, {"id": "a", "kind": "b"}, {"id": "a", "kind": "b"}), set()),
    "one id for two": (file_with({"id": "a", "kind": "b"}, {"id": "a", "kind": "c"}), {"double_id"}),
    "NaN": (sample_with(b'"revision": 147', b'"revision": NaN'), {"bad_number"}),
    "Infinity": (sample_with(b'"x":300', b'"x":Infinity'), {"bad_number"}),
    "1e400": (sample_with(b'"x":300', b'"x":1e400'), {"bad_number"}),
    "5,000 digits": (sample_with(b'"x":300', b'"x":' + b"3" * 5000), {"bad_number"}),
    "lone surrogates": (
        sample_with(b"Gezinnen in de wijk", b"Gezinnen \\ud83d in"),
        {"cleaned_text"},
    ),
    "lone surrogates everywhere": (
        file_with(
            {"id": "\ud800", "kind": "\ud800", "\ud800": "\ud800"},
            {"id": "\udfff", "kind": "sheet", "template": "\ud800", "title": "\ud800", "order": "\ud800"},
            {**NOTE, "sheet": "\udfff", "zone": "\ud800", "color": "\ud800", "z": "\ud800", "text": "\ud800"},
            {"id": "w\ud800", "kind": "workshop", "language": "\ud800"},
            templates=[{"id": "\ud800", "\ud800": "\ud800"}],
            **{"\ud800": "\ud800", "document": "\ud800"},
        ),
        {"cleaned_text", "bad_record", "bad_template", "no_template"},
    ),
    "a double key that cannot be": (b'{"\\ud800": 1, "\\ud800": 2}', {"double_key"}),
    "control characters": (sample_with(b"Gezinnen in de wijk", b"Gezinnen\\u0000\\u001b[31m"), {"cleaned_text"}),
    "bare control characters": (sample_with(b"Gezinnen in de wijk", b"Gezinnen\x00"), {"not_json"}),
    "a zone that is not there": (sample_with(b'"zone":"channels"', b'"zone":"nowhere"'), {"no_zone"}),
    "a sheet that is not there": (sample_with(b'"note","sheet":"sheet:3', b'"note","sheet":"x'), {"no_sheet"}),
    "a sheet that is a note": (file_with({**NOTE, "sheet": "n"}), {"no_sheet"}),
    "a template that is not there": (sample_with(b'"template":"persona"', b'"template":"x"'), {"no_template"}),
    "a broken template": (sample_with(b'"page":{"w":42000', b'"page":{"w":"wide"'), {"bad_template", "no_template"}),
    "a template full of strange names": (file_with(templates=[{"id": "x" * 10**6}]), {"bad_template"}),
    "100,000 notes": (file_with(*({**NOTE, "id": f"n{at}"} for at in range(100_000))), {"too_many"}),
    "too many brackets": (b"[[]" + b",[]" * 2_000_001 + b"]", {"too_many"}),
    "double keys": (sample_with(b'"x":300', b'"x":300,"x":300'), {"double_key"}),
    "a double key of a million letters": (b'{"%s":1,"%s":1}' % (b"x" * 10**6, b"x" * 10**6), {"double_key"}),
    "a record that is a number": (file_with(7), {"not_a_record"}),
    "a record without id": (file_with({"kind": "note"}), {"not_a_record"}),
    "a record with an id that is too long": (file_with({**NOTE, "id": "n" * 201}), {"not_a_record"}),
    "a record with a list for a kind": (file_with({"id": "n", "kind": [], "text": "x"}), {"not_a_record"}),
    "a note with a text that is too long": (file_with({**NOTE, "text": "x" * 20_001}), {"bad_record"}),
    "no workshop": (b'{"format":"plakbord","version":1,"records":[]}', {"no_workshop"}),
    "a workshop that is a note": (file_with().replace(b'"kind": "workshop"', b'"kind": "party"'), {"no_workshop"}),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gets_its_sentence_and_stays_as_it_was(tmp_path: Path, name: str) -> None:
    data, expected = BAD[name]
    path = tmp_path / "bakkerij.plakbord"
    path.write_bytes(data)
    assert opening(path) == expected
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("start", range(1, 98, 16))
def test_a_truncated_file_is_damaged(start: int) -> None:
    """Cut off at every 97th byte, from six starting points."""
    for length in range(start, len(SAMPLE.rstrip()), 97):
        with pytest.raises(Problem) as caught:
            decode(SAMPLE[:length], "bakkerij.plakbord")
        assert tell(caught.value) in ("not_json", "not_text")


def test_a_flipped_byte_never_gives_another_error() -> None:
    random = Random(97)
    for at in range(0, len(SAMPLE), 23):
        damaged = bytearray(SAMPLE)
        damaged[at] = random.randrange(256)
        survives(bytes(damaged))


def test_a_strange_value_anywhere_never_gives_another_error() -> None:
    random = Random(20261121)
    for _ in range(500):
        raw = json.loads(SAMPLE)
        replace_somewhere(random, raw)
        survives(json.dumps(raw).encode())


def survives(data: bytes) -> None:
    try:
        document: Document = decode(data, "bakkerij.plakbord")
    except Problem as problem:
        tell(problem)
        return
    for found in check(document):
        tell(found)
    assert encode(decode(encode(document), "x")) == encode(document)


def replace_somewhere(random: Random, raw: Any) -> None:
    """Goes down a random path and puts a random value at its end."""
    while True:
        keys = list(raw) if isinstance(raw, dict) else range(len(raw))
        key = random.choice(list(keys))
        if not (isinstance(raw[key], dict | list) and raw[key]) or random.random() < 0.2:
            raw[key] = value(random)
            return
        raw = raw[key]


# --- what is no ordinary file


def folder(path: Path) -> None:
    path.mkdir()


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)


def loop(path: Path) -> None:
    path.symlink_to(path)


def nothing(path: Path) -> None:
    pass


ODD: dict[str, tuple[Callable[[Path], None], str]] = {
    "folder": (folder, "folder"),
    "sparse": (sparse, "too_large"),
    "loop": (loop, "unreadable"),
    "nothing": (nothing, "missing"),
    **({"fifo": (os.mkfifo, "not_a_file")} if sys.platform != "win32" else {}),
}


@pytest.mark.parametrize("name", ODD)
def test_what_is_no_ordinary_file_gets_its_sentence(tmp_path: Path, name: str) -> None:
    make, expected = ODD[name]
    make(tmp_path / "bakkerij.plakbord")
    assert opening(tmp_path / "bakkerij.plakbord") == {expected}


def test_a_path_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert opening(tmp_path / "file" / "bakkerij.plakbord") == {"missing"}
    assert opening(tmp_path / "a\0b.plakbord") == {"unreadable"}
    assert opening(tmp_path / ("x" * 300)) == {"unreadable"}
    assert opening(Path("/")) == {"folder"}


def test_the_largest_file_that_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "bakkerij.plakbord"
    path.write_bytes(SAMPLE + b" " * (LARGEST - len(SAMPLE)))
    assert opening(path) == set()
