"""Walking from note to note, without Qt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from plakbord.tools.keyboard import Direction, in_walking_order, nearest, next_in


class Hanging(Struct, frozen=True):
    id: str
    x: float
    y: float
    zone: str = ""
    w: float = 100.0
    h: float = 100.0


GRID = [Hanging(f"{row}{column}", 150 * column, 150 * row) for row in range(3) for column in range(3)]
faces = st.lists(
    st.builds(Hanging, st.integers(0, 99).map(str), st.integers(0, 900), st.integers(0, 900), st.sampled_from("ab?")),
    unique_by=lambda face: face.id,
    min_size=1,
    max_size=12,
)


def test_blocks_come_in_working_order_and_the_strip_last() -> None:
    hung = [Hanging("p", 0, 0, "lost"), Hanging("b1", 0, 0, "b"), Hanging("a2", 200, 0, "a"), Hanging("a1", 0, 0, "a")]
    assert [face.id for face in in_walking_order(hung, ["b", "a"])] == ["b1", "a1", "a2", "p"]


def test_tab_walks_on_and_ends_past_the_last() -> None:
    assert next_in(["x", "y"], None, 1) == "x"
    assert next_in(["x", "y"], "x", 1) == "y"
    assert next_in(["x", "y"], "y", 1) is None
    assert next_in(["x", "y"], None, -1) == "y"
    assert next_in(["x", "y"], "gone", 1) == "x"
    assert next_in([], None, 1) is None


@pytest.mark.parametrize(("direction", "to"), [("left", "10"), ("right", "12"), ("up", "01"), ("down", "21")])
def test_an_arrow_goes_to_the_neighbour(direction: Direction, to: str) -> None:
    assert nearest(GRID, GRID[4], direction) == to


def test_an_arrow_into_nothing_stays() -> None:
    assert nearest(GRID, GRID[0], "left") is None
    assert nearest(GRID, GRID[0], "up") is None


def test_what_lies_in_the_way_comes_before_what_lies_near_it() -> None:
    here, ahead, aside = Hanging("here", 0, 0), Hanging("ahead", 400, 0), Hanging("aside", 150, 200)
    assert nearest([here, ahead, aside], here, "right") == "ahead"


@given(faces)
def test_tab_meets_every_note_once(hung: list[Hanging]) -> None:
    order = [face.id for face in in_walking_order(hung, ["a", "b"])]
    met: list[str] = []
    at = next_in(order, None, 1)
    while at is not None:
        met.append(at)
        at = next_in(order, at, 1)
    assert sorted(met) == sorted(face.id for face in hung)


@given(faces, st.sampled_from(("left", "right", "up", "down")))
def test_an_arrow_always_goes_that_way(hung: list[Hanging], direction: Direction) -> None:
    to = nearest(hung, hung[0], direction)
    there = next((face for face in hung if face.id == to), None)
    if there is not None:
        way = {"left": hung[0].x - there.x, "right": there.x - hung[0].x}
        way |= {"up": hung[0].y - there.y, "down": there.y - hung[0].y}
        assert way[direction] > 0
