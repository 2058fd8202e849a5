"""Lays text out in a width, and finds the size at which it fills a room.

Text is never cut off: what does not fit at the smallest size comes out higher than was asked.
Lengths are hundredths of a millimetre, y downwards, from the top-left corner of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from plakbord.sheet.text.bidi import reorder
from plakbord.sheet.text.clean import paragraphs
from plakbord.sheet.text.fonts import FontSet
from plakbord.sheet.text.paragraph import SLACK, Paragraph
from plakbord.sheet.text.pieces import Piece
from plakbord.sheet.text.runs import Laid, Line, Run

Align: TypeAlias = Literal["start", "end", "center"]
"""start is left, or right in a paragraph that runs from right to left."""

WORTH_CUTTING = 0.5
"""A word is cut only if keeping words whole would make the text smaller than this part of the size otherwise."""

WORTH_DIVIDING = 0.7
"""The same when every word that is too wide can be cut between syllables."""

CUT_ONCE = 1.9
"""A word at most this many times as wide as the room is cut in two; cutting it in more pieces is the last resort."""

DIVIDED_ONCE = 1.75
"""The same between syllables, which do not fill the first line."""


def lay_out(
    fonts: FontSet, text: str, size: float, width: float, *, leading: float = 1.2, align: Align = "start"
) -> Laid:
    """Text at a size in a width. The result is as wide as asked, or as its widest line when a single grapheme is wider;
    how much of it a line fills is in the line."""
    key = (text, size, width, leading, align)
    laid = fonts.laid.get(key)
    if laid is None:
        parts = [Paragraph(fonts, part) for part in paragraphs(text)]
        laid = fonts.laid[key] = _placed(parts, size, width, leading, align)
    return laid


def fit(
    fonts: FontSet,
    text: str,
    width: float,
    height: float,
    sizes: Sequence[float],
    *,
    leading: float = 1.2,
    align: Align = "start",
) -> Laid:
    """Text at the largest of the ascending sizes at which it fits in a room, words whole where that is reasonable and
    else cut, between the syllables of the fonts' language where that can be; at the smallest size it becomes as high as
    it needs. ValueError without sizes."""
    if not sizes:
        raise ValueError("fit needs at least one size")
    parts = [Paragraph(fonts, part) for part in paragraphs(text)]
    kept = _keeping_words(parts, sizes, width)
    size = _largest(parts, width, height, kept, leading)
    if len(kept) < len(sizes) and (not kept or size == kept[-1]):  # it is words that keep it small, not the text
        size = _largest(parts, width, height, _worth_it(parts, sizes, width, size), leading) or size
    return _placed(parts, size or sizes[0], width, leading, align)


def _worth_it(parts: Sequence[Paragraph], sizes: Sequence[float], width: float, whole: float) -> Sequence[float]:
    """The sizes for which words may be cut, when whole is the largest at which they are not."""
    widest = max([part.widest for part in parts])
    once = [size for size in sizes if widest * size <= width * CUT_ONCE] or sizes
    if whole >= once[-1] * WORTH_DIVIDING:
        return ()
    if all(part.has_syllables(width / once[-1]) for part in parts):
        in_two = [size for size in once if widest * size <= width * DIVIDED_ONCE] or once
        return [size for size in in_two if whole < size * WORTH_DIVIDING]
    return [size for size in once if whole < size * WORTH_CUTTING]


def _largest(parts: Sequence[Paragraph], width: float, height: float, sizes: Sequence[float], leading: float) -> float:
    """The largest size that fits, by bisection; 0 when none does."""
    best = 0.0
    low, high = 0, len(sizes) - 1
    while low <= high:
        middle = (low + high) // 2
        size = sizes[middle]
        if _fits(parts, width, height, size, leading):
            best = size
            low = middle + 1
        else:
            high = middle - 1
    return best


def _fits(parts: Sequence[Paragraph], width: float, height: float, size: float, leading: float) -> bool:
    most = int((height + SLACK) / (size * leading) + SLACK)
    room = width / size
    if sum([part.ink for part in parts]) > most * (room + SLACK):
        return False  # most sizes need no closer look
    for part in parts:
        most -= part.lines_in(room, most)
        if most < 0:
            return False
    return True


def _keeping_words(parts: Sequence[Paragraph], sizes: Sequence[float], width: float) -> Sequence[float]:
    """The sizes at which no word is cut."""
    room = width / sizes[-1]
    if max([part.widest for part in parts]) <= room + SLACK:
        return sizes
    needed = max([part.uncut(room) for part in parts])
    return [size for size in sizes if needed <= width / size + SLACK]


def _placed(parts: Sequence[Paragraph], size: float, width: float, leading: float, align: Align) -> Laid:
    pitch = size * leading
    fonts = parts[0].fonts
    baseline = (pitch + (fonts.ascent - fonts.descent) * size) / 2
    lines: list[Line] = []
    for part in parts:
        for pieces in part.fill(width / size):
            lines.append(_line(part, pieces, size, width, len(lines) * pitch + baseline, align))
    return Laid(tuple(lines), size, max(width, max(line.width for line in lines)), len(lines) * pitch)


def _line(part: Paragraph, pieces: Sequence[Piece], size: float, width: float, y: float, align: Align) -> Line:
    end = len(pieces)
    while end and pieces[end - 1].is_space:
        end -= 1
    inked = sum([piece.width for piece in pieces[:end]]) * size
    rtl = part.base == 1
    x = _line_start(inked, width, align, rtl)
    runs: list[Run] = []
    # Spaces at the end hang out, in reading direction: they keep the words of copied lines apart.
    hanging = pieces[end:]
    if rtl:
        _add_runs(runs, hanging[::-1], x - sum([piece.width for piece in hanging]) * size, y, size)
    _add_runs(runs, pieces[:end], x, y, size)
    if not rtl:
        _add_runs(runs, hanging, x + inked, y, size)
    divided = end > 0 and pieces[end - 1].divided
    return Line(tuple(runs), x, y, inked, "".join([piece.text for piece in pieces]), divided)


def _line_start(inked: float, width: float, align: Align, rtl: bool) -> float:
    if align == "center":
        return (width - inked) / 2
    return width - inked if rtl != (align == "end") else 0.0


def _add_runs(runs: list[Run], pieces: Sequence[Piece], x: float, y: float, size: float) -> None:
    """The units of pieces in visual order from x on."""
    units = [unit for piece in pieces for unit in piece.units]
    if pieces and pieces[0].levels is not None:
        units = [units[at] for at in reorder([level for piece in pieces for level in piece.unit_levels])]
    for unit in units:
        runs.append(Run(unit, x, y, size))
        x += unit.width * size
