"""The poster as SVG, one file for each page, for drawing programs and web pages. It is plain: it carries no workshop
and no fonts, only their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from plakbord.poster.choices import (
    Cancelled,
    CancelledError,
    Choices,
    Progress,
    no_progress,
    none_cancels,
)
from plakbord.poster.colors import tint
from plakbord.poster.pages import printed_pages
from plakbord.poster.paper import placed
from plakbord.poster.svg_page import Place, svg_of
from plakbord.sheet.fonts import all_fonts
from plakbord.words import load_words

if TYPE_CHECKING:
    from canvas_files.document import Document
    from plakbord.sheet.text.fonts import Fonts


def svg_text(
    document: Document,
    choices: Choices,
    fonts: Fonts | None = None,
    progress: Progress = no_progress,
    cancelled: Cancelled = none_cancels,
) -> list[tuple[str, str]]:
    """The title and the SVG of every page. Tiles and bleed are for paper. Raises Problem, CancelledError."""
    choices = replace(choices, tiles=None, bleed=False)
    language = choices.language or document.workshop.language
    pages = printed_pages(document, choices, fonts or all_fonts(), load_words(language)).pages
    made: list[tuple[str, str]] = []
    for page in pages:
        if cancelled():
            raise CancelledError
        on = placed(page, choices)
        made.append((page.title, svg_of(page, Place(on.w, on.h, on.scale, on.x, on.y), language, tint(choices))))
        progress(len(made), len(pages))
    return made
