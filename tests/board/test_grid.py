"""The grid finds the notes that looking at all of them would find, in the same order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from canvas_files.records import Note
from helpers.sample_workshops import layout_of, new_session
from plakbord.board.grid import CELL, Grid
from plakbord.sheet.layout import Layout
from plakbord.sheet.note import NoteFace

spans = st.integers(-30_000, 60_000)
sizes = st.integers(100, 9000)
wanted = st.lists(st.tuples(spans, spans, sizes, sizes, st.integers(0, 3)), max_size=25)
rectangles = st.tuples(spans, spans, st.integers(0, 60_000), st.integers(0, 60_000))
LAYOUT = layout_of(new_session())


def faces(layout: Layout, numbers: list[tuple[int, int, int, int, int]]) -> list[NoteFace]:
    return [
        layout.measured(Note(id=f"n{at}", sheet="s", zone="", x=x, y=y, w=w, h=h, z=f"a{z}"))
        for at, (x, y, w, h, z) in enumerate(numbers)
    ]


def by_looking(there: list[NoteFace], left: float, top: float, right: float, bottom: float) -> list[str]:
    found = [face for face in there if face.touches(left, top, right, bottom)]
    return [face.id for face in sorted(found, key=lambda face: face.order)]


@given(wanted, rectangles)
def test_it_finds_what_looking_at_all_finds(
    numbers: list[tuple[int, int, int, int, int]], rectangle: tuple[int, int, int, int]
) -> None:
    there = faces(LAYOUT, numbers)
    grid = Grid(there)
    x, y, w, h = rectangle
    assert [face.id for face in grid.within(x, y, x + w, y + h)] == by_looking(there, x, y, x + w, y + h)
    for face in there[::2]:
        grid.remove(face)
    assert [face.id for face in grid.within(x, y, x + w, y + h)] == by_looking(there[1::2], x, y, x + w, y + h)


def test_a_grid_that_was_emptied_holds_nothing() -> None:
    there = faces(LAYOUT, [(0, 0, CELL * 3, CELL * 2, 0), (-CELL, -CELL, 100, 100, 1)])
    grid = Grid(there)
    for face in (*there, *there):
        grid.remove(face)
    assert grid.within(-1e6, -1e6, 1e6, 1e6) == []
