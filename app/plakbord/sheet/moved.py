"""The same mark somewhere else."""

from __future__ import annotations

from msgspec.structs import replace

from plakbord.sheet.marks import Box, Disc, Line, Mark, Outline, Picture, Text


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """The mark, dx to the right and dy down."""
    if isinstance(mark, Box | Disc | Text):
        return replace(mark, x=mark.x + dx, y=mark.y + dy)
    if isinstance(mark, Line):
        return replace(mark, x1=mark.x1 + dx, y1=mark.y1 + dy, x2=mark.x2 + dx, y2=mark.y2 + dy)
    if isinstance(mark, Picture):
        window = replace(mark.window, x=mark.window.x + dx, y=mark.window.y + dy)
        return replace(mark, x=mark.x + dx, y=mark.y + dy, window=window)
    assert isinstance(mark, Outline)
    return replace(mark, points=tuple((x + dx, y + dy) for x, y in mark.points))
