"""The poster as PNG, one picture for each page, painted from the PDF: so paper and picture are the same. Each carries
the workshop, as the PDF does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from canvas_files.file import encode
from canvas_files.problems import Problem
from plakbord.poster.choices import (
    Cancelled,
    CancelledError,
    Choices,
    Progress,
    no_progress,
    none_cancels,
)
from plakbord.poster.png_file import PngFile

if TYPE_CHECKING:
    from canvas_files.document import Document
    from plakbord.poster.raster import PaintedPdf
    from plakbord.sheet.text.fonts import Fonts

MOST_PIXELS = 1_000_000_000
"""In one picture; A0 at 600 dpi has 560 million."""


def png_bytes(
    document: Document,
    choices: Choices,
    fonts: Fonts | None = None,
    progress: Progress = no_progress,
    cancelled: Cancelled = none_cancels,
) -> list[tuple[str, bytes]]:
    """The title and the PNG of every page, at the choices' dots per inch. Tiles and bleed are for paper. A strip of the
    page is in memory at a time, and what was packed so far. Raises Problem, CancelledError."""
    from plakbord.poster.export import pdf_bytes  # ReportLab and PDFium, only when something is exported

    carried = encode(document) if choices.attachment and not choices.blank else b""
    choices = replace(choices, tiles=None, bleed=False, attachment=False)
    poster = pdf_bytes(document, choices, fonts, cancelled=cancelled)
    return pictures_of(poster.data, choices.dpi, carried, progress, cancelled)


def pictures_of(
    pdf: bytes,
    dpi: float,
    carried: bytes = b"",
    progress: Progress = no_progress,
    cancelled: Cancelled = none_cancels,
) -> list[tuple[str, bytes]]:
    """The pages of a PDF as PNGs, each with its title. Raises Problem for a page of too many pixels, CancelledError."""
    from plakbord.poster.raster import PaintedPdf

    made: list[tuple[str, bytes]] = []
    with PaintedPdf(pdf) as painted:
        titles = painted.titles()
        of = sum(_strips_of(painted, number, dpi) for number in range(len(painted)))
        done = 0
        for number, title in enumerate(titles):
            with painted.pixels(number, dpi) as page:
                file = PngFile(page.width, page.height, dpi, carried)
                for strip in page.painted():
                    if cancelled():
                        raise CancelledError
                    file.add_rows(strip)
                    done += 1
                    progress(done, of)
            made.append((title, file.data()))
    return made


def _strips_of(painted: PaintedPdf, number: int, dpi: float) -> int:
    """How many strips a page has. Raises Problem for one of too many pixels."""
    with painted.pixels(number, dpi) as page:
        if page.width * page.height > MOST_PIXELS:
            raise Problem("large_picture", dpi=round(dpi))
        return page.strips
