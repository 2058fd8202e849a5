"""The padlock that is painted on a locked note."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


def paint_lock(painter: QPainter, x: float, y: float, size: float) -> None:
    """A small padlock with its lower right corner at (x, y)."""
    ink = QColor("#5B6470")
    painter.setPen(QPen(ink, max(1.0, size * 0.13)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(x - size * 0.78, y - size, size * 0.56, size * 0.9), 0, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRoundedRect(QRectF(x - size, y - size * 0.55, size, size * 0.55), size * 0.1, size * 0.1)
