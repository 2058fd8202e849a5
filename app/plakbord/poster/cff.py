"""The character collection of a font with PostScript outlines (Adobe Technical Note 5176): whether it has one, and
giving its glyphs other numbers in it. In a PDF the numbers are the codes that text is written with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_CHARSET, _COLLECTION = 15, 0x0C1E
"""Operators of the top dictionary: where the numbers of glyphs stand, and that they are numbers at all."""
_LONG = 29
"""Begins an operand of four bytes."""


def is_numbered(table: bytes) -> bool:
    """Whether glyphs are known by number (a "CID-keyed" font) rather than by name, in a "CFF " table."""
    try:
        return any(operator == _COLLECTION for operator, _ in _operators(table))
    except IndexError:
        return False


def renumbered(table: bytes, numbers: Sequence[int]) -> bytes:
    """The table with these numbers for its glyphs, that of glyph 0 left out. The old ones stay behind as zeros.
    Raises ValueError when the table is not written the way HarfBuzz does it."""
    place = next((start for operator, start in _operators(table) if operator == _CHARSET), None)
    if place is None or table[place] != _LONG:
        raise ValueError("a CFF table with an unusual top dictionary")
    written = b"\0" + b"".join(number.to_bytes(2, "big") for number in numbers)  # format 0
    return table[: place + 1] + len(table).to_bytes(4, "big") + table[place + 5 :] + written


def _operators(table: bytes) -> Iterator[tuple[int, int]]:
    """The operators of the top dictionary, each with where its last operand stands."""
    at, end = _first_of_index(table, _end_of_index(table, table[2]))
    operand = at
    while at < end:
        first = table[at]
        if first <= 21:
            at += 1
            if first == 12:
                first = first << 8 | table[at]
                at += 1
            yield first, operand
        else:
            operand = at
            at = _after_operand(table, at)


def _after_operand(table: bytes, at: int) -> int:
    first = table[at]
    if first == 30:  # a decimal number, in half bytes, up to one of 15
        at += 1
        while table[at] >> 4 != 15 and table[at] & 15 != 15:
            at += 1
        return at + 1
    return at + {28: 3, _LONG: 5}.get(first, 2 if first >= 247 else 1)


def _first_of_index(table: bytes, at: int) -> tuple[int, int]:
    """Where the first item of an index begins and ends."""
    size = table[at + 2]
    count = int.from_bytes(table[at : at + 2], "big")
    offsets = [int.from_bytes(table[at + 3 + i * size : at + 3 + (i + 1) * size], "big") for i in (0, 1)]
    data = at + 2 + (count + 1) * size
    return data + offsets[0], data + offsets[1]


def _end_of_index(table: bytes, at: int) -> int:
    count, size = int.from_bytes(table[at : at + 2], "big"), table[at + 2]
    if not count:
        return at + 2
    last = at + 3 + count * size
    return at + 2 + (count + 1) * size + int.from_bytes(table[last : last + size], "big")
