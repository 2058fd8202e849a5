"""Many notes put in a block at once: those from another Plakbord window as they hung there, others side by side, small
when they must, and at last over each other like tiles with their first lines in view. What still finds no room lies on
the parking strip, so that nothing is hidden."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import cycle

from msgspec.structs import replace

from canvas_files import order
from canvas_files.records import Note, new_id
from canvas_files.template import Room
from plakbord.actions.note import SMALL, STANDARD
from plakbord.exchange.pasted import PastedNote
from plakbord.sheet.layout import Layout
from plakbord.sheet.note import NoteFace
from plakbord.sheet.placement import free_spot, fullest_spot

ROUND = 24
"""How many notes are laid over others where they cover least; the next ones take turns on those places. Looking for the
least covered place every time takes a time that grows with the square of their number."""

PEEKS = (1700, 1350, 1000)
"""How much of a note stays in view under the next one, in hundredths of a millimetre: as much as goes, and two lines at
least."""
_STEP = 200


def placed(layout: Layout, zone: str, pasted: Sequence[PastedNote], color: str, top: str | None) -> list[Note]:
    """A note for each of them, the later ones higher; color is for those that bring none. They are not in the document
    before they are put there."""
    notes = [_made(layout, zone, *each, color) for each in zip(pasted, order.keys_after(top, len(pasted)), strict=True)]
    group = _as_they_hung(layout, zone, pasted, notes)
    if group is not None:
        return group
    sized = any(each.spot is not None for each in pasted)
    hung = _hung(layout, zone, notes, sized)
    rest = [note.changed(zone="") for note in notes[len(hung) :]]
    beside = _hung(layout, "", rest, sized) if zone else []
    return [*hung, *beside, *_piled(layout, [*hung, *beside], rest[len(beside) :])]


def _as_they_hung(layout: Layout, zone: str, pasted: Sequence[PastedNote], notes: Sequence[Note]) -> list[Note] | None:
    """The notes as a group, at the first place where all of it covers nothing; None when there is no such place."""
    spots = [each.spot for each in pasted if each.spot is not None]
    if not spots or len(spots) != len(pasted):
        return None
    x, y = min(spot.x for spot in spots), min(spot.y for spot in spots)
    faces = [layout.measured(note) for note in notes]
    right = max(spot.x + face.w for spot, face in zip(spots, faces, strict=True))
    lower = max(spot.y + face.h for spot, face in zip(spots, faces, strict=True))
    rooms = _rooms(layout, zone)
    at = free_spot(rooms, layout.faces_in(zone), right - x, lower - y)
    if at is None or not any(right - x <= room.w and lower - y <= room.h for room in rooms):
        return None
    left, upper = at[0] - layout.origin(zone)[0], at[1] - layout.origin(zone)[1]
    return [note.changed(x=left + spot.x - x, y=upper + spot.y - y) for note, spot in zip(notes, spots, strict=True)]


def _hung(layout: Layout, zone: str, notes: Sequence[Note], sized: bool) -> list[Note]:
    """The notes that find room, the first ones first. Those that have a size keep it."""
    hung = list(_side_by_side(layout, zone, notes))
    if len(hung) == len(notes):
        return hung
    if not sized:
        notes = [note.changed(w=SMALL[0], h=SMALL[1]) for note in notes]
        hung = list(_side_by_side(layout, zone, notes))
    for peek in PEEKS:
        if len(hung) < len(notes):
            hung = list(_like_tiles(layout, zone, notes, peek))
    return hung


def _side_by_side(layout: Layout, zone: str, notes: Sequence[Note]) -> Iterator[Note]:
    taken, rooms = layout.faces_in(zone), _rooms(layout, zone)
    for note in notes:
        face = layout.measured(note)
        at = free_spot(rooms, taken, face.w, face.h)
        if at is None:
            return
        hung = _moved(layout, note, at)
        taken.append(layout.measured(hung))  # the next one keeps clear of it
        yield hung


def _like_tiles(layout: Layout, zone: str, notes: Sequence[Note], peek: int) -> Iterator[Note]:
    """Row by row, each over the lower part of the row above it."""
    taken = [replace(face, h=min(face.h, peek)) for face in layout.faces_in(zone)]
    for note in notes:
        face = layout.measured(note)
        rows = (
            Room(room.x, y, room.w, math.ceil(face.h))
            for room in _rooms(layout, zone)
            for y in range(room.y, math.floor(room.y + room.h - face.h) + 1, _STEP)
        )
        at = next((spot for row in rows if (spot := free_spot((row,), taken, face.w, face.h))), None)
        if at is None:
            return
        hung = _moved(layout, note, at)
        face = layout.measured(hung)
        taken.append(replace(face, h=min(face.h, peek)))
        yield hung


def _rooms(layout: Layout, zone: str) -> tuple[Room, ...]:
    return layout.rooms.get(zone) or (layout.strip,)


def _moved(layout: Layout, note: Note, at: tuple[int, int]) -> Note:
    """The note at a place of the sheet."""
    left, upper = layout.origin(note.zone)
    return note.changed(x=at[0] - left, y=at[1] - upper)


def _piled(layout: Layout, beside: Sequence[Note], notes: Sequence[Note]) -> Iterator[Note]:
    """Notes for which there is no room anywhere: over others on the strip, where they cover least."""
    taken: list[NoteFace] = [*layout.faces_in(""), *(layout.measured(note) for note in beside if not note.zone)]
    places: list[tuple[int, int]] = []
    for note in notes[:ROUND]:
        places.append(fullest_spot((layout.strip,), taken, note.w, note.h))
        piled = _moved(layout, note, places[-1])
        taken.append(layout.measured(piled))
        yield piled
    for note, at in zip(notes[ROUND:], cycle(places), strict=False):
        yield _moved(layout, note, at)


def _made(layout: Layout, zone: str, pasted: PastedNote, z: str, color: str) -> Note:
    w, h = (pasted.spot.w, pasted.spot.h) if pasted.spot else STANDARD
    return Note(
        id=new_id("note"),
        sheet=layout.sheet_id,
        zone=zone,
        w=w,
        h=h,
        text=pasted.text,
        color=pasted.color or color,
        z=z,
        tags=list(pasted.tags),
        status=pasted.status,
        author=pasted.author,
    )
