"""The options of a round as a list with one person's own dots: for who votes by keyboard or ear, and for options on
sheets that are not in view."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from canvas_files.rounds import Round
from plakbord.sheet.spoken import first_line
from plakbord.words import Words

DOT = "●"
PLACE = (Qt.Key.Key_Plus, Qt.Key.Key_Space, Qt.Key.Key_Right)
TAKE = (Qt.Key.Key_Minus, Qt.Key.Key_Delete, Qt.Key.Key_Left)


class BallotList(QListWidget):
    """Tells on which option, by its note, a dot is to be placed or taken back."""

    placed = Signal(str)
    taken = Signal(str)
    looked_at = Signal(str)

    def __init__(self, voted_in: Round, t: Words) -> None:
        super().__init__()
        self.setObjectName("ballotList")
        self._round = voted_in
        self._t = t
        self.setWordWrap(True)
        self.setAccessibleName(t("vote.ballot"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for option in voted_in.options:
            self.addItem(QListWidgetItem(f"{option.number}  {first_line(option.text)}"))
        self.itemClicked.connect(lambda item: self.looked_at.emit(self._note(item)))
        self.itemDoubleClicked.connect(lambda item: self.placed.emit(self._note(item)))
        self.setCurrentRow(0)

    def show_ballot(self, ballot: Mapping[str, int]) -> None:
        """Shows the person's own dots."""
        for row, option in enumerate(self._round.options):
            own = ballot.get(option.note, 0)
            item = self.item(row)
            words = f"{option.number}  {first_line(option.text)}"
            item.setText(f"{words}\n{DOT * own}" if own else words)
            spoken = f"{option.number}: {' '.join(option.text.split())}"
            said = f"{spoken}, {self._t('vote.dots.count', n=own)}" if own else spoken
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in PLACE and item is not None:
            self.placed.emit(self._note(item))
        elif event.key() in TAKE and item is not None:
            self.taken.emit(self._note(item))
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()  # digits are numbers of options, whatever has the keyboard

    def _note(self, item: QListWidgetItem) -> str:
        return self._round.options[self.row(item)].note
