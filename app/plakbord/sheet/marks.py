"""The marks a sheet is made of: everything a painter can be asked to draw, and nothing it has to decide.

All lengths are hundredths of a millimetre on the sheet, measured from its top-left corner, y downwards.
Colours are "#RRGGBB". The order of a list of marks is the order of painting.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from plakbord.sheet.text.runs import Laid

POINT = 2540 / 72
"""One typographic point in hundredths of a millimetre."""

Role: TypeAlias = Literal["title", "heading", "question", "note", "small"]
"""What a text is on the sheet: the poster uses it for reading order and structure."""


class Box(Struct, frozen=True):
    """A rectangle with rounded corners, filled, edged, or both; the edge is centred on the outline."""

    x: float
    y: float
    w: float
    h: float
    radius: float = 0
    fill: str | None = None
    edge: str | None = None
    edge_width: float = 0


class Line(Struct, frozen=True):
    """A straight line with flat ends."""

    x1: float
    y1: float
    x2: float
    y2: float
    color: str
    width: float


class Disc(Struct, frozen=True):
    """A circle around (x, y), filled, edged, or both."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    edge: str | None = None
    edge_width: float = 0


class Outline(Struct, frozen=True):
    """A closed polygon through points, filled, edged, or both; corners are joined round."""

    points: tuple[tuple[float, float], ...]
    fill: str | None = None
    edge: str | None = None
    edge_width: float = 0


class Text(Struct, frozen=True):
    """Laid-out text whose top-left corner stands at (x, y); glyph positions inside are relative to that corner."""

    x: float
    y: float
    laid: Laid
    color: str
    role: Role = "note"


class Image(Struct, frozen=True, eq=False, weakref=True):
    """The bytes of a picture, w by h pixels: a JPEG, and a grey PNG of what is seen of it when it is partly
    see-through. The key tells pictures apart."""

    key: str
    w: int
    h: int
    jpeg: bytes
    mask: bytes = b""


class Picture(Struct, frozen=True):
    """A picture whose corner stands at (x, y), w by h large on the sheet, of which only what lies in the window is
    seen: its place, size and corners count, not its colours."""

    x: float
    y: float
    w: float
    h: float
    image: Image
    window: Box


Mark: TypeAlias = Box | Line | Disc | Outline | Text | Picture


SpanKind: TypeAlias = Literal["title", "heading", "text", "note", "figure"]


class Span(Struct, frozen=True):
    """Marks of a page, from first up to end, that are read as one. block is the id of the part of the page they belong
    to, "" for none; words are said instead of what the marks show; id is that of the record they stand for."""

    first: int
    end: int
    kind: SpanKind
    block: str = ""
    words: str = ""
    id: str = ""


class Block(Struct, frozen=True):
    """A part of a page with a name, and its upper left corner."""

    id: str
    title: str
    x: float
    y: float


class Jump(Struct, frozen=True):
    """A rectangle that leads elsewhere: to a web address, or to the note or page of that id. words say where to."""

    x: float
    y: float
    w: float
    h: float
    to: str
    words: str


class Page(Struct, frozen=True):
    """One sheet ready to be painted: its size in hundredths of a millimetre and its marks in painting order. spans are
    in reading order, the marks in none of them are ornament; blocks are in working order; spots are the corners of what
    can be jumped to; of is the id of the sheet, kind what of it this is."""

    w: int
    h: int
    marks: tuple[Mark, ...]
    title: str = ""
    of: str = ""
    kind: Literal["sheet", "continuation", "parking", "extra"] = "sheet"
    spans: tuple[Span, ...] = ()
    blocks: tuple[Block, ...] = ()
    jumps: tuple[Jump, ...] = ()
    spots: Mapping[str, tuple[float, float]] = {}
