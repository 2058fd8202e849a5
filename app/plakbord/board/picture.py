"""A page as a picture of pixels, for files and for small previews."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from plakbord.board.painter import HINTS, MarkPainter
from plakbord.sheet.marks import Page

INCH = 2540
"""Hundredths of a millimetre."""


def picture_of(page: Page, dpi: float, painter: MarkPainter) -> QImage:
    """The page on white at so many pixels an inch. MemoryError when the picture would be too large to make."""
    scale = dpi / INCH
    size = max(1, round(page.w * scale)), max(1, round(page.h * scale))
    image = QImage(*size, QImage.Format.Format_RGB32)
    if image.isNull():
        raise MemoryError(f"no room for a picture of {size[0]} by {size[1]} pixels")
    image.setDotsPerMeterX(round(dpi * 10_000 / 254))
    image.setDotsPerMeterY(round(dpi * 10_000 / 254))
    image.fill(Qt.GlobalColor.white)
    brush = QPainter(image)
    brush.setRenderHints(HINTS)
    brush.scale(scale, scale)
    painter.paint(brush, page.marks)
    brush.end()
    return image
