"""What a round puts on notes: numbers while people vote, dots when they may be seen."""

from __future__ import annotations

from functools import cache

import pytest

from canvas_files.records import Note, Option, Round
from helpers.sample_workshops import layout_of, new_session
from plakbord.sheet import theme
from plakbord.sheet.layout import Layout
from plakbord.sheet.marks import Box, Disc, Mark, Text
from plakbord.sheet.votes import MOST_APART, NO_VOTES, Votes, vote_marks, votes_on_notes

SIZES = tuple(theme.NOTE_SIZES_ON_PAPER.values())


@cache
def canvas() -> Layout:
    return layout_of(new_session())


def marks(votes: Votes, size: tuple[int, int] = (3600, 2800)) -> list[Mark]:
    return list(vote_marks(votes, *size, canvas().fonts.regular))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("dots", range(1, MOST_APART + 1))
def test_up_to_eight_dots_lie_side_by_side_on_the_note(dots: int, size: tuple[int, int]) -> None:
    discs = marks(Votes(dots=dots), size)
    assert len(discs) == dots
    for disc in discs:
        assert isinstance(disc, Disc)
        assert (disc.fill, disc.radius) == (theme.VOTE, 200)
        assert disc.radius <= disc.x <= size[0] - disc.radius


@pytest.mark.parametrize("dots", [9, 47, 2000])
def test_more_dots_are_a_number(dots: int) -> None:
    plate, text = marks(Votes(dots=dots), SIZES[0])
    assert isinstance(plate, Box)
    assert isinstance(text, Text)
    assert text.laid.lines[0].text == str(dots)
    assert plate.x < text.x
    assert text.x + text.laid.lines[0].width < plate.x + plate.w < SIZES[0][0]


@pytest.mark.parametrize("text", ["Ja", "Lang " * 80])
def test_dots_keep_clear_of_text_and_tags(text: str) -> None:
    face = canvas().measured(Note(id="n", sheet="s", zone="channels", text=text, tags=["Eigen woord"]))
    for disc in marks(Votes(dots=3), (round(face.w), round(face.h))):
        assert isinstance(disc, Disc)
        assert disc.y - disc.radius >= face.h - theme.NOTE_PADDING


def test_nothing_is_drawn_where_nothing_is_shown() -> None:
    assert marks(NO_VOTES) == []
    assert marks(Votes(dots=0)) == []
    plate, text = marks(Votes(number=14))
    assert isinstance(plate, Box)
    assert isinstance(text, Text)
    assert (plate.fill, text.laid.lines[0].text) == (theme.ACCENT, "14")


def test_a_round_shows_numbers_while_people_vote_and_dots_afterwards() -> None:
    options = [
        Option(number=3, note="a", notes=["a", "b"], sheet="s"),
        Option(number=4, note="c", notes=["c"], sheet="s"),
    ]
    voted_in = Round(id="r", number=1, options=options, state="open")
    assert votes_on_notes(voted_in, None) == {
        "a": Votes(number=3, held=True),
        "b": Votes(held=True),
        "c": Votes(number=4, held=True),
    }
    closed = voted_in.changed(state="closed")
    assert votes_on_notes(closed, None) == {"a": Votes(number=3), "c": Votes(number=4)}
    revealed = voted_in.changed(state="revealed")
    assert votes_on_notes(revealed, {"a": 2}) == {"a": Votes(dots=2), "c": Votes(dots=0)}


def test_only_notes_with_other_votes_are_laid_out_anew() -> None:
    session = new_session()
    with session.store.transaction() as tx:
        for at in range(3):
            tx.put(Note(id=f"n{at}", sheet=session.document.sheets[0].id, zone="channels", text="Ja"))
    layout = layout_of(session)
    before = dict(layout.notes)
    damage = layout.show_votes({"n0": Votes(dots=2), "n1": Votes(number=1), "gone": Votes(dots=1)})
    assert [face.id for face in damage.after] == ["n0", "n1"]
    assert damage.before == (before["n0"], before["n1"])
    assert layout.notes["n2"] is before["n2"]
    assert layout.notes["n0"].votes == Votes(dots=2)
    kept = layout.notes["n0"]
    assert not layout.show_votes({"n0": Votes(dots=2), "n1": Votes(number=1)})
    assert layout.notes["n0"] is kept
    assert [face.id for face in layout.show_votes({"n0": Votes(dots=2)}).after] == ["n1"]
    with session.store.transaction() as tx:
        tx.update("n0", tags=["x"])
