"""Posters on tiles: put together they are the poster, pixel for pixel; the bar is 100 mm; the cover tells how."""

from __future__ import annotations

import re
from collections.abc import Callable

import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import Image

from canvas_files.problems import Problem
from helpers.pdf_pictures import POPPLER, differences, pdfium_page, poppler_page
from helpers.pdf_reading import reader_of
from helpers.poster_workshops import full_workshop
from helpers.sample_workshops import bundled_fonts, words
from plakbord.poster.choices import PAPERS, Choices, Paper, TilePaper
from plakbord.poster.export import pdf_bytes
from plakbord.poster.pages import printed_pages
from plakbord.poster.print_marks import BAR, bar_marks
from plakbord.poster.tiles import OVERLAP, Tiling, row_name, tiling
from plakbord.sheet.marks import POINT, Box, Page

A3 = Page(42_000, 29_700, ())

Renderer = Callable[[bytes, int, int], Image.Image]
"""A page of a PDF, counted from 0, at so many pixels an inch."""


@pytest.mark.parametrize(
    ("paper", "tiles", "count"),
    [(None, "A4", 4), ("A2", "A4", 8), ("A2", "A3", 4), ("A1", "A3", 8), ("A0", "A3", 15), ("tabloid", "A4", 4)],
)
def test_the_tiles_cover_the_poster(paper: Paper | None, tiles: TilePaper, count: int) -> None:
    cut = tiling(A3, Choices(paper=paper, tiles=tiles))
    assert len(cut.tiles) == count == cut.rows * cut.columns
    size = {PAPERS[tiles].w, PAPERS[tiles].h}
    assert {cut.paper.w, cut.paper.h} == size
    for tile in cut.tiles:
        assert tile.w <= cut.paper.w - 2 * cut.border
        assert tile.h <= cut.paper.h - 2 * cut.border
        after = [other for other in cut.tiles if other.row == tile.row and other.column == tile.column + 1]
        assert all(tile.x + tile.w - other.x == pytest.approx(OVERLAP) for other in after)
        assert after or tile.x + tile.w == pytest.approx(cut.poster.w)
        below = [other for other in cut.tiles if other.column == tile.column and other.row == tile.row + 1]
        assert all(tile.y + tile.h - other.y == pytest.approx(OVERLAP) for other in below)
        assert below or tile.y + tile.h == pytest.approx(cut.poster.h)
        for length in (cut.border, tile.x, tile.y):
            assert length / POINT == pytest.approx(round(length / POINT), abs=1e-9)


def test_rows_have_letters() -> None:
    assert [row_name(row) for row in (0, 1, 25, 26, 27, 52)] == ["A", "B", "Z", "AA", "AB", "BA"]


def test_a_poster_that_fits_on_one_sheet_needs_no_tiles() -> None:
    for paper, tiles in (("A3", "A3"), ("A4", "A4"), ("A4", "A3"), ("letter", "A3")):
        with pytest.raises(Problem) as found:
            tiling(A3, Choices(paper=paper, tiles=tiles))
        assert found.value.key == "tiles_too_large"


def put_together(pdf: bytes, cut: Tiling, render: Renderer, dpi: int) -> Image.Image:
    """The pictures of the tiles where they lie on the poster; a later one covers the overlap. Of the pixels that the
    edge of the paper divides nothing is kept."""
    scale = dpi / 72 / POINT
    whole = Image.new("RGB", (int(cut.poster.w * scale), int(cut.poster.h * scale)), "red")
    for number, tile in enumerate(cut.tiles, 1):
        left = top = round(cut.border * scale)
        area = (left, top, left + int(tile.w * scale), top + int(tile.h * scale))
        whole.paste(render(pdf, number, dpi).crop(area), (round(tile.x * scale), round(tile.y * scale)))
    return whole


def apart(paper: Paper, tiles: TilePaper, render: Renderer, dpi: int) -> list[int]:
    """How many pixels of the tiles put together differ from the poster's on one page, by 0, 1, 2 … of 255."""
    document = full_workshop()
    choices = Choices(sheets=("sheet:canvas",), paper=paper, links=True, attachment=False)
    cut_choices = replace(choices, tiles=tiles)
    page = printed_pages(document, choices, bundled_fonts(), words()).pages[0]
    poster = render(pdf_bytes(document, choices, bundled_fonts()).data, 0, dpi)
    cut = pdf_bytes(document, cut_choices, bundled_fonts()).data
    whole = put_together(cut, tiling(page, cut_choices), render, dpi)
    assert 0 <= poster.width - whole.width <= 1
    assert 0 <= poster.height - whole.height <= 1
    return differences(whole, poster.crop((0, 0, *whole.size)))


@pytest.mark.skipif(POPPLER is None, reason="needs pdftoppm")
@pytest.mark.parametrize(("paper", "tiles", "dpi"), [("A3", "A4", 72), ("A3", "A4", 216), ("A2", "A4", 144)])
def test_tiles_put_together_are_the_poster_pixel_for_pixel(paper: Paper, tiles: TilePaper, dpi: int) -> None:
    """At 144 an edge of a note on this A3 lies exactly on a quarter of a pixel, Poppler's finest step, and falls to
    either side of it; no edge does at 72 and 216."""
    assert sum(apart(paper, tiles, poppler_page, dpi)[1:]) == 0


@pytest.mark.parametrize(("paper", "tiles"), [("A3", "A4"), ("A2", "A4")])
def test_another_renderer_finds_them_a_step_apart_at_most(paper: Paper, tiles: TilePaper) -> None:
    """PDFium paints a few pixels differently where a tile puts them elsewhere on its page, of these papers at this size
    by one step of 255 and no more."""
    counts = apart(paper, tiles, pdfium_page, 72)
    assert sum(counts[2:]) == 0
    assert counts[1] <= 0.000_1 * sum(counts)


def test_the_board_is_in_the_file_once() -> None:
    choices = Choices(sheets=("sheet:canvas",), paper="A0", tiles="A4", attachment=False)
    pdf = pdf_bytes(full_workshop(), choices, bundled_fonts()).data
    one = pdf_bytes(full_workshop(), Choices(sheets=("sheet:canvas",), attachment=False), bundled_fonts()).data
    assert len(reader_of(pdf).pages) == 1 + 25 + 1
    assert len(pdf) < len(one) + 60_000


def test_every_tile_has_its_label_and_a_bar_of_100_mm() -> None:
    choices = Choices(sheets=("sheet:canvas",), paper="A2", tiles="A4", attachment=False)
    pdf = pdf_bytes(full_workshop(), choices, bundled_fonts()).data
    cover, *tiles, _ = reader_of(pdf).pages
    labels = [f"{row}{column}" for row in "AB" for column in range(1, 5)]
    for label, page in zip(labels, tiles, strict=True):
        text = " ".join(page.extract_text().split())
        assert f"{label} · rij " in text
        assert "100 mm" in text
        content = page.get_contents()
        assert content is not None
        found = re.findall(rb"0 0 (283\.46\d*) 1\.701 re", content.get_data())
        assert [float(width) / 72 * 25.4 for width in found] == pytest.approx([100], abs=0.1)
    assert all(label in cover.extract_text() for label in labels)
    assert "594 bij 420 mm" in cover.extract_text()


def test_the_bar_reaches_no_further_than_100_mm() -> None:
    boxes = [mark for mark in bar_marks(300, 400, bundled_fonts(), words()) if isinstance(mark, Box)]
    assert min(box.x for box in boxes) == 300
    assert max(box.x + box.w for box in boxes) == 300 + BAR == 300 + 100 * 100


def test_a_bar_measured_on_the_picture_of_a_tile() -> None:
    """By a renderer that knows nothing of us: the longest dark row of the lower band, at 40 pixels a millimetre."""
    choices = Choices(sheets=("sheet:canvas",), paper="A2", tiles="A4", attachment=False)
    pdf = pdf_bytes(full_workshop(), choices, bundled_fonts()).data
    points, per_mm = 72 / 25.4, 40
    cut = (0.0, 6 * points, 0.0, 288 * points)  # left, bottom, right, top
    shown = pypdfium2.PdfDocument(pdf)[1].render(scale=per_mm / points, crop=cut).to_pil().convert("L")
    rows = shown.point(lambda value: 1 if value < 128 else 0)
    longest = max(
        len(run) for y in range(shown.height) for run in rows.crop((0, y, shown.width, y + 1)).tobytes().split(b"\0")
    )
    assert longest / per_mm == pytest.approx(100, abs=0.1)


def test_what_does_not_go_on_tiles_comes_behind_them_on_the_same_paper() -> None:
    choices = Choices(sheets=("sheet:canvas",), paper="A2", tiles="A4", parking=True, attachment=False)
    pages = reader_of(pdf_bytes(full_workshop(), choices, bundled_fonts()).data).pages
    assert len(pages) == 1 + 8 + 2
    assert "Parkeerstrook" in pages[-1].extract_text()
    assert {round(float(page.mediabox.width)) for page in pages[-2:]} == {842}
