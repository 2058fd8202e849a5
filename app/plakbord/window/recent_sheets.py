"""The sheets that were shown lately, as they were laid out and painted: going back to one of them takes no longer than
showing its picture. What a change may have touched is let go at once."""

from __future__ import annotations

from collections.abc import Callable

from canvas_files.change import Change
from canvas_files.records import Entry, Note, Record
from canvas_files.store import Store
from plakbord.board.backing import Backing
from plakbord.board.painter import MarkPainter
from plakbord.board.region import Look, RegionPainter
from plakbord.board.surface import SheetSurface
from plakbord.sheet.layout import Layout

MOST_LAYOUTS = 24
MOST_PICTURES = 3
"""A picture is as large as the board: four bytes for each of its pixels."""


class RecentSheets:
    """Of one workshop at a time, by the id of the sheet; the one shown last comes last."""

    def __init__(self) -> None:
        self._kept: dict[str, Backing] = {}
        self._store: Store | None = None
        self._look: Look | None = None
        self._leave: Callable[[], None] | None = None

    def take(self, store: Store, sheet_id: str, look: Look) -> Backing | None:
        """The sheet as it was when it was last shown, or None when that is too long ago or it looks different now."""
        if store is not self._store:
            self._join(store)
        self._look = look
        backing = self._kept.pop(sheet_id, None)
        if backing is not None and backing.region.look != look:
            backing.region.look = look
            backing.forget()
        return backing

    def keep(self, store: Store, sheet_id: str, backing: Backing) -> None:
        """A sheet is shown no longer."""
        if store is not self._store:
            return  # that workshop is not open any more
        self._kept.pop(sheet_id, None)
        self._kept[sheet_id] = backing
        for old in list(self._kept)[:-MOST_LAYOUTS]:
            del self._kept[old]
        for each in list(self._kept.values())[:-MOST_PICTURES]:
            each.let_go()

    def prepare(self, store: Store, layout: Layout, painter: MarkPainter) -> None:
        """A sheet was laid out though it is not shown: it may be the next one."""
        look = self._look
        is_new = layout.sheet_id not in self._kept and len(self._kept) < MOST_LAYOUTS
        if store is self._store and look is not None and is_new:
            made = Backing(RegionPainter(SheetSurface(layout), painter, look))
            self._kept = {layout.sheet_id: made, **self._kept}

    def clear(self) -> None:
        """What sheets are drawn with is different from now on."""
        self._kept.clear()

    def _join(self, store: Store) -> None:
        if self._leave is not None:
            self._leave()
        self._kept.clear()
        self._store = store
        self._leave = store.listen(self._follow)

    def _follow(self, change: Change) -> None:
        """Notes and answers are seen on their own sheet, and in the heading of those that are about a note; of all
        else it is not known here where it is seen."""
        touched: list[Record] = [*change.records(), *(before for before, _ in change.updated.values())]
        if not all(isinstance(record, Note | Entry) for record in touched):
            self._kept.clear()
            return
        sheets = {record.sheet for record in touched if isinstance(record, Note | Entry)}
        for sheet_id, backing in list(self._kept.items()):
            if sheet_id in sheets or backing.region.surface.layout.template.links_to is not None:
                del self._kept[sheet_id]
