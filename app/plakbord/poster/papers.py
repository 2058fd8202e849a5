"""Pages of marks laid on sheets of paper: one on one, with bleed and crop marks, or cut into tiles behind a cover. What
is written for each of them is the PDF's work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from plakbord.poster import cover
from plakbord.poster.choices import Choices
from plakbord.poster.paper import Placed, placed
from plakbord.poster.print_marks import CROP_LENGTH, corner_marks, tile_marks
from plakbord.poster.tiles import Tile, Tiling, tiling
from plakbord.sheet.marks import Mark, Page, Span, Text
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import Words

BLEED = 300
SLUG = 700
"""Around the bleed, for the crop marks."""
_CROP_AWAY = BLEED + 50

Area = tuple[float, float, float, float]
"""Left, top, width and height."""


class View(Struct, frozen=True):
    """A page as it comes on a sheet of paper: scale times as large, its corner at (x, y), only what lies in clip. One
    that is shared is shown by several sheets of paper, and read on the first of them alone."""

    page: Page
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    clip: Area | None = None
    shared: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether the page is shown as it is."""
        return self.scale == 1 and not self.x and not self.y and self.clip is None


class PaperSheet(Struct, frozen=True):
    """One sheet of paper w by h large, with its trim and bleed area: a view of a page, and above it marks that belong
    to the paper. under is the bookmark that it stands under, when it has none of the first level."""

    w: float
    h: float
    title: str
    view: View
    over: Page | None = None
    trim: Area | None = None
    bleed: Area | None = None
    is_part: bool = False


def plain(page: Page) -> PaperSheet:
    """A page on paper of its own size."""
    return PaperSheet(page.w, page.h, page.title, View(page), is_part=page.kind in ("continuation", "parking"))


def papers(pages: Sequence[Page], choices: Choices, fonts: Fonts, t: Words) -> list[PaperSheet]:
    """All sheets of paper. Raises Problem when a page does not go on the paper that was chosen."""
    return [paper for page in pages for paper in _of_page(page, choices, fonts, t)]


def _of_page(page: Page, choices: Choices, fonts: Fonts, t: Words) -> Iterator[PaperSheet]:
    is_part = page.kind in ("continuation", "parking")
    if choices.tiles and page.kind == "sheet":
        yield from _tiled(page, choices, fonts, t)
    elif choices.bleed:
        yield _with_bleed(page, placed(page, choices), is_part)
    else:
        at = placed(page, replace(choices, paper=choices.tiles) if choices.tiles else choices)
        yield PaperSheet(at.w, at.h, page.title, View(page, at.scale, at.x, at.y), is_part=is_part)


def _with_bleed(page: Page, at: Placed, is_part: bool) -> PaperSheet:
    around = BLEED + SLUG
    trim = (around, around, at.w, at.h)
    bleed = (SLUG, SLUG, at.w + 2 * BLEED, at.h + 2 * BLEED)
    w, h = at.w + 2 * around, at.h + 2 * around
    crop = tuple(corner_marks(*trim, _CROP_AWAY, CROP_LENGTH))
    view = View(page, at.scale, at.x + around, at.y + around, bleed)
    return PaperSheet(w, h, page.title, view, Page(w, h, crop), trim, bleed, is_part)


def _tiled(page: Page, choices: Choices, fonts: Fonts, t: Words) -> Iterator[PaperSheet]:
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
    words = cover.cover_words(page.title, cut, choices, fonts, t)
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
