"""Sheets as a facilitator moves them about, without a window; everything can be taken back."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas_files.document import new_document
from canvas_files.entries import answer, fill_in
from canvas_files.records import Cluster, Link, Note, Record
from plakbord.actions import sheet as sheets
from plakbord.session import Session
from plakbord.sheet.names import sheet_names
from plakbord.sheet.templates import sheet_for
from plakbord.words import load_words


def workshop(*kinds: str) -> Session:
    document = new_document("nl", "Proef")
    for kind in kinds:
        with document.store.transaction("step.sheet.add", "load") as tx:
            tx.put(sheet_for(document, kind))
    return Session(document)


def ids(session: Session) -> list[str]:
    return [sheet.id for sheet in session.document.sheets]


def put(session: Session, *records: Record) -> None:
    with session.store.transaction("x", "load") as tx:
        for record in records:
            tx.put(record)


def names(session: Session) -> list[str]:
    return list(sheet_names(session.document, load_words("nl")).values())


def test_a_canvas_and_a_persona_get_a_name() -> None:
    session = workshop("canvas", "persona")
    canvas, persona = ids(session)
    sheets.rename(session, canvas, "  Plan\n2027 ")
    sheets.rename(session, persona, "Anna")
    assert names(session) == ["Plan 2027", "Anna"]
    assert answer(session.store.records, persona, "name") == "Anna"
    session.history.undo()
    session.history.undo()
    assert names(session) == ["Business Model Canvas", "Persona"]


def test_a_copy_stands_behind_its_sheet_with_everything_on_it() -> None:
    session = workshop("canvas", "persona", "canvas")
    first, persona, _ = ids(session)
    cluster = Cluster(id="cluster:1", sheet=first, name="zelfde")
    one = Note(id="note:1", sheet=first, zone="channels", text="een", cluster=cluster.id)
    two = Note(id="note:2", sheet=first, zone="channels", text="twee")
    put(
        session,
        cluster,
        one,
        two,
        Link(id="link:1", start=one.id, end=two.id),
        Link(id="l2", start=persona, end="note:1"),
    )
    before = dict(session.store.records)
    copy = sheets.duplicate(session, first)
    assert copy is not None
    assert ids(session)[1] == copy
    there = [record for record in session.store.records.values() if record.id not in before]
    assert Counter(record.kind for record in there) == {"sheet": 1, "note": 2, "cluster": 1, "link": 1}
    notes = {record.text: record for record in there if isinstance(record, Note)}
    assert notes["een"].cluster in session.store.records
    assert all(note.sheet == copy for note in notes.values())
    session.history.undo()
    assert dict(session.store.records) == before


def test_a_copied_persona_keeps_its_answers_and_picture() -> None:
    session = workshop("persona")
    (persona,) = ids(session)
    with session.store.transaction() as tx:
        fill_in(tx, persona, "age", "47")
    copy = sheets.duplicate(session, persona)
    assert copy is not None
    assert answer(session.store.records, copy, "age") == "47"


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=12))
def test_sheets_stand_where_they_were_put(moves: list[tuple[int, int]]) -> None:
    session = workshop()
    for number in range(5):
        sheet = sheet_for(session.document, "canvas")
        put(session, sheet.changed(title=str(number)))
    wanted = ids(session)
    for start, end in moves:
        moved = wanted.pop(start)
        wanted.insert(end, moved)
        sheets.place_at(session, moved, end)
        assert ids(session) == wanted
    while session.history.undo_label is not None:
        session.history.undo()
    assert [sheet.title for sheet in session.document.sheets] == list("01234")


@pytest.mark.parametrize("copy", [False, True])
def test_notes_brought_to_another_sheet(copy: bool) -> None:
    session = workshop("canvas", "lean", "persona")
    canvas, lean, persona = ids(session)
    put(
        session,
        Note(id="a", sheet=canvas, zone="channels", x=100, y=3000, text="webwinkel", z="a1"),
        Note(id="b", sheet=canvas, zone="key_partners", x=100, y=3000, text="molen", z="a2"),
    )
    before = dict(session.store.records)
    brought = sheets.bring_notes(session, ("b", "a"), lean, copy=copy)
    there = [session.store.records[note_id] for note_id in brought]
    assert [(note.text, note.zone, note.sheet) for note in there if isinstance(note, Note)] == [
        ("webwinkel", "channels", lean),
        ("molen", "", lean),
    ]
    assert (brought == ["a", "b"]) is not copy
    assert ("a" in session.store.records and session.store.records["a"] == before["a"]) is copy
    session.history.undo()
    assert dict(session.store.records) == before
    assert sheets.bring_notes(session, ("a",), "gone", copy=False) == []
    assert persona in ids(session)


def test_a_persona_is_tied_to_one_note_and_each_finds_the_other() -> None:
    session = workshop("canvas", "persona")
    canvas, persona = ids(session)
    put(
        session,
        Note(id="a", sheet=canvas, zone="customer_segments", text="forenzen"),
        Note(id="b", sheet=canvas, zone="customer_segments", text="gezinnen"),
        Note(id="c", sheet=canvas, zone="channels", text="winkel"),
    )
    assert [note.id for note in sheets.notes_to_link(session, persona)] == ["a", "b"]
    assert sheets.notes_to_link(session, canvas) == []
    sheets.link(session, persona, "a")
    sheets.link(session, persona, "b")
    tie = sheets.link_of(session, persona)
    assert tie is not None
    assert tie.end == "b"
    assert (sheets.persona_of(session, "b"), sheets.persona_of(session, "a")) == (persona, None)
    with session.store.transaction() as tx:
        tx.remove("b")
    assert sheets.link_of(session, persona) is None
    session.history.undo()
    assert sheets.link_of(session, persona) is not None
    sheets.link(session, persona, None)
    assert sheets.link_of(session, persona) is None
