"""Marks with QPainter: colours, edges, order, and what is left out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from plakbord.board.painter import HINTS, MarkPainter
from plakbord.sheet.marks import Box, Disc, Line, Mark, Outline

pytestmark = pytest.mark.usefixtures("qapp")

RED, BLUE, WHITE = "#ff0000", "#0000ff", "#ffffff"


def colors_of(*marks: Mark, at: list[tuple[int, int]]) -> list[str]:
    """The colours of pixels after painting marks on white, a unit a pixel."""
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(HINTS)
    MarkPainter().paint(painter, marks)
    assert painter.worldTransform() == QTransform()
    painter.end()
    return [QColor(image.pixel(*place)).name() for place in at]


def test_a_box_is_filled_and_its_edge_is_centred_on_its_outline() -> None:
    box = Box(20, 20, 60, 60, 0, RED, BLUE, 10)
    assert colors_of(box, at=[(50, 50), (16, 50), (24, 50), (13, 50), (26, 50)]) == [RED, BLUE, BLUE, WHITE, RED]
    assert colors_of(box, at=[(15, 15)]) == [BLUE]  # a square box has square corners


def test_the_corners_of_a_box_are_round() -> None:
    assert colors_of(Box(0, 0, 100, 100, 50, RED), at=[(2, 2), (50, 50), (12, 12), (16, 16)]) == [
        WHITE,
        RED,
        WHITE,
        RED,
    ]


def test_later_marks_cover_earlier_ones() -> None:
    assert colors_of(Box(0, 0, 50, 50, 0, RED), Disc(25, 25, 20, BLUE), at=[(25, 25), (2, 2)]) == [BLUE, RED]


def test_an_edge_alone_leaves_the_inside_as_it_was() -> None:
    assert colors_of(Disc(50, 50, 30, None, RED, 6), at=[(50, 50), (50, 20)]) == [WHITE, RED]


def test_a_line_ends_flat() -> None:
    assert colors_of(Line(20, 50, 80, 50, RED, 10), at=[(20, 50), (79, 46), (18, 50), (81, 50)]) == [
        RED,
        RED,
        WHITE,
        WHITE,
    ]


def test_an_outline_that_crosses_itself_is_filled_whole() -> None:
    star = ((50, 5), (78, 90), (5, 38), (95, 38), (22, 90))
    assert colors_of(Outline(star, RED), at=[(50, 50)]) == [RED]


def test_corners_of_an_outline_are_joined_round() -> None:
    sharp = Outline(((10, 50), (90, 45), (90, 55)), None, RED, 8)
    assert colors_of(sharp, at=[(8, 50), (1, 50)]) == [RED, WHITE]


@pytest.mark.parametrize(
    "mark",
    [
        Box(10, 10, 80, 80, 0, None, RED, 0),
        Disc(50, 50, 40, None, RED, 0),
        Line(0, 50, 99, 50, RED, 0),
        Outline(((10, 10), (90, 10), (50, 90)), None, RED, 0),
        Outline((), RED),
    ],
)
def test_an_edge_without_width_is_not_there(mark: Mark) -> None:
    everywhere = [(x, y) for x in range(100) for y in range(100)]
    assert set(colors_of(mark, at=everywhere)) == {WHITE}
