"""A new note finds a free place: it covers no other while there is room, and it stays inside its block."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas_files.records import Note
from canvas_files.template import Room
from helpers.sample_workshops import ZONES, layout_of, new_session
from plakbord.sheet import theme
from plakbord.sheet.layout import Layout
from plakbord.sheet.note import NoteFace
from plakbord.sheet.placement import free_spot, fullest_spot

SIZES = tuple(theme.NOTE_SIZES_ON_PAPER.values())

rooms = st.builds(
    Room, x=st.integers(0, 30_000), y=st.integers(0, 20_000), w=st.integers(5_700, 20_000), h=st.integers(100, 16_000)
)


@cache
def canvas() -> Layout:
    return layout_of(new_session())


def face_at(x: int, y: int, size: tuple[int, int], number: int = 0) -> NoteFace:
    left, top = canvas().origin("channels")
    place = {"x": x - left, "y": y - top, "w": size[0], "h": size[1]}
    return canvas().measured(Note(id=f"note:{number}", sheet="sheet:1", zone="channels", **place))


def filled(room: Room, size: tuple[int, int], there: list[NoteFace]) -> list[NoteFace]:
    """The faces that find a place one after the other until the room is full."""
    placed = list(there)
    while (spot := free_spot([room], placed, *size)) is not None:
        placed.append(face_at(*spot, size, len(placed)))
    return placed[len(there) :]


@settings(max_examples=60)
@given(rooms, st.sampled_from(SIZES), st.lists(st.tuples(st.integers(0, 40_000), st.integers(0, 30_000)), max_size=4))
def test_notes_cover_no_other_and_stay_inside(room: Room, size: tuple[int, int], others: list[tuple[int, int]]) -> None:
    there = [face_at(x, y, (3600, 2800), 1000 + at) for at, (x, y) in enumerate(others)]
    placed = filled(room, size, there)
    for at, face in enumerate(placed):
        assert room.x <= face.x
        assert room.y <= face.y
        assert face.x + face.w <= room.x + room.w
        assert face.y + face.h <= room.y + room.h
        assert not any(face.touches(o.x, o.y, o.x + o.w, o.y + o.h) for o in [*there, *placed[:at]])


@settings(max_examples=40)
@given(rooms, st.sampled_from(SIZES))
def test_an_empty_room_takes_as_many_as_rows_and_columns_allow(room: Room, size: tuple[int, int]) -> None:
    w, h = size
    gap = theme.NOTE_GAP
    assert len(filled(room, size, [])) >= ((room.w + gap) // (w + gap)) * ((room.h + gap) // (h + gap))


def test_the_first_place_is_at_the_top_left_and_reading_goes_on_from_there() -> None:
    room = Room(1000, 1000, 8000, 8000)
    spots = [(face.x, face.y) for face in filled(room, (3600, 2800), [])]
    assert spots[0][1] == spots[1][1] == 1000
    assert spots[0][0] < spots[1][0]
    assert spots[2] == (spots[0][0], 1000 + 2800 + theme.NOTE_GAP)


def test_a_note_that_lies_askew_leaves_room_below_it() -> None:
    room = Room(0, 0, 3700, 6400)
    askew = face_at(0, 300, (3600, 2800))
    assert free_spot([room], [askew], 3600, 2800) == (50, 3200)


def test_a_full_room_has_no_free_place_and_the_next_covers_least() -> None:
    room = Room(0, 0, 3700, 5900)
    there = filled(room, (3600, 2800), [])
    assert free_spot([room], there, 3600, 2800) is None
    x, y = fullest_spot([room], there, 3600, 2800)
    assert 0 <= x <= 100
    assert 0 <= y <= 3100


@given(rooms, st.sampled_from(SIZES), st.integers(0, 5))
def test_also_a_note_too_many_stays_inside(room: Room, size: tuple[int, int], there: int) -> None:
    others = [face_at(room.x, room.y, size, at) for at in range(there)]
    x, y = fullest_spot([room], others, *size)
    assert room.x <= x <= room.x + room.w - size[0]
    assert room.y <= y <= max(room.y, room.y + room.h - size[1])


def test_the_second_room_is_taken_when_the_first_is_full() -> None:
    first, second = Room(0, 0, 3700, 2900), Room(9000, 0, 3700, 2900)
    there = filled(first, (3600, 2800), [])
    spot = free_spot([first, second], there, 3600, 2800)
    assert spot is not None
    assert spot[0] >= 9000


@pytest.mark.parametrize("kind", ["canvas", "persona"])
def test_rooms_for_notes_lie_in_their_block_under_its_words(kind: str) -> None:
    layout = layout_of(new_session(kind))
    words = [mark for mark in layout.ground if getattr(mark, "role", "") in ("heading", "question")]
    for zone in layout.template.zones:
        for room in layout.rooms[zone.id]:
            box = zone.box
            assert box.x <= room.x
            assert room.x + room.w <= box.x + box.w
            assert box.y < room.y
            assert room.y + room.h <= box.y + box.h
            for mark in words:
                over = mark.x < room.x + room.w and mark.x + mark.laid.lines[0].width > room.x
                assert not over or not room.y < mark.y + mark.laid.height <= room.y + room.h


def test_every_block_of_an_empty_canvas_has_room_for_four_notes() -> None:
    layout = layout_of(new_session())
    for zone in ZONES:
        (room,) = layout.rooms[zone]
        assert len(filled(room, theme.NOTE_SIZES_ON_PAPER["standard"], [])) >= 4
