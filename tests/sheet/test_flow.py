"""Rows that go on on the next page: what they stand under is repeated there."""

from __future__ import annotations

from plakbord.sheet.flow import Row, flowed
from plakbord.sheet.marks import Line


def row(name: float, heading: Row | None = None) -> Row:
    return Row((Line(name, 0, name, 1, "#000000", 1),), 10, heading=heading)


def names(page: list[object]) -> list[float]:
    return [mark.x1 for mark in page if isinstance(mark, Line)]


def test_a_table_has_its_heading_on_every_page() -> None:
    heading = row(0)
    rows = [heading, *(row(number, heading) for number in range(1, 6))]
    pages = [names(list(page)) for page in flowed(rows, 0, 0, 30)]
    assert pages == [[0, 1, 2], [0, 3, 4], [0, 5]]


def test_rows_without_a_heading_just_go_on() -> None:
    assert [names(list(page)) for page in flowed([row(1), row(2), row(3)], 0, 0, 20)] == [[1, 2], [3]]
