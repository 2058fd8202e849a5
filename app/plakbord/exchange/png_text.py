"""Texts inside a PNG, where a poster carries its workshop: found without opening the picture, and within limits."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def texts_in(data: bytes, keyword: str, most: int) -> bytes:
    """All international texts (iTXt) with a keyword, joined; b"" when there is none. Raises ValueError for a damaged
    one, and for more than `most` bytes."""
    found = bytearray()
    for body in _chunks(data, b"iTXt"):
        name, _, rest = body.partition(b"\0")
        if name != keyword.encode("latin-1"):
            continue
        packed, method = rest[:1] == b"\1", rest[1:2]
        _, _, rest = rest[2:].partition(b"\0")  # language
        _, _, text = rest.partition(b"\0")  # keyword in that language
        if packed and method != b"\0":
            raise ValueError("an unknown way of packing")
        found += inflated(text, most - len(found)) if packed else text
        if len(found) > most:
            raise ValueError("too much text")
    return bytes(found)


def inflated(data: bytes, most: int) -> bytes:
    """The content of a zlib stream. Raises ValueError when it is damaged, cut off, or longer than `most` bytes, which
    then were not made."""
    unpack = zlib.decompressobj()
    try:
        content = unpack.decompress(data, most + 1)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if len(content) > most or not unpack.eof:
        raise ValueError("too much, or cut off")
    return content


def _chunks(data: bytes, kind: bytes) -> Iterator[bytes]:
    """The content of the chunks of a kind, as far as they are whole (PNG, third edition, 5)."""
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        body = data[at + 8 : at + 8 + length] if data[at + 4 : at + 8] == kind else None
        end = at + 8 + length + 4
        if end > len(data):
            return
        if body is not None:
            if zlib.crc32(kind + body) != int.from_bytes(data[end - 4 : end], "big"):
                raise ValueError("a damaged text")
            yield body
        at = end
