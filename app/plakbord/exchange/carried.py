"""The workshop inside a poster: a PDF or PNG that Plakbord made can be opened again. What comes out is to be checked
exactly like a workshop file, for anybody may have put it there."""

from __future__ import annotations

from pathlib import Path

from canvas_files.document import Document
from canvas_files.file import LARGEST, SUFFIX, decode, open_file, read_bytes
from canvas_files.problems import Problem
from plakbord.exchange.png_text import SIGNATURE, texts_in

KEYWORD = "Plakbord"
"""Under which a PNG carries the workshop."""
LARGEST_POSTER = 200_000_000
"""Bytes in a PDF or PNG."""
POSTERS = (".pdf", ".png")
_HEAD = 1024
"""A PDF may have a little in front of it."""


def is_poster(path: Path) -> bool:
    """Whether a file is a PDF or a PNG, whatever it is called."""
    try:
        with path.open("rb") as file:
            return _kind(file.read(_HEAD)) is not None
    except (OSError, ValueError):
        return False


def carries_workshop(path: Path) -> bool:
    """Whether a picture has a workshop inside, so that it is more than a picture; quick, for while something is
    dragged."""
    try:
        with path.open("rb") as file:
            return f"iTXt{KEYWORD}\0".encode() in file.read(_HEAD)  # a poster has it first
    except (OSError, ValueError):
        return False


def workshop_in(path: Path) -> bytes:
    """The bytes of the workshop file inside a poster, not looked at yet. Raises Problem."""
    data = read_bytes(path, LARGEST_POSTER)
    try:
        found = _in_png(data) if _kind(data[:_HEAD]) == "PNG" else _in_pdf(data)
    except ValueError as error:
        raise Problem("damaged_poster", name=path.name) from error
    if not found:
        raise Problem("no_workshop_inside", name=path.name)
    return found


def open_to_read(path: Path) -> Document:
    """The workshop in a workshop file or in a poster, for who does not write it back. Raises Problem."""
    return decode(workshop_in(path), path.name) if is_poster(path) else open_file(path)[0]


def _kind(head: bytes) -> str | None:
    if head.startswith(SIGNATURE):
        return "PNG"
    return "PDF" if b"%PDF-" in head else None


def _in_png(data: bytes) -> bytes:
    return texts_in(data, KEYWORD, LARGEST)


def _in_pdf(data: bytes) -> bytes:
    from plakbord.exchange.pdf_attachment import attachment  # loads pypdf, which nothing else needs

    return attachment(data, SUFFIX, LARGEST)
