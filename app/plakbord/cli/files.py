"""Which file a command may write to, and which sheet of a workshop is meant."""

from __future__ import annotations

from pathlib import Path

from canvas_files.document import Document
from canvas_files.problems import Problem
from canvas_files.records import Sheet


def refuse_to_overwrite(path: Path, force: bool, source: Path | None = None) -> None:
    """Raises Problem when something stands there that was not said to be replaced. A folder, a device, and the file
    that is being read are never replaced."""
    try:
        there = path.exists()
        replaceable = path.is_file() and not (source is not None and path.samefile(source))
    except OSError:
        return  # writing will tell what is wrong with the place
    if there and not (force and replaceable):
        raise Problem("exists", name=path.name or str(path))


def sheet_numbered(document: Document, number: int) -> Sheet:
    """The sheet with that number, counted from 1. Raises Problem."""
    sheets = document.sheets
    if not 1 <= number <= len(sheets):
        raise Problem("unknown_sheet", number=number, count=len(sheets))
    return sheets[number - 1]
