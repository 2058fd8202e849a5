"""The text of an answer in its room: the largest size of a short ladder at which it fits, and what does not fit at the
smallest, which goes on elsewhere. Nothing is ever cut off."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from canvas_files.template import Room
from plakbord.sheet import theme
from plakbord.sheet.text.fit import fit
from plakbord.sheet.text.fonts import FontSet
from plakbord.sheet.text.runs import Laid

_SLACK = 1.0
_HYPHENS = "-\u00ad\u2010"


class Answered(Struct, frozen=True):
    """What stands in the room, and the rest of the text, which found no place there."""

    laid: Laid
    rest: str = ""


def fitted(fonts: FontSet, text: str, room: Room, sizes: Sequence[float] = theme.FIELD_SIZES) -> Laid:
    """The whole text at the size that fits; at the floor it may be higher than the room."""
    return fit(fonts, text, room.w, room.h, sizes, leading=theme.LEADING)


def answered(fonts: FontSet, text: str, room: Room, sizes: Sequence[float] = theme.FIELD_SIZES) -> Answered:
    """The text as far as it fits in the room, at least one line of it, and the rest."""
    laid = fitted(fonts, text, room, sizes)
    if laid.height <= room.h + _SLACK:
        return Answered(laid)
    kept = max(1, int((room.h + _SLACK) / (laid.size * theme.LEADING)))
    if kept >= len(laid.lines):
        return Answered(laid)
    shown = "".join(line.text for line in laid.lines[:kept])
    return Answered(part_of(laid, 0, kept), rest_after(text, shown))


def part_of(laid: Laid, first: int, end: int) -> Laid:
    """Some lines of a text; they keep their places, so the first is as far down as it was."""
    return Laid(laid.lines[first:end], laid.size, laid.width, laid.height * (end - first) / len(laid.lines))


def rest_after(text: str, shown: str) -> str:
    """What comes in a text after the part that is shown. White space and hyphens are not counted, for breaking lines
    adds and swallows them."""
    to_pass = sum(1 for letter in shown if _counts(letter))
    at = 0
    while at < len(text) and to_pass:
        to_pass -= _counts(text[at])
        at += 1
    while at < len(text) and text[at] in _HYPHENS:
        at += 1
    return text[at:].strip()


def _counts(letter: str) -> bool:
    return not letter.isspace() and letter not in _HYPHENS
