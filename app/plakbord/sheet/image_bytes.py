"""What the bytes of a picture say about themselves, read from their headers alone: a file may claim anything, and a
painter must not be asked to open what is not what it says."""

from __future__ import annotations

from collections.abc import Iterator

from plakbord.sheet.marks import Image

_PNG = b"\x89PNG\r\n\x1a\n"
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive: what every PDF reader can show."""


def is_sound(image: Image) -> bool:
    """Whether the bytes are a JPEG of three colours and of the size that is said, with a mask of the same size or
    none."""
    if jpeg_form(image.jpeg) != (image.w, image.h, 3):
        return False
    return not image.mask or mask_data(image) is not None


def jpeg_form(data: bytes) -> tuple[int, int, int] | None:
    """Width, height and number of colours of a JPEG."""
    if data[:2] != b"\xff\xd8" or data[-2:] != b"\xff\xd9":
        return None
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _FRAMES:
            precision, components = data[at + 4], data[at + 9]
            height, width = int.from_bytes(data[at + 5 : at + 7]), int.from_bytes(data[at + 7 : at + 9])
            return (width, height, components) if precision == 8 else None
        at += 2 if marker in _WITHOUT_LENGTH else 2 + int.from_bytes(data[at + 2 : at + 4])
    return None


def mask_data(image: Image) -> bytes | None:
    """The packed rows of a grey PNG of eight bits, as large as the picture; None when the mask is anything else."""
    if not image.mask.startswith(_PNG):
        return None
    chunks = list(_chunks(image.mask))
    head = next((content for kind, content in chunks if kind == b"IHDR"), b"")
    wanted = image.w.to_bytes(4) + image.h.to_bytes(4) + bytes((8, 0, 0, 0, 0))
    packed = b"".join(content for kind, content in chunks if kind == b"IDAT")
    return packed if head == wanted and packed and chunks[-1][0] == b"IEND" else None


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4])
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length
