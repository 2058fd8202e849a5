"""How a sheet comes on paper: the size of the page, how large the sheet is on it, and where. No drawing."""

from __future__ import annotations

from msgspec import Struct

from canvas_files.problems import Problem
from canvas_files.template import Size
from plakbord.poster.choices import PAPERS, Choices
from plakbord.sheet.marks import Box, Disc, Line, Mark, Outline, Page, Picture, Text

TURNED = 0.9
"""A sheet may be turned when that leaves it at least so large: letters must not become small for the sake of a side."""


class Placed(Struct, frozen=True):
    """Paper w by h large with a sheet whose corner comes at (x, y), scale times its own size; all in hundredths of a
    millimetre."""

    w: int
    h: int
    scale: float
    x: float
    y: float


def placed(page: Page, choices: Choices) -> Placed:
    """A page on the paper of the choices, as large as it goes and in the middle. It is only made smaller for the margin
    when something would stand in it: a sheet has a white border of its own. Raises Problem when it would have to be
    turned too small."""
    paper = paper_of(page, choices)
    scale = _fitted(page, paper, 0)
    if choices.margin and not _keeps_clear(page, paper, scale, choices.margin):
        scale = _fitted(page, paper, choices.margin)
    return Placed(paper.w, paper.h, scale, (paper.w - page.w * scale) / 2, (paper.h - page.h * scale) / 2)


def paper_of(page: Page, choices: Choices) -> Size:
    """The paper for a page, the way round that was chosen. Raises Problem when the page does not allow that."""
    size = Size(page.w, page.h) if choices.paper is None else PAPERS[choices.paper]
    short, long = sorted((size.w, size.h))
    landscape = Size(long, short) if page.w >= page.h else Size(short, long)
    wanted = {"auto": landscape, "landscape": Size(long, short), "portrait": Size(short, long)}[choices.orientation]
    if _fitted(page, wanted, 0) < _fitted(page, landscape, 0) * TURNED:
        right = "landscape" if page.w >= page.h else "portrait"
        raise Problem("wrong_way_round", sheet=page.title, right=right)
    return wanted


def _fitted(page: Page, paper: Size, margin: int) -> float:
    return min((paper.w - 2 * margin) / page.w, (paper.h - 2 * margin) / page.h)


def _keeps_clear(page: Page, paper: Size, scale: float, margin: int) -> bool:
    """Whether nothing but the sheet's own white stands in the margin."""
    edges = [_edges(mark) for mark in page.marks if not _is_ground(mark, page)]
    if not edges:
        return True
    left, top = (paper.w - page.w * scale) / 2, (paper.h - page.h * scale) / 2
    return (
        left + min(edge[0] for edge in edges) * scale >= margin
        and top + min(edge[1] for edge in edges) * scale >= margin
        and left + max(edge[2] for edge in edges) * scale <= paper.w - margin
        and top + max(edge[3] for edge in edges) * scale <= paper.h - margin
    )


def _is_ground(mark: Mark, page: Page) -> bool:
    return isinstance(mark, Box) and mark.w >= page.w and mark.h >= page.h


def _edges(mark: Mark) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is inked."""
    match mark:
        case Box():
            half = mark.edge_width / 2
            return mark.x - half, mark.y - half, mark.x + mark.w + half, mark.y + mark.h + half
        case Disc():
            reach = mark.radius + mark.edge_width / 2
            return mark.x - reach, mark.y - reach, mark.x + reach, mark.y + reach
        case Line():
            half = mark.width / 2
            xs, ys = sorted((mark.x1, mark.x2)), sorted((mark.y1, mark.y2))
            return xs[0] - half, ys[0] - half, xs[1] + half, ys[1] + half
        case Outline():
            half = mark.edge_width / 2
            across, down = [x for x, _ in mark.points], [y for _, y in mark.points]
            return min(across) - half, min(down) - half, max(across) + half, max(down) + half
        case Text():
            lines = mark.laid.lines
            left = min((line.x for line in lines), default=0.0)
            right = max((line.x + line.width for line in lines), default=0.0)
            return mark.x + left, mark.y, mark.x + right, mark.y + mark.laid.height
        case Picture():
            window = mark.window
            return window.x, window.y, window.x + window.w, window.y + window.h
