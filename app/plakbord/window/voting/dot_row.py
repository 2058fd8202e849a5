"""A person's dots in a row: those that are left are full, those that were placed are empty."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from plakbord.sheet import theme

SIDE, GAP = 22, 6


class DotRow(QWidget):
    """Shows how many of so many dots are left; what it says in words is for who shows it."""

    def __init__(self, dots: int) -> None:
        super().__init__()
        self._dots = dots
        self.left = dots
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_left(self, left: int) -> None:
        """So many are left."""
        self.left = left
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._dots * (SIDE + GAP), SIDE + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        quiet = self.palette().color(QPalette.ColorRole.Mid)
        for number in range(self._dots):
            middle = QPointF(number * (SIDE + GAP) + SIDE / 2, self.height() / 2)
            if number < self.left:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.VOTE))
                painter.drawEllipse(middle, SIDE / 2 - 1, SIDE / 2 - 1)
            else:
                painter.setPen(QPen(quiet, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(middle, SIDE / 2 - 2, SIDE / 2 - 2)
        painter.end()
