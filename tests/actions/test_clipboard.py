"""Where pasted notes hang: in the block that is meant, side by side, as they hung before, and never out of sight."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas_files.document import new_document
from canvas_files.records import Note
from plakbord.actions.clipboard import own_zones
from plakbord.actions.pasting import PEEKS, placed
from plakbord.exchange.pasted import PastedNote, Spot
from plakbord.paths import resources
from plakbord.sheet.layout import Layout
from plakbord.sheet.templates import sheet_for
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import load_words


@pytest.fixture(scope="module")
def layout() -> Layout:
    """A blank canvas."""
    document = new_document("nl")
    sheet = sheet_for(document, "canvas")
    with document.store.transaction() as tx:
        tx.put(sheet)
    return Layout(document, sheet.id, Fonts(resources() / "fonts"), load_words("nl"))


def hidden(layout: Layout, notes: list[Note]) -> list[tuple[str, str]]:
    """Notes whose first lines are under a later one."""
    faces = [layout.measured(note) for note in notes]
    return [
        (low.id, high.id)
        for low, high in combinations(faces, 2)
        if high.touches(low.x, low.y, low.x + low.w, low.y + min(low.h, min(PEEKS)))
    ]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(("kort", "een wat langere zin over klanten", "x " * 300)), min_size=1, max_size=30))
def test_nothing_is_hidden_while_there_is_room_on_the_sheet_or_beside_it(layout: Layout, texts: list[str]) -> None:
    notes = placed(layout, "channels", [PastedNote(text) for text in texts], "blue", None)
    assert [note.text for note in notes] == texts
    assert hidden(layout, notes) == []
    assert sorted(note.z for note in notes) == [note.z for note in notes]
    assert {note.zone for note in notes} <= {"channels", ""}
    assert {note.color for note in notes} == {"blue"}


def test_many_notes_are_small_before_they_go_beside(layout: Layout) -> None:
    few = placed(layout, "channels", [PastedNote("a")] * 3, "yellow", None)
    more = placed(layout, "channels", [PastedNote("a")] * 6, "yellow", None)
    many = placed(layout, "channels", [PastedNote("a")] * 12, "yellow", None)
    assert {note.w for note in few} == {3600}
    assert {note.w for note in more} == {2400}
    assert {note.w for note in many} == {2400}
    assert {note.zone for note in (*more, *many)} == {"channels"}
    assert len({(note.x, note.y) for note in many}) == 12


def test_five_hundred_notes_all_have_a_place(layout: Layout) -> None:
    notes = placed(layout, "channels", [PastedNote(f"n {number}") for number in range(500)], "yellow", None)
    assert len(notes) == 500
    strip = layout.strip
    for note in notes:
        if not note.zone:
            assert 0 <= note.x <= strip.w - note.w
            assert 0 <= note.y <= strip.h - note.h


def test_a_group_hangs_as_it_did(layout: Layout) -> None:
    spots = [Spot("", 100, 100, 3600, 2800), Spot("", 2000, 4000, 2400, 2000)]
    notes = placed(layout, "value_propositions", [PastedNote("a", spot=spot) for spot in spots], "yellow", "a5")
    assert (notes[1].x - notes[0].x, notes[1].y - notes[0].y) == (1900, 3900)
    assert [(note.w, note.h) for note in notes] == [(3600, 2800), (2400, 2000)]
    assert notes[0].z > "a5"


def test_a_group_that_does_not_fit_keeps_its_sizes(layout: Layout) -> None:
    spots = [Spot("", 0, 0, 5600, 4400), Spot("", 90_000, 0, 2400, 2000)]
    notes = placed(layout, "key_partners", [PastedNote("a", "pink", spot=spot) for spot in spots], "yellow", None)
    assert [(note.w, note.h) for note in notes] == [(5600, 4400), (2400, 2000)]
    assert {note.zone for note in notes} == {"key_partners"}
    assert hidden(layout, notes) == []


def test_notes_go_to_their_own_blocks_only_when_all_are_here(layout: Layout) -> None:
    here, there = Spot("channels", 0, 0, 100, 100), Spot("nowhere", 0, 0, 100, 100)
    parked = Spot("", 0, 0, 100, 100)
    assert own_zones(layout, [PastedNote("a", spot=here), PastedNote("b", spot=parked)])
    assert not own_zones(layout, [PastedNote("a", spot=here), PastedNote("b", spot=here)])
    assert not own_zones(layout, [PastedNote("a", spot=here), PastedNote("b", spot=there)])
    assert not own_zones(layout, [PastedNote("a"), PastedNote("b", spot=here)])
