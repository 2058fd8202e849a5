"""What every part of the panel for sharing works with, and the small pieces they are made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QListWidget, QPushButton, QVBoxLayout, QWidget

from canvas_files.problems import Problem
from plakbord.live.sharing import Sharing
from plakbord.window.cards import plain
from plakbord.window.icons import SIZE
from plakbord.window.share.window import ShareWindow

AROUND_ROWS = 14
"""Pixels of a list besides its rows."""


class Host:
    """The one who shares: made anew when the words, the icons or the workshop are others. `after` is called when
    something was done here."""

    def __init__(self, sharing: Sharing, window: ShareWindow, after: Callable[[], None]) -> None:
        self.sharing = sharing
        self.window = window
        self.t = window.t
        self.icons = window.icons
        self._after = after

    def do(self, work: Callable[[], object]) -> None:
        """Does it, or says why that cannot be."""
        try:
            work()
        except Problem as problem:
            self.window.tell(problem)
        self._after()
        self.window.refresh_soon()

    def button(self, words: str, icon: str, work: Callable[[], object], primary: bool = False) -> QPushButton:
        """A button with an icon that does something."""
        made = QPushButton(words)
        made.setAutoDefault(primary)
        made.setDefault(primary)
        if icon:
            made.setIcon(self.icons(icon))
            made.setIconSize(QSize(SIZE, SIZE))
        made.clicked.connect(lambda: self.do(work))
        return made

    def tick(self, words: str, work: Callable[[bool], object]) -> QCheckBox:
        """A box to tick; `work` gets whether it is on now."""
        made = QCheckBox(words)
        made.clicked.connect(lambda on: self.do(lambda: work(on)))
        return made


class Part(QWidget):
    """A piece of the panel, under a heading of its own. `refresh` brings up to date what it shows."""

    def __init__(self, host: Host, title: str = "") -> None:
        super().__init__()
        self.host = host
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        if title:
            self.column.addWidget(plain(title, bold=True))

    def refresh(self) -> None:
        """Something may look different now."""


def set_words(part: QPushButton | QCheckBox, words: str) -> None:
    """Other words on a button; the same again costs nothing."""
    if part.text() != words:
        part.setText(words)


def fit_rows(rows: QListWidget, tallest: int) -> None:
    """A list as high as its rows, within reason."""
    needed = AROUND_ROWS
    for row in range(rows.count()):
        if needed >= tallest:
            break  # a room full of people is not measured one by one
        needed += max(0, rows.sizeHintForRow(row))
    rows.setFixedHeight(min(tallest, needed))
