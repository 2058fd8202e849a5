"""Setting words on the sheet: the few ways in which titles, headings, questions and labels are placed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from canvas_files.template import Room
from plakbord.sheet import theme
from plakbord.sheet.marks import Role, Text
from plakbord.sheet.text.fit import fit, lay_out
from plakbord.sheet.text.fonts import FontSet


def line(fonts: FontSet, words: str, room: Room, size: float, color: str, role: Role, end: bool = False) -> Text:
    """Words at the top of a room, smaller when they would not fit its width and height on one or more lines, but never
    below the floor."""
    sizes = sorted({max(size * step, min(size, theme.FLOOR)) for step in (0.5, 0.6, 0.7, 0.8, 0.9, 1)})
    laid = fit(fonts, words, room.w, room.h, sizes, leading=theme.LEADING, align="end" if end else "start")
    return Text(room.x, room.y, laid, color, role)


def column(
    fonts: FontSet, paragraphs: Sequence[str], room: tuple[float, float, float], size: float, color: str, role: Role
) -> Iterator[Text]:
    """Paragraphs one below the other from (x, y) in a width; the last one's lower edge is its y plus its height."""
    x, y, width = room
    for words in paragraphs:
        laid = lay_out(fonts, words, size, width, leading=theme.LEADING)
        yield Text(x, y, laid, color, role)
        y += laid.height


def lower_edge(texts: Sequence[Text], top: float) -> float:
    """Where a column of texts ends; top when there is none."""
    return texts[-1].y + texts[-1].laid.height if texts else top
