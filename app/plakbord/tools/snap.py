"""Falling into line: a dragged note snaps to the edges of its neighbours and to the even gap beside them, and shows a
guide where it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

GAP = 160
"""The even gap between notes, in hundredths of a millimetre."""


class Frame(Struct, frozen=True):
    """A rectangle of the sheet."""

    x: float
    y: float
    w: float
    h: float


class Guide(Struct, frozen=True):
    """A line that two edges share."""

    x1: float
    y1: float
    x2: float
    y2: float


class Snap(Struct, frozen=True):
    """How far a frame is moved to fall into line, and the guides that say why."""

    dx: float = 0.0
    dy: float = 0.0
    guides: tuple[Guide, ...] = ()


def snap(moving: Frame, others: Iterable[Frame], reach: float) -> Snap:
    """The nearest alignment of a frame within reach, across and down apart; nothing when there is none."""
    across: tuple[float, float, Frame] | None = None
    down: tuple[float, float, Frame] | None = None
    for other in others:
        for way, line in _ways(moving.x, moving.w, other.x, other.w):
            if abs(way) <= reach and (across is None or abs(way) < abs(across[0])):
                across = (way, line, other)
        for way, line in _ways(moving.y, moving.h, other.y, other.h):
            if abs(way) <= reach and (down is None or abs(way) < abs(down[0])):
                down = (way, line, other)
    dx, dy = across[0] if across else 0.0, down[0] if down else 0.0
    placed = Frame(moving.x + dx, moving.y + dy, moving.w, moving.h)
    guides = []
    if across:
        top, bottom = _span(placed.y, placed.h, across[2].y, across[2].h)
        guides.append(Guide(across[1], top, across[1], bottom))
    if down:
        left, right = _span(placed.x, placed.w, down[2].x, down[2].w)
        guides.append(Guide(left, down[1], right, down[1]))
    return Snap(dx, dy, tuple(guides))


def _ways(start: float, size: float, other: float, other_size: float) -> Iterator[tuple[float, float]]:
    """How far one edge is from where it could be, and the line it would lie on: edges on edges, middles on middles,
    and beside each other at the even gap."""
    end, other_end = start + size, other + other_size
    yield other - start, other
    yield other_end - end, other_end
    yield (other + other_end - start - end) / 2, (other + other_end) / 2
    yield other_end + GAP - start, other_end + GAP
    yield other - GAP - end, other - GAP


def _span(start: float, size: float, other: float, other_size: float) -> tuple[float, float]:
    return min(start, other) - GAP, max(start + size, other + other_size) + GAP
