"""Thin things over the board: guides, links that are being drawn, and the handles of the one selected note."""

from __future__ import annotations

import math
from typing import Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from plakbord.board.camera import Camera
from plakbord.board.surface import SheetSurface
from plakbord.sheet.links import edge_towards
from plakbord.sheet.note import NoteFace
from plakbord.tools.tool import Wire

CORNER = 9
"""Pixels of the corner handle."""
AWAY = 11
"""Pixels of the link handle beyond the note's edge, as the tool has it."""


class Straight(Protocol):
    """A line on the sheet."""

    @property
    def x1(self) -> float: ...
    @property
    def y1(self) -> float: ...
    @property
    def x2(self) -> float: ...
    @property
    def y2(self) -> float: ...


def paint_line(painter: QPainter, line: Straight, camera: Camera, color: str, width: float) -> None:
    """A line of so many device pixels."""
    painter.setPen(QPen(QColor(color), width))
    painter.drawLine(QPointF(*camera.device(line.x1, line.y1)), QPointF(*camera.device(line.x2, line.y2)))


def line_rect(line: Straight, camera: Camera) -> QRect:
    """The device pixels a line can touch."""
    (x1, y1), (x2, y2) = camera.device(line.x1, line.y1), camera.device(line.x2, line.y2)
    return QRectF(QPointF(x1, y1), QPointF(x2, y2)).normalized().toAlignedRect().adjusted(-4, -4, 4, 4)


def paint_wire(painter: QPainter, wire: Wire, surface: SheetSurface, camera: Camera, accent: str) -> None:
    """A link on its way to another note, which lights up."""
    start = surface.face(wire.start)
    if start is None:
        return
    painter.setPen(QPen(QColor(accent), 2.5))
    begin = QPointF(*camera.device(*edge_towards(start, wire.x, wire.y)))
    painter.drawLine(begin, QPointF(*camera.device(wire.x, wire.y)))
    painter.setBrush(QColor(accent))
    painter.drawEllipse(begin, 4, 4)
    end = surface.face(wire.end) if wire.end else None
    if end is not None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        x, y = camera.device(end.x, end.y)
        painter.drawRoundedRect(QRectF(x - 3, y - 3, end.w * camera.scale + 6, end.h * camera.scale + 6), 4, 4)


def wire_rect(wire: Wire, surface: SheetSurface, camera: Camera) -> QRect:
    """The device pixels that a link on its way can touch."""
    x, y = camera.device(wire.x, wire.y)
    rect = QRectF(x, y, 1, 1)
    for note_id in (wire.start, wire.end):
        face = surface.face(note_id) if note_id else None
        if face is not None:
            left, top = camera.device(face.x, face.y)
            rect = rect.united(QRectF(left, top, face.w * camera.scale, face.h * camera.scale))
    return rect.toAlignedRect().adjusted(-8, -8, 8, 8)


def paint_handles(painter: QPainter, face: NoteFace, camera: Camera, ratio: float, accent: str) -> None:
    """The corner that makes a note larger, and the dot from which a link is drawn; a small lock when it is locked."""
    right, bottom = camera.device(face.x + face.w, face.y + face.h)
    _, top = camera.device(face.x, face.y)
    painter.setPen(QPen(QColor(accent), 1.5 * ratio))
    painter.setBrush(QColor("#FFFFFF"))
    if not face.locked:
        size = CORNER * ratio
        painter.drawRoundedRect(QRectF(right - size / 2, bottom - size / 2, size, size), 2 * ratio, 2 * ratio)
    painter.drawEllipse(QPointF(right + AWAY * ratio, (top + bottom) / 2), 5 * ratio, 5 * ratio)


def handles_rect(face: NoteFace, camera: Camera, ratio: float) -> QRect:
    """The device pixels the handles can touch."""
    right, bottom = camera.device(face.x + face.w, face.y + face.h)
    _, top = camera.device(face.x, face.y)
    reach = math.ceil((AWAY + CORNER + 6) * ratio)
    return QRectF(right - reach, top - 4, 2 * reach, bottom - top + reach + 4).toAlignedRect()
