"""The same mark larger or smaller, somewhere else."""

from __future__ import annotations

from msgspec.structs import replace

from plakbord.sheet.marks import Box, Disc, Line, Mark, Outline, Picture, Text
from plakbord.sheet.text import runs


def scaled(mark: Mark, factor: float, dx: float, dy: float) -> Mark:
    """The mark, so many times as large seen from the corner of its page, and then moved to the right and down."""
    match mark:
        case Box():
            return _box(mark, factor, dx, dy)
        case Disc():
            x, y, radius = mark.x * factor + dx, mark.y * factor + dy, mark.radius * factor
            return replace(mark, x=x, y=y, radius=radius, edge_width=mark.edge_width * factor)
        case Line():
            ends = {"x1": mark.x1 * factor + dx, "y1": mark.y1 * factor + dy}
            ends |= {"x2": mark.x2 * factor + dx, "y2": mark.y2 * factor + dy}
            return replace(mark, width=mark.width * factor, **ends)
        case Outline():
            points = tuple((x * factor + dx, y * factor + dy) for x, y in mark.points)
            return replace(mark, points=points, edge_width=mark.edge_width * factor)
        case Text():
            return replace(mark, x=mark.x * factor + dx, y=mark.y * factor + dy, laid=_laid(mark.laid, factor))
        case Picture():
            corner = {"x": mark.x * factor + dx, "y": mark.y * factor + dy}
            window = _box(mark.window, factor, dx, dy)
            return replace(mark, w=mark.w * factor, h=mark.h * factor, window=window, **corner)


def _box(box: Box, factor: float, dx: float, dy: float) -> Box:
    return Box(
        box.x * factor + dx,
        box.y * factor + dy,
        box.w * factor,
        box.h * factor,
        box.radius * factor,
        box.fill,
        box.edge,
        box.edge_width * factor,
    )


def _laid(laid: runs.Laid, factor: float) -> runs.Laid:
    lines = tuple(
        runs.Line(
            tuple(runs.Run(run.unit, run.x * factor, run.y * factor, run.size * factor) for run in line.runs),
            line.x * factor,
            line.y * factor,
            line.width * factor,
            line.text,
            line.divided,
        )
        for line in laid.lines
    )
    return runs.Laid(lines, laid.size * factor, laid.width * factor, laid.height * factor)
