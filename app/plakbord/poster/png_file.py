"""Writes a PNG row by row (PNG, third edition): only what is written stays in memory, not the picture."""

from __future__ import annotations

import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEYWORD = b"Plakbord"
"""Under which the workshop is carried."""
TEXT_PART = 500_000
"""Bytes of text in one chunk: image libraries refuse to unpack more than a megabyte."""
_TRUE_COLOR = 2
_AS_IT_IS = b"\0"
"""The filter of a row that is not filtered."""


class PngFile:
    """A picture in the making: red, green and blue of 8 bits. Rows are added from top to bottom."""

    def __init__(self, width: int, height: int, dpi: float, workshop: bytes = b"") -> None:
        self._line = width * 3
        self._pack = zlib.compressobj(6)
        self._parts = [SIGNATURE]
        sizes = width.to_bytes(4, "big") + height.to_bytes(4, "big")
        self._add(b"IHDR", sizes + bytes((8, _TRUE_COLOR, 0, 0, 0)))
        for part in text_parts(workshop):
            self._add(b"iTXt", KEYWORD + b"\0\1\0\0\0" + zlib.compress(part))
        self._add(b"sRGB", b"\0")
        meter = round(dpi / 0.0254).to_bytes(4, "big")
        self._add(b"pHYs", meter + meter + b"\1")

    def add_rows(self, pixels: bytes) -> None:
        """Adds whole rows. They are packed as they are: on a poster, with its even areas, filters make more bytes."""
        line = self._line
        packed = self._pack.compress(
            b"".join([_AS_IT_IS + pixels[at : at + line] for at in range(0, len(pixels), line)])
        )
        if packed:
            self._add(b"IDAT", packed)

    def data(self) -> bytes:
        """The whole file, after the last row."""
        self._add(b"IDAT", self._pack.flush())
        self._add(b"IEND", b"")
        return b"".join(self._parts)

    def _add(self, kind: bytes, body: bytes) -> None:
        check = zlib.crc32(kind + body).to_bytes(4, "big")
        self._parts.append(len(body).to_bytes(4, "big") + kind + body + check)


def text_parts(text: bytes) -> list[bytes]:
    """UTF-8 in parts of about TEXT_PART bytes, no character cut."""
    parts: list[bytes] = []
    at = 0
    while at < len(text):
        end = min(at + TEXT_PART, len(text))
        while end < len(text) and text[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(text[at:end])
        at = end
    return parts
