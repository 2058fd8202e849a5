"""Lines that know whether they are whole: each stands in a frame of its length and checksum. What the lines say is for
the journal."""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

_HEAD = 18
"""Two numbers of eight hexadecimal digits, each with a space behind it."""
_DIGITS = frozenset(b"0123456789abcdef")


def framed(body: bytes) -> bytes:
    """The body with its length and CRC-32 before it and a newline behind it."""
    return b"%08x %08x %b\n" % (len(body), crc32(body), body)


def bodies(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Each whole body, and where its frame ends. Stops at the first that is torn or damaged: what was written after it
    cannot be told from chance."""
    start = 0
    while start + _HEAD < len(data):
        head = data[start : start + _HEAD]
        if head[8] != 0x20 or head[17] != 0x20 or not _DIGITS.issuperset(head[:8] + head[9:17]):
            return
        end = start + _HEAD + int(head[:8], 16)
        body = data[start + _HEAD : end]
        if data[end : end + 1] != b"\n" or crc32(body) != int(head[9:17], 16):
            return
        start = end + 1
        yield body, start
