"""Links between notes: calm straight lines from edge to edge, under the notes, with a small dot at each end. A coupling
of data is a heavier line that is more whole the better it works."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from plakbord.sheet import theme
from plakbord.sheet.marks import Disc, Line, Mark
from plakbord.sheet.note import NoteFace

_DASHES: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"wanted": (70, 190), "hand": (260, 200), "file": (560, 160)}
)
"""How long the pieces and the gaps of a coupling's line are; one that works by itself is whole."""


def link_marks(start: NoteFace, end: NoteFace, how: str = "", color: str = theme.LINK) -> Iterator[Mark]:
    """The line between two notes, that of a coupling when it says how; nothing when they lie on each other."""
    (x1, y1), (x2, y2) = edge_towards(start, *middle(end)), edge_towards(end, *middle(start))
    if start.holds(x2, y2) or end.holds(x1, y1):
        return
    if how:
        yield from coupling_line(x1, y1, x2, y2, how)
        return
    yield Line(x1, y1, x2, y2, color, theme.LINK_WIDTH)
    for x, y in ((x1, y1), (x2, y2)):
        yield Disc(x, y, theme.LINK_END, fill=color)


def coupling_line(x1: float, y1: float, x2: float, y2: float, how: str) -> Iterator[Mark]:
    """The line of a coupling in pieces, with a dot at each end."""
    ink, length = theme.LENS_EDGE, math.hypot(x2 - x1, y2 - y1)
    piece, gap = _DASHES.get(how, (length, 0.0))
    at = 0.0
    while at < length:
        one, other = at / length, min(at + piece, length) / length
        ends = (x1 + (x2 - x1) * one, y1 + (y2 - y1) * one, x1 + (x2 - x1) * other, y1 + (y2 - y1) * other)
        yield Line(*ends, ink, theme.COUPLING_WIDTH)
        at += piece + gap
    for x, y in ((x1, y1), (x2, y2)):
        yield Disc(x, y, theme.LINK_END * 1.2, fill=ink)


def middle(face: NoteFace) -> tuple[float, float]:
    """The middle of a note."""
    return face.x + face.w / 2, face.y + face.h / 2


def edge_towards(face: NoteFace, x: float, y: float) -> tuple[float, float]:
    """Where a line from the middle of a note to a point leaves it, a little outside its edge."""
    cx, cy = middle(face)
    dx, dy = x - cx, y - cy
    if not dx and not dy:
        return cx, cy
    reach = min(face.w / 2 / abs(dx) if dx else math.inf, face.h / 2 / abs(dy) if dy else math.inf)
    away = theme.LINK_END / math.hypot(dx, dy)
    return cx + dx * (reach + away), cy + dy * (reach + away)
