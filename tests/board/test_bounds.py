"""A mark is never painted outside the room that is reckoned for it."""

from __future__ import annotations

from math import ceil

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from helpers.sample_workshops import bundled_fonts
from plakbord.board.bounds import bounds_of
from plakbord.board.painter import HINTS, MarkPainter
from plakbord.sheet.marks import Box, Disc, Line, Mark, Outline, Text
from plakbord.sheet.text.fit import lay_out

SIDE = 400
LETTERS = "Ǻjĝ ÅÉ qß f fjord ~ Ŋ"

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    "mark",
    [
        Box(100, 120, 150, 90, 20, "#FF0000", "#0000FF", 30),
        Box(100, 120, 150, 90, 0, None, "#0000FF", 1),
        Disc(200, 200, 80, "#FF0000", "#0000FF", 24),
        Line(100, 300, 300, 110, "#FF0000", 40),
        Line(300, 120, 100, 120, "#FF0000", 10),
        Outline(((100, 100), (300, 140), (140, 300)), "#FF0000", "#0000FF", 30),
        Text(100, 120, lay_out(bundled_fonts().regular, LETTERS, 60, 200), "#FF0000"),
        Text(100, 120, lay_out(bundled_fonts().bold, "👩🏽‍🔬 مرحبا", 60, 200), "#FF0000"),
    ],
)
def test_nothing_is_painted_outside_the_bounds(mark: Mark) -> None:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(HINTS)
    MarkPainter().paint(painter, [mark])
    painter.fillRect(whole_pixels(bounds_of(mark)), Qt.GlobalColor.white)
    painter.end()
    blank = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.white)
    assert image == blank


def whole_pixels(bounds: QRectF) -> QRectF:
    left, top = int(bounds.left()), int(bounds.top())
    return QRectF(left, top, ceil(bounds.right()) - left, ceil(bounds.bottom()) - top)
