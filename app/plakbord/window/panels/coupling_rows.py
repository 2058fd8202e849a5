"""What a data note is coupled with, a row each: the other note, how, and a cross; below them the place to choose
another note to couple with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from canvas_files.facts import HOWS, key_of
from canvas_files.inventory import Inventory
from canvas_files.telling import how_words, named
from plakbord.window.icons import Icons
from plakbord.window.panels.own_keys import OwnKeys
from plakbord.window.still_box import StillBox
from plakbord.words import Words

Shown = tuple[tuple[str, str, str], ...]
"""Of every row the other note, its name and how they are coupled."""


class CouplingRows(QWidget):
    """Tells which note is to be coupled and how; an empty way takes a coupling away."""

    said = Signal(str, str)
    wants_note = Signal(str)

    def __init__(self, t: Words, icons: Icons) -> None:
        super().__init__()
        self._t = t
        self._icons = icons
        self._shown: Shown | None = None
        self._others: tuple[tuple[str, str], ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.add = StillBox()
        self.add.setEditable(True)
        self.add.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.add.setAccessibleName(t("lens.couple_with"))
        self.add.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.add.activated.connect(self._chosen)
        line, completer = self.add.lineEdit(), self.add.completer()
        if line is not None and completer is not None:
            line.setPlaceholderText(t("lens.couple_with"))
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            OwnKeys(self, self.add, self.add.view(), line, *filter(None, [completer.popup()]))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(self._rows)
        whole.addWidget(self.add)

    def show_note(self, inventory: Inventory, note_id: str) -> None:
        """Shows the couplings of a note, and which notes it can be coupled with."""
        t = self._t
        coupled = tuple(
            (other.id, named(inventory, other.id, t), link.how) for link, other in inventory.coupled_with(note_id)
        )
        if coupled != self._shown:
            self._shown = coupled
            self._make(coupled)
        taken = {note_id, *(other for other, _, _ in coupled)}
        notes = inventory.of_role("data_source", "data_item", "kpi", "automation")
        others = sorted(
            ((note.id, named(inventory, note.id, t)) for note in notes if note.id not in taken),
            key=lambda pair: (key_of(pair[1]), pair[0]),
        )
        self._offer(tuple(others))

    def _offer(self, others: Sequence[tuple[str, str]]) -> None:
        if tuple(others) != self._others:
            self._others = tuple(others)
            self.add.clear()
            for note_id, name in others:
                self.add.addItem(name, note_id)
        if not self.add.hasFocus():
            self.add.setCurrentIndex(-1)
            self.add.clearEditText()

    def _make(self, coupled: Shown) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for other, name, how in coupled:
            self._rows.addWidget(self._row(other, name, how))

    def _row(self, other: str, name: str, how: str) -> QWidget:
        t, row = self._t, QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        words = QLabel(name)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        box = StillBox()
        for each in HOWS:
            box.addItem(how_words(each, t), each)
        if box.findData(how) < 0:
            box.addItem(how, how)
        box.setCurrentIndex(box.findData(how))
        box.setAccessibleName(t("lens.coupled_how", name=name))
        OwnKeys(box, box, box.view())
        box.activated.connect(lambda _: self.said.emit(other, str(box.currentData())))
        cross = QToolButton()
        cross.setObjectName("panelClose")
        cross.setIcon(self._icons("x"))
        cross.setAccessibleName(t("lens.uncouple", name=name))
        cross.setToolTip(t("action.lens.uncouple"))
        cross.clicked.connect(lambda: self.said.emit(other, ""))
        line.addWidget(words, 1)
        line.addWidget(box)
        line.addWidget(cross)
        return row

    def _chosen(self, index: int) -> None:
        note_id = self.add.itemData(index)
        if note_id:
            self.add.clearEditText()
            self.said.emit(str(note_id), "wanted")
