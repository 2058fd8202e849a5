"""Font files in folders: which faces they hold that may be embedded in a document, and roughly what each can show.

What was found is kept in a small file, so that the next start reads only fonts that are new or changed. Choosing among
the faces is the lender's work.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import uharfbuzz as hb
from msgspec import Struct

SUFFIXES = frozenset((".ttf", ".otf", ".ttc", ".otc"))
PAGE = 256
"""Characters are counted in pages of so many; whether a face has the very one is asked of the face."""

_NOT_DRAWN = frozenset(("sbix", "CBDT", "SVG ", "COLR"))
"""Tables of fonts whose glyphs are pictures, which neither a PDF font nor an outline can show."""
_OUTLINES = frozenset(("glyf", "CFF ", "CFF2"))
_PLACEHOLDERS = ("lastresort", "adobeblank", "notdef")
"""Fonts that claim every character and show none."""
_RESTRICTED, _PREVIEW_OR_EDITABLE, _NO_SUBSETS, _BITMAPS_ONLY = 0x0002, 0x000C, 0x0100, 0x0200
_REGULAR_WEIGHT = 400
_MOST_FACES = 64
"""In one collection."""


class FaceInFile(Struct, frozen=True, array_like=True):
    """A face that may be embedded: its place in the file, how far it is from plain text (0 is upright and regular),
    and the pages of characters of which it has any, as the bits of a hexadecimal number."""

    index: int
    oddness: int
    pages: str


class FontFile(Struct, frozen=True, array_like=True):
    """A font file as it was read; changed tells whether it still is the same. The list is empty when nothing in it can
    be used."""

    path: str
    changed: int
    size: int
    faces: tuple[FaceInFile, ...]


def font_files(folders: Sequence[Path], kept: Path | None = None) -> list[FontFile]:
    """The font files in folders and the folders in them; what is known of them is read from and written to `kept`.
    What cannot be read is passed over."""
    known = {file.path: file for file in _remembered(kept)}
    found = [_current(path, known) for path in _paths(folders)]
    files = [file for file in found if file is not None]
    if kept is not None and {file.path: file for file in files} != known:
        _remember(kept, files)
    return files


def may_embed(os2: bytes) -> bool:
    """Whether the licence bits of an OS/2 table allow a subset of the outlines in a document (OpenType 1.9, "OS/2",
    fsType); a font that says nothing is not taken."""
    if len(os2) < 10:
        return False
    bits = int.from_bytes(os2[8:10], "big")
    if bits & (_NO_SUBSETS | _BITMAPS_ONLY):
        return False
    return not bits & _RESTRICTED or bool(bits & _PREVIEW_OR_EDITABLE)  # the least strict of several counts


def _paths(folders: Sequence[Path]) -> Iterator[Path]:
    seen: set[str] = set()
    for folder in folders:
        for place, inner, names in os.walk(folder):  # does not follow links, and passes over what it may not see
            inner.sort()
            for name in sorted(names):
                path = Path(place, name)
                if path.suffix.lower() in SUFFIXES and str(path) not in seen:
                    seen.add(str(path))
                    yield path


def _current(path: Path, known: dict[str, FontFile]) -> FontFile | None:
    try:
        status = path.stat()
    except OSError:
        return None
    before = known.get(str(path))
    if before is not None and (before.changed, before.size) == (status.st_mtime_ns, status.st_size):
        return before
    return FontFile(str(path), status.st_mtime_ns, status.st_size, tuple(_faces(path)))


def _faces(path: Path) -> Iterator[FaceInFile]:
    if path.stem.lower().replace("-", "").replace(" ", "").startswith(_PLACEHOLDERS):
        return
    try:
        blob = hb.Blob.from_file_path(str(path))
        count: int = hb.Face(blob).count
    except (hb.HarfBuzzError, OSError, ValueError):
        return
    for index in range(min(count, _MOST_FACES)):
        face: Any = hb.Face(blob, index)
        tags = frozenset(face.table_tags)
        if tags & _NOT_DRAWN or not tags & _OUTLINES:
            continue
        os2: bytes = face.reference_table("OS/2").data
        if may_embed(os2):
            yield FaceInFile(index, _oddness(os2, "fvar" in tags), _pages(face))


def _oddness(os2: bytes, is_variable: bool) -> int:
    """How far from upright and regular; a variable font shows its default, which often is thin."""
    weight = int.from_bytes(os2[4:6], "big")
    slanted = len(os2) > 64 and os2[63] & 1
    return abs(weight - _REGULAR_WEIGHT) + 500 * slanted + 200 * is_variable


def _pages(face: Any) -> str:
    bits = 0
    for code in face.unicodes:
        bits |= 1 << code // PAGE
    return f"{bits:x}"


def _remembered(kept: Path | None) -> list[FontFile]:
    if kept is None:
        return []
    try:
        return msgspec.json.decode(kept.read_bytes(), type=list[FontFile])
    except (OSError, msgspec.DecodeError):
        return []


def _remember(kept: Path, files: list[FontFile]) -> None:
    """Best effort: without it the fonts are read again next time."""
    with contextlib.suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        beside = kept.with_name(f"{kept.name}.{os.getpid()}")
        beside.write_bytes(msgspec.json.encode(files))
        beside.replace(kept)
