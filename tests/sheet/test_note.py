"""One note: its text fits or the note grows, nothing is cut off, and its face is made once."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas_files.records import Note
from helpers.documents import good_text
from helpers.sample_workshops import LONG_WORDS, layout_of, new_session
from plakbord.sheet import theme
from plakbord.sheet.layout import Layout
from plakbord.sheet.marks import Box, Line, Text
from plakbord.sheet.note import NoteFace, color_mark

SIZES = tuple(theme.NOTE_SIZES_ON_PAPER.values())


@cache
def canvas() -> Layout:
    return layout_of(new_session())


def note(text: str = "Bakkers", size: tuple[int, int] = (3600, 2800), **fields: str) -> Note:
    return Note(id="note:1", sheet="sheet:1", zone="channels", w=size[0], h=size[1], text=text, **fields)


def face_of(made: Note) -> NoteFace:
    return canvas().measured(made)


def letters(face: NoteFace) -> str:
    return "".join("".join(line.text.split()) for line in face.text.laid.lines)


def test_a_note_stands_where_its_block_and_its_place_say() -> None:
    face = face_of(note().changed(x=30, y=-40, z="a7"))
    left, top = canvas().origin("channels")
    assert (face.x, face.y, face.w, face.h) == (left + 30, top - 40, 3600, 2800)
    assert face.order == ("a7", "note:1")


def test_text_takes_the_largest_size_that_fits() -> None:
    assert face_of(note("Ja")).text.laid.size == theme.NOTE_SIZES[-1]
    sizes = [face_of(note(LONG_WORDS * times)).text.laid.size for times in range(1, 12)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == theme.NOTE_SIZES[0]


@pytest.mark.parametrize("size", SIZES)
def test_text_longer_than_the_note_makes_it_grow(size: tuple[int, int]) -> None:
    face = face_of(note(LONG_WORDS * 30, size))
    assert face.text.laid.size == theme.NOTE_SIZES[0]
    assert (face.w, face.h) == (size[0], face.text.laid.height + 2 * theme.NOTE_PADDING)
    assert face.h > size[1]
    assert letters(face) == "".join((LONG_WORDS * 30).split())


@given(st.sampled_from(SIZES) | st.tuples(st.integers(100, 9000), st.integers(100, 9000)), good_text, st.integers(1, 9))
def test_text_is_never_under_eight_points_and_never_outside_the_note(
    size: tuple[int, int], words: str, times: int
) -> None:
    face = face_of(note(f"{words} " * times, size))
    assert theme.NOTE_SIZES[0] <= face.text.laid.size <= theme.NOTE_SIZES[-1]
    assert (face.w, face.h) >= size
    assert face.text.y + face.text.laid.height <= face.h - theme.NOTE_PADDING + 0.01


def test_marks_are_the_paper_and_the_text_where_the_note_stands() -> None:
    face = face_of(note())
    boxes = [mark for mark in face.marks() if isinstance(mark, Box)]
    (text,) = [mark for mark in face.marks() if isinstance(mark, Text)]
    assert (boxes[-1].x, boxes[-1].y, boxes[-1].w, boxes[-1].h) == (face.x, face.y, face.w, face.h)
    assert (text.x, text.y) == (face.x + theme.NOTE_PADDING, face.y + theme.NOTE_PADDING)


def test_the_shadow_stays_within_what_the_board_reckons_with() -> None:
    face = face_of(note())
    below = [mark.y + mark.h - face.h for mark in face.paper if isinstance(mark, Box)]
    assert 0 < max(below) <= max(theme.SHADOW_STEPS) * 2


def test_a_point_on_an_edge_belongs_to_one_side() -> None:
    face = face_of(note())
    assert face.holds(face.x, face.y)
    assert not face.holds(face.x + face.w, face.y)
    assert not face.holds(face.x, face.y + face.h)
    assert not face.touches(face.x + face.w, face.y, face.x + face.w + 9, face.y + 9)
    assert face.touches(face.x + face.w - 1, face.y, face.x + face.w + 9, face.y + 9)


def test_what_is_dear_is_made_once() -> None:
    one, other, green = face_of(note()), face_of(note().changed(x=500, y=70)), face_of(note(color="green"))
    assert one.text.laid is other.text.laid is green.text.laid
    assert one.paper is other.paper
    assert one.paper is not green.paper


@pytest.mark.parametrize("kind", [color.mark for color in theme.NOTE_COLORS.values()])
def test_every_mark_of_a_colour_is_drawn_but_that_of_the_first(kind: theme.ColorMark) -> None:
    assert bool(list(color_mark(kind, 0, 0))) is (kind != "none")


@pytest.mark.parametrize("size", SIZES)
def test_a_note_that_lies_face_down_shows_its_back_and_no_letter(size: tuple[int, int]) -> None:
    face = face_of(note("", size).changed(face_down="Geheim plan"))
    assert letters(face) == ""
    lines = [mark for mark in face.labels if isinstance(mark, Line)]
    assert len(lines) > 4
    assert not [mark for mark in face_of(note("", size)).labels if isinstance(mark, Line)]
    inside = theme.NOTE_PADDING
    for line in lines:
        assert inside <= min(line.x1, line.x2) <= max(line.x1, line.x2) <= face.w - inside
        assert inside <= min(line.y1, line.y2) <= max(line.y1, line.y2) <= face.h - inside
