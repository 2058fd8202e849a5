"""Links between notes: calm straight lines from edge to edge, under the notes, with a small dot at each end."""

from __future__ import annotations

import math
from collections.abc import Iterator

from plakbord.sheet import theme
from plakbord.sheet.marks import Disc, Line, Mark
from plakbord.sheet.note import NoteFace


def link_marks(start: NoteFace, end: NoteFace) -> Iterator[Mark]:
    """The line between two notes; nothing when they lie on each other."""
    (x1, y1), (x2, y2) = edge_towards(start, *middle(end)), edge_towards(end, *middle(start))
    if start.holds(x2, y2) or end.holds(x1, y1):
        return
    yield Line(x1, y1, x2, y2, theme.LINK, theme.LINK_WIDTH)
    for x, y in ((x1, y1), (x2, y2)):
        yield Disc(x, y, theme.LINK_END, fill=theme.LINK)


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
