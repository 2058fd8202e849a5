"""Whole posters beside the board's own painting of the same pages: example workshops, 300 notes, a persona with its
portrait, links, tags and notes that go on. Only the ink differs: paper has black where the screen has a dark grey."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtWidgets import QApplication

from benchmarks.workshops import canvas_with
from canvas_files.document import Document
from canvas_files.file import open_file
from canvas_files.records import Round, Scope
from canvas_files.round_steps import MOST_DOTS
from canvas_files.rounds import new_round, open_round
from canvas_files.votes import totals
from helpers.pdf_pictures import differences, pdfium_picture, pillow
from helpers.poster_workshops import full_workshop
from helpers.sample_workshops import bundled_fonts, words
from helpers.voting import revealed, vote
from plakbord.board.painter import MarkPainter
from plakbord.board.picture import picture_of
from plakbord.paths import resources
from plakbord.poster.choices import Choices
from plakbord.poster.colors import on_paper
from plakbord.poster.export import pdf_bytes
from plakbord.poster.pages import printed_pages
from plakbord.sheet.layout import Layout
from plakbord.sheet.marks import Mark, Page
from plakbord.sheet.votes import MOST_APART, votes_on_notes
from plakbord.window import theme
from plakbord.window.tone import DARK, LIGHT

DPI = 150
FINER = 4

pytestmark = pytest.mark.usefixtures("qapp")


def sample(language: str) -> Callable[[], Document]:
    return lambda: open_file(resources() / "samples" / f"{language}.plakbord")[0]


CASES: tuple[tuple[str, Callable[[], Document], Choices], ...] = (
    ("sample nl", sample("nl"), Choices(links=True)),
    ("sample en", sample("en"), Choices(language="en")),
    ("everything", full_workshop, Choices(links=True, authors=True, parking=True)),
    ("saving toner", full_workshop, Choices(save_toner=True)),
    ("300 notes", lambda: canvas_with(300), Choices()),
)


def inked(page: Page) -> Page:
    """The page in the colours of paper."""
    return replace(page, marks=tuple(_inked(mark) for mark in page.marks))


def _inked(mark: Mark) -> Mark:
    colors = {name: getattr(mark, name) for name in ("color", "fill", "edge") if getattr(mark, name, None)}
    return replace(mark, **{name: on_paper(color) for name, color in colors.items()}) if colors else mark


def share_above(limit: int, one: Image.Image, other: Image.Image) -> float:
    counts = differences(one, other)
    return sum(counts[limit + 1 :]) / sum(counts)


@pytest.mark.parametrize(("make", "choices"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_poster_is_what_the_board_paints(make: Callable[[], Document], choices: Choices) -> None:
    document = make()
    choices = replace(choices, attachment=False)
    page = printed_pages(document, choices, bundled_fonts(), words(choices.language or "nl")).pages[0]
    size = (round(page.w * DPI / 2540), round(page.h * DPI / 2540))
    printed = pdfium_picture(pdf_bytes(document, choices, bundled_fonts()).data, size, DPI, FINER)
    painted = pillow(picture_of(inked(page), DPI, MarkPainter(exact=True)))
    assert share_above(96, painted, printed) <= 0.000_01
    # Notes exactly on each other: the board's soft edges add up, where those of a finer picture do not.
    assert share_above(32, painted, printed) <= (0.001 if len(page.spans) > 300 else 0.000_3)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_dots_of_a_round_are_those_that_the_board_shows(language: str) -> None:
    """The board as it shows a round that was revealed, beside the poster of that round: dots side by side, plates with
    a number where there are more."""
    document = sample(language)()
    voted_in, dots = revealed_with(document, (*range(1, MOST_APART + 2), 14, 125))
    choices = Choices(round=voted_in.id, language=language, checklists=False, attachment=False)
    layout = Layout(document, document.sheets[0].id, bundled_fonts(), words(language))
    bare = layout.page(links=False)
    assert layout.show_votes(votes_on_notes(voted_in, dots))
    board = layout.page(links=False)
    size = (round(board.w * DPI / 2540), round(board.h * DPI / 2540))
    printed = pdfium_picture(pdf_bytes(document, choices, bundled_fonts()).data, size, DPI, FINER)
    painted = pillow(picture_of(inked(board), DPI, MarkPainter(exact=True)))
    assert share_above(96, painted, printed) <= 0.000_01
    assert share_above(32, painted, printed) <= 0.000_3
    # A board without the dots does not pass for that poster.
    assert share_above(96, pillow(picture_of(inked(bare), DPI, MarkPainter(exact=True))), printed) > 0.000_1


def revealed_with(document: Document, counts: Sequence[int]) -> tuple[Round, dict[str, int]]:
    """A revealed round about the first sheet in which its first notes got so many dots, one after the other; with the
    dots by note."""
    store = document.store
    made = new_round(store, Scope(sheets=[document.sheets[0].id]), MOST_DOTS, most=MOST_DOTS)
    voted_in = open_round(store, made.id)
    numbers = [option.number for option in voted_in.options]
    assert len(numbers) > len(counts)
    given = [number for number, count in zip(numbers, counts, strict=False) for _ in range(count)]
    for start in range(0, len(given), MOST_DOTS):
        vote(store, voted_in, f"Groep {start}", *given[start : start + MOST_DOTS])
    voted_in = revealed(store, voted_in)
    dots = totals(document.records, voted_in)
    assert sorted(filter(None, dots.values())) == sorted(counts)
    return voted_in, dots


def test_paper_stays_light_when_the_window_is_dark(qapp: QApplication) -> None:
    page = printed_pages(full_workshop(), Choices(), bundled_fonts(), words()).pages[0]
    light = pdf_bytes(full_workshop(), Choices(), bundled_fonts()).data
    painted = picture_of(page, 40, MarkPainter(exact=True))
    theme.apply(DARK, qapp)
    try:
        assert pdf_bytes(full_workshop(), Choices(), bundled_fonts()).data == light
        assert picture_of(page, 40, MarkPainter(exact=True)) == painted
    finally:
        theme.apply(LIGHT, qapp)
