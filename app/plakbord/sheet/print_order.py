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
    squares: dict[tuple[int, int], list[NoteFace]] = {}
    for face in faces:
        left, top, right, bottom = face.edges
        room = left - _SHADOW, top - _SHADOW, right + _SHADOW, bottom + _SHADOW
        met: set[str] = set()
        for square in _squares(*room):
            there = squares.setdefault(square, [])
            for other in there:
                if other.id not in met and other.touches(*room):
                    met.add(other.id)
                    upper, lower = (face, other) if other.order < face.order else (other, face)
                    found.setdefault(upper.id, []).append(lower)
            there.append(face)
    return found


def _squares(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    for column in range(int(left // _CELL), int(right // _CELL) + 1):
        for row in range(int(top // _CELL), int(bottom // _CELL) + 1):
            yield column, row
