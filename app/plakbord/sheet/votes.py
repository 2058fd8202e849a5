"""What a round of voting puts on notes: the short number that people vote with, and the dots that were given. Which of
them may be shown when is for canvas_files.votes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from canvas_files.records import Round
from plakbord.sheet import theme
from plakbord.sheet.marks import Box, Disc, Mark, Text
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import FontSet

MOST_APART = 8
"""Dots that are drawn one by one; of more there is one with their number."""


class Votes(Struct, frozen=True):
    """What is on one note: its dots, and its number in the round; None where nothing is shown. A note that is being
    voted on is held where it is."""

    dots: int | None = None
    number: int | None = None
    held: bool = False


NO_VOTES = Votes()


def votes_on_notes(voted_in: Round, totals: Mapping[str, int] | None) -> dict[str, Votes]:
    """What a round shows, by note: numbers while it is open or closed, and dots when there are totals that may be
    shown. A cluster carries them on its first note. While it is open all its notes are held."""
    numbered, held = voted_in.state in ("open", "closed"), voted_in.state == "open"
    found: dict[str, Votes] = {}
    for option in voted_in.options:
        if held:
            found |= dict.fromkeys(option.notes, Votes(held=True))
        dots = None if totals is None else totals.get(option.note, 0)
        found[option.note] = Votes(dots, option.number if numbered else None, held)
    return found


def vote_marks(votes: Votes, w: float, h: float, fonts: FontSet) -> Iterator[Mark]:
    """The number on the upper left corner of a note, the dots in a row at its foot. Both stand in the margin around
    its text, and reach over its edge by less than its shadow's picture does."""
    if votes.number is not None:
        high = theme.VOTE_NUMBER_HEIGHT
        yield from _plate(str(votes.number), -high * 0.38, -high * 0.38, high, theme.ACCENT, fonts)
    if not votes.dots:
        return
    size, top = theme.VOTE_DOT, h - theme.VOTE_DOT * 0.6
    left, room = theme.NOTE_PADDING * 1.3, w - theme.NOTE_PADDING * 2.5  # clear of a number on the note below
    if votes.dots > MOST_APART:
        yield from _plate(str(votes.dots), left, top, size, theme.VOTE, fonts)
        return
    step = min(size + theme.VOTE_DOT_GAP, (room - size) / max(votes.dots - 1, 1))
    for place in range(votes.dots):
        yield Disc(left + size / 2 + place * step, top + size / 2, size / 2, theme.VOTE, theme.SHEET, theme.VOTE_EDGE)


def _plate(words: str, left: float, top: float, high: float, fill: str, fonts: FontSet) -> Iterator[Mark]:
    """A round plate, as wide as what stands on it."""
    laid = lay_out(fonts, words, theme.VOTE_NUMBER_SIZE, 10_000)
    ink = max((line.width for line in laid.lines), default=0.0)
    wide = max(high, ink + high * 0.55)
    yield Box(left, top, wide, high, high / 2, fill, theme.SHEET, theme.VOTE_EDGE)
    yield Text(left + (wide - ink) / 2, top + (high - laid.height) / 2, laid, theme.SHEET, "small")
