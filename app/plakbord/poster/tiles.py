"""A large poster cut into tiles that an office printer takes: how many, which part of the poster each shows, and how
far they overlap. Every length is in hundredths of a millimetre."""

from __future__ import annotations

import math

from msgspec import Struct
from msgspec.structs import replace

from canvas_files.problems import Problem
from canvas_files.template import Size
from plakbord.poster.choices import PAPERS, Choices
from plakbord.poster.paper import Placed, placed
from plakbord.sheet.marks import POINT, Page

OVERLAP = 1000
PRINTER_MARGIN = 500
"""What office printers leave white."""
BAND = 500
"""Around the picture of a tile, inside the printer's margin: here stand the marks, and nothing of the poster."""
LETTERS = 26


class Tile(Struct, frozen=True):
    """One tile: its row and column from 0, what it is called, and the part of the poster that it shows, from the
    poster's corner. Only the last ones of a row or column are smaller than the others."""

    row: int
    column: int
    label: str
    x: float
    y: float
    w: float
    h: float


class Tiling(Struct, frozen=True):
    """A poster on tiles: the paper of the tiles, the poster, what stays white around each picture, and the tiles row by
    row."""

    paper: Size
    poster: Placed
    border: float
    rows: int
    columns: int
    tiles: tuple[Tile, ...]


def tiling(page: Page, choices: Choices) -> Tiling:
    """The tiles for a page, as few as possible. Raises Problem when the poster is no larger than one of them."""
    assert choices.tiles is not None
    poster, paper = placed(page, replace(choices, margin=0)), PAPERS[choices.tiles]
    if min(poster.w, poster.h) <= paper.w and max(poster.w, poster.h) <= paper.h:
        raise Problem("tiles_too_large", tile=choices.tiles)
    border = math.ceil((max(choices.margin, PRINTER_MARGIN) + BAND) / POINT) * POINT
    ways = [_cut(poster, way, border) for way in (paper, Size(paper.h, paper.w))]
    return min(ways, key=lambda way: len(way.tiles))


def _cut(poster: Placed, paper: Size, border: float) -> Tiling:
    columns, rows = _parts(poster.w, paper.w - 2 * border), _parts(poster.h, paper.h - 2 * border)
    tiles = [
        Tile(row, column, f"{row_name(row)}{column + 1}", x, y, w, h)
        for row, (y, h) in enumerate(rows)
        for column, (x, w) in enumerate(columns)
    ]
    return Tiling(paper, poster, border, len(rows), len(columns), tuple(tiles))


def _parts(length: int, room: float) -> list[tuple[float, float]]:
    """Where each tile begins along a side of the poster, and how long it is there. They lie whole points apart: at 72
    pixels an inch, or a multiple, every tile then shows the very pixels of the whole poster."""
    if length <= room:
        return [(0, length)]
    step = math.floor((room - OVERLAP) / POINT) * POINT
    count = math.ceil((length - OVERLAP) / step)
    return [(at * step, min(step + OVERLAP, length - at * step)) for at in range(count)]


def row_name(row: int) -> str:
    """A, B, C … Z, AA, AB …, for rows counted from 0."""
    before, letter = divmod(row, LETTERS)
    return (row_name(before - 1) if before else "") + chr(ord("A") + letter)
