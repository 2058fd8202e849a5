"""Things set one below the other in a column of a page: rows that fit, and on to the next page when they do not. What
stands in the rows is for whoever makes them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from plakbord.sheet.marks import Mark
from plakbord.sheet.moved import moved


class Row(Struct, frozen=True):
    """Marks as they stand when the row's corner is (0, 0), its height, and whether it stays with the row after it.
    `heading` is the row that stands above it again where it begins a page."""

    marks: tuple[Mark, ...]
    height: float
    keep: bool = False
    heading: Row | None = None


def flowed(rows: Sequence[Row], x: float, top: float, bottom: float) -> list[list[Mark]]:
    """The marks of every page, in a column whose left edge is x. A row that is kept with the next goes to the next page
    with it; what comes first on a page is never empty room."""
    pages: list[list[Mark]] = [[]]
    y = top
    for number, row in enumerate(rows):
        if y > top and y + _needed(rows, number) > bottom:
            pages.append([])
            y = top
            if row.heading is not None:
                pages[-1] += [moved(mark, x, y) for mark in row.heading.marks]
                y += row.heading.height
        if y == top and not row.marks:
            continue
        pages[-1] += [moved(mark, x, y) for mark in row.marks]
        y += row.height
    return pages


def _needed(rows: Sequence[Row], number: int) -> float:
    """The height of a row and of those that it stays with."""
    needed = 0.0
    for row in rows[number:]:
        needed += row.height
        if not row.keep:
            break
    return needed


def space(height: float) -> Row:
    """Room between rows."""
    return Row((), height)
