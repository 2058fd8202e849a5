"""Pages of marks laid on sheets of paper: one on one, with bleed and crop marks, or cut into tiles behind a cover. What
is written for each of them is the PDF's work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from plakbord.poster.choices import Choices
from plakbord.poster.paper import placed
from plakbord.poster.paper_sheet import PaperSheet, View
from plakbord.sheet.marks import Page
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import Words


def papers(pages: Sequence[Page], choices: Choices, fonts: Fonts, t: Words) -> list[PaperSheet]:
    """All sheets of paper. Raises Problem when a page does not go on the paper that was chosen."""
    return [paper for page in pages for paper in _of_page(page, choices, fonts, t)]


def _of_page(page: Page, choices: Choices, fonts: Fonts, t: Words) -> Iterator[PaperSheet]:
    is_part = page.kind in ("continuation", "parking")
    if choices.tiles and page.kind == "sheet":
        from plakbord.poster.press_papers import tiled

        yield from tiled(page, choices, fonts, t)
    elif choices.bleed:
        from plakbord.poster.press_papers import with_bleed

        yield with_bleed(page, placed(page, choices), is_part)
    else:
        at = placed(page, replace(choices, paper=choices.tiles) if choices.tiles else choices)
        yield PaperSheet(at.w, at.h, page.title, View(page, at.scale, at.x, at.y), is_part=is_part)
