"""Boxes, lines, discs and outlines as PDF paths. Which come first, and in which colours, the marks say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plakbord.poster.ink import POINTS, Ink, numbers

if TYPE_CHECKING:
    from plakbord.sheet.marks import Box, Disc, Line, Outline

KAPPA = 0.5522847498
"""How far the handles of a cubic curve reach that stands for a quarter of a circle: 4/3 (sqrt 2 - 1)."""


class ShapePainter:
    """Writes the shapes of one document. Paths of boxes and discs are kept, for sheets are made of a few sizes: only
    their place is written anew."""

    def __init__(self) -> None:
        self._paths: dict[tuple[float, float, float], str] = {}

    def box(self, ink: Ink, mark: Box) -> None:
        """A rectangle; its corners are quarter circles, at most half as large as the box."""
        operator = _prepare(ink, mark.fill, mark.edge, mark.edge_width)
        if operator:
            path = self._path(mark.w, mark.h, min(mark.radius, mark.w / 2, mark.h / 2))
            ink.write(_at(ink.x(mark.x), ink.y(mark.y + mark.h), path, operator))

    def disc(self, ink: Ink, mark: Disc) -> None:
        """A circle of four curves."""
        operator = _prepare(ink, mark.fill, mark.edge, mark.edge_width)
        if operator:
            r = mark.radius
            path = self._path(2 * r, 2 * r, r)
            ink.write(_at(ink.x(mark.x - r), ink.y(mark.y + r), path, operator))

    def outline(self, ink: Ink, mark: Outline) -> None:
        """A closed polygon."""
        operator = _prepare(ink, mark.fill, mark.edge, mark.edge_width, round_joins=True)
        if operator and mark.points:
            places = [numbers(ink.x(x), ink.y(y)) for x, y in mark.points]
            path = [f"{places[0]} m", *(f"{place} l" for place in places[1:])]
            ink.write(" ".join([*path, "h", operator]))

    def line(self, ink: Ink, mark: Line) -> None:
        """A straight line; nothing when it has no width, for PDF would draw that as thin as the device can."""
        if mark.width > 0:
            ink.edge(mark.color, mark.width)
            start, end = numbers(ink.x(mark.x1), ink.y(mark.y1)), numbers(ink.x(mark.x2), ink.y(mark.y2))
            ink.write(f"{start} m {end} l S")

    def _path(self, w: float, h: float, radius: float) -> str:
        key = (w, h, radius)
        path = self._paths.get(key)
        if path is None:
            path = self._paths[key] = rounded(w * POINTS, h * POINTS, radius * POINTS)
        return path


def _prepare(ink: Ink, fill: str | None, edge: str | None, width: float, *, round_joins: bool = False) -> str:
    """Sets the colours of a shape, and gives the operator that paints it; empty when nothing is to be painted."""
    if fill is not None:
        ink.fill(fill)
    if edge is None or width <= 0:
        return "f" if fill is not None else ""
    ink.edge(edge, width, round_joins=round_joins)
    return "B" if fill is not None else "S"


def _at(x: float, y: float, path: str, operator: str) -> str:
    return f"q 1 0 0 1 {numbers(x, y)} cm {path} {operator} Q"


def rounded(w: float, h: float, r: float) -> str:
    """The path of a rectangle with its lower left corner at the origin, all in points, y upwards."""
    if r <= 0:
        return f"0 0 {numbers(w, h)} re"
    k = r * (1 - KAPPA)
    return (
        f"{numbers(r, 0)} m {numbers(w - r, 0)} l {numbers(w - k, 0, w, k, w, r)} c "
        f"{numbers(w, h - r)} l {numbers(w, h - k, w - k, h, w - r, h)} c "
        f"{numbers(r, h)} l {numbers(k, h, 0, h - k, 0, h - r)} c "
        f"{numbers(0, r)} l {numbers(0, k, k, 0, r, 0)} c h"
    )
