"""What is printed beside the poster to make it: crop marks for a print shop; on tiles cut marks, register marks, a
label and a bar to measure. All of it stands outside the picture. Lengths are hundredths of a millimetre on paper."""

from __future__ import annotations

from collections.abc import Iterator

from plakbord.poster.tiles import BAND, OVERLAP, Tile, Tiling
from plakbord.sheet import theme
from plakbord.sheet.marks import Box, Disc, Line, Mark, Text
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import Words

BLACK = "#000000"
HAIRLINE = 9
"""A quarter of a point."""
BAR = 10_000
CROP_LENGTH = 500
_BAR_HEIGHT = 60
_TICK = 15
_TICK_HEIGHT = 220
_CUT_LENGTH = 350
_CUT_AWAY = 80
_TARGET = 130
_TARGET_REACH = 210
_AFTER_TARGET = 1200
_NARROW = 9000
"""Beside a picture less wide than this the label stands where the paper is empty."""


def corner_marks(x: float, y: float, w: float, h: float, away: float, length: float) -> Iterator[Line]:
    """Two lines at every corner of a rectangle, outside it and a little away: where to cut."""
    for corner_x, side in ((x, -1), (x + w, 1)):
        for corner_y, upright in ((y, -1), (y + h, 1)):
            across, down = corner_x + side * away, corner_y + upright * away
            yield Line(across, corner_y, across + side * length, corner_y, BLACK, HAIRLINE)
            yield Line(corner_x, down, corner_x, down + upright * length, BLACK, HAIRLINE)


def tile_marks(tile: Tile, tiling: Tiling, fonts: Fonts, t: Words) -> Iterator[Mark]:
    """Everything around the picture of one tile."""
    left = top = tiling.border
    yield from corner_marks(left, top, tile.w, tile.h, _CUT_AWAY, _CUT_LENGTH)
    for x, y in _targets(tile, tiling):
        yield from _target(x, y)
    words = t(
        "poster.tile",
        label=tile.label,
        row=tile.row + 1,
        rows=tiling.rows,
        column=tile.column + 1,
        columns=tiling.columns,
    )
    laid = lay_out(fonts.regular, words, theme.FLOOR, tiling.paper.w)
    x = left + (tile.w + _AFTER_TARGET if tile.w < _NARROW else _AFTER_TARGET)
    yield Text(x, top - BAND / 2 - laid.height / 2, laid, theme.INK, "small")
    yield from bar_marks(left + _AFTER_TARGET, top + tile.h + BAND / 2, fonts, t)


def bar_marks(x: float, y: float, fonts: Fonts, t: Words) -> Iterator[Mark]:
    """A bar of exactly 100 mm from x on, its middle at y, with its length in words behind it."""
    yield Box(x, y - _BAR_HEIGHT / 2, BAR, _BAR_HEIGHT, fill=BLACK)
    for tick in (x, x + BAR - _TICK):
        yield Box(tick, y - _TICK_HEIGHT / 2, _TICK, _TICK_HEIGHT, fill=BLACK)
    laid = lay_out(fonts.regular, t("poster.bar"), theme.FLOOR, 4000)
    yield Text(x + BAR + 200, y - laid.height / 2, laid, theme.INK, "small")


def _targets(tile: Tile, tiling: Tiling) -> Iterator[tuple[float, float]]:
    """The middles of the overlaps, in the bands beside the picture: the same points of the poster on both tiles."""
    left = top = tiling.border
    across = [OVERLAP / 2] if tile.column else []
    across += [tile.w - OVERLAP / 2] if tile.column < tiling.columns - 1 else []
    down = [OVERLAP / 2] if tile.row else []
    down += [tile.h - OVERLAP / 2] if tile.row < tiling.rows - 1 else []
    for x in across:
        yield left + x, top - BAND / 2
        yield left + x, top + tile.h + BAND / 2
    for y in down:
        yield left - BAND / 2, top + y
        yield left + tile.w + BAND / 2, top + y


def _target(x: float, y: float) -> Iterator[Mark]:
    yield Disc(x, y, _TARGET, edge=BLACK, edge_width=HAIRLINE)
    yield Line(x - _TARGET_REACH, y, x + _TARGET_REACH, y, BLACK, HAIRLINE)
    yield Line(x, y - _TARGET_REACH, x, y + _TARGET_REACH, BLACK, HAIRLINE)
