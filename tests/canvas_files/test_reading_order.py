"""Reading order: rows, each from left to right, also when things hang askew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from canvas_files.reading_order import in_reading_order


class Thing(Struct, frozen=True):
    id: str
    x: float
    y: float
    h: float = 100.0


things = st.lists(
    st.builds(Thing, st.uuids().map(str), st.integers(-500, 500), st.integers(-500, 500), st.integers(1, 300)),
    max_size=12,
)


def read(*placed: Thing) -> str:
    return "".join(thing.id for thing in in_reading_order(placed))


def test_rows_go_from_left_to_right_and_then_down() -> None:
    assert read(Thing("d", 200, 120), Thing("b", 200, 0), Thing("c", 0, 120), Thing("a", 0, 0)) == "abcd"


def test_a_note_hung_a_little_higher_stays_in_its_row() -> None:
    assert read(Thing("a", 0, 30), Thing("b", 200, 0), Thing("c", 0, 140)) == "abc"


@given(things)
def test_nothing_is_lost_and_where_they_came_in_does_not_matter(placed: list[Thing]) -> None:
    ordered = in_reading_order(placed)
    assert sorted(ordered, key=lambda thing: thing.id) == sorted(placed, key=lambda thing: thing.id)
    assert in_reading_order(placed[::-1]) == ordered
