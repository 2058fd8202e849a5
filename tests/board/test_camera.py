"""From the sheet to the screen and back; zooming keeps the point under the pointer where it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plakbord.board.camera import LEAST_SCALE, MOST_SCALE, Camera, fitting

scales = st.floats(LEAST_SCALE, MOST_SCALE)
offsets = st.floats(-50_000, 50_000)
cameras = st.builds(Camera, scales, offsets, offsets)
places = st.floats(-100_000, 100_000)
pixels = st.floats(0, 8000)
factors = st.floats(1e-3, 1e3)


@given(cameras, places, places)
def test_there_and_back(camera: Camera, x: float, y: float) -> None:
    assert camera.sheet(*camera.device(x, y)) == pytest.approx((x, y), abs=1e-3)


@given(cameras, pixels, pixels, factors)
def test_zooming_keeps_the_point_under_the_pointer(camera: Camera, x: float, y: float, factor: float) -> None:
    under = camera.sheet(x, y)
    zoomed = camera.zoomed(factor, x, y)
    assert zoomed.device(*under) == pytest.approx((x, y), abs=1e-3)
    assert LEAST_SCALE <= zoomed.scale <= MOST_SCALE


@given(cameras, st.integers(-5000, 5000), st.integers(-5000, 5000), places, places)
def test_panning_moves_everything_alike(camera: Camera, dx: int, dy: int, x: float, y: float) -> None:
    before, after = camera.device(x, y), camera.panned(dx, dy).device(x, y)
    assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((dx, dy), abs=1e-3)


def test_zooming_ends_at_the_limits() -> None:
    camera = Camera(0.02, 0, 0)
    assert camera.zoomed(1e9, 0, 0).scale == MOST_SCALE
    assert camera.zoomed(1e-9, 0, 0).scale == LEAST_SCALE
    assert Camera(MOST_SCALE, 3, 4).zoomed(2, 100, 100) == Camera(MOST_SCALE, 3, 4)


@given(st.integers(100, 8000), st.integers(100, 8000), st.floats(0, 30))
def test_a_sheet_that_fits_is_in_the_middle_and_whole(w: int, h: int, margin: float) -> None:
    camera = fitting(42_000, 29_700, w, h, margin)
    (left, top), (right, bottom) = camera.device(0, 0), camera.device(42_000, 29_700)
    assert (left + right, top + bottom) == pytest.approx((w, h), abs=1e-6)
    if LEAST_SCALE < camera.scale < MOST_SCALE:
        assert min(left, top) == pytest.approx(margin, abs=1e-6)
