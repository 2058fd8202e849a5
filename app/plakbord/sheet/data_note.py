"""How notes look through the data lens and without it: a data note says at its foot what it is, a business note fades;
without the lens a data note is only a small mark. Which of them is meant is the view of whoever draws."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from canvas_files import facts
from canvas_files.records import Note
from plakbord.sheet import theme
from plakbord.sheet.data_marks import data_mark
from plakbord.sheet.marks import Box, Disc, Line, Mark, Outline, Picture, Text
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import FontSet
from plakbord.sheet.text.runs import Laid

View: TypeAlias = Literal["business", "data", "plain"]
"""The business view with data notes as small marks, the data lens, or the business view without them."""

RoleNames: TypeAlias = Mapping[str, str]
"""What each role is called in the language of the sheet."""

_GAP = 110
_FADE = 0.5


class Foot(Struct, frozen=True):
    """What stands at the foot of a data note, and how high that is."""

    role: str
    laid: Laid
    height: float

    def marks(self, left: float, top: float) -> Iterator[Mark]:
        """The mark and the words beside it, in a row whose corner is at (left, top)."""
        middle = top + self.height / 2
        yield from data_mark(self.role, left + theme.DATA_MARK / 2, middle)
        y = middle - self.laid.height / 2
        yield Text(left + theme.DATA_MARK + _GAP, y, self.laid, theme.QUIET_INK, "small")


def foot_of(note: Note, width: float, roles: RoleNames, fonts: FontSet) -> Foot:
    """The foot of a data note: the system of a source, what a KPI aims at, else what kind of note it is."""
    words = facts.text_of(note, "system") or facts.text_of(note, "target") or roles.get(note.role, note.role)
    room = max(width - theme.DATA_MARK - _GAP, theme.TAG_SIZE * 2)
    laid = lay_out(fonts, words, theme.TAG_SIZE, room)
    return Foot(note.role, laid, max(theme.DATA_MARK, laid.height) + _GAP)


def chip_paper(note: Note) -> tuple[Mark, ...]:
    """A data note without the lens: a small label in its colour, corner at (0, 0)."""
    color = theme.note_color(note.color)
    size = theme.DATA_CHIP
    return (Box(0, 0, size, size, theme.NOTE_RADIUS * 2, color.fill, color.edge, theme.NOTE_EDGE_WIDTH * 2),)


def chip_marks(note: Note) -> tuple[Mark, ...]:
    """What stands on that label: the mark of its kind."""
    size = theme.DATA_CHIP
    return tuple(data_mark(note.role, size / 2, size / 2, size * 0.66))


def faded(mark: Mark) -> Mark:
    """The mark stepped back towards the block it lies on; opaque, for print knows no transparency."""
    if isinstance(mark, Picture):
        return mark
    if isinstance(mark, Line | Text):
        return replace(mark, color=blended(mark.color))
    assert isinstance(mark, Box | Disc | Outline)
    fill = blended(mark.fill) if mark.fill else None
    return replace(mark, fill=fill, edge=blended(mark.edge) if mark.edge else None)


def blended(color: str, into: str = theme.LENS_BLOCK, part: float = _FADE) -> str:
    """A colour with a part of another mixed in."""
    pairs = zip(_channels(color), _channels(into), strict=True)
    return "#" + "".join(f"{round(one * (1 - part) + other * part):02X}" for one, other in pairs)


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
