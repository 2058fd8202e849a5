"""The order in which notes are written on paper: as they are read, block by block, but never a note before one that it
lies on. So the text of the page comes out in reading order, and the picture stays what it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from canvas_files.reading_order import in_reading_order
from plakbord.sheet.note import NoteFace

_CELL = 4000
"""Notes are looked up by squares of about their own size."""
_SHADOW = 120
"""How far a note's shadow and edge reach out of it."""

_Room = tuple[int, float, float, float, float]
"""The number of a note, and its left, top, right and bottom."""


def in_print_order(faces: Iterable[NoteFace], zones: Sequence[str]) -> list[NoteFace]:
    """The notes block by block in the order of the zones, each block in reading order; one that lies on others comes
    after them."""
    parts: dict[str, list[NoteFace]] = {zone: [] for zone in zones}
    for face in faces:
        parts.setdefault(face.zone, []).append(face)
    wanted = [face for part in parts.values() for face in in_reading_order(part)]
    return list(_lower_first(wanted, _below(wanted)))


def _lower_first(wanted: Sequence[NoteFace], below: dict[str, list[NoteFace]]) -> Iterator[NoteFace]:
    done: set[str] = set()
    for first in wanted:
        waiting = [first]
        while waiting:
            face = waiting[-1]
            under = [other for other in below.get(face.id, ()) if other.id not in done]
            if under and face.id not in done:
                waiting += reversed(under)
                continue
            waiting.pop()
            if face.id not in done:
                done.add(face.id)
                yield face


def _below(faces: Sequence[NoteFace]) -> dict[str, list[NoteFace]]:
    """For every note the notes that it lies on, in reading order."""
    found: dict[str, list[NoteFace]] = {}
    squares: dict[tuple[int, int], list[_Room]] = {}
    for at, face in enumerate(faces):
        left, top, right, bottom = face.edges
        room = (left - _SHADOW, top - _SHADOW, right + _SHADOW, bottom + _SHADOW)
        met: set[int] = set()
        for square in _squares(*room):
            there = squares.setdefault(square, [])
            # Written out, because boards of thousands of notes in stacks come here half a million times.
            met.update(
                [
                    other
                    for other, x1, y1, x2, y2 in there
                    if x1 < room[2] and y1 < room[3] and x2 > room[0] and y2 > room[1]
                ]
            )
            there.append((at, left, top, right, bottom))
        for other in sorted(met):
            upper, lower = (face, faces[other]) if faces[other].order < face.order else (faces[other], face)
            found.setdefault(upper.id, []).append(lower)
    return found


def _squares(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    for column in range(int(left // _CELL), int(right // _CELL) + 1):
        for row in range(int(top // _CELL), int(bottom // _CELL) + 1):
            yield column, row
