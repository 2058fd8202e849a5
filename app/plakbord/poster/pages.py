"""What is on a poster before anybody paints it: the pages of marks that the choices ask for, and how many there will
be. PDF, PNG and SVG are made of the same pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from canvas_files import queries
from canvas_files.document import Document
from canvas_files.problems import Problem
from plakbord.poster.choices import Choices, check
from plakbord.poster.colors import saving_toner
from plakbord.poster.extra_pages import extra_pages, note_marks
from plakbord.poster.paper import placed
from plakbord.sheet.data_note import View
from plakbord.sheet.marks import POINT, Page, Text
from plakbord.sheet.note import NoteFace, NoteFaces
from plakbord.sheet.printed import OnNote, printed_sheet
from plakbord.sheet.shown import Shown, as_shown
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import Words


class Printed(Struct, frozen=True):
    """The pages in the order of printing, the sheets that could not be laid out, and the headings of the checklists
    that found no room among the notes."""

    pages: tuple[Page, ...]
    skipped: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()


class Forecast(Struct, frozen=True):
    """What a poster will be: pages of each kind, sheets of paper in all (tiles and their plans included), the smallest
    letters on it in points, the checklists that find no room, and the paper, from 0, on which each sheet of the
    workshop begins."""

    sheets: int
    continuations: int
    lists: int
    extra: int
    papers: int
    smallest_points: float
    left_out: tuple[str, ...] = ()
    begins: Mapping[str, int] = {}


def printed_pages(
    document: Document, choices: Choices, fonts: Fonts, t: Words, step: Callable[[], None] | None = None
) -> Printed:
    """The pages of a poster, in the words of t; step is called after every sheet. Raises Problem when the choices do
    not go together or none of the sheets can be printed."""
    check(choices, document)
    shown = _shown(choices)
    seen = as_shown(document, shown)
    faces = NoteFaces(fonts.handwriting if choices.by_hand else fonts.regular, view_of(choices), choices.authors)

    def on_notes(there: Sequence[NoteFace]) -> Mapping[str, OnNote]:
        return note_marks(document, choices, there, fonts, t)

    pages: list[Page] = []
    skipped: list[Problem] = []
    left_out: list[str] = []
    for sheet_id in choices.sheets or [sheet.id for sheet in document.sheets]:
        try:
            found = printed_sheet(seen, sheet_id, fonts, t, faces, shown, on_notes, choices.parking)
        except LookupError:
            skipped.append(_in_the_way(document, sheet_id))
        else:
            pages += found.pages
            left_out += found.left_out
        if step is not None:
            step()
    if not pages:
        raise skipped[0] if skipped else Problem("unknown_sheet", number=1, count=0)
    pages += extra_pages(document, choices, fonts, t)
    if choices.save_toner:
        pages = [saving_toner(page) for page in pages]
    return Printed(tuple(pages), tuple(skipped), tuple(left_out))


def view_of(choices: Choices) -> View:
    """How data notes are seen."""
    return "data" if choices.lens else "business" if choices.data_marks else "plain"


def _shown(choices: Choices) -> Shown:
    """What is shown; through the data lens the couplings are what it is about, and the checklists are not."""
    shown = Shown(**{name: getattr(choices, name) for name in Shown.__struct_fields__})
    return replace(shown, links=True, checklists=False) if choices.lens else shown


def forecast(document: Document, choices: Choices, fonts: Fonts, t: Words) -> Forecast:
    """What the poster will be, without writing it. Raises Problem as printed_pages."""
    return forecast_of(printed_pages(document, choices, fonts, t), choices)


def forecast_of(printed: Printed, choices: Choices) -> Forecast:
    """The same of pages that are there already."""
    from plakbord.poster.tiles import tiling

    kinds = [page.kind for page in printed.pages]
    smallest = min((_smallest(page) * placed(page, choices).scale for page in printed.pages), default=0.0)
    papers, begins = 0, dict[str, int]()
    for page in printed.pages:
        if page.kind == "sheet":
            begins[page.of] = papers
        papers += len(tiling(page, choices).tiles) + 1 if choices.tiles and page.kind == "sheet" else 1
    return Forecast(
        kinds.count("sheet"),
        kinds.count("continuation"),
        kinds.count("parking"),
        kinds.count("extra"),
        papers,
        round(smallest, 2),
        printed.left_out,
        begins,
    )


def _smallest(page: Page) -> float:
    """The smallest letters of a page in points."""
    return min((mark.laid.size for mark in page.marks if isinstance(mark, Text)), default=0.0) / POINT


def _in_the_way(document: Document, sheet_id: str) -> Problem:
    sheet = queries.sheet(document.records, sheet_id)
    if sheet is None:
        return Problem("no_sheet", record=sheet_id)
    return Problem("no_template", record=sheet_id, template=sheet.template)
