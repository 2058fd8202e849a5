"""The tags at the foot of a note, as small labels in rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from canvas_files.records import Language
from canvas_files.template import Template
from plakbord.sheet import theme
from plakbord.sheet.marks import Box, Mark, Text
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import FontSet
from plakbord.sheet.text.runs import Laid

_SIDE = 130
"""Between a label's edge and its words."""

TagNames = Mapping[str, str]
"""What a tag is called in the language of the sheet; own tags are their own name."""


def tag_names(template: Template, language: Language) -> TagNames:
    """The names of all terms of a template, by id."""
    return {
        term.id: term.name(language)
        for zone in template.zones
        for checklist in zone.checklists
        for term in checklist.terms
    }


def tag_rows(names: Sequence[str], width: float, fonts: FontSet) -> list[list[tuple[float, Laid]]]:
    """The names in rows that fit a width, each with its place from the left; a name wider than the row breaks into
    lines."""
    rows: list[list[tuple[float, Laid]]] = []
    x = 0.0
    for name in names:
        laid = lay_out(fonts, name, theme.TAG_SIZE, max(width - 2 * _SIDE, theme.TAG_SIZE))
        wide = _ink(laid) + 2 * _SIDE
        if not rows or x + wide > width:
            rows.append([])
            x = 0.0
        rows[-1].append((x, laid))
        x += wide + theme.TAG_GAP
    return rows


def height_of(rows: Sequence[Sequence[tuple[float, Laid]]]) -> float:
    """How much room the rows take, with the gap above them; nothing without tags."""
    return sum(_row_height(row) + theme.TAG_GAP for row in rows)


def tag_marks(rows: Sequence[Sequence[tuple[float, Laid]]], left: float, top: float, edge: str) -> Iterator[Mark]:
    """The labels, the first row beginning at (left, top)."""
    y = top + theme.TAG_GAP
    for row in rows:
        high = _row_height(row)
        for x, laid in row:
            wide = _ink(laid) + 2 * _SIDE
            yield Box(left + x, y, wide, high, min(high, theme.TAG_HEIGHT) / 2, theme.SHEET, edge, 12)
            yield Text(left + x + _SIDE, y + (high - laid.height) / 2, laid, theme.INK, "small")
        y += high + theme.TAG_GAP


def _row_height(row: Sequence[tuple[float, Laid]]) -> float:
    return max(theme.TAG_HEIGHT, *(laid.height + 40 for _, laid in row))


def _ink(laid: Laid) -> float:
    return max((line.width for line in laid.lines), default=0.0)
