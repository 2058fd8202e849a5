"""Facts of data notes: what a person may type, what is refused, and what a newer version wrote is kept."""

from __future__ import annotations

from typing import Any

import pytest

from canvas_files.facts import FACTS, ROLES, facts_of, items_of, name_of, read_fact, system_of, text_of, with_fact
from canvas_files.file import decode, encode
from canvas_files.problems import Problem
from canvas_files.records import Note
from helpers.data_workshops import DataWorkshop
from plakbord.sheet.templates import template_named

PHASES = template_named("canvas").template.journey()


def note(**facts: Any) -> Note:
    return Note(id="n", sheet="s", zone="z", text="\n  Till\nat the door", facts=facts)


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("items", " adres, naam ;Adres,, telefoon ", ["adres", "naam", "telefoon"]),
        ("items", " , ", []),
        ("system", "  CRM\n of  kassa ", "CRM of kassa"),
        ("registered", "Deels", "partly"),
        ("personal", "JA", "yes"),
        ("refresh", "by hand", "hand"),
        ("quality", "4", 4),
        ("phase", "Aankoop", "purchase"),
        ("phase", "after_sales", "after_sales"),
        ("owner", "  ", None),
    ],
)
def test_what_is_typed_is_read(name: str, raw: str, value: object) -> None:
    assert read_fact(name, raw, PHASES) == value


@pytest.mark.parametrize(
    ("name", "raw", "key"),
    [
        ("colour", "red", "unknown_fact"),
        ("quality", "6", "unknown_choice"),
        ("quality", "good", "unknown_choice"),
        ("registered", "perhaps", "unknown_choice"),
        ("phase", "dessert", "unknown_choice"),
        ("owner", "x" * 301, "field_too_long"),
        ("items", ",".join(f"item {n}" for n in range(201)), "many_items"),
    ],
)
def test_what_cannot_be_is_told(name: str, raw: str, key: str) -> None:
    with pytest.raises(Problem) as told:
        read_fact(name, raw, PHASES)
    assert told.value.key == key
    assert told.value.sentence("nl") != told.value.sentence("en")


def test_a_source_is_called_by_its_first_line_and_stands_for_its_own_system() -> None:
    assert name_of(note()) == system_of(note()) == "Till"
    assert system_of(note(system="CRM")) == "CRM"


def test_values_of_a_newer_version_are_kept_and_not_in_the_way() -> None:
    newer = note(items="adres", quality=[1], refresh="weekly", owner={"name": "Els"})
    assert items_of(newer) == []
    assert text_of(newer, "owner") == text_of(newer, "quality") == ""
    assert with_fact(newer, "system", "CRM") == {**newer.facts, "system": "CRM"}
    assert "quality" not in with_fact(newer, "quality", None)


def test_every_role_has_facts_and_every_fact_a_role() -> None:
    assert all(facts_of(role) for role in ROLES)
    assert all(set(fact.roles) <= set(ROLES) and fact.roles for fact in FACTS)


def test_facts_survive_the_file_and_what_is_empty_is_left_out() -> None:
    shop = DataWorkshop()
    shop.source("till", items="adres, naam", quality=4, newer={"x": [1]}, odd="\ud800 and \x00")
    shop.note("family")
    shop.link("till", "family")
    data = encode(shop.document)
    again = decode(data, "again")
    till = again.records["till"]
    assert isinstance(till, Note)
    assert till.role == "data_source"
    assert till.facts["items"] == ["adres", "naam"]
    assert till.facts["newer"] == {"x": [1]}
    assert till.facts["odd"] == "\ufffd and "
    line = next(line for line in data.decode().splitlines() if '"id":"family"' in line)
    assert "role" not in line
    assert "facts" not in line
    assert '"how"' not in data.decode()
