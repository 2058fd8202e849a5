"""Paper ballots: every option with its number and its boxes, on every ballot, and nothing runs off the paper."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas_files.problems import Problem
from canvas_files.records import Option, Round
from helpers.pdf_reading import reader_of
from helpers.sample_pages import FONTS
from helpers.voting import board, opened
from plakbord.poster.ballots import A4, A5, FOOT, MARGIN, TICK, ballot_pages, ballots_pdf
from plakbord.sheet.marks import Box, Page, Text
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import Words, load_words


@cache
def fonts() -> Fonts:
    return Fonts(FONTS)


@cache
def dutch() -> Words:
    return load_words("nl")


def round_of(*texts: str, dots: int = 5, most: int = 3, secret: bool = True) -> Round:
    options = [
        Option(number=number, note=f"n{number}", notes=[f"n{number}"], sheet="s", text=text)
        for number, text in enumerate(texts, start=1)
    ]
    return Round(
        id="r", number=2, title="Wat eerst?", options=options, dots=dots, most=most, secret=secret, state="open"
    )


def words_on(page: Page, half: int) -> list[str]:
    texts = [mark for mark in page.marks if isinstance(mark, Text) and (mark.x >= A5[0]) == bool(half)]
    return [" ".join(line.text.strip() for line in text.laid.lines) for text in texts]


def ticks_on(page: Page) -> list[Box]:
    return [mark for mark in page.marks if isinstance(mark, Box) and mark.w == TICK]


def test_two_ballots_stand_side_by_side() -> None:
    pages = ballot_pages("De Gouden Korst", round_of("Rust", "Groei"), 3, fonts(), dutch())
    assert [(page.w, page.h) for page in pages] == [A4, A4]
    for page, half, number in ((pages[0], 0, 1), (pages[0], 1, 2), (pages[1], 0, 3)):
        words = words_on(page, half)
        assert words[:2] == [f"Ronde 2 · stembiljet {number}", "Wat eerst?"]
        assert "5 kruisjes" in words[2]
        assert "Schrijf je naam er niet op." in words[2]
        assert words[3:] == ["1", "Rust", "2", "Groei", "De Gouden Korst"]
    assert words_on(pages[1], 1) == []
    assert (len(ticks_on(pages[0])), len(ticks_on(pages[1]))) == (2 * 2 * 3, 2 * 3)


@pytest.mark.parametrize(("dots", "most", "boxes"), [(5, 3, 3), (1, 3, 1), (2, 3, 2), (20, 20, 20), (20, 7, 7)])
def test_there_are_as_many_boxes_as_dots_on_one(dots: int, most: int, boxes: int) -> None:
    (page,) = ballot_pages("", round_of("Rust", "Groei", dots=dots, most=most), 1, fonts(), dutch())
    ticks = ticks_on(page)
    assert len(ticks) == 2 * boxes
    assert len({(tick.x, tick.y) for tick in ticks}) == len(ticks)


LONG = "Arbeidsongeschiktheidsverzekeringsmaatschappij bellen, en vragen hoe het zit met de fietskoeriers 🚲. "


@settings(max_examples=25)
@given(
    st.lists(st.sampled_from(("Rust", LONG, LONG * 4)), min_size=1, max_size=45), st.integers(1, 20), st.integers(1, 3)
)
def test_everything_is_on_the_paper_and_in_order(texts: list[str], most: int, count: int) -> None:
    pages = ballot_pages("Bakkerij", round_of(*texts, dots=20, most=most), count, fonts(), dutch())
    numbers: list[int] = []
    for page in pages:
        for half in (0, 1):
            numbers += [int(words) for words in words_on(page, half) if words.isdecimal()]
        for mark in page.marks:
            if isinstance(mark, Text):
                assert mark.x >= 0
                assert mark.x % A5[0] >= MARGIN
                assert mark.y + mark.laid.height <= A5[1] - MARGIN + 150
            elif isinstance(mark, Box) and mark.w == TICK:
                assert mark.y + mark.h <= A5[1] - MARGIN - FOOT
                assert mark.x % A5[0] + mark.w <= A5[0] - MARGIN + 1
    assert numbers == [*range(1, len(texts) + 1)] * count
    assert sum(len(ticks_on(page)) for page in pages) == len(texts) * most * count


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_pdf_says_it_in_both_languages(language: str) -> None:
    document = board(6)
    voted_in = opened(document.store, people=9)
    pdf = ballots_pdf(document, voted_in, 2, fonts(), load_words("nl" if language == "nl" else "en"))
    assert pdf == ballots_pdf(document, voted_in, 2, fonts(), load_words("nl" if language == "nl" else "en"))
    (page,) = reader_of(pdf).pages
    text = page.extract_text()
    assert ("stembiljet 2" in text, "ballot 2" in text) == (language == "nl", language == "en")
    assert "Op tijd naar huis" in text
    assert [round(float(side)) for side in page.mediabox[2:]] == [842, 595]


def test_ballots_wait_for_the_numbers() -> None:
    with pytest.raises(Problem, match="has not begun"):
        ballot_pages("", Round(id="r", number=1), 1, fonts(), dutch())
    for count in (0, 1001):
        with pytest.raises(Problem, match="from 1 to 1000 ballots"):
            ballot_pages("", round_of("Rust"), count, fonts(), dutch())
