"""From a document to its poster as a PDF: asks for the pages, has them written with what the file says about itself,
and puts the bytes where they belong when they are whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Literal

from msgspec import Struct

from canvas_files import queries
from canvas_files.document import Document
from canvas_files.file import encode
from canvas_files.problems import Problem
from canvas_files.safe_write import write_whole
from plakbord.poster.attachment import Attachment, file_name
from plakbord.poster.choices import Cancelled, CancelledError, Choices, Progress, no_progress, none_cancels
from plakbord.poster.colors import tint
from plakbord.poster.pages import printed_pages
from plakbord.poster.paper_sheet import PaperSheet
from plakbord.poster.papers import papers
from plakbord.poster.pdf import About, Extras, write_papers
from plakbord.sheet.fonts import all_fonts
from plakbord.sheet.marks import Page
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import Words, load_words

UNDATED = datetime(2000, 1, 1, 12)
"""The moment of a workshop without a date: the clock would make every poster of it different."""
_FIRST_YEAR = 1000  # a PDF writes a year in four digits


class Poster(Struct, frozen=True):
    """The bytes of a PDF, the sheets that could not be on it, and how many sheets of paper it has."""

    data: bytes
    skipped: tuple[Problem, ...] = ()
    papers: int = 0


class _Steps:
    """Counts the steps of the work, and stops it between two of them."""

    def __init__(self, of: int, progress: Progress, cancelled: Cancelled) -> None:
        self.of = of
        self._done = 0
        self._progress = progress
        self._cancelled = cancelled
        progress(0, of)

    def step(self) -> None:
        """One more is done. Raises CancelledError when the person asked to stop."""
        self._done += 1
        self._progress(min(self._done, self.of), self.of)
        if self._cancelled():
            raise CancelledError


def pdf_bytes(
    document: Document,
    choices: Choices,
    fonts: Fonts | None = None,
    progress: Progress = no_progress,
    cancelled: Cancelled = none_cancels,
) -> Poster:
    """The poster that the choices ask for; the same document and choices give the same bytes. fonts None reads the
    bundled ones. Raises Problem when the choices do not go together or nothing can be printed, CancelledError when
    cancelled says so, OverflowError for more different glyphs than a PDF can address (65,535 in one font)."""
    fonts = fonts or all_fonts()
    t = load_words(choices.language or document.workshop.language)
    sheets = len(choices.sheets or document.sheets)
    steps = _Steps(2 * sheets + 1, progress, cancelled)
    printed = printed_pages(document, choices, fonts, t, steps.step)
    sheets_of_paper = papers(printed.pages, choices, fonts, t)
    steps.of = sheets + len(sheets_of_paper) + 1
    out = BytesIO()
    extras = Extras(tint(choices), choices.grey, _attachment(document, choices, t))
    write_papers(out, sheets_of_paper, _about(document, sheets_of_paper, t), extras, steps.step)
    steps.step()
    return Poster(out.getvalue(), printed.skipped, len(sheets_of_paper))


def export_pdf(
    document: Document,
    choices: Choices,
    path: Path,
    progress: Progress = no_progress,
    cancelled: Cancelled = none_cancels,
    fonts: Fonts | None = None,
) -> tuple[Problem, ...]:
    """Writes the poster to a file, which stays as it was until the new one is whole, and names the sheets that could
    not be on it. Raises what pdf_bytes raises, and Problem when the file cannot be written."""
    poster = pdf_bytes(document, choices, fonts, progress, cancelled)
    write_whole(path, poster.data)
    return poster.skipped


def _attachment(document: Document, choices: Choices, t: Words) -> Attachment | None:
    """The workshop as a file; none in a blank poster, which is handed out to people who start anew."""
    if not choices.attachment or choices.blank:
        return None
    return Attachment(file_name(document.workshop.title), encode(document), t("poster.attachment"))


def _about(document: Document, sheets_of_paper: Sequence[PaperSheet], t: Words) -> About:
    workshop = document.workshop
    language: Literal["nl-NL", "en-GB"] = "nl-NL" if t.language == "nl" else "en-GB"
    pages: list[Page] = list(
        {p.view.page.of: p.view.page for p in sheets_of_paper if p.view.page.kind == "sheet"}.values()
    )
    title = pages[0].title if len(pages) == 1 else workshop.title or pages[0].title
    return About(title, workshop.author, ", ".join(_kinds(document, pages, t)), language, moment_of(workshop.date))


def _kinds(document: Document, pages: Sequence[Page], t: Words) -> list[str]:
    """What kinds of sheets the pages are, each once."""
    sheets = [queries.sheet(document.records, page.of) for page in pages]
    templates = [document.template_of(sheet) for sheet in sheets if sheet is not None]
    return list(dict.fromkeys(template.name(t.language) for template in templates if template is not None))


def moment_of(day: str) -> datetime:
    """Noon of a day written as 2026-11-21, or UNDATED when it is empty or no day."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return UNDATED
    return datetime.combine(found, time(12)) if found.year >= _FIRST_YEAR else UNDATED
