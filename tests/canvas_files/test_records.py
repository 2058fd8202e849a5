"""Records: parsed leniently about what is unknown, strictly about what is known, and never changed in place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from msgspec import ValidationError

from canvas_files.records import KINDS, Entry, Note, Record, Sheet, Unknown, Workshop, entry_id, new_id, parse, unknown
from helpers.documents import records, workshops

NOTE = {"id": "note:1", "kind": "note", "sheet": "sheet:1", "zone": "key_partners"}


@given(records | workshops)
def test_fields_and_parse_are_each_others_inverse(record: Record) -> None:
    assert parse(record.fields()) == record


def test_defaults_are_filled_in() -> None:
    assert parse(NOTE) == Note(id="note:1", sheet="sheet:1", zone="key_partners", w=3600, h=2800, color="yellow")


def test_unknown_fields_survive_a_change() -> None:
    raw = {**NOTE, "x": 1, "sparkle": [1, {"a": 2}], "extra": "a field that is called so", "fields": None}
    moved = parse(raw).changed(x=7)
    assert isinstance(moved, Note)
    assert moved.x == 7
    assert moved.fields().items() >= {**raw, "x": 7}.items()


def test_an_unknown_kind_is_kept_as_it_came() -> None:
    raw = {"id": "timer:1", "kind": "timer", "secs": 5, "in": {"deep": [None]}}
    record = parse(raw)
    assert isinstance(record, Unknown)
    assert record.fields() == raw


def test_a_misspelt_field_is_an_error_even_though_unknown_fields_are_kept() -> None:
    with pytest.raises(TypeError, match="Note has no field colour, sise"):
        parse(NOTE).changed(colour="red", sise=1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"x": "1"}, {"x": True}, {"x": 1_000_001}, {"x": 10**400}, {"x": 0.5}, {"w": 99}, {"h": 200_001},
        {"text": None}, {"text": "x" * 20_001}, {"zone": "x" * 201}, {"sheet": ""}, {"id": ""}, {"id": "x" * 201},
        {"id": 7}, {"tags": "b2b"}, {"tags": ["x" * 201]}, {"locked": 1}, {"color": []}, {"z": 1},
    ],
)  # fmt: skip
def test_a_value_that_a_note_cannot_hold_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        parse({**NOTE, **wrong})
    with pytest.raises(ValidationError):
        parse(NOTE).changed(**wrong)


@pytest.mark.parametrize("language", ["de", "", "\ud800", None])
def test_a_language_is_one_of_two_words(language: str | None) -> None:
    with pytest.raises(ValidationError):
        parse({"id": "workshop", "kind": "workshop", "language": language})
    with pytest.raises(ValidationError):
        Workshop(id="workshop").changed(language=language)


@pytest.mark.parametrize("raw", [{}, {"id": "a"}, {"kind": "b"}, {"id": "a", "kind": None}, {"id": [], "kind": "b"}])
def test_without_an_id_and_a_kind_there_is_no_record(raw: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        parse(raw)
    with pytest.raises(ValidationError):
        unknown(raw)


def test_a_kind_that_is_no_text_is_refused() -> None:
    with pytest.raises(ValidationError):
        parse({"id": "a", "kind": ["note"]})


@pytest.mark.parametrize("value", [None, "", "een verhaal", 0, 10**30, [], ["initiator", "decider"]])
def test_an_entry_holds_text_a_number_or_choices(value: object) -> None:
    record = parse({"id": "e", "kind": "entry", "sheet": "s", "field": "f", "value": value})
    assert isinstance(record, Entry)
    assert record.value == value


def test_records_never_change_in_place() -> None:
    note = parse(NOTE)
    with pytest.raises(AttributeError):
        note.id = "other"  # type: ignore[misc]
    assert note.changed(id="other").id == "other"
    assert note.id == "note:1"


def test_records_do_not_share_their_extra_fields() -> None:
    assert Sheet(id="a", template="t").extra is not Sheet(id="b", template="t").extra


def test_new_ids_name_their_kind_and_are_never_the_same() -> None:
    made = {new_id("note") for _ in range(1000)}
    assert len(made) == 1000
    assert all(name.startswith("note:") and len(name) == 25 for name in made)


def test_two_laptops_name_the_same_entry_alike() -> None:
    assert entry_id("sheet:1", "age") == entry_id("sheet:1", "age") != entry_id("sheet:2", "age")


def test_every_kind_is_listed_under_its_own_name() -> None:
    assert {"workshop", "sheet", "note", "entry", "link"} <= set(KINDS)
    assert all(kind.__name__.lower() == name for name, kind in KINDS.items())
