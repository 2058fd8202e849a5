"""The options one by one, large, before the vote: the room reads them together so that everybody votes on the same
thing. Nothing is changed here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from canvas_files.records import Option
from plakbord.sheet import theme
from plakbord.window.cards import plain
from plakbord.window.icons import Icons
from plakbord.window.voting.cover import BigWords, Cover
from plakbord.window.voting.parts import push
from plakbord.words import Words

FORWARD = (
    Qt.Key.Key_Right,
    Qt.Key.Key_Down,
    Qt.Key.Key_Space,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)
"""Also the keys of the clickers with which people show slides."""


class ReadThrough(Cover):
    """Shows one option at a time; past the last it is over."""

    def __init__(self, window: QWidget, title: str, options: Sequence[Option], t: Words, icons: Icons) -> None:
        super().__init__(window, t("vote.read"))
        self._t = t
        self._options = list(options)
        self.at = 0
        self.words = BigWords()
        self._paper = QWidget()
        self._paper.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._number, self._count = QLabel(), plain("", quiet=True)
        self._number.setObjectName("bigNumber")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._back, self._next, self._close = push("back"), push(primary=True), push("close")
        self._lay_out(title, icons)
        self.show_option(0)

    def show_option(self, at: int) -> None:
        """Shows the option at a place, counted from 0."""
        self.at = max(0, min(at, len(self._options) - 1))
        option, t = self._options[self.at], self._t
        color = theme.note_color(option.color)
        self._paper.setObjectName("bigNote")
        self._paper.setStyleSheet(
            f"#bigNote {{ background: {color.fill}; border: 1px solid {color.edge}; border-radius: 6px; }}"
            f"#bigNote QLabel, #bigNote QWidget {{ background: {color.fill}; color: {theme.INK}; }}"
        )
        self.words.say(option.text)
        self._number.setText(str(option.number))
        self._count.setText(t("vote.read.count", n=self.at + 1, of=len(self._options)))
        self._back.setEnabled(self.at > 0)
        last = self.at == len(self._options) - 1
        self._next.setText(t("vote.read.end" if last else "vote.next"))
        self.setAccessibleDescription(f"{option.number}. {option.text}")

    def press(self, event: QKeyEvent) -> bool:
        if event.key() in FORWARD:
            self._go_on()
        elif event.key() in BACK:
            self.show_option(self.at - 1)
        elif event.key() == Qt.Key.Key_Home:
            self.show_option(0)
        elif event.key() == Qt.Key.Key_End:
            self.show_option(len(self._options) - 1)
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere goes on, as with slides."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go_on()

    def _go_on(self) -> None:
        if self.at + 1 < len(self._options):
            self.show_option(self.at + 1)
        else:
            self.leave()

    def _lay_out(self, title: str, icons: Icons) -> None:
        t = self._t
        heading = plain(title, bold=True)
        heading.setObjectName("coverTitle")
        self._close.setText(t("vote.read.close"))
        self._back.setText(t("vote.back"))
        self._close.setIcon(icons("x"))
        for button, do in ((self._back, lambda: self.show_option(self.at - 1)), (self._next, self._go_on)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys are those of slides
            button.clicked.connect(lambda _=False, do=do: do())
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.leave)
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self._close)
        note = QVBoxLayout(self._paper)
        note.setContentsMargins(40, 24, 40, 40)
        note.addWidget(self._number)
        note.addWidget(self.words, 1)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self._back)
        below.addWidget(self._count, 1)
        below.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 32, 48, 32)
        column.setSpacing(24)
        column.addLayout(head)
        column.addWidget(self._paper, 1)
        column.addLayout(below)
