"""A calm dialog with a heading, a sentence and a column of cards; what stands on the cards is for who fills it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from plakbord.window.breaking import breakable

WIDTH, TALLEST, AROUND = 720, 560, 176
"""Pixels: of the whole dialog, at most, and what stands above and below the cards."""


def heading(words: str) -> QLabel:
    """A line in large letters."""
    label = plain(words)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 1.35)
    font.setBold(True)
    label.setFont(font)
    return label


def plain(words: str, quiet: bool = False, bold: bool = False) -> QLabel:
    """Words as they are, over as many lines as they need."""
    label = QLabel(breakable(words))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setObjectName("quiet" if quiet else "")
    font = label.font()
    font.setBold(bold)
    label.setFont(font)
    return label


def button(words: str, default: bool = False) -> QPushButton:
    """A button; Enter presses the default one."""
    made = QPushButton(words)
    made.setAutoDefault(default)
    made.setDefault(default)
    return made


class Card(QFrame):
    """Something to decide about: words at the left, buttons at the right."""

    def __init__(self, title: str, lines: list[str], buttons: list[QPushButton]) -> None:
        super().__init__()
        self.setObjectName("card")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(plain(title, bold=True))
        for line in lines:
            words.addWidget(plain(line, quiet=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for each in buttons:
            row.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)


class CardsDialog(QDialog):
    """Heading, sentence, cards, and a row of buttons below."""

    def __init__(self, parent: QWidget, title: str, sentence: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(8)
        column = QWidget()
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._cards)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidget(column)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._below = QHBoxLayout()
        self._below.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(heading(title))
        whole.addWidget(plain(sentence))
        whole.addWidget(area, 1)
        whole.addLayout(self._below)
        self._column = column
        self.setMinimumWidth(WIDTH)

    def add_card(self, card: Card) -> None:
        """Puts a card below the others."""
        self._cards.addWidget(card)

    def add_below(self, each: QPushButton) -> None:
        """Puts a button at the bottom."""
        self._below.addWidget(each)

    def fit(self) -> None:
        """As high as the cards need, within reason."""
        layout = self._column.layout()
        cards = layout.totalHeightForWidth(WIDTH - 48) if layout is not None else 0
        self.resize(WIDTH, min(TALLEST, AROUND + cards))
