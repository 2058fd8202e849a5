"""Walking over the board without a mouse: from note to note in working order, or to the nearest one in a direction.
What is focused belongs to the board; which key does what does too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, Protocol, TypeVar

from canvas_files.reading_order import in_reading_order
from plakbord.tools.tool import Face

Direction = Literal["left", "right", "up", "down"]
WAYS: Mapping[Direction, tuple[int, int]] = MappingProxyType(
    {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
)
ASIDE = 2.5
"""How much further a step aside counts than a step ahead: what lies in the way comes before what lies near it."""


class Hung(Face, Protocol):
    """A note as it is drawn, and the block it hangs in; "" beside the sheet."""

    @property
    def zone(self) -> str: ...


Some = TypeVar("Some", bound=Hung)


def in_walking_order(faces: Iterable[Some], zones: Sequence[str]) -> list[Some]:
    """The notes block by block, the blocks in the order given and what hangs beside the sheet last, in each block in
    reading order."""
    by_zone: dict[str, list[Some]] = {zone: [] for zone in (*zones, "")}
    for face in faces:
        by_zone[face.zone if face.zone in by_zone else ""].append(face)
    return [face for hung in by_zone.values() for face in in_reading_order(hung)]


def next_in(order: Sequence[str], current: str | None, step: Literal[1, -1]) -> str | None:
    """The id after or before the current one; from nowhere the first or the last, and past the end None."""
    if not order:
        return None
    if current is None or current not in order:
        return order[0] if step > 0 else order[-1]
    place = order.index(current) + step
    return order[place] if 0 <= place < len(order) else None


def nearest(faces: Iterable[Face], current: Face, direction: Direction) -> str | None:
    """The note that lies next in a direction; None when nothing lies there."""
    across, down = WAYS[direction]
    x, y = _middle(current)
    best: tuple[float, str] | None = None
    for face in faces:
        there_x, there_y = _middle(face)
        dx, dy = there_x - x, there_y - y
        ahead, aside = (dx * across, abs(dy)) if across else (dy * down, abs(dx))
        if face.id == current.id or ahead <= 0 or aside > 3 * ahead:
            continue
        way = (ahead + ASIDE * aside, face.id)
        if best is None or way < best:
            best = way
    return best[1] if best else None


def _middle(face: Face) -> tuple[float, float]:
    return face.x + face.w / 2, face.y + face.h / 2
