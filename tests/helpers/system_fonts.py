"""Folders that stand for the fonts of a computer: a small font with a few Chinese characters, whose licence bits can be
set, alone or in a collection."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from helpers.sample_pages import FONTS
from plakbord.sheet.text.fonts import Fonts
from plakbord.sheet.text.system_fonts import SystemFonts

HAN: Final = (Path(__file__).parents[1] / "files" / "fonts" / "NotoSansCJKsc-few.otf").read_bytes()
SHOWN: Final = "客户価値"
"""Characters that it has."""
NOWHERE: Final = "譲"
"""One that it does not have."""

FREE, RESTRICTED, PREVIEW, EDITABLE, WHOLE_ONLY, BITMAPS_ONLY = 0, 2, 4, 8, 0x100, 0x200


def with_licence(font: bytes, bits: int) -> bytes:
    """The font with other licence bits (fsType in its OS/2 table)."""
    at = _table(font, b"OS/2") + 8
    return font[:at] + bits.to_bytes(2, "big") + font[at + 2 :]


def collection(*fonts: bytes) -> bytes:
    """Fonts in one file, as a TrueType collection (OpenType 1.9, "ttcf")."""
    head = b"ttcf" + bytes((0, 1, 0, 0)) + len(fonts).to_bytes(4, "big")
    at = len(head) + 4 * len(fonts)
    places, bodies = b"", b""
    for font in fonts:
        places += at.to_bytes(4, "big")
        bodies += _shifted(font, at)
        at += len(font)
    return head + places + bodies


def fonts_with(folder: Path, files: dict[str, bytes], kept: Path | None = None) -> Fonts:
    """The bundled fonts on a computer that has these font files."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return Fonts(FONTS, SystemFonts([folder], (lambda: kept) if kept else None))


def _table(font: bytes, tag: bytes) -> int:
    count = int.from_bytes(font[4:6], "big")
    for entry in range(12, 12 + 16 * count, 16):
        if font[entry : entry + 4] == tag:
            return int.from_bytes(font[entry + 8 : entry + 12], "big")
    raise LookupError(tag)


def _shifted(font: bytes, by: int) -> bytes:
    """The font with its tables so much further from the beginning of the file."""
    moved = bytearray(font)
    for entry in range(12, 12 + 16 * int.from_bytes(font[4:6], "big"), 16):
        place = int.from_bytes(font[entry + 8 : entry + 12], "big") + by
        moved[entry + 8 : entry + 12] = place.to_bytes(4, "big")
    return bytes(moved)
