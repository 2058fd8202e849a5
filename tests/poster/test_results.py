"""The results on paper: every option in its place, bars as long as their dots, and dots on the notes."""

from __future__ import annotations

from functools import cache

import pytest

from canvas_files.document import Document
from canvas_files.problems import Problem
from canvas_files.records import Note, Round
from canvas_files.rounds import close_round, results, run_off
from helpers.sample_pages import FONTS
from helpers.sample_workshops import layout_of, new_session
from helpers.voting import board, opened, revealed, vote
from plakbord.poster.results import A3, BAR, MARGIN, dots_on_notes, results_of_round, results_pages
from plakbord.sheet import theme
from plakbord.sheet.marks import Box, Disc, Page, Text
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import Words, load_words


@cache
def fonts() -> Fonts:
    return Fonts(FONTS)


@cache
def dutch() -> Words:
    return load_words("nl")


def words_on(page: Page) -> list[str]:
    return [" ".join(line.text.strip() for line in mark.laid.lines) for mark in page.marks if isinstance(mark, Text)]


def bars_on(page: Page) -> list[Box]:
    return [mark for mark in page.marks if isinstance(mark, Box) and mark.h == BAR]


@pytest.fixture
def document() -> Document:
    made = board(5)
    with made.store.transaction() as tx:
        tx.update("workshop", date="2026-11-21")
    return made


@pytest.fixture
def voted(document: Document) -> Round:
    voted_in = opened(document.store, 5, people=9)
    vote(document.store, voted_in, "Jan", 1, 1, 2, 3)
    vote(document.store, voted_in, "Els", 1, 2, 3)
    return voted_in


def test_a_page_says_what_was_asked_and_what_came_out(document: Document, voted: Round) -> None:
    revealed(document.store, voted)
    (page,) = results_pages(document, results(document.records, voted), fonts(), dutch())
    title, said, *rows = words_on(page)
    assert (title, page.title, (page.w, page.h)) == ("Wat eerst?", "Uitslag · Wat eerst?", A3)
    assert said.split("  ·  ") == [
        "Ronde 1",
        "Bakkerij",
        "21 november 2026",
        "2 van 9 mensen hebben gestemd",
        "7 stippen gegeven, 3 niet gebruikt",
    ]
    assert rows[:6] == ["1.", "Meer vaste klanten", "3 stippen", "2.", "Op tijd naar huis", "2 stippen · gelijk"]
    assert rows[-1] == "Zonder stippen: Een tweede winkel · Rust op zaterdag"
    lengths = [bar.w for bar in bars_on(page)]
    assert lengths[1:] == [pytest.approx(lengths[0] * 2 / 3)] * 2
    assert all(bar.x + bar.w < A3[0] - MARGIN for bar in bars_on(page))


def test_the_page_follows_the_run_off(document: Document, voted: Round) -> None:
    revealed(document.store, voted)
    again = run_off(document.store, voted.id, keep=2)
    vote(document.store, again, "Jan", 2)
    revealed(document.store, again)
    (page,) = results_of_round(document, voted.id, fonts(), dutch())
    rows = words_on(page)[2:]
    assert rows[3:9] == ["2.", "Minder brood weggooien", "2 stippen", "3.", "Op tijd naar huis", "2 stippen"]


def test_many_options_go_on_on_the_next_page() -> None:
    document = board(60)
    voted_in = opened(document.store)
    revealed(document.store, voted_in)
    pages = results_of_round(document, voted_in.id, fonts(), dutch())
    assert len(pages) > 1
    numbers = [words for page in pages for words in words_on(page) if words.startswith("Wens")]
    assert numbers == [f"Wens {number}" for number in range(15, 61)]
    for page in pages:
        assert words_on(page)[0] == "Wat eerst?"
        assert all(mark.y + mark.laid.height <= A3[1] - MARGIN for mark in page.marks if isinstance(mark, Text))


def test_nothing_is_told_before_the_results_are_shown(document: Document, voted: Round) -> None:
    close_round(document.store, voted.id)
    for wish in (
        lambda: results_of_round(document, voted.id, fonts(), dutch()),
        lambda: dots_on_notes(document, voted.id, [], fonts(), dutch()),
    ):
        with pytest.raises(Problem, match="were not revealed yet"):
            wish()


def test_dots_stand_on_the_notes_of_the_sheet() -> None:
    session = new_session()
    with session.store.transaction() as tx:
        for at in range(3):
            place = {"x": 4000 * at, "y": 0, "text": f"Kanaal {at}"}
            tx.put(Note(id=f"note:{at}", sheet=session.document.sheets[0].id, zone="channels", **place))
    voted_in = opened(session.store, 5)
    vote(session.store, voted_in, "Jan", 1, 1, 3)
    revealed(session.store, voted_in)
    layout = layout_of(session)
    faces = list(layout.notes.values())
    found = dots_on_notes(session.document, voted_in.id, faces, fonts(), dutch())
    assert {note: words for note, (_, words) in found.items()} == {"note:0": "2 stippen", "note:2": "1 stip"}
    face = layout.notes["note:0"]
    discs = [mark for mark in found["note:0"][0] if isinstance(mark, Disc)]
    assert [disc.fill for disc in discs] == [theme.VOTE] * 2
    assert all(face.x < disc.x < face.x + face.w and disc.y > face.y + face.h - 400 for disc in discs)
