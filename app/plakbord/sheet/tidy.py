"""Putting the notes of a block in even rows: where each would hang, and with which size. Nothing is changed here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from canvas_files.template import Room
from plakbord.sheet import theme
from plakbord.sheet.note import NoteFace

BY_ROW = 900
"""Notes whose tops differ less than this, in hundredths of a millimetre, were meant to be in one row."""


class Spot(Struct, frozen=True):
    """Where a note would hang on the sheet."""

    id: str
    x: int
    y: int


def in_reading_order(faces: Iterable[NoteFace]) -> list[NoteFace]:
    """The notes as they would be read: by row, then from left to right."""
    rows: list[list[NoteFace]] = []
    for face in sorted(faces, key=lambda face: (face.y, face.x)):
        if rows and face.y - rows[-1][0].y < BY_ROW:
            rows[-1].append(face)
        else:
            rows.append([face])
    return [face for row in rows for face in sorted(row, key=lambda face: face.x)]


def by_color(faces: Iterable[NoteFace]) -> list[NoteFace]:
    """The notes with equal colours together, each colour in reading order."""
    places = {name: number for number, name in enumerate(theme.NOTE_COLORS)}
    return sorted(in_reading_order(faces), key=lambda face: places.get(face.color, len(places)))


def tidied(faces: Sequence[NoteFace], rooms: Sequence[Room]) -> list[Spot]:
    """The notes in even rows in the rooms of a block, in their order. When they do not all fit, the rows move closer
    until they overlap evenly, so that every note still shows its first lines."""
    if not rooms or not faces:
        return []
    spots: list[Spot] = []
    share = _shares(faces, rooms)
    for room, part in zip(rooms, share, strict=True):
        spots += _in_room(part, room)
    return spots


def _shares(faces: Sequence[NoteFace], rooms: Sequence[Room]) -> list[list[NoteFace]]:
    """In a block with sub-areas every note stays in the sub-area it is in; what is in none goes to the first."""
    parts: list[list[NoteFace]] = [[] for _ in rooms]
    for face in faces:
        x, y = face.x + face.w / 2, face.y + face.h / 2
        nearest = min(range(len(rooms)), key=lambda number: _away(rooms[number], x, y))
        parts[nearest].append(face)
    return parts


def _away(room: Room, x: float, y: float) -> float:
    return max(room.x - x, 0, x - room.x - room.w) + max(room.y - y, 0, y - room.y - room.h)


def _in_room(faces: Sequence[NoteFace], room: Room) -> list[Spot]:
    rows = _rows(faces, room.w)
    if not rows:
        return []
    heights = [max(face.h for face in row) for row in rows]
    needed = sum(heights) + theme.NOTE_GAP * (len(rows) - 1)
    step = 1.0 if needed <= room.h else max(0.0, (room.h - heights[-1]) / max(needed - heights[-1], 1))
    wide = max(_width(row) for row in rows)
    left = room.x + max(0.0, (room.w - wide) / 2)
    spots: list[Spot] = []
    y = float(room.y)
    for row, height in zip(rows, heights, strict=True):
        x = left
        for face in row:
            spots.append(Spot(face.id, round(x), round(y)))
            x += face.w + theme.NOTE_GAP
        y += (height + theme.NOTE_GAP) * step
    return spots


def _rows(faces: Sequence[NoteFace], width: float) -> list[list[NoteFace]]:
    rows: list[list[NoteFace]] = []
    for face in faces:
        if rows and _width([*rows[-1], face]) <= width:
            rows[-1].append(face)
        else:
            rows.append([face])
    return rows


def _width(row: Sequence[NoteFace]) -> float:
    return sum(face.w for face in row) + theme.NOTE_GAP * (len(row) - 1)
