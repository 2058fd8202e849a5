"""Pages on paper that has to be cut: with bleed and crop marks for a print shop, or as tiles behind a cover. Loaded
only when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from plakbord.poster import cover
from plakbord.poster.choices import Choices
from plakbord.poster.paper import Placed
from plakbord.poster.paper_sheet import PaperSheet, View
from plakbord.poster.print_marks import CROP_LENGTH, corner_marks, tile_marks
from plakbord.poster.tiles import Tile, Tiling, tiling
from plakbord.sheet.continuation import running
from plakbord.sheet.marks import Mark, Page, Span, Text
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import Words

BLEED = 300
SLUG = 700
"""Around the bleed, for the crop marks."""
_CROP_AWAY = BLEED + 50


def with_bleed(page: Page, at: Placed, is_part: bool) -> PaperSheet:
    """A page on paper that is to be trimmed, with what stands outside that."""
    around = BLEED + SLUG
    trim = (around, around, at.w, at.h)
    bleed = (SLUG, SLUG, at.w + 2 * BLEED, at.h + 2 * BLEED)
    w, h = at.w + 2 * around, at.h + 2 * around
    crop = tuple(corner_marks(*trim, _CROP_AWAY, CROP_LENGTH))
    view = View(page, at.scale, at.x + around, at.y + around, bleed)
    return PaperSheet(w, h, page.title, view, Page(w, h, crop), trim, bleed, is_part)


def tiled(page: Page, choices: Choices, fonts: Fonts, t: Words) -> Iterator[PaperSheet]:
    """A page on tiles, behind their cover. Raises Problem when it fits on one."""
    cut = tiling(page, choices)
    yield _cover(page, cut, choices, fonts, t)
    for tile in cut.tiles:
        yield _tile(page, tile, cut, fonts, t)


def _tile(page: Page, tile: Tile, cut: Tiling, fonts: Fonts, t: Words) -> PaperSheet:
    at, border = cut.poster, cut.border
    clip = (border, border, tile.w, tile.h)
    view = View(page, at.scale, border + at.x - tile.x, border + at.y - tile.y, clip, shared=True)
    marks = Page(cut.paper.w, cut.paper.h, tuple(tile_marks(tile, cut, fonts, t)))
    return PaperSheet(cut.paper.w, cut.paper.h, tile.label, view, marks, is_part=True)


def _cover(page: Page, cut: Tiling, choices: Choices, fonts: Fonts, t: Words) -> PaperSheet:
    words = cover.cover_words(running(page.title), cut, choices, fonts, t)
    x, y, scale = cover.map_room(words, cut)
    marks: list[Mark] = [*words, *cover.map_marks((x, y, scale), cut, fonts), *cover.bar(cut, fonts, t)]
    spans = tuple(
        Span(at, at + 1, "title" if at == 0 else "text") for at, mark in enumerate(words) if isinstance(mark, Text)
    )
    over = Page(cut.paper.w, cut.paper.h, tuple(marks), page.title, spans=spans)
    at = cut.poster
    clip = (x, y, at.w * scale, at.h * scale)
    view = View(page, at.scale * scale, x + at.x * scale, y + at.y * scale, clip, shared=True)
    return PaperSheet(cut.paper.w, cut.paper.h, page.title, view, over)
