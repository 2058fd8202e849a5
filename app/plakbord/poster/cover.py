"""The first sheet of a poster on tiles: what to do with the others, a map of how they lie, and a bar to measure."""

from __future__ import annotations

from collections.abc import Iterator

from canvas_files.template import Room
from plakbord.poster.choices import Choices
from plakbord.poster.print_marks import bar_marks
from plakbord.poster.tiles import OVERLAP, Tile, Tiling
from plakbord.sheet import theme
from plakbord.sheet.marks import POINT, Box, Line, Mark, Text
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import Fonts
from plakbord.sheet.type import column, line, lower_edge
from plakbord.words import Words

MARGIN = 1500
_SIZE = 12 * POINT
_LABEL = 16 * POINT
_TITLE = 1600
_FOOT = 1500
_BETWEEN = 700
_AFTER_STEP = 180
_STEPS = ("poster.cover.print", "poster.cover.cut", "poster.cover.paste", "poster.cover.trim")


def cover_words(title: str, tiling: Tiling, choices: Choices, fonts: Fonts, t: Words) -> list[Text]:
    """What is to be done, under the title."""
    width = tiling.paper.w - 2 * MARGIN
    room = Room(MARGIN, MARGIN, width, _TITLE)
    head = line(fonts.bold, t("poster.cover.title", title=title), room, theme.TITLE_SIZES[2], theme.INK, "title")
    poster = tiling.poster
    size = t("poster.cover.size", w=_mm(poster.w), h=_mm(poster.h), n=len(tiling.tiles), paper=choices.tiles)
    steps = [f"{number}. {t(key, overlap=_mm(OVERLAP))}" for number, key in enumerate(_STEPS, 1)]
    x, y, wide = float(MARGIN), head.y + head.laid.height + 300, float(width)
    texts = [head]
    for words in (size, *steps):
        texts += column(fonts.regular, [words], (x, y, wide), _SIZE, theme.INK, "note")
        y = lower_edge(texts, y) + _AFTER_STEP
    return texts


def map_room(words: list[Text], tiling: Tiling) -> tuple[float, float, float]:
    """Where the map stands: its corner, and how large the poster is on it. It fills what the words leave."""
    top = lower_edge(words, MARGIN) + _BETWEEN
    high, wide = tiling.paper.h - top - _FOOT - _BETWEEN, tiling.paper.w - 2 * MARGIN
    scale = max(min(wide / tiling.poster.w, high / tiling.poster.h), 0.01)
    return (tiling.paper.w - tiling.poster.w * scale) / 2, top, scale


def map_marks(at: tuple[float, float, float], tiling: Tiling, fonts: Fonts) -> Iterator[Mark]:
    """The poster's edge, the edges along which tiles lie on others, and the name of each in its middle."""
    x, y, scale = at
    w, h = tiling.poster.w * scale, tiling.poster.h * scale
    for tile in tiling.tiles:
        left, top = x + tile.x * scale, y + tile.y * scale
        if tile.column and not tile.row:
            yield Line(left, y, left, y + h, theme.ACCENT, 30)
        if tile.row and not tile.column:
            yield Line(x, top, x + w, top, theme.ACCENT, 30)
    yield Box(x, y, w, h, edge=theme.ACCENT, edge_width=30)
    for tile in tiling.tiles:
        yield from _label(tile, at, tiling, fonts)


def bar(tiling: Tiling, fonts: Fonts, t: Words) -> Iterator[Mark]:
    """The bar to measure at the foot."""
    return bar_marks(MARGIN, tiling.paper.h - _FOOT, fonts, t)


def _label(tile: Tile, at: tuple[float, float, float], tiling: Tiling, fonts: Fonts) -> Iterator[Mark]:
    x, y, scale = at
    right = tile.x + (tile.w if tile.column == tiling.columns - 1 else tile.w - OVERLAP)
    lower = tile.y + (tile.h if tile.row == tiling.rows - 1 else tile.h - OVERLAP)
    laid = lay_out(fonts.bold, tile.label, _LABEL, 4000)
    w = laid.lines[0].width + 300
    h = laid.height + 80
    left, top = x + (tile.x + right) / 2 * scale - w / 2, y + (tile.y + lower) / 2 * scale - h / 2
    yield Box(left, top, w, h, h / 2, theme.SHEET, theme.ACCENT, 20)
    yield Text(left + 150, top + 40, laid, theme.ACCENT, "small")


def _mm(length: float) -> str:
    return f"{length / 100:g}"
