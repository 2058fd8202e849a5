"""The workshop as a tree of sheets, blocks and notes. It follows the document change by change: the tree itself is
Qt's, what stands in its rows is looked up when it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QStandardItem, QStandardItemModel

from canvas_files import queries
from canvas_files.change import Change
from canvas_files.reading_order import in_reading_order
from canvas_files.records import Entry, Note, Sheet, Workshop
from plakbord.session import Session
from plakbord.sheet import theme
from plakbord.sheet.names import sheet_names
from plakbord.sheet.spoken import Speaker, first_line, note_name, tags_of, zone_name
from plakbord.window.icons import color_icon
from plakbord.words import Words

Index = QModelIndex | QPersistentModelIndex
Block = tuple[str, str]
"""A sheet's id and a block's; "" for the strip beside the sheet."""
Row = tuple[str, str, str]
"""What a row shows: the ids of its sheet, block and note. The last two are "-" where there is none."""

ROW = Qt.ItemDataRole.UserRole.value + 1
DETAIL = Qt.ItemDataRole.UserRole.value + 2
"""Quiet words at the end of a row."""
NONE = "-"
MOST_MOVES = 200
"""Past so many rows that come and go in one block, all its rows are made anew."""

_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class OutlineModel(QStandardItemModel):
    """The rows. `t` is the window's words, `sheet_words` those of the sheets."""

    def __init__(self, session: Session, t: Words, sheet_words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._t = t
        self._sheet_words = sheet_words
        self._speaker = Speaker(session.document, t, sheet_words, session.votes_shown.on)
        self._icons: dict[str, QIcon] = {}
        self._names: dict[str, str] = {}
        self._blocks: dict[Block, QStandardItem] = {}
        self._order: dict[Block, list[str]] = {}
        self._home: dict[str, Block] = {}
        self._items: dict[str, QStandardItem] = {}
        self._build()

    # Where is what

    def row_of(self, index: Index) -> Row | None:
        """What a row shows; None outside the tree."""
        found = super().data(index, ROW) if index.isValid() else None
        return (found[0], found[1], found[2]) if found else None

    def note_index(self, note_id: str) -> QModelIndex:
        """The row of a note."""
        item = self._items.get(note_id)
        return self.indexFromItem(item) if item is not None else QModelIndex()

    def block_index(self, sheet_id: str, zone: str) -> QModelIndex:
        """The row of a block."""
        item = self._blocks.get((sheet_id, zone))
        return self.indexFromItem(item) if item is not None else QModelIndex()

    def blocks_of(self, sheet_id: str) -> list[QModelIndex]:
        """The rows of a sheet's blocks."""
        return [self.indexFromItem(item) for (sheet, _), item in self._blocks.items() if sheet == sheet_id]

    # Following the document

    def follow(self, change: Change) -> bool:
        """The document changed. Whether the tree was built anew."""
        if any(isinstance(record, Sheet) for record in (*change.added.values(), *change.removed.values())):
            self._build()
            return True
        if any(isinstance(record, Sheet | Workshop | Entry) for record in change.records()):
            self._names = sheet_names(self._session.document, self._sheet_words)
            self._tell_sheets()
        self._follow_notes([record for record in change.records() if isinstance(record, Note)])
        return False

    def _follow_notes(self, notes: list[Note]) -> None:
        left: dict[Block, set[str]] = {}
        came: dict[Block, list[str]] = {}
        for note in notes:
            now = queries.note(self._session.store.records, note.id)
            before, after = self._home.pop(note.id, None), self._block_of(now) if now is not None else None
            if before is not None:
                left.setdefault(before, set()).add(note.id)
            if after is not None:
                came.setdefault(after, []).append(note.id)
                self._home[note.id] = after
        for block in {**left, **came}:
            self._follow_block(block, left.get(block, set()), came.get(block, []))
        self._tell_sheets()

    def _follow_block(self, block: Block, left: set[str], came: list[str]) -> None:
        old = self._order[block]
        now = self._read([note_id for note_id in old if note_id not in left] + came)
        if now != old:
            self._order[block] = now
            fresh = set(came)
            kept = [note_id for note_id in now if note_id not in fresh]
            if [note_id for note_id in old if note_id not in left] != kept or len(left) + len(came) > MOST_MOVES:
                self._refill(block, now)
            else:
                self._take(self._blocks[block], old, left)
                self._hang(block, now, fresh)
        for note_id in came:
            self._tell(self._items[note_id])
        self._tell(self._blocks[block])

    def _take(self, item: QStandardItem, old: list[str], left: set[str]) -> None:
        """Takes rows away, from the last to the first."""
        for row in range(len(old) - 1, -1, -1):
            if old[row] in left:
                item.removeRow(row)
                self._items.pop(old[row], None)

    def _hang(self, block: Block, now: list[str], fresh: set[str]) -> None:
        """Puts rows in, neighbours together."""
        row = 0
        for new, run in groupby(now, fresh.__contains__):
            ids = list(run)
            if new:
                self._blocks[block].insertRows(row, self._made(block, ids))
            row += len(ids)

    def _refill(self, block: Block, now: list[str]) -> None:
        item = self._blocks[block]
        item.removeRows(0, item.rowCount())
        for note_id in [note_id for note_id, there in self._items.items() if self._home.get(note_id, block) == block]:
            del self._items[note_id]
        item.appendRows(self._made(block, now))

    def _build(self) -> None:
        document = self._session.document
        self.clear()
        self.setHorizontalHeaderLabels([self._t("action.view.outline")])
        self._blocks, self._order, self._items = {}, {}, {}
        self._names = sheet_names(document, self._sheet_words)
        by_block: dict[Block, list[str]] = {}
        self._home = {}
        for record in document.records.values():
            block = self._block_of(record) if isinstance(record, Note) else None
            if block is not None:
                by_block.setdefault(block, []).append(record.id)
                self._home[record.id] = block
        for sheet in document.sheets:
            template = document.template_of(sheet)
            if template is None:
                continue
            top = _item((sheet.id, NONE, NONE))
            for zone in (*(zone.id for zone in template.working_order()), ""):
                block = sheet.id, zone
                item = self._blocks[block] = _item((sheet.id, zone, NONE))
                self._order[block] = self._read(by_block.get(block, []))
                item.appendRows(self._made(block, self._order[block]))
                top.appendRow(item)
            self.appendRow(top)

    def _made(self, block: Block, ids: Iterable[str]) -> list[QStandardItem]:
        made = []
        for note_id in ids:
            item = self._items[note_id] = _item((*block, note_id))
            item.setFlags(_SHOWN | Qt.ItemFlag.ItemNeverHasChildren)
            made.append(item)
        return made

    def _read(self, ids: Iterable[str]) -> list[str]:
        notes = (queries.note(self._session.store.records, note_id) for note_id in ids)
        return [note.id for note in in_reading_order(note for note in notes if note is not None)]

    def _block_of(self, note: Note) -> Block | None:
        """Where a note hangs; None on a sheet that cannot be shown."""
        sheet = queries.sheet(self._session.store.records, note.sheet)
        template = self._session.document.template_of(sheet) if sheet is not None else None
        if template is None:
            return None
        return note.sheet, note.zone if template.zone(note.zone) is not None else ""

    def _tell(self, item: QStandardItem) -> None:
        index = self.indexFromItem(item)
        self.dataChanged.emit(index, index)

    def tell_votes(self) -> None:
        """Other dots are shown: every row may read otherwise."""
        for item in self._blocks.values():
            if item.rowCount():
                parent = self.indexFromItem(item)
                self.dataChanged.emit(self.index(0, 0, parent), self.index(item.rowCount() - 1, 0, parent))

    def _tell_sheets(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))

    # What stands in the rows

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_of(index) if role != ROW else None
        if row is None:
            return super().data(index, role)
        if row[2] != NONE:
            note = queries.note(self._session.store.records, row[2])
            return self._note_data(note, row, role) if note is not None else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(row)
        if role == DETAIL and row[1] != NONE:
            return str(len(self._order[row[0], row[1]]) or "")
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken_heading(row)
        return None

    def _note_data(self, note: Note, row: Row, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return first_line(note.text) or self._t("outline.face_down" if note.face_down else "outline.empty")
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(note.color)
        if role == DETAIL:
            template = self._speaker.template_of(note)
            dots = self._session.votes_shown.on(note.id)
            votes = [self._t("said.votes", n=dots)] if dots else []
            return " · ".join([*votes, *tags_of(note, template, self._sheet_words)])
        if role == Qt.ItemDataRole.ToolTipRole:
            return note.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            there = self._order[row[0], row[1]]
            about = self._speaker.describe(note, there.index(note.id) + 1, len(there))
            return f"{note_name(note, self._t)}, {about}"
        return None

    def _icon(self, color: str) -> QIcon:
        name = color if color in theme.NOTE_COLORS else theme.DEFAULT_COLOR
        if name not in self._icons:
            drawing = color_icon(name).pixmap(40, 40)
            icon = self._icons[name] = QIcon(drawing)
            icon.addPixmap(drawing, QIcon.Mode.Selected)  # Qt would tint it
        return self._icons[name]

    def _heading(self, row: Row) -> str:
        if row[1] == NONE:
            return self._names.get(row[0], "")
        name, number = self._zone(row)
        return f"{number}  {name}" if number else name

    def _spoken_heading(self, row: Row) -> str:
        t = self._t
        if row[1] == NONE:
            count = sum(len(there) for (sheet, _), there in self._order.items() if sheet == row[0])
            return t("outline.sheet", name=self._names.get(row[0], ""), count=self._count(count))
        name, number = self._zone(row)
        words = self._count(len(self._order[row[0], row[1]]))
        if not number:
            return t("outline.strip", name=name, count=words)
        return t("outline.block", number=number, name=name, count=words)

    def _count(self, count: int) -> str:
        return self._t("outline.count", n=count) if count else self._t("outline.count.none")

    def _zone(self, row: Row) -> tuple[str, int]:
        """A block's name and its number in working order; the strip has none."""
        sheet = queries.sheet(self._session.store.records, row[0])
        template = self._session.document.template_of(sheet) if sheet is not None else None
        ids = [zone.id for zone in template.working_order()] if template is not None else []
        number = ids.index(row[1]) + 1 if row[1] in ids else 0
        return zone_name(template, row[1], self._t, self._sheet_words), number


def _item(row: Row) -> QStandardItem:
    item = QStandardItem()
    item.setData(row, ROW)
    item.setFlags(_SHOWN)
    return item


def note_ids(rows: Iterable[Row | None]) -> Iterator[str]:
    """The notes among rows."""
    for row in rows:
        if row is not None and row[2] != NONE:
            yield row[2]
