"""A QR code on white, as large as there is room for, every square the same number of pixels."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from plakbord.live.qr import qr_rows
from plakbord.sheet import theme

SMALLEST = 160


class QrCode(QWidget):
    """Dark on white in every theme: that is what cameras read best."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._rows: tuple[tuple[bool, ...], ...] = ()
        self.setMinimumSize(SMALLEST, SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_text(self, text: str, name: str) -> None:
        """The address in it, and what the picture is called for those who do not see it."""
        self.setAccessibleName(name)
        if text != self._text:
            self._text = text
            self._rows = qr_rows(text) if text else ()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, 220)

    def heightForWidth(self, width: int) -> int:
        return width

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        count = len(self._rows)
        if not count:
            return
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        square = max(1, min(width, height) // count)
        left, top = (width - square * count) // 2, (height - square * count) // 2
        painter.fillRect(QRect(left, top, square * count, square * count), QColor(theme.SHEET))
        ink = QColor("#000000")
        for row, squares in enumerate(self._rows):
            for column, dark in enumerate(squares):
                if dark:
                    painter.fillRect(left + column * square, top + row * square, square, square, ink)
        painter.end()
