"""All sheets of a workshop as small pictures on one page, with their names: to hand out, or to see what there is.

Imports ReportLab only when the page is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from canvas_files.template import Room, Size
from plakbord.poster.choices import PAPERS, Cancelled, CancelledError, Choices, Progress, no_progress, none_cancels
from plakbord.poster.pages import printed_pages
from plakbord.sheet import theme
from plakbord.sheet.fonts import all_fonts
from plakbord.sheet.marks import POINT, Box, Mark, Page, Span
from plakbord.sheet.scaled import scaled
from plakbord.sheet.type import line
from plakbord.words import Words, load_words

if TYPE_CHECKING:
    from canvas_files.document import Document
    from plakbord.sheet.text.fonts import Fonts

LOCALES: Mapping[str, Literal["nl-NL", "en-GB"]] = MappingProxyType({"nl": "nl-NL", "en": "en-GB"})
MOST_ON_A_PAGE = 12
MARGIN = 1200
"""White around, wide enough for every printer."""
GAP = 700
HEAD = 1500
"""For the title of the workshop."""
CAPTION = 1050
"""Under each picture: two lines, or smaller letters."""
CAPTION_SIZE = 10 * POINT
EDGE_WIDTH = 20


class Grid(Struct, frozen=True):
    """So many columns and rows of cells, each w by h large."""

    columns: int
    rows: int
    w: float
    h: float


def contact_sheet(
    document: Document,
    choices: Choices,
    fonts: Fonts | None = None,
    progress: Progress = no_progress,
    cancelled: Cancelled = none_cancels,
) -> bytes:
    """The PDF of the contact sheet, on the paper of the choices or else on A4; what the small pictures show is chosen
    as for a poster. It carries no workshop. Raises Problem, CancelledError."""
    from plakbord.poster.colors import tint
    from plakbord.poster.export import moment_of
    from plakbord.poster.paper_sheet import plain
    from plakbord.poster.pdf import About, Extras, write_papers

    pages = contact_pages(document, choices, fonts or all_fonts(), cancelled)
    progress(1, 2)
    t = load_words(choices.language or document.workshop.language)
    about = About(pages[0].title, document.workshop.author, "", LOCALES[t.language], moment_of(document.workshop.date))
    out = BytesIO()
    write_papers(out, [plain(page) for page in pages], about, Extras(tint(choices), choices.grey))
    progress(2, 2)
    return out.getvalue()


def contact_pages(
    document: Document, choices: Choices, fonts: Fonts, cancelled: Cancelled = none_cancels
) -> list[Page]:
    """The pages of the contact sheet as marks, MOST_ON_A_PAGE sheets on each. Raises Problem, CancelledError."""
    t = load_words(choices.language or document.workshop.language)

    def step() -> None:
        if cancelled():
            raise CancelledError

    plain_choices = replace(choices, tiles=None, bleed=False, parking=False, round=None)
    printed = printed_pages(document, plain_choices, fonts, t, step).pages
    sheets = [page for page in printed if page.kind == "sheet"]
    paper = _paper(sheets, choices)
    title = document.workshop.title or t("window.untitled")
    count = -(-len(sheets) // MOST_ON_A_PAGE)
    groups = [sheets[at * MOST_ON_A_PAGE : (at + 1) * MOST_ON_A_PAGE] for at in range(count)]
    return [
        _page(group, paper, title if count == 1 else f"{title} · {number}/{count}", fonts, t, document.workshop.date)
        for number, group in enumerate(groups, 1)
    ]


def _paper(sheets: Sequence[Page], choices: Choices) -> Size:
    """The chosen paper, or A4, the way round that most sheets are."""
    short_long = PAPERS[choices.paper or "A4"]
    wide = sum(page.w >= page.h for page in sheets) * 2 >= len(sheets)
    if choices.orientation == "landscape" or (choices.orientation == "auto" and wide):
        return Size(short_long.h, short_long.w)
    return short_long


def _page(sheets: Sequence[Page], paper: Size, title: str, fonts: Fonts, t: Words, day: str) -> Page:
    marks: list[Mark] = [Box(0, 0, paper.w, paper.h, fill=theme.SHEET)]
    spans: list[Span] = []

    def read(mark: Mark, kind: str) -> None:
        spans.append(Span(len(marks), len(marks) + 1, "title" if kind == "title" else "text"))
        marks.append(mark)

    width = paper.w - 2 * MARGIN
    head = Room(MARGIN, MARGIN, round(width * 0.7), HEAD - 400)
    read(line(fonts.bold, title, head, 16 * POINT, theme.INK, "title"), "title")
    if day:
        beside = Room(round(MARGIN + width * 0.72), MARGIN, round(width * 0.28), HEAD - 400)
        read(line(fonts.regular, t.date(day), beside, 10 * POINT, theme.QUIET_INK, "small", end=True), "small")
    grid = best_grid(len(sheets), Room(0, 0, width, paper.h - 2 * MARGIN - HEAD), sheets)
    for at, sheet in enumerate(sheets):
        x = MARGIN + at % grid.columns * (grid.w + GAP)
        y = MARGIN + HEAD + at // grid.columns * (grid.h + GAP)
        _add_sheet(marks, spans, sheet, (x, y, grid.w, grid.h - CAPTION))
        words = Room(round(x), round(y + grid.h - CAPTION + 150), round(grid.w), CAPTION - 150)
        read(line(fonts.regular, sheet.title, words, CAPTION_SIZE, theme.INK, "small"), "text")
    return Page(paper.w, paper.h, tuple(marks), title, kind="sheet", spans=tuple(spans))


def _add_sheet(marks: list[Mark], spans: list[Span], sheet: Page, room: tuple[float, float, float, float]) -> None:
    """Draws a sheet at the foot of a room, in its middle, so that captions of one row are in line."""
    x, y, w, h = room
    factor = min(w / sheet.w, h / sheet.h)
    dx, dy = x, y + h - sheet.h * factor
    first = len(marks)
    marks += [scaled(mark, factor, dx, dy) for mark in sheet.marks]
    marks.append(Box(dx, dy, sheet.w * factor, sheet.h * factor, edge=theme.RULE, edge_width=EDGE_WIDTH))
    spans.append(Span(first, len(marks), "figure", words=sheet.title))


def best_grid(count: int, room: Room, sheets: Sequence[Page]) -> Grid:
    """The columns and rows in which so many sheets come out largest, captions included."""

    def size(grid: Grid) -> float:
        return min(min(grid.w / page.w, (grid.h - CAPTION) / page.h) for page in sheets)

    grids = [_grid(columns, count, room) for columns in range(1, count + 1)]
    return max(grids, key=size)


def _grid(columns: int, count: int, room: Room) -> Grid:
    rows = -(-count // columns)
    return Grid(columns, rows, (room.w - (columns - 1) * GAP) / columns, (room.h - (rows - 1) * GAP) / rows)
