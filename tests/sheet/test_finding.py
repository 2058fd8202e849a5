"""Which notes are found, in which order, and where the headings of blocks are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas_files.folding import FoldedTexts
from canvas_files.records import Note
from helpers.documents import any_text
from plakbord.paths import resources
from plakbord.session import Session
from plakbord.sheet.finding import Wanted, found, heading_at, reading_order, tag_names
from plakbord.sheet.layout import Layout
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import load_words

NOTES = (
    Note(id="a", sheet="s", zone="channels", text="Café in Zürich", color="yellow", tags=["web"], author="Ans"),
    Note(id="b", sheet="s", zone="channels", text="Webwinkel", color="blue", author="Bram"),
    Note(id="c", sheet="s", zone="", text="cafés\nen winkels", color="blue", tags=["web", "eigen"]),
)
names = st.frozensets(st.sampled_from(("yellow", "blue", "web", "eigen", "channels", "", "Ans")), max_size=3)
wanted_strategy = st.builds(Wanted, words=any_text, colors=names, tags=names, zones=names, authors=names)


def ids(wanted: Wanted) -> set[str]:
    return set(found(NOTES, wanted, lambda note: note.zone, FoldedTexts()))


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(), "abc"),
        (Wanted("cafe"), "ac"),
        (Wanted("CAFÉ winkel"), "c"),
        (Wanted("zurich"), "a"),
        (Wanted(colors=frozenset({"blue"})), "bc"),
        (Wanted(tags=frozenset({"eigen", "web"})), "ac"),
        (Wanted(zones=frozenset({""})), "c"),
        (Wanted("cafe", authors=frozenset({"Ans", "Bram"})), "a"),
        (Wanted("niets van dit"), ""),
    ],
)
def test_what_is_found(wanted: Wanted, expected: str) -> None:
    assert ids(wanted) == set(expected)


@given(wanted_strategy)
def test_asking_more_never_finds_more(wanted: Wanted) -> None:
    assert ids(wanted) <= ids(Wanted(words=wanted.words))
    assert ids(wanted) <= ids(Wanted(colors=wanted.colors, zones=wanted.zones))
    if not wanted:
        assert len(ids(wanted)) == len(NOTES)


@given(st.sampled_from(NOTES), st.data())
def test_a_piece_of_a_note_finds_it(note: Note, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(note.text)))
    end = data.draw(st.integers(start, len(note.text)))
    assert note.id in ids(Wanted(note.text[start:end].upper()))


@pytest.fixture(scope="module")
def session() -> Session:
    from helpers.plain_windows import session_with

    places = {"far": (4000, 9000), "left": (200, 4100), "right": (4000, 4000), "parked": (0, 0), "last": (0, 4000)}
    zones = {"parked": "", "last": "cost_structure"}
    return session_with(
        [
            Note(id=name, sheet="s", zone=zones.get(name, "customer_segments"), x=x, y=y, text=name)
            for name, (x, y) in places.items()
        ]
    )


@pytest.fixture(scope="module")
def layout(session: Session) -> Layout:
    return Layout(session.document, session.document.sheets[0].id, Fonts(resources() / "fonts"), load_words("nl"))


def test_hits_are_read_block_by_block_and_row_by_row(layout: Layout) -> None:
    read = reading_order(layout.notes.values(), layout.template)
    assert read == ["left", "right", "far", "last", "parked"]


def test_every_block_has_a_heading_as_wide_as_itself(layout: Layout) -> None:
    for zone in layout.template.zones:
        assert heading_at(layout, zone.box.x + zone.box.w - 100, zone.box.y + 300) == zone.id
        assert heading_at(layout, zone.box.x + 300, zone.box.y + zone.box.h - 300) is None
    assert heading_at(layout, -500, -500) is None


def test_tags_have_the_names_of_their_checklists(layout: Layout) -> None:
    for zone in layout.template.zones:
        for checklist in zone.checklists:
            for term in checklist.terms:
                assert tag_names(layout.template, "en")[term.id] == term.name.en
