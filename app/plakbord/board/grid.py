"""Finding the notes in a rectangle without looking at all of them: a uniform grid of cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plakbord.sheet.note import NoteFace

CELL = 4000
"""Hundredths of a millimetre; about one note."""

Cells = tuple[int, int, int, int]


class Grid:
    """The faces of notes by the cells they touch."""

    def __init__(self, faces: Iterable[NoteFace] = ()) -> None:
        self._cells: dict[tuple[int, int], dict[str, NoteFace]] = {}
        for face in faces:
            self.add(face)

    def add(self, face: NoteFace) -> None:
        """Puts a face in its cells."""
        for cell in cells_of(face):
            self._cells.setdefault(cell, {})[face.id] = face

    def remove(self, face: NoteFace) -> None:
        """Takes a face out; it must be the one that was added."""
        for cell in cells_of(face):
            there = self._cells.get(cell)
            if there is not None:
                there.pop(face.id, None)
                if not there:
                    del self._cells[cell]

    def within(self, left: float, top: float, right: float, bottom: float) -> list[NoteFace]:
        """The faces that share anything with a rectangle, the lowest first."""
        first_x, last_x, first_y, last_y = _span(left, top, right, bottom)
        found: dict[str, NoteFace] = {}
        if (last_x - first_x) * (last_y - first_y) > len(self._cells):
            for (x, y), there in self._cells.items():
                if first_x <= x <= last_x and first_y <= y <= last_y:
                    found.update(there)
        else:
            for x in range(first_x, last_x + 1):
                for y in range(first_y, last_y + 1):
                    found.update(self._cells.get((x, y), ()))
        return sorted(
            (face for face in found.values() if face.touches(left, top, right, bottom)), key=lambda face: face.order
        )


def _span(left: float, top: float, right: float, bottom: float) -> Cells:
    (first_x, first_y), (last_x, last_y) = cell_at(left, top), cell_at(right, bottom)
    return first_x, last_x, first_y, last_y


def cell_at(x: float, y: float) -> tuple[int, int]:
    """The cell of a place on the sheet."""
    return int(x // CELL), int(y // CELL)


def cells_of(face: NoteFace) -> Iterator[tuple[int, int]]:
    """The cells that a face touches."""
    first_x, last_x, first_y, last_y = _span(face.x, face.y, face.x + face.w, face.y + face.h)
    for x in range(first_x, last_x + 1):
        for y in range(first_y, last_y + 1):
            yield x, y
