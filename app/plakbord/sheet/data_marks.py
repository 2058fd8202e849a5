"""The quiet mark of each kind of data note, drawn with thin lines: a cylinder for a source, a label for an item, a
gauge for a KPI, a spark for an opportunity and a cog for an automation."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType

from plakbord.sheet import theme
from plakbord.sheet.marks import Disc, Line, Mark, Outline

_WIDTH = 30


def data_mark(role: str, x: float, y: float, size: float = theme.DATA_MARK) -> Iterator[Mark]:
    """The mark of a role around (x, y); of a role of a newer version nothing."""
    draw = _DRAWN.get(role)
    if draw is not None:
        yield from draw(x, y, size / 2)


def _arc(x: float, y: float, rx: float, ry: float, start: float, end: float, steps: int = 12) -> Iterator[Mark]:
    """A part of an ellipse, from one angle to another in quarters of a turn, clockwise from three o'clock."""
    angles = [(start + (end - start) * step / steps) * math.pi / 2 for step in range(steps + 1)]
    points = [(x + rx * math.cos(angle), y + ry * math.sin(angle)) for angle in angles]
    for (x1, y1), (x2, y2) in pairwise(points):
        yield Line(x1, y1, x2, y2, theme.DATA_INK, _WIDTH)


def _cylinder(x: float, y: float, half: float) -> Iterator[Mark]:
    rx, ry, top, low = half * 0.78, half * 0.3, y - half * 0.62, y + half * 0.62
    yield from _arc(x, top, rx, ry, 0, 4, 20)
    yield from _arc(x, low, rx, ry, 0, 2)
    yield from _arc(x, y, rx, ry, 0, 2)
    for side in (x - rx, x + rx):
        yield Line(side, top, side, low, theme.DATA_INK, _WIDTH)


def _label(x: float, y: float, half: float) -> Iterator[Mark]:
    left, right, up, down = x - half * 0.9, x + half * 0.9, y - half * 0.55, y + half * 0.55
    nose = x - half * 0.3
    corners = ((left, y), (nose, up), (right, up), (right, down), (nose, down))
    yield Outline(corners, edge=theme.DATA_INK, edge_width=_WIDTH)
    yield Disc(x - half * 0.28, y, half * 0.14, fill=theme.DATA_INK)


def _gauge(x: float, y: float, half: float) -> Iterator[Mark]:
    low = y + half * 0.4
    yield from _arc(x, low, half * 0.92, half * 0.92, 2, 4, 16)
    yield Line(x - half * 0.92, low, x + half * 0.92, low, theme.DATA_INK, _WIDTH)
    yield Line(x, low, x + half * 0.42, low - half * 0.5, theme.DATA_INK, _WIDTH)


def _spark(x: float, y: float, half: float) -> Iterator[Mark]:
    points = []
    for step in range(8):
        reach = half if step % 2 == 0 else half * 0.3
        angle = step * math.pi / 4
        points.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    yield Outline(tuple(points), edge=theme.DATA_INK, edge_width=_WIDTH)


def _cog(x: float, y: float, half: float) -> Iterator[Mark]:
    yield Disc(x, y, half * 0.58, edge=theme.DATA_INK, edge_width=_WIDTH)
    yield Disc(x, y, half * 0.18, fill=theme.DATA_INK)
    for step in range(8):
        angle = step * math.pi / 4
        dx, dy = math.cos(angle), math.sin(angle)
        inner, outer = half * 0.58, half * 0.92
        yield Line(x + inner * dx, y + inner * dy, x + outer * dx, y + outer * dy, theme.DATA_INK, _WIDTH * 2)


_DRAWN: Mapping[str, Callable[[float, float, float], Iterator[Mark]]] = MappingProxyType(
    {"data_source": _cylinder, "data_item": _label, "kpi": _gauge, "opportunity": _spark, "automation": _cog}
)
