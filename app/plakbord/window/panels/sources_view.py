"""The table of sources: sorted by a click on a heading, filtered by what is typed above it, changed in place with Enter
or F2, and in step with what is selected on the board."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from canvas_files import facts
from canvas_files.facts import BEST_QUALITY, BY_NAME
from plakbord.window.panels.fact_fields import OfferingLine
from plakbord.window.panels.own_keys import OwnKeys
from plakbord.window.panels.sources_model import COLUMNS, NAME, NOTE_ID, SourcesModel
from plakbord.window.still_box import StillBox
from plakbord.words import Words

Index = QModelIndex | QPersistentModelIndex
_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2})
_WIDEST = 220


class Sorted(QSortFilterProxyModel):
    """Rows in the order of a column, and only those with every word that is looked for in one of their cells."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._wanted: tuple[str, ...] = ()
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setSortLocaleAware(True)

    def look_for(self, words: str) -> None:
        """Shows only rows with these words."""
        self._wanted = tuple(facts.key_of(words).split())
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        model = self.sourceModel()
        if not self._wanted or model is None:
            return True
        cells = (model.index(row, column, parent).data() or "" for column in range(model.columnCount()))
        text = facts.key_of(" ".join(cells))
        return all(word in text for word in self._wanted)


class FactDelegate(QStyledItemDelegate):
    """Gives every column the field that fits it."""

    def __init__(self, table: QTableView, t: Words) -> None:
        super().__init__(table)
        self._t = t

    def createEditor(self, parent: QWidget, _: QStyleOptionViewItem, index: Index) -> QWidget:
        name = COLUMNS[index.column()]
        fact = BY_NAME.get(name)
        if fact is None:
            line = QLineEdit(parent)
            OwnKeys(line, line)
            return line
        if fact.form in ("line", "list"):
            model = _source(index)
            return OfferingLine(fact, model.inventory.known_values if model is not None else lambda _: [], parent)
        box = StillBox(parent)
        OwnKeys(box, box, box.view())
        box.addItem("", "")
        for value, words in self._choices(index, name):
            box.addItem(words, value)
        box.activated.connect(lambda _: self._done(box))
        return box

    def _choices(self, index: Index, name: str) -> list[tuple[str, str]]:
        fact = BY_NAME[name]
        if fact.form == "scale":
            return [(str(step), str(step)) for step in range(1, BEST_QUALITY + 1)]
        if fact.form == "choice":
            return [(choice, self._t(f"lens.choice.{choice}")) for choice in fact.choices]
        model = _source(index)
        note = model.inventory.index.notes.get(str(index.data(NOTE_ID))) if model is not None else None
        there = model.inventory.block(note) if model is not None and note is not None else None
        return [(term.id, term.name(self._t.language)) for term in there[1].journey()] if there is not None else []

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(value)))
        elif isinstance(editor, QLineEdit):
            editor.setText(" ".join(value.split()) if COLUMNS[index.column()] == NAME else value)

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            before = str(index.data(Qt.ItemDataRole.EditRole) or "")
            if editor.text() != " ".join(before.split()) or COLUMNS[index.column()] != NAME:
                model.setData(index, editor.text())


def _source(index: Index) -> SourcesModel | None:
    """The model of sources behind an index of the sorted rows."""
    model = index.model()
    found = model.sourceModel() if isinstance(model, QSortFilterProxyModel) else model
    return found if isinstance(found, SourcesModel) else None


class Sources(QTableView):
    """The table itself; Enter and F2 change the cell that the keyboard is at, whatever the window has them for."""

    def __init__(self) -> None:
        super().__init__()
        OwnKeys(self, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS and self.currentIndex().isValid():
            if self.state() != QAbstractItemView.State.EditingState:  # Enter in a field comes here, too
                self.edit(self.currentIndex())
            return
        super().keyPressEvent(event)


class SourcesView(QWidget):
    """The table with its filter. `chosen` tells which sources are selected, `wanted` which one is double-clicked in a
    cell that cannot be changed."""

    chosen = Signal(list)

    def __init__(self, t: Words) -> None:
        super().__init__()
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.table = Sources()
        self._following = False
        self.rows = Sorted(self)
        self.table.setModel(self.rows)
        self.table.setItemDelegate(FactDelegate(self.table, t))
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.filter.textChanged.connect(self.rows.look_for)
        self.filter.setPlaceholderText(t("inventory.filter"))
        self.filter.setAccessibleName(t("inventory.filter"))
        self.table.setAccessibleName(t("inventory.sources"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._choose())

    def show_model(self, model: SourcesModel) -> None:
        """Shows the sources of a workshop."""
        self.rows.setSourceModel(model)
        self.table.resizeColumnsToContents()
        for column in range(len(COLUMNS)):
            self.table.setColumnWidth(column, min(self.table.columnWidth(column) + 8, _WIDEST))

    def _choose(self) -> None:
        if not self._following:
            rows = self.table.selectionModel().selectedRows()
            self.chosen.emit([str(index.data(NOTE_ID)) for index in rows])

    def show_chosen(self, note_ids: frozenset[str]) -> None:
        """Selects the rows of the notes that are selected on the board."""
        selection = self.table.selectionModel()
        if {str(index.data(NOTE_ID)) for index in selection.selectedRows()} == note_ids:
            return
        self._following = True
        selection.clearSelection()
        for row in range(self.rows.rowCount()):
            index = self.rows.index(row, 0)
            if str(index.data(NOTE_ID)) in note_ids:
                selection.select(index, selection.SelectionFlag.Select | selection.SelectionFlag.Rows)
                selection.setCurrentIndex(index, selection.SelectionFlag.NoUpdate)
                self.table.scrollTo(index)
        self._following = False
