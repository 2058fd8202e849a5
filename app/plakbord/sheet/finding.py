"""Which notes answer to what a person looks for, in words or by colour, tag, block and author, and in which order the
eye meets them. Showing them is the board's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from canvas_files.folding import folded
from canvas_files.records import Note
from canvas_files.template import Room, Template
from plakbord.sheet.layout import Layout
from plakbord.sheet.marks import Text
from plakbord.sheet.note import NoteFace

Names = frozenset[str]
_ROW = 1400
"""Hundredths of a millimetre: notes whose tops differ less read as one row."""
_BELOW_HEADING = 100


class Wanted(Struct, frozen=True):
    """What notes must have to be found; an empty part asks nothing. Of the names in one part a single one is enough.
    The block "" is the parking strip."""

    words: str = ""
    colors: Names = frozenset()
    tags: Names = frozenset()
    zones: Names = frozenset()
    authors: Names = frozenset()

    @property
    def filters(self) -> bool:
        """Whether notes are chosen by more than their words."""
        return bool(self.colors or self.tags or self.zones or self.authors)

    def __bool__(self) -> bool:
        return self.filters or bool(self.words.strip())


def found(notes: Iterable[Note], wanted: Wanted, zone_of: Callable[[Note], str], fold: Callable[[str], str]) -> Names:
    """The notes that have everything wanted. Every word must stand somewhere in the text."""
    words = folded(wanted.words).split()

    def answers(note: Note) -> bool:
        return (
            (not wanted.colors or note.color in wanted.colors)
            and (not wanted.zones or zone_of(note) in wanted.zones)
            and (not wanted.tags or not wanted.tags.isdisjoint(note.tags))
            and (not wanted.authors or note.author in wanted.authors)
            and (not words or _has(fold(note.text), words))
        )

    return frozenset(note.id for note in notes if answers(note))


def _has(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def reading_order(faces: Iterable[NoteFace], template: Template) -> list[str]:
    """The notes block by block in the working order, row by row in each, those beside the sheet last."""
    place = {zone.id: number for number, zone in enumerate(template.working_order())}

    def key(face: NoteFace) -> tuple[float, ...]:
        return place.get(face.zone, len(place)), face.y // _ROW, face.x, face.y

    return [face.id for face in sorted(faces, key=key)]


def tag_names(template: Template, language: str) -> dict[str, str]:
    """What the tags of a sheet's checklists are called, by their ids; an own tag is its own name."""
    return {
        term.id: term.name.nl if language == "nl" else term.name.en
        for zone in template.zones
        for checklist in zone.checklists
        for term in checklist.terms
    }


def heading_at(layout: Layout, x: float, y: float) -> str | None:
    """The block whose heading, as wide as the block, is at a point of the sheet."""
    zone = layout.zone_at(x, y)
    if zone is None:
        return None
    room = heading_room(layout, zone.box)
    return zone.id if room is not None and room.holds(x, y) else None


def heading_room(layout: Layout, box: Room) -> Room | None:
    """The top of a block as far down as its heading reaches."""
    for mark in layout.ground:
        if isinstance(mark, Text) and mark.role == "heading" and box.holds(mark.x, mark.y):
            return Room(box.x, box.y, box.w, round(mark.y + mark.laid.height - box.y) + _BELOW_HEADING)
    return None
