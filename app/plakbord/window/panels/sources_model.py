"""The sources of the workshop as rows of a table that can be changed in place. Words are made when they are looked at,
so that a change of one source costs one row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from canvas_files import facts
from canvas_files.inventory import Inventory
from canvas_files.plain_text import note_text
from canvas_files.problems import Problem
from canvas_files.records import Note
from canvas_files.store import Store
from canvas_files.telling import block_name, coupled_words, fact_words, named
from plakbord.words import Words

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
NAME, BLOCK, COUPLED = "name", "block", "coupled"
COLUMNS = (
    NAME,
    "system",
    "items",
    COUPLED,
    "owner",
    "registered",
    "refresh",
    "quality",
    "personal",
    "phase",
    "cost",
    BLOCK,
)
READ_ONLY = (BLOCK, COUPLED)
NOTE_ID = Qt.ItemDataRole.UserRole


class SourcesModel(QAbstractTableModel):
    """A row for each source, a column for each fact; `tell` says what is wrong with what was typed."""

    def __init__(
        self, inventory: Inventory, store: Store, t: Words, tell: Callable[[Problem], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.inventory = inventory
        self._store = store
        self._t = t
        self._tell = tell
        self._ids = [note.id for note in inventory.sources()]

    def renew(self, changed: Iterable[str]) -> None:
        """Brings the rows up to date; `changed` are the notes whose words may be others."""
        ids = [note.id for note in self.inventory.sources()]
        if ids != self._ids:
            self._reorder(ids)
        rows = {note_id: row for row, note_id in enumerate(self._ids)}
        for note_id in changed:
            if note_id in rows:
                row = rows[note_id]
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def _reorder(self, ids: list[str]) -> None:
        gone = set(self._ids) - set(ids)
        for row in reversed([row for row, note_id in enumerate(self._ids) if note_id in gone]):
            self.beginRemoveRows(ROOT, row, row)
            del self._ids[row]
            self.endRemoveRows()
        there = set(self._ids)
        for note_id in (each for each in ids if each not in there):
            self.beginInsertRows(ROOT, len(self._ids), len(self._ids))
            self._ids.append(note_id)
            self.endInsertRows()
        if ids != self._ids:
            self.layoutAboutToBeChanged.emit()
            at = {note_id: row for row, note_id in enumerate(ids)}
            for index in self.persistentIndexList():
                self.changePersistentIndex(index, self.index(at[self._ids[index.row()]], index.column()))
            self._ids = ids
            self.layoutChanged.emit()

    def note_at(self, row: int) -> Note | None:
        """The source of a row."""
        return self.inventory.index.notes.get(self._ids[row]) if 0 <= row < len(self._ids) else None

    def row_of(self, note_id: str) -> int | None:
        """The row of a source."""
        return self._ids.index(note_id) if note_id in self._ids else None

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if way != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        name = COLUMNS[section]
        if name in (NAME, BLOCK, COUPLED):
            return self._t(
                {NAME: "inventory.column.name", BLOCK: "inventory.column.block"}.get(name, "inventory.column.coupled")
            )
        return self._t(f"lens.fact.{name}")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        note = self.note_at(index.row())
        if note is None:
            return None
        if role == NOTE_ID:
            return note.id
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(note, COLUMNS[index.column()])
        if role == Qt.ItemDataRole.EditRole:
            return self._typed(note, COLUMNS[index.column()])
        return None

    def _words(self, note: Note, column: str) -> str:
        if column == NAME:
            return named(self.inventory, note.id, self._t)
        if column == BLOCK:
            return block_name(self.inventory, note, self._t)
        if column == COUPLED:
            return coupled_words(self.inventory, note.id, self._t)
        return fact_words(self.inventory, note, column, self._t)

    def _typed(self, note: Note, column: str) -> str:
        """What a person would type for what stands there."""
        if column == NAME:
            return note.text
        if column in READ_ONLY:
            return self._words(note, column)
        return ", ".join(facts.items_of(note)) if column == "items" else facts.text_of(note, column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags if COLUMNS[index.column()] in READ_ONLY else flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        note = self.note_at(index.row())
        if note is None or role != Qt.ItemDataRole.EditRole or COLUMNS[index.column()] in READ_ONLY:
            return False
        if str(value) == self._typed(note, COLUMNS[index.column()]):
            return False
        try:
            return self._keep(note, COLUMNS[index.column()], str(value))
        except Problem as problem:
            self._tell(problem)
            return False

    def _keep(self, note: Note, column: str, raw: str) -> bool:
        if column == NAME:
            with self._store.transaction("step.note.edit") as tx:
                tx.update(note.id, text=note_text(raw))
            return True
        there = self.inventory.block(note)
        value = facts.read_fact(column, raw, there[1].journey() if there is not None else ())
        with self._store.transaction("step.lens.fact") as tx:
            tx.update(note.id, facts=facts.with_fact(note, column, value))
        return True
