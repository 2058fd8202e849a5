"""What the text engine hands to the painters: shaped pieces of text with a place for every glyph.

Lengths inside a Unit are in em (multiples of the font size); everywhere else in hundredths of a millimetre, y
downwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from plakbord.sheet.text.face import Face


class Unit(Struct, frozen=True, eq=False):
    """A piece of text shaped in one font and one direction. xs and ys are glyph origins from the unit's start on the
    baseline, in em, ys upwards; clusters[i] is the index in text of the first character that glyph i stands for."""

    face: Any  # a Face; Any keeps this module free of the font library
    text: str
    glyphs: tuple[int, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    clusters: tuple[int, ...]
    width: float
    rtl: bool


class Run(Struct, frozen=True, eq=False):
    """A unit at its place: (x, y) is the start of its baseline; size is one em."""

    unit: Unit
    x: float
    y: float
    size: float


class Line(Struct, frozen=True, eq=False):
    """One line of text: runs in visual order, the baseline's start, the inked width, and the text in reading order. A
    hyphen that shows and does not belong to the text stands at the end of a line that is `divided` inside a word."""

    runs: tuple[Run, ...]
    x: float
    y: float
    width: float
    text: str
    divided: bool = False


class Laid(Struct, frozen=True, eq=False, weakref=True):
    """Text laid out in a width: its lines, the font size, and the room it takes. Never cut off: height may exceed
    the height that was asked for."""

    lines: tuple[Line, ...]
    size: float
    width: float
    height: float


def face_of(unit: Unit) -> Face:
    """The font face of a unit, typed."""
    face: Face = unit.face
    return face
