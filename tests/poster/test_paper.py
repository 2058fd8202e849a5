"""Sheets on paper: page boxes to a hundredth of a millimetre, true scale, margins, bleed, and letters large enough."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from canvas_files.problems import Problem
from helpers.pdf_reading import reader_of
from helpers.poster_workshops import full_workshop
from helpers.sample_workshops import bundled_fonts, words
from plakbord.poster.choices import PAPERS, Choices, Paper
from plakbord.poster.export import pdf_bytes
from plakbord.poster.pages import forecast, printed_pages
from plakbord.poster.paper import placed
from plakbord.sheet.marks import POINT, Box, Page, Text

WHOLE = Page(
    42_000, 29_700, (Box(0, 0, 42_000, 29_700, fill="#FFFFFF"), Box(1_200, 830, 39_600, 28_000, edge="#000000"))
)
MILLIMETRES = 25.4 / 72


def sides(box: object) -> list[float]:
    return [float(side) * MILLIMETRES for side in box]  # type: ignore[attr-defined]


@pytest.mark.parametrize("paper", [None, *PAPERS])
@pytest.mark.parametrize("bleed", [False, True])
def test_page_boxes_are_exact(paper: Paper | None, bleed: bool) -> None:
    pdf = pdf_bytes(full_workshop(), Choices(paper=paper, bleed=bleed, attachment=False), bundled_fonts()).data
    size = PAPERS[paper or "A3"]
    w, h = size.h / 100, size.w / 100
    for page in reader_of(pdf).pages:
        if bleed:
            assert sides(page.mediabox) == pytest.approx([0, 0, w + 20, h + 20], abs=0.01)
            assert sides(page.trimbox) == pytest.approx([10, 10, 10 + w, 10 + h], abs=0.01)
            assert sides(page.bleedbox) == pytest.approx([7, 7, 13 + w, 13 + h], abs=0.01)
        else:
            for box in (page.mediabox, page.trimbox, page.bleedbox):
                assert sides(box) == pytest.approx([0, 0, w, h], abs=0.01)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_sheet_is_as_large_as_it_goes_and_in_the_middle(paper: Paper) -> None:
    at = placed(WHOLE, Choices(paper=paper))
    assert at.scale == min(at.w / WHOLE.w, at.h / WHOLE.h)
    assert at.x + WHOLE.w * at.scale / 2 == pytest.approx(at.w / 2)
    assert at.y + WHOLE.h * at.scale / 2 == pytest.approx(at.h / 2)


def test_a_sheet_on_its_own_paper_is_as_large_as_it_is() -> None:
    assert placed(WHOLE, Choices()).scale == placed(WHOLE, Choices(paper="A3")).scale == 1


def test_a_margin_costs_nothing_where_the_sheet_is_white_anyway() -> None:
    assert placed(WHOLE, Choices(margin=500)).scale == 1
    assert placed(WHOLE, Choices(margin=900)).scale == (29_700 - 1_800) / 29_700


def test_nothing_stands_in_a_margin() -> None:
    near = Page(42_000, 29_700, (*WHOLE.marks, Box(100, 5_000, 3_000, 2_000, fill="#FFED8C")))
    at = placed(near, Choices(paper="A4", margin=500))
    assert at.x + 100 * at.scale >= 500
    assert at.scale < placed(WHOLE, Choices(paper="A4", margin=500)).scale


def test_a_sheet_is_not_turned_when_its_letters_would_become_small() -> None:
    assert placed(WHOLE, Choices(paper="A2", orientation="landscape")).w == 59_400
    with pytest.raises(Problem) as found:
        placed(WHOLE, Choices(paper="A2", orientation="portrait"))
    assert found.value.key == "wrong_way_round"
    square = Page(30_000, 30_000, ())
    assert placed(square, Choices(paper="A3", orientation="portrait")).h == 42_000


def test_letters_are_never_below_8_points_on_a3() -> None:
    choices = Choices(links=True, parking=True, authors=True, margin=500)
    printed = printed_pages(full_workshop(), choices, bundled_fonts(), words())
    sizes = [mark.laid.size / POINT for page in printed.pages for mark in page.marks if isinstance(mark, Text)]
    assert min(sizes) >= 8 - 1e-9
    for paper, least in (("A3", 8), ("A4", 8 * 0.707), ("A0", 8 * 2.83)):
        found = forecast(full_workshop(), replace(choices, paper=paper), bundled_fonts(), words())
        assert found.smallest_points >= least - 0.01


def test_what_a_poster_will_be_is_known_beforehand() -> None:
    for choices in (Choices(parking=True), Choices(paper="A1", tiles="A3"), Choices(blank=True)):
        found = forecast(full_workshop(), choices, bundled_fonts(), words())
        poster = pdf_bytes(full_workshop(), choices, bundled_fonts())
        assert found.papers == poster.papers == len(reader_of(poster.data).pages)
        assert found.sheets == 2
        assert found.continuations == (0 if choices.blank else 1)
        assert found.lists == (1 if choices.parking else 0)
