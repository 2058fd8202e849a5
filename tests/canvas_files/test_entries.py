"""What can be filled in on a sheet, and how it is kept."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas_files.document import Document, new_document
from canvas_files.entries import answer, answers, fill_in, read_answer, step_of, toggled
from canvas_files.history import History
from canvas_files.problems import Problem
from canvas_files.records import Entry, Picture, Sheet
from canvas_files.template import Field, Template, read_template
from plakbord.paths import resources

PERSONA = read_template(json.loads((resources() / "templates" / "persona.json").read_bytes()))


def document() -> tuple[Document, str]:
    made = new_document("nl")
    sheet = made.new_sheet(PERSONA)
    with made.store.transaction() as tx:
        tx.put(sheet)
    return made, sheet.id


@pytest.mark.parametrize(
    ("field", "text", "wanted"),
    [
        ("name", "  Anna\nde  Vries ", "Anna de Vries"),
        ("background", "een\r\ntwee\n", "een\ntwee"),
        ("time_pressure", " 6 ", 6),
        ("time_pressure", "", None),
        ("sales_role", "beslisser, INITIATOR", ["decider", "initiator"]),
        ("sales_role", " , ", None),
        ("age", "   ", None),
    ],
)
def test_what_a_text_stands_for(field: str, text: str, wanted: object) -> None:
    assert read_answer(PERSONA, field, text) == wanted


@pytest.mark.parametrize(
    ("field", "text", "key"),
    [
        ("shoe_size", "43", "unknown_field"),
        ("time_pressure", "8", "bad_scale"),
        ("time_pressure", "0", "bad_scale"),
        ("time_pressure", "²", "bad_scale"),
        ("time_pressure", "9" * 5000, "bad_scale"),
        ("sales_role", "koning", "unknown_choice"),
        ("age", "x" * 301, "field_too_long"),
        ("background", "x" * 10_001, "field_too_long"),
    ],
)
def test_what_is_refused_is_said_in_a_sentence(field: str, text: str, key: str) -> None:
    with pytest.raises(Problem) as refused:
        read_answer(PERSONA, field, text)
    assert refused.value.key == key
    assert all(len(refused.value.sentence(language)) < 600 for language in ("nl", "en"))


def test_an_empty_answer_takes_the_entry_away_and_undo_gives_it_back() -> None:
    made, sheet = document()
    history = History(made.store)
    for value in ("47", "48", ""):
        with made.store.transaction() as tx:
            fill_in(tx, sheet, "age", value)
    assert answers(made.records, sheet) == {}
    history.undo()
    assert answer(made.records, sheet, "age") == "48"
    history.undo()
    history.undo()
    assert answers(made.records, sheet) == {}


@given(st.permutations(("initiator", "influencer", "decider", "of a newer version")))
def test_choices_stand_in_the_order_of_the_template(order: list[str]) -> None:
    field = PERSONA.field("sales_role")
    assert isinstance(field, Field)
    value: object = None
    for choice in order:
        value = toggled(field, value if isinstance(value, list) else None, choice)
    assert value == ["initiator", "influencer", "decider", "of a newer version"]


@pytest.mark.parametrize("value", [0, 8, True, "3", None, [3], 10**30])
def test_what_is_no_place_on_a_scale(value: object) -> None:
    assert step_of(value) is None


def picture(name: str) -> Picture:
    return Picture(id=name, w=1, h=1, jpeg="")


def test_a_picture_goes_with_the_last_sheet_that_shows_it_and_comes_back_with_undo() -> None:
    made, first = document()
    history = History(made.store)
    second = made.new_sheet(PERSONA)
    with made.store.transaction() as tx:
        tx.put(second.changed(portrait="picture:1"))
        tx.put(picture("picture:1"))
        tx.update(first, portrait="picture:1")
    with made.store.transaction() as tx:
        tx.remove(first)
    assert "picture:1" in made.records
    with made.store.transaction() as tx:
        tx.update(second.id, portrait="")
    assert "picture:1" not in made.records
    history.undo()
    restored = made.records[second.id]
    assert isinstance(restored, Sheet)
    assert restored.portrait in made.records


def test_what_a_newer_version_filled_in_is_left_alone() -> None:
    made, sheet = document()
    with made.store.transaction() as tx:
        tx.put(Entry(id="e", sheet=sheet, field="shoe_size", value=43))
    assert answers(made.records, sheet) == {"shoe_size": 43}


def test_every_field_of_the_persona_can_be_found() -> None:
    assert isinstance(PERSONA, Template)
    named = [*(field.id for field in PERSONA.fields), *(scale.id for scale in PERSONA.scales)]
    assert [found.id for name in named if (found := PERSONA.field(name))] == named
