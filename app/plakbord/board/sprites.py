"""The paper of notes as small pictures, made once for each size, colour and scale. Text is painted over them."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from plakbord.board.painter import HINTS, MarkPainter
from plakbord.sheet import theme
from plakbord.sheet.note import NoteFace

REACH = max(theme.SHADOW_STEPS) * 2
"""How far a note's shadow may stick out, in hundredths of a millimetre."""
_LARGEST = 700
"""Device pixels; a larger note is painted mark by mark."""
_MOST_KEPT = 96


class PaperSprites:
    """Pictures of paper by (w, h, colour, whether it stepped back) at one scale; another scale starts anew."""

    def __init__(self, painter: MarkPainter) -> None:
        self._painter = painter
        self._scale = 0.0
        self._kept: dict[tuple[float, float, str, bool], tuple[QPixmap, int]] = {}

    def sprite(self, face: NoteFace, scale: float) -> tuple[QPixmap, int] | None:
        """The paper of a note and the device pixels it sticks out beyond the note's corner; None when it would be
        large, and painting it directly is as fast."""
        if max(face.w, face.h) * scale > _LARGEST:
            return None
        if scale != self._scale or len(self._kept) > _MOST_KEPT:
            self._scale = scale
            self._kept.clear()
        key = (face.w, face.h, face.color, face.faded)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._made(face, scale)
        return found

    def _made(self, face: NoteFace, scale: float) -> tuple[QPixmap, int]:
        reach = math.ceil(REACH * scale) + 1
        size = math.ceil(face.w * scale) + 2 * reach, math.ceil(face.h * scale) + 2 * reach
        pixmap = QPixmap(*size)
        pixmap.fill(Qt.GlobalColor.transparent)
        brush = QPainter(pixmap)
        brush.setRenderHints(HINTS)
        brush.translate(reach, reach)
        brush.scale(scale, scale)
        self._painter.paint(brush, face.paper)
        brush.end()
        return pixmap, reach
