"""The legend of a sheet: the note colours in use and what they stand for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from canvas_files.template import Room
from plakbord.sheet import theme
from plakbord.sheet.marks import Box, Mark, Text
from plakbord.sheet.moved import moved
from plakbord.sheet.note import color_mark
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import FontSet
from plakbord.words import Words

_SWATCH = 460
_AFTER_SWATCH = 150
_BETWEEN = 550
_ROOM_FOR_WORDS = 6000


def legend_marks(
    room: Room, used: Collection[str], captions: Mapping[str, str], fonts: FontSet, t: Words
) -> Iterator[Mark]:
    """A swatch with its mark and caption for every colour that is used or has a caption, in one row."""
    x = float(room.x)
    for name, color in theme.NOTE_COLORS.items():
        caption = captions.get(name, "").strip()
        if name not in used and not caption:
            continue
        laid = lay_out(fonts, caption or t(f"color.{name}"), theme.LEGEND_SIZE, _ROOM_FOR_WORDS)
        width = max((line.width for line in laid.lines), default=0.0)
        if x + _SWATCH + _AFTER_SWATCH + width > room.x + room.w:
            return
        yield Box(x, room.y, _SWATCH, _SWATCH, theme.NOTE_RADIUS, color.fill, color.edge, theme.NOTE_EDGE_WIDTH)
        for mark in color_mark(color.mark, 0, 0):
            yield moved(mark, x + _SWATCH / 2, room.y + _SWATCH / 2)
        x += _SWATCH + _AFTER_SWATCH
        yield Text(x, room.y + (_SWATCH - laid.height) / 2, laid, theme.INK, "small")
        x += width + _BETWEEN
