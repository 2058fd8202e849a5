"""The way from one view to another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plakbord.board.camera import Camera
from plakbord.board.glide import between

cameras = st.builds(Camera, st.floats(0.002, 0.6), st.floats(-9e4, 9e4), st.floats(-9e4, 9e4))


@given(cameras, cameras)
def test_it_begins_and_ends_where_it_should(start: Camera, end: Camera) -> None:
    assert between(start, end, 1) == end
    first = between(start, end, 0)
    assert (first.scale, first.left, first.top) == (start.scale, start.left, start.top)


@given(cameras, cameras, st.floats(0, 1))
def test_on_the_way_it_is_between_the_two(start: Camera, end: Camera, part: float) -> None:
    now = between(start, end, part)
    for name in ("scale", "left", "top"):
        low, high = sorted((getattr(start, name), getattr(end, name)))
        assert low - 1e-6 <= getattr(now, name) <= high + 1e-6 * max(1.0, abs(high))


@given(st.floats(0.01, 0.05), st.floats(0.06, 0.2), st.floats(0.05, 0.95))
def test_the_point_that_both_show_at_one_place_stays_there(near: float, far: float, part: float) -> None:
    start = Camera(near, 100, 50)
    end = start.zoomed(far / near, 640, 360)
    x, y = start.sheet(640, 360)
    now = between(start, end, part).device(x, y)
    assert abs(now[0] - 640) < 1e-6
    assert abs(now[1] - 360) < 1e-6
