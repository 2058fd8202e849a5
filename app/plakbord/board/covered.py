"""Which notes lie wholly under another one. Nothing that is written on them can be seen, and writing is what takes
longest to paint: three hundred notes do not fit on a canvas without lying on each other."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from plakbord.board.grid import cell_at, cells_of
from plakbord.sheet.note import NoteFace


def covered(faces: Sequence[NoteFace], see_through: AbstractSet[str]) -> set[str]:
    """The ids of the faces, given from the lowest up, that one face above hides. Those in see_through hide nothing,
    nor do those that have stepped back or are a mark."""
    found: set[str] = set()
    above: dict[tuple[int, int], list[NoteFace]] = {}
    for face in reversed(faces):
        if any(_covers(other, face) for other in above.get(cell_at(face.x, face.y), ())):
            found.add(face.id)
        elif not (face.is_mark or face.faded or face.id in see_through):
            for cell in cells_of(face):
                above.setdefault(cell, []).append(face)
    return found


def _covers(upper: NoteFace, lower: NoteFace) -> bool:
    return (
        upper.x <= lower.x
        and upper.y <= lower.y
        and upper.x + upper.w >= lower.x + lower.w
        and upper.y + upper.h >= lower.y + lower.h
    )
