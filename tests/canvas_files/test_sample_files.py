"""A file of every version ever written opens with the reading it was meant to have, and saving loses nothing of it.
The files themselves are never changed: what they hold is a promise to the people who saved them."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from canvas_files import queries
from canvas_files.document import Document, check
from canvas_files.file import decode, encode, open_file, save_file
from canvas_files.migrations import VERSION
from canvas_files.records import Entry, Link, Note, Scope, Unknown, parse
from canvas_files.rounds import ranking, results, rounds, voters
from canvas_files.schema import schema

FILES = Path(__file__).parents[1] / "files"
DIGESTS = ("d42d0d15992e074c95061951d33879161bc19a68ed50d66c96280b68fd3534ff",)  # sha256 of version 1, 2, …
CANVAS, PERSONA = "sheet:3c1f0a9be27d5546aa01", "sheet:7d90e4c2318fb6105b02"


def sample(version: int) -> Path:
    return FILES / f"version-{version}.plakbord"


@pytest.fixture
def document() -> Document:
    return open_file(sample(1))[0]


def meaning(data: bytes) -> dict[str, Any]:
    """What a file holds, without who wrote it, and its records as they are with what they leave out filled in."""
    raw: dict[str, Any] = json.loads(data)
    raw.pop("app")
    raw["records"] = {record["id"]: parse(record).fields() for record in raw["records"]}
    return raw


def test_there_is_a_sample_of_every_version_and_none_was_ever_changed() -> None:
    found = [int(number) for path in FILES.glob("*.plakbord") for number in re.findall(r"^version-(\d+)$", path.stem)]
    assert sorted(found) == list(range(1, VERSION + 1))
    digests = [hashlib.sha256(sample(version).read_bytes()).hexdigest() for version in sorted(found)]
    assert digests == list(DIGESTS)


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_saving_keeps_the_meaning(version: int, tmp_path: Path) -> None:
    document, data = open_file(sample(version))
    path = tmp_path / "saved.plakbord"
    written = save_file(document, path)
    again, read = open_file(path)
    assert written == read
    assert dict(again.records) == dict(document.records)
    if version == VERSION:
        assert meaning(written) == meaning(data)


def test_version_1_has_nothing_to_complain_of(document: Document) -> None:
    assert check(document) == []
    assert not document.read_only
    assert (document.version, document.readable_from, document.store.revision) == (1, 1, 147)
    assert document.document_id == "5f0c8a7e19d24b63a0f1c2d3e4b59687"
    assert queries.counts(document.records) == {
        "entry": 2, "link": 1, "note": 16, "sheet": 2, "timer": 1, "workshop": 1,
    }  # fmt: skip


def test_the_workshop_of_version_1(document: Document) -> None:
    workshop = document.workshop
    assert (workshop.title, workshop.language, workshop.date) == ("Bakkerij De Gouden Korst", "nl", "2026-11-21")
    assert workshop.author == "Groep 3: Ayşe, Daan en Zoë"
    assert workshop.captions["pink"] == "Zorg"
    assert [(sheet.id, sheet.title) for sheet in document.sheets] == [(CANVAS, "Nu"), (PERSONA, "Marieke (38)")]


def test_the_notes_of_version_1(document: Document) -> None:
    notes = queries.notes_on(document.records, CANVAS)
    assert len(notes) == 14
    assert notes[1] == Note(
        id="note:000b42f8773c3a5e096e",
        sheet=CANVAS,
        zone="customer_segments",
        x=300,
        y=3500,
        w=3600,
        h=2800,
        text="Kantoren binnen 2 km:\nlunch op vrijdag",
        color="yellow",
        z="a1",
    )
    assert [note.text for note in queries.notes_in(document.records, CANVAS, "revenue_streams")] == [
        "Losse verkoop: € 4,50 per brood",
        "Abonnement “Elke zaterdag” € 16 per maand",
    ]
    assert [note.text for note in queries.notes_in(document.records, CANVAS, "")] == [
        "Parkeren: catering voor bruiloften?"
    ]
    assert [note.text for note in queries.notes_on(document.records, PERSONA)][1] == "Om zes uur is alles uitverkocht"


def test_the_other_records_of_version_1(document: Document) -> None:
    age, role = document.records[f"entry:{PERSONA}:age"], document.records[f"entry:{PERSONA}:sales_role"]
    assert isinstance(age, Entry)
    assert isinstance(role, Entry)
    assert (age.value, role.value) == ("38", ["initiator", "decider"])
    link = document.records["link:9e8d7c6b5a4f3e2d1c0b"]
    assert isinstance(link, Link)
    assert (link.start, link.end) == (PERSONA, "note:0005a17c3b9e1d2f04b7")


def test_the_templates_of_version_1(document: Document) -> None:
    canvas, persona = (document.template_of(sheet) for sheet in document.sheets)
    assert canvas is not None
    assert persona is not None
    assert (canvas.id, len(canvas.zones), canvas.page.w) == ("business-model-canvas", 9, 42000)
    assert (persona.id, len(persona.fields), len(persona.scales)) == ("persona", 9, 5)


def test_what_version_1_does_not_know_is_kept(document: Document) -> None:
    written = meaning(encode(document))
    assert written["agenda"][0] == {"at": "09:30", "what": "Kennismaken"}
    assert written["records"]["workshop"]["mood"] == "monter"
    assert written["records"]["note:0010e474b2da578d0e25"]["sparkle"]["big"] == 2**64
    assert written["templates"][0]["mood"] == {"background": "linen", "from": "version 2"}
    timer = document.records["timer:00f1aa52d9c3b7e41875"]
    assert isinstance(timer, Unknown)
    assert timer.fields()["on"] == {"sheet": CANVAS, "zones": ["key_partners", "channels"]}


def test_a_change_touches_one_line_and_the_revision(document: Document) -> None:
    before = encode(document).splitlines()
    with document.store.transaction() as tx:
        tx.update("note:000b42f8773c3a5e096e", text="Kantoren")
    after = encode(document).splitlines()
    revision, note = [new for old, new in zip(before, after, strict=True) if old != new]
    assert revision == b' "revision": 148,'
    assert b"Kantoren" in note
    assert decode(b"\n".join(after), "x").store.revision == 148


VOTING = FILES / "voting.plakbord"
"""Version 1 with rounds: one revealed, its run-off and an open ballot going on, and one that is being set up."""


def test_rounds_of_voting_mean_what_they_meant(tmp_path: Path) -> None:
    assert hashlib.sha256(VOTING.read_bytes()).hexdigest() == (
        "8ea9bbf8493a87afb74c5a20940931321ca731dae889b28bee213eb54b18a4da"
    )
    document, data = open_file(VOTING)
    assert document.problems == [] == check(document)[1:], "but for the template, which this file does without"
    records = document.records
    first, second, third, fourth = rounds(records)
    assert [each.state for each in (first, second, third, fourth)] == ["revealed", "open", "open", "setup"]
    assert [(rank.place, rank.option.number, rank.dots) for rank in ranking(records, first)[:4]] == [
        (1, 1, 5),
        (1, 2, 5),
        (3, 3, 4),
        (4, 5, 1),
    ]
    assert {way: (count.voters, count.dots) for way, count in results(records, first).by_way.items()} == {
        "kiosk": (3, 8),
        "hands": (2, 4),
        "paper": (1, 3),
    }
    assert (first.options[1].text, first.options[1].notes) == ("Rust", ["note:1", "note:4"])
    assert second.runoff_of == first.id
    assert [voter.name for voter in voters(records, third)] == ["Jan"]
    assert fourth.scope == Scope(notes=["note:0", "note:2"], tags=["geld"], kinds=["opportunity"])
    saved = tmp_path / "saved.plakbord"
    assert meaning(save_file(document, saved)) == meaning(data)
    assert dict(open_file(saved)[0].records) == dict(records)
    jsonschema.validate(json.loads(data), schema())


def test_what_a_newer_version_says_of_a_round_is_kept() -> None:
    raw = json.loads(VOTING.read_bytes())
    made = next(record for record in raw["records"] if record["kind"] == "round" and record["options"])
    made["weights"] = {"jan": 2}
    made["options"][0]["picture"] = "picture:1"
    document = decode(json.dumps(raw).encode(), "newer")
    assert isinstance(document.records[made["id"]], Unknown), "an option of which we do not know everything"
    again = json.loads(encode(document))
    assert made in again["records"]
