"""The inventory agrees with an independent count on random workshops, and following changes gives the same as reading
anew."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas_files.document import Document
from canvas_files.facts import HOWS, ROLES
from canvas_files.history import History
from canvas_files.inventory import Inventory
from canvas_files.records import Link, Note, Sheet
from helpers.data_workshops import DataWorkshop

ITEMS = ("address", "Address", "name", "phone number", "e-mail", "IBAN")
SYSTEMS = ("CRM", "crm", "Till", "Excel", "")
ZONES = ("customer_segments", "value_propositions", "channels", "revenue_streams", "key_partners", "")


def random_workshop(chance: random.Random) -> DataWorkshop:
    shop = DataWorkshop()
    names: list[str] = []
    for number in range(chance.randint(0, 14)):
        items = chance.sample(ITEMS, chance.randint(0, 4))
        role = chance.choice((*ROLES, "data_source", "data_source", ""))
        facts: dict[str, Any] = {"items": items} if items else {}
        if system := chance.choice(SYSTEMS):
            facts["system"] = system
        text = chance.choice(ITEMS) if role == "data_item" else f"note {number}"
        note = Note(id=f"n{number}", sheet=shop.sheet.id, zone=chance.choice(ZONES), text=text, role=role, facts=facts)
        shop.put(note)
        names.append(note.id)
    for _ in range(chance.randint(0, 2 * len(names))):
        one, other = chance.choice(names), chance.choice(names)
        shop.put(Link(id=f"{one}{other}", start=one, end=other, how=chance.choice(("", *HOWS, "automatic"))))
    return shop


def counted(document: Document) -> dict[str, tuple[set[str], int]]:
    """Systems and places by hand of every item, by the plainest reading of the records there is."""
    notes = [record for record in document.records.values() if isinstance(record, Note)]
    links = [record for record in document.records.values() if isinstance(record, Link)]
    joined = {(a, b) for link in links for a, b in ((link.start, link.end), (link.end, link.start))}
    automatic = {
        (a, b) for link in links if link.how == "automatic" for a, b in ((link.start, link.end), (link.end, link.start))
    }
    holders: dict[str, set[str]] = {}
    for note in notes:
        if note.role == "data_source":
            for item in note.facts.get("items", []):
                holders.setdefault(item.lower(), set()).add(note.id)
        if note.role == "data_item":
            there = holders.setdefault(note.text.lower(), set())
            there |= {other.id for other in notes if other.role == "data_source" and (note.id, other.id) in joined}
    found: dict[str, tuple[set[str], int]] = {}
    by_id = {note.id: note for note in notes}
    for item, ids in holders.items():
        systems = {(by_id[each].facts.get("system") or by_id[each].text).lower() for each in ids}
        label = {each: each for each in ids}
        for _ in ids:  # spread the smallest label until nothing changes
            for a, b in automatic:
                if a in label and b in label:
                    label[a] = label[b] = min(label[a], label[b])
        found[item] = (systems, len(set(label.values())))
    return found


@pytest.mark.parametrize("start", range(0, 500, 50))
def test_the_number_of_systems_equals_an_independent_count(start: int) -> None:
    for seed in range(start, start + 50):
        shop = random_workshop(random.Random(seed))
        expected = counted(shop.document)
        places = {item: shop.inventory.places(item) for item in shop.inventory.items()}
        assert {
            item: ({system.lower() for system in each.systems}, each.by_hand) for item, each in places.items()
        } == expected, seed
        assert all(len(each.systems) == len(expected[item][0]) for item, each in places.items())


def same(one: Inventory, other: Inventory) -> bool:
    """Whether two inventories tell the same."""
    return (
        one.findings() == other.findings()
        and one.items() == other.items()
        and [one.places(item) for item in one.items()] == [other.places(item) for item in other.items()]
        and one.journeys() == other.journeys()
        and one.sources() == other.sources()
        and one.systems() == other.systems()
    )


@settings(max_examples=40)
@given(st.integers(0, 10_000))
def test_following_changes_gives_the_same_as_reading_anew(seed: int) -> None:
    chance = random.Random(seed)
    shop = random_workshop(chance)
    history = History(shop.document.store)
    records = shop.document.records
    for _ in range(12):
        notes = [record.id for record in records.values() if isinstance(record, Note)]
        links = [record.id for record in records.values() if isinstance(record, Link)]
        wish = chance.randrange(8)
        if wish == 0:
            history.undo()
        elif wish == 1:
            history.redo()
        elif wish == 2 and links:
            shop.change(chance.choice(links), how=chance.choice(("", *HOWS)))
        elif wish == 3 and links:
            shop.remove(chance.choice(links))
        elif wish == 4 and notes:
            shop.remove(chance.choice(notes))
        elif wish == 5 and notes:
            shop.change(chance.choice(notes), role=chance.choice(ROLES), tags=chance.sample(("purchase", "own"), 1))
        elif wish == 6 and notes:
            shop.change(chance.choice(notes), zone=chance.choice(ZONES), text=chance.choice(ITEMS))
        elif notes:
            facts = {"items": chance.sample(ITEMS, 2), "system": chance.choice(SYSTEMS), "phase": "purchase"}
            shop.change(chance.choice(notes), facts=facts)
        assert same(shop.inventory, Inventory(records, shop.document.template_of))


def test_the_journey_tells_by_channel_and_phase_what_is_registered() -> None:
    shop = DataWorkshop()
    shop.note("web shop", "channels", tags=["evaluation", "purchase"])
    shop.note("market stall", "channels", tags=["purchase"])
    shop.source("orders", "channels", phase="purchase")
    shop.source("reviews", "channels", phase="after_sales")
    shop.link("web shop", "orders")
    (journey,) = shop.inventory.journeys()
    assert [term.id for term in journey.phases] == ["awareness", "evaluation", "purchase", "delivery", "after_sales"]
    rows = {row.note: row for row in journey.rows}
    assert rows["web shop"].phases == (False, True, True, False, False)
    assert rows["web shop"].registered == ((), (), ("orders",), (), ())
    assert rows["market stall"].registered == ((), (), (), (), ())
    assert rows[""].registered == ((), (), (), (), ("reviews",))


def test_sources_come_in_the_working_order() -> None:
    shop = DataWorkshop()
    for name, zone in (("c", "cost_structure"), ("b", "channels"), ("a", "customer_segments")):
        shop.source(name, zone)
    shop.put(Sheet(id="empty", template="not there"))
    shop.put(Note(id="d", sheet="empty", zone="", text="d", role="data_source"))
    assert [note.id for note in shop.inventory.sources()] == ["a", "b", "c", "d"]


def test_a_note_that_only_moves_costs_nothing() -> None:
    shop = DataWorkshop()
    shop.source("till", items="address")
    before = shop.inventory.findings()
    shop.change("till", x=500)
    assert shop.inventory.findings() == before
    assert shop.inventory.index.notes["till"].x == 500


def test_what_was_said_before_is_offered_again() -> None:
    shop = DataWorkshop()
    shop.source("till", items="address, Name", system="Excel")
    shop.source("web", items="Name", system=" excel ")
    shop.source("stall", system="Cash book")
    shop.note("e-mail", role="data_item")
    assert shop.inventory.known_values("items") == ["address", "e-mail", "Name"]
    systems = shop.inventory.known_values("system")
    assert [each.lower() for each in systems] == ["cash book", "excel"]
    assert shop.inventory.known_values("owner") == []


def test_notes_by_role_and_by_the_block_they_hang_in() -> None:
    shop = DataWorkshop()
    shop.source("till", "channels")
    shop.note("turnover", role="kpi")
    shop.note("reminder", role="automation")
    assert [note.id for note in shop.inventory.kpis()] == ["turnover"]
    assert [note.id for note in shop.inventory.of_role("automation", "data_source")] == ["reminder", "till"]
    there = shop.inventory.block(shop.inventory.index.notes["till"])
    assert there is not None
    assert there[0] == shop.sheet
    assert shop.inventory.block(Note(id="loose", sheet="gone", zone="")) is None


def test_the_couplings_of_a_note_come_by_name() -> None:
    shop = DataWorkshop()
    for name in ("till", "web", "books"):
        shop.source(name)
    shop.link("till", "web", "file")
    shop.link("books", "till", "hand")
    shop.link("till", shop.sheet.id, "hand")
    shop.link("web", "books")
    assert [(link.how, other.id) for link, other in shop.inventory.coupled_with("till")] == [
        ("hand", "books"),
        ("file", "web"),
    ]
    assert shop.inventory.coupled_with("nothing") == []
