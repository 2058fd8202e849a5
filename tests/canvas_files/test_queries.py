"""Queries: reading the document in the order that people see."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas_files import queries
from canvas_files.records import Note, Record, Sheet, Unknown, Workshop

WORKSHOP = Workshop(id="workshop", title="Bakkerij")
SHEETS = (Sheet(id="b", template="t", order="a1"), Sheet(id="a", template="t", order="a1"))
FIRST = Sheet(id="z", template="t", order="a0")
NOTES = (
    Note(id="n2", sheet="a", zone="left", z="a1"),
    Note(id="n1", sheet="a", zone="right", z="a1"),
    Note(id="n3", sheet="a", zone="left", z="a0"),
    Note(id="n4", sheet="b", zone="left"),
)


@pytest.fixture
def records() -> dict[str, Record]:
    return {record.id: record for record in (*NOTES, *SHEETS, FIRST, WORKSHOP, Unknown(id="x", kind="timer"))}


def test_the_workshop(records: dict[str, Record]) -> None:
    assert queries.workshop(records) is WORKSHOP


@pytest.mark.parametrize("table", [{}, {"workshop": Unknown(id="workshop", kind="workshop")}])
def test_a_table_without_a_workshop_is_no_document(table: dict[str, Record]) -> None:
    with pytest.raises(LookupError):
        queries.workshop(table)


def test_sheets_go_by_their_key_and_then_their_id(records: dict[str, Record]) -> None:
    assert [sheet.id for sheet in queries.sheets(records)] == ["z", "a", "b"]


def test_notes_go_by_their_key_and_then_their_id(records: dict[str, Record]) -> None:
    assert [note.id for note in queries.notes_on(records, "a")] == ["n3", "n1", "n2"]
    assert [note.id for note in queries.notes_in(records, "a", "left")] == ["n3", "n2"]
    assert queries.notes_in(records, "b", "right") == []


def test_one_of_a_kind_by_its_id(records: dict[str, Record]) -> None:
    assert queries.note(records, "n1") is NOTES[1]
    assert queries.sheet(records, "z") is FIRST
    assert queries.note(records, "z") is None
    assert queries.sheet(records, "n1") is None
    assert queries.note(records, "gone") is None


def test_how_many_of_each_kind(records: dict[str, Record]) -> None:
    assert list(queries.counts(records).items()) == [("note", 4), ("sheet", 3), ("timer", 1), ("workshop", 1)]


@given(st.permutations(NOTES))
def test_every_laptop_shows_the_same_stack(notes: list[Note]) -> None:
    assert queries.in_stack_order(notes) == queries.in_stack_order(NOTES)
