"""A poster as files: one PDF, or one picture per page. Each kind of file loads what it needs when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from canvas_files.document import Document
from canvas_files.problems import Problem
from canvas_files.safe_write import write_whole
from plakbord.cli.files import refuse_to_overwrite
from plakbord.poster.choices import Choices

ENDINGS = (".pdf",)
"""The kinds of files, by how their names end."""


def write_poster(document: Document, choices: Choices, out: Path, force: bool = False) -> Sequence[Problem]:  # noqa: ARG001
    """Writes the poster, and names the sheets that could not be on it. Raises Problem, and OverflowError for more
    different glyphs than a PDF can hold."""
    from plakbord.poster.export import export_pdf

    return export_pdf(document, choices, out)


def write_pages(pages: Sequence[tuple[str, bytes]], out: Path, force: bool) -> None:
    """Puts one page into a file of that name, and more of them into files with numbers behind it. None is replaced
    unless that was said, and none is written before it is known that all may be. Raises Problem."""
    if len(pages) == 1:
        write_whole(out, pages[0][1])
        return
    names = [out.with_name(f"{out.stem}-{number}{out.suffix}") for number in range(1, len(pages) + 1)]
    for name in names:
        refuse_to_overwrite(name, force)
    for name, (_, data) in zip(names, pages, strict=True):
        write_whole(name, data)
