"""Finding a free place for a new note in a block, so that it never hides another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from canvas_files.template import Room
from plakbord.sheet import theme
from plakbord.sheet.note import NoteFace

Spot = tuple[int, int]
"""The top-left corner of a note on the sheet."""

_FINE_STEP = 200


def free_spot(rooms: Sequence[Room], taken: Iterable[NoteFace], w: float, h: float) -> Spot | None:
    """The first place, in reading order, where a note of that size covers no other; None when all is full."""
    there = list(taken)
    for room in rooms:
        for x, y in [*_grid(room, w, h), *_fine(room, w, h)]:
            if not any(face.touches(x, y, x + w, y + h) for face in there):
                return x, y
    return None


def fullest_spot(rooms: Sequence[Room], taken: Iterable[NoteFace], w: float, h: float) -> Spot:
    """The place where a note of that size covers least of the others, their first lines staying in view."""
    there = list(taken)
    spots = [
        (min(x + shift, room.x + max(0, round(room.w - w))), min(y + shift, room.y + max(0, round(room.h - h))))
        for room in rooms
        for shift in (0, 300, 600)
        for x, y in [*_grid(room, w, h)] or [(room.x, room.y)]
    ]
    return min(spots, key=lambda spot: sum(_shared(face, spot, w, h) for face in there))


def _grid(room: Room, w: float, h: float) -> Iterator[Spot]:
    """Even rows and columns, centred in the room's width."""
    gap = theme.NOTE_GAP
    columns = max(1, int((room.w + gap) // (w + gap)))
    rows = int((room.h + gap) // (h + gap))
    left = room.x + (room.w - columns * w - (columns - 1) * gap) / 2
    for row in range(rows):
        for column in range(columns):
            yield round(left + column * (w + gap)), round(room.y + row * (h + gap))


def _fine(room: Room, w: float, h: float) -> Iterator[Spot]:
    """Every place at a small step, for rooms where notes were dragged about or have grown."""
    columns = [x for x, _ in _grid(room, w, h)] or [room.x]
    for y in range(room.y, round(room.y + room.h - h) + 1, _FINE_STEP):
        for x in dict.fromkeys(columns):
            yield x, y


def _shared(face: NoteFace, spot: Spot, w: float, h: float) -> float:
    x, y = spot
    across = min(face.x + face.w, x + w) - max(face.x, x)
    down = min(face.y + face.h, y + h) - max(face.y, y)
    return across * down if across > 0 and down > 0 else 0.0
