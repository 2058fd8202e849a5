"""The sheet on screen and the sheet on paper are one picture: Qt's painting beside that of PDF renderers.

Pictures are compared at 150 dots an inch; a difference is that of the channel that differs most, from 0 to 255.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image
from PySide6.QtGui import QImage, QPainter

from helpers.pdf_pictures import MUTOOL, differences, mutool_picture, pdfium_picture, pillow
from helpers.sample_pages import FONTS, canvas_page, hard_page, shapes_page
from plakbord.board.painter import HINTS, MarkPainter
from plakbord.board.picture import picture_of
from plakbord.poster.pdf import About, write_pdf
from plakbord.sheet.marks import Page
from plakbord.sheet.text.fonts import Fonts

DPI = 150
ABOUT = About("Proef", "", "", "nl-NL", datetime(2026, 11, 21, 12, tzinfo=UTC))
PAGES: tuple[Callable[[Fonts], Page], ...] = (
    lambda fonts: canvas_page(fonts, 60),
    hard_page,
    lambda _: shapes_page(),
)

pytestmark = pytest.mark.usefixtures("qapp")


class Sheet(NamedTuple):
    """A page, its PDF, and its size at DPI in pixels."""

    page: Page
    pdf: bytes
    size: tuple[int, int]


@pytest.fixture(scope="module", params=PAGES, ids=["canvas", "hard texts", "shapes"])
def sheet(request: pytest.FixtureRequest) -> Sheet:
    page = request.param(Fonts(FONTS))
    out = BytesIO()
    write_pdf(out, [page], ABOUT)
    return Sheet(page, out.getvalue(), (round(page.w * DPI / 2540), round(page.h * DPI / 2540)))


def painted(page: Page, *, exact: bool) -> Image.Image:
    return pillow(picture_of(page, DPI, MarkPainter(exact=exact)))


def share_above(limit: int, one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ by more."""
    counts = differences(one, other)
    return sum(counts[limit + 1 :]) / sum(counts)


def test_the_exact_painter_paints_what_is_printed(sheet: Sheet) -> None:
    """Nothing is rounded to pixels on either side, so this holds text and shapes to the same fraction of a pixel."""
    printed = pdfium_picture(sheet.pdf, sheet.size, DPI, finer=4)
    on_screen = painted(sheet.page, exact=True)
    assert share_above(96, on_screen, printed) <= 0.000_01
    assert share_above(32, on_screen, printed) <= 0.000_2


def test_the_board_paints_what_a_pdf_viewer_shows(sheet: Sheet) -> None:
    """Both put glyphs on whole pixels, each in its own way."""
    shown = pdfium_picture(sheet.pdf, sheet.size, DPI, finer=1)
    assert share_above(96, painted(sheet.page, exact=False), shown) <= 0.000_1


def test_mupdf_agrees_where_it_is_installed(sheet: Sheet, tmp_path: Path) -> None:
    if MUTOOL is not None:
        shown = mutool_picture(sheet.pdf, sheet.size, DPI, tmp_path)
        assert share_above(96, painted(sheet.page, exact=False), shown) <= 0.000_1


def test_a_difference_of_a_quarter_of_a_pixel_is_seen(sheet: Sheet) -> None:
    """The comparison itself: pages moved by 0.04 mm do not pass for equal."""
    page = sheet.page
    moved = pillow(_moved(page, 4.2))
    printed = pdfium_picture(sheet.pdf, sheet.size, DPI, finer=4)
    assert share_above(32, moved, printed) > 0.000_4


def _moved(page: Page, by: float) -> QImage:
    image = picture_of(Page(page.w, page.h, ()), DPI, MarkPainter())
    brush = QPainter(image)
    brush.setRenderHints(HINTS)
    brush.scale(DPI / 2540, DPI / 2540)
    brush.translate(by, by)
    MarkPainter(exact=True).paint(brush, page.marks)
    brush.end()
    return image
