"""A page as a picture of pixels."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from plakbord.board.painter import MarkPainter
from plakbord.board.picture import picture_of
from plakbord.sheet.marks import Box, Page

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_picture_is_as_large_as_the_page_at_its_dots_an_inch() -> None:
    picture = picture_of(Page(42_000, 29_700, ()), 150, MarkPainter())
    assert (picture.width(), picture.height()) == (2480, 1754)
    assert picture.dotsPerMeterX() == 5906


def test_paper_is_white_where_nothing_is_painted() -> None:
    picture = picture_of(Page(2540, 2540, (Box(1270, 0, 1270, 2540, 0, "#FF0000"),)), 50, MarkPainter())
    assert [QColor(picture.pixel(x, 25)).name() for x in (0, 24, 25, 49)] == [
        "#ffffff",
        "#ffffff",
        "#ff0000",
        "#ff0000",
    ]


def test_the_smallest_picture_is_one_pixel() -> None:
    assert picture_of(Page(1, 1, ()), 10, MarkPainter()).width() == 1


def test_a_picture_too_large_to_make_is_refused() -> None:
    with pytest.raises(MemoryError, match="pixels"):
        picture_of(Page(42_000, 29_700, ()), 1e6, MarkPainter())
