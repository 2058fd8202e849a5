"""From a document to the bytes of its poster: lays out the sheets that are asked for and says what the file is about.
Where the bytes go is for whoever asks, the window or the command line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Literal

from msgspec import Struct

from canvas_files import queries
from canvas_files.document import Document
from canvas_files.problems import Problem
from plakbord.poster.pdf import About, write_pdf
from plakbord.sheet.layout import Layout
from plakbord.sheet.marks import Page
from plakbord.sheet.note import NoteFaces
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import Words

UNDATED = datetime(2000, 1, 1, 12)
"""The moment of a workshop without a date: the clock would make every poster of it different."""
_FIRST_YEAR = 1000  # a PDF writes a year in four digits


class Poster(Struct, frozen=True):
    """The bytes of a PDF, and the sheets that could not be on it."""

    data: bytes
    skipped: tuple[Problem, ...] = ()


def export_pdf(
    document: Document,
    sheet_ids: Sequence[str],
    fonts: Fonts,
    t: Words,
    *,
    links: bool = True,
    parked: bool = False,
    by_hand: bool = False,
) -> Poster:
    """The poster of these sheets, each a page of its own size, in the language of the words; the same document gives
    the same bytes. Raises Problem when none of the sheets can be printed, OverflowError for more different glyphs than
    a PDF can address (65,535 in one font). Links between notes, and what is parked beside the
    sheets, are printed when asked for; notes are written by hand or not."""
    faces = NoteFaces(fonts.handwriting if by_hand else fonts.regular)
    layouts: list[Layout] = []
    skipped: list[Problem] = []
    for sheet_id in sheet_ids:
        try:
            layouts.append(Layout(document, sheet_id, fonts, t, faces))
        except LookupError:
            skipped.append(_in_the_way(document, sheet_id))
    if not layouts:
        raise skipped[0] if skipped else Problem("unknown_sheet", number=1, count=0)
    out = BytesIO()
    pages = [page for layout in layouts for page in _pages(layout, links, parked)]
    write_pdf(out, pages, _about(document, layouts, t))
    return Poster(out.getvalue(), tuple(skipped))


def _pages(layout: Layout, links: bool, parked: bool) -> Iterator[Page]:
    yield from layout.pages(links)
    page = layout.parked_page() if parked else None
    if page is not None:
        yield page


def _in_the_way(document: Document, sheet_id: str) -> Problem:
    sheet = queries.sheet(document.records, sheet_id)
    if sheet is None:
        return Problem("no_sheet", record=sheet_id)
    return Problem("no_template", record=sheet_id, template=sheet.template)


def _about(document: Document, layouts: Sequence[Layout], t: Words) -> About:
    workshop = document.workshop
    language: Literal["nl-NL", "en-GB"] = "nl-NL" if t.language == "nl" else "en-GB"
    title = layouts[0].title if len(layouts) == 1 else workshop.title or layouts[0].title
    kinds = dict.fromkeys(layout.template.name(t.language) for layout in layouts)
    return About(title, workshop.author, ", ".join(kinds), language, moment_of(workshop.date))


def moment_of(day: str) -> datetime:
    """Noon of a day written as 2026-11-21, or UNDATED when it is empty or no day."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return UNDATED
    return datetime.combine(found, time(12)) if found.year >= _FIRST_YEAR else UNDATED
