"""The part of a portrait that is seen: it fills its square whatever is done to it, and follows the hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas_files.crop import Crop, Frame, crop_of, show_part
from canvas_files.document import new_document
from canvas_files.history import History
from canvas_files.records import LARGEST_ZOOM, MOST_PIXELS, Sheet

pixels = st.integers(1, MOST_PIXELS)
frames = st.builds(Frame, pixels, pixels, st.floats(100, 20_000))
crops = st.builds(Crop, st.integers(0, 1000), st.integers(0, 1000), st.integers(100, LARGEST_ZOOM))
ways = st.floats(-50_000, 50_000)


def fills(frame: Frame, crop: Crop) -> bool:
    left, top, w, h = frame.placed(crop)
    bit = frame.side * 1e-9
    return max(left, top) <= bit and left + w >= frame.side - bit and top + h >= frame.side - bit


@given(frames, crops, ways, ways, st.floats(0.1, 10))
def test_the_square_is_always_full(frame: Frame, crop: Crop, dx: float, dy: float, factor: float) -> None:
    for after in (crop, frame.moved(crop, dx, dy), frame.zoomed(crop, factor)):
        assert fills(frame, after)
        Sheet(id="s", template="t").changed(**after.fields)  # what a sheet can hold


def test_as_it_comes_it_shows_the_middle_and_rather_the_upper_part() -> None:
    assert Frame(200, 100, 1000).placed(Crop()) == (-500, 0, 2000, 1000)
    assert Frame(100, 200, 1000).placed(Crop()) == (0, -300, 1000, 2000)


def test_it_goes_along_with_the_hand_as_far_as_it_reaches() -> None:
    frame = Frame(200, 100, 1000)
    assert frame.placed(frame.moved(Crop(), 200, 70))[:2] == (-300, 0)
    assert frame.placed(frame.moved(Crop(), 9000, 0))[:2] == (0, 0)
    assert frame.placed(frame.moved(Crop(), -9000, 0))[:2] == (-1000, 0)


@pytest.mark.parametrize("frame", [Frame(200, 100, 1000), Frame(100, 100, 1000), Frame(100, 300, 1000)])
def test_growing_keeps_the_middle(frame: Frame) -> None:
    crop = Crop(400, 500, 120)
    larger = frame.zoomed(crop, 2)
    assert larger.zoom == 240

    def middle(seen: Crop) -> tuple[float, float]:
        left, top, w, h = frame.placed(seen)
        return (frame.side / 2 - left) / w, (frame.side / 2 - top) / h

    assert middle(larger) == pytest.approx(middle(crop), abs=0.002)
    assert frame.zoomed(crop, 99).zoom == LARGEST_ZOOM
    assert frame.zoomed(crop, 0.01).zoom == 100


def test_showing_a_part_is_one_step_and_nothing_when_it_is_shown() -> None:
    document = new_document("nl")
    sheet = Sheet(id="s", template="t")
    with document.store.transaction("", "load") as tx:
        tx.put(sheet)
    history = History(document.store)
    show_part(document.store, "s", Crop(100, 200, 300), "push")
    revision = document.store.revision
    show_part(document.store, "s", Crop(100, 200, 300), "push")
    show_part(document.store, "nobody", Crop(), "push")
    assert document.store.revision == revision
    there = document.records["s"]
    assert isinstance(there, Sheet)
    assert crop_of(there) == Crop(100, 200, 300)
    assert history.undo_label == "push"
    history.undo()
    assert document.records["s"] == sheet
