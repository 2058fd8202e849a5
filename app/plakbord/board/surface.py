"""The laid-out sheet as the tools and the painting find it: a layout with a grid over its notes. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from canvas_files.change import Change
from canvas_files.template import Room
from plakbord.board.grid import Grid
from plakbord.sheet.layout import Damage, Layout
from plakbord.sheet.note import NoteFace
from plakbord.sheet.votes import Votes


class SheetSurface:
    """What lies where on the sheet that is shown."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.grid = Grid(layout.notes.values())
        self.dimmed: Collection[str] = frozenset()

    def follow(self, change: Change) -> Damage:
        """Brings the layout and the grid up to date."""
        return self._mended(self.layout.follow(change))

    def show_votes(self, votes: Mapping[str, Votes]) -> Damage:
        """Shows what a round puts on notes, instead of what was shown."""
        return self._mended(self.layout.show_votes(votes))

    def _mended(self, damage: Damage) -> Damage:
        for face in damage.before:
            self.grid.remove(face)
        for face in damage.after:
            self.grid.add(face)
        return damage

    def note_at(self, x: float, y: float) -> str | None:
        """The topmost note at a point; those that step back lie below the others."""
        there = self.grid.within(x, y, x, y)
        there = [face for face in there if face.id not in self.dimmed] or there
        return there[-1].id if there else None

    def notes_within(self, left: float, top: float, right: float, bottom: float) -> list[str]:
        """The notes that share anything with a rectangle."""
        return [face.id for face in self.grid.within(left, top, right, bottom)]

    def face(self, note_id: str) -> NoteFace | None:
        """The note as it is drawn."""
        return self.layout.notes.get(note_id)

    def cluster_of(self, note_id: str) -> frozenset[str]:
        """The note and the others that are stacked with it."""
        face = self.face(note_id)
        if face is None or not face.cluster:
            return frozenset((note_id,))
        return frozenset(other.id for other in self.layout.notes.values() if other.cluster == face.cluster)

    def zone_for(self, x: float, y: float) -> str:
        """The block that a note with its middle at a point belongs to: the nearest one on the sheet, "" beside it."""
        page = self.layout.template.page
        if not (0 <= x < page.w and 0 <= y < page.h) and self.layout.strip.x - 1 <= x:
            return ""
        zone = self.layout.zone_at(x, y)
        if zone is None:
            zone = min(self.layout.template.zones, key=lambda zone: _distance(zone.box, x, y))
        return zone.id

    def origin(self, zone: str) -> tuple[int, int]:
        """The corner that the notes of a block are measured from."""
        return self.layout.origin(zone)


def _distance(box: Room, x: float, y: float) -> float:
    """How far a point is from a box, squared."""
    across = max(box.x - x, 0, x - box.x - box.w)
    down = max(box.y - y, 0, y - box.y - box.h)
    return across * across + down * down
