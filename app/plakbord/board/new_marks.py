"""A dot on the upper edge of notes that came in from phones and that nobody here has looked at, like a pin; on screen
only. The corners have other marks: numbers, colours, locks."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from plakbord.board.camera import Camera
from plakbord.sheet.note import NoteFace

RADIUS = 6.0
"""Pixels on the screen, at every zoom: it has to be seen from afar."""


def paint_new(
    painter: QPainter, fresh: Collection[str], faces: Mapping[str, NoteFace], camera: Camera, ratio: float, accent: str
) -> None:
    """Paints them over the sheet, in device pixels."""
    found = [face for note_id in fresh if (face := faces.get(note_id)) is not None]
    if not found:
        return
    painter.setPen(QPen(QColor("#FFFFFF"), 2 * ratio))
    painter.setBrush(QColor(accent))
    for face in found:
        painter.drawEllipse(QPointF(*camera.device(face.x + face.w / 2, face.y)), RADIUS * ratio, RADIUS * ratio)
