"""The bar over the board while people stick dots on it themselves: whose turn it is, and how many dots are left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from plakbord.window.voting.dot_row import DotRow
from plakbord.window.voting.parts import push
from plakbord.words import Words

MOST_DRAWN = 8
TOP = 16
"""Pixels from the upper edge of the board."""


class FreeBar(QWidget):
    """Lies over a board until the person is ready."""

    next = Signal()
    ready = Signal()

    def __init__(self, board: QWidget, dots: int, t: Words) -> None:
        super().__init__(board)
        self._board = board
        self._t = t
        self.setObjectName("selectionBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.name, self.dots, self._how = QLabel(), DotRow(dots), QLabel(t("vote.free.how"))
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self._left = QLabel()
        self._how.setObjectName("quiet")
        go_on, end = push("next"), push(primary=True)
        go_on.setText(t("vote.free.next"))
        end.setText(t("vote.free.end"))
        go_on.clicked.connect(self.next)
        end.clicked.connect(self.ready)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        for part in (self.name, self.dots, self._left, self._how, go_on, end):
            row.addWidget(part)
        self.dots.setVisible(dots <= MOST_DRAWN)
        self._left.setVisible(dots > MOST_DRAWN)
        board.installEventFilter(self)

    def show_person(self, person: int, left: int) -> None:
        """Whose turn it is."""
        words = self._t("vote.person", number=person)
        self.name.setText(words)
        self.setAccessibleName(f"{words}: {self._t('vote.left', n=left)}")
        self.dots.show_left(left)
        self._left.setText(self._t("vote.left", n=left))
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays in the middle above."""
        if event.type() == QEvent.Type.Resize and watched is self._board:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self._how.show()
        self.adjustSize()
        if self.width() > self._board.width() - 8:
            self._how.hide()
            self.adjustSize()
        self.move(max(4, (self._board.width() - self.width()) // 2), TOP)
