"""A poster as files, for the window and the command line alike: one PDF, or one picture for each page. Each kind of
file loads what it needs when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from canvas_files.problems import Problem
from canvas_files.safe_write import write_whole
from plakbord.poster.choices import Cancelled, Choices, Progress, no_progress, none_cancels

if TYPE_CHECKING:
    from canvas_files.document import Document
    from plakbord.sheet.text.fonts import Fonts

ENDINGS = (".pdf", ".png", ".svg")
"""The kinds of files, by how their names end."""


class Written(Struct, frozen=True):
    """The files that were written, and the sheets that could not be on them."""

    files: tuple[Path, ...]
    skipped: tuple[Problem, ...] = ()


def any_name(path: Path) -> None:
    """For who may replace what is there."""


def write_poster(
    document: Document,
    choices: Choices,
    out: Path,
    fonts: Fonts | None = None,
    progress: Progress = no_progress,
    cancelled: Cancelled = none_cancels,
    may_write: Callable[[Path], None] = any_name,
) -> Written:
    """Writes the poster in the kind of file that the ending of `out` says. More than one picture gets numbers behind
    the name; `may_write` is asked about every name beforehand and raises Problem where nothing may be written. A file
    stays as it was until the new one is whole. Raises Problem, CancelledError, ValueError for another ending."""
    ending = out.suffix.lower()
    if ending not in ENDINGS:
        raise ValueError(f"{out.name} does not end in one of {', '.join(ENDINGS)}")
    if ending == ".pdf":
        from plakbord.poster.export import export_pdf

        return Written((out,), export_pdf(document, choices, out, progress, cancelled, fonts))
    if ending == ".png":
        from plakbord.poster.png import png_bytes

        pages = png_bytes(document, choices, fonts, progress, cancelled)
    else:
        from plakbord.poster.svg import svg_text

        pages = [(title, text.encode()) for title, text in svg_text(document, choices, fonts, progress, cancelled)]
    return Written(_write_pages([data for _, data in pages], out, may_write), _left_out(document, choices))


def _left_out(document: Document, choices: Choices) -> tuple[Problem, ...]:
    """The sheets that cannot be printed."""
    sheets = [sheet for sheet in document.sheets if sheet.id in choices.sheets or not choices.sheets]
    missing = [sheet for sheet in sheets if document.template_of(sheet) is None]
    return tuple(Problem("no_template", record=sheet.id, template=sheet.template) for sheet in missing)


def _write_pages(pages: Sequence[bytes], out: Path, may_write: Callable[[Path], None]) -> tuple[Path, ...]:
    names: tuple[Path, ...] = (out,)
    if len(pages) > 1:
        names = tuple(out.with_name(f"{out.stem}-{number}{out.suffix}") for number in range(1, len(pages) + 1))
        for name in names:
            may_write(name)
    for name, data in zip(names, pages, strict=True):
        write_whole(name, data)
    return names
