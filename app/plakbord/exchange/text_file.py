"""Reading one text file that was dropped or pasted, in whatever encoding it is likely to be."""

from __future__ import annotations

import codecs
from pathlib import Path

from canvas_files.problems import Problem
from plakbord.exchange.pasted import PastedNote, notes_of
from plakbord.exchange.text_notes import Kind, texts_of_text

LARGEST_MB = 2
_LARGEST = LARGEST_MB * 1_000_000
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".svg", ".heic", ".tif", ".tiff"})


def kind_of(path: Path) -> Kind | None:
    """How a file is to be read by its name; None for what is no text file."""
    match path.suffix.lower():
        case ".txt" | ".text" | ".tsv":
            return "text"
        case ".md" | ".markdown":
            return "markdown"
        case ".csv":
            return "csv"
    return None


def notes_in_file(path: Path) -> list[PastedNote]:
    """The notes that a text file makes. Raises Problem; the file itself is only read."""
    kind = kind_of(path)
    if kind is None:
        picture = path.suffix.lower() in _PICTURES
        raise Problem("picture_file" if picture else "no_text_file", name=path.name)
    return notes_of(texts_of_text(decoded(_bytes_of(path), path.name), kind))


def decoded(data: bytes, name: str) -> str:
    """The text of the bytes: UTF-8, UTF-16 when it says so, else the encoding of older Windows programs. Raises Problem
    for what is no text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        raise Problem("file_holds_no_text", name=name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.is_file():  # a folder, or a pipe that never ends
            raise Problem("no_text_file" if path.exists() else "missing", name=path.name)
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
            size = max(len(data), path.stat().st_size)
    except OSError as error:
        raise Problem("unreadable", name=path.name, reason=error.strerror or str(error)) from error
    if size > _LARGEST:
        raise Problem("text_file_too_large", name=path.name, size=f"{size / 1_000_000:.1f}", limit=LARGEST_MB)
    return data
