"""The legend of a sheet: the note colours in use and what they stand for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from canvas_files.facts import ROLES, WORKING
from canvas_files.template import Room
from plakbord.sheet import theme
from plakbord.sheet.answer import answered
from plakbord.sheet.data_marks import data_mark
from plakbord.sheet.links import coupling_line
from plakbord.sheet.marks import Box, Mark, Text
from plakbord.sheet.moved import moved
from plakbord.sheet.note import color_mark
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import FontSet
from plakbord.sheet.text.runs import Laid
from plakbord.words import Words

_SWATCH = 460
_AFTER_SWATCH = 150
_BETWEEN = 550
_ROOM_FOR_WORDS = 6000
_LINE = 900
"""How long the example of a coupling is."""
_LINES = 2


class Entry(Struct, frozen=True):
    """A colour of the legend, its caption as it stands there, and what of that found no place."""

    color: str
    laid: Laid
    width: float
    rest: str = ""


def legend_entries(
    room: Room, used: Collection[str], captions: Mapping[str, str], fonts: FontSet, t: Words
) -> list[Entry]:
    """Every colour that is used or has a caption, side by side: each as wide as its caption where there is room, else
    all as wide as each other."""
    named = {name: captions.get(name, "").strip() for name in theme.NOTE_COLORS}
    words = {name: caption or t(f"color.{name}") for name, caption in named.items() if caption or name in used}
    laid = {name: lay_out(fonts, caption, theme.LEGEND_SIZE, _ROOM_FOR_WORDS) for name, caption in words.items()}
    entries = [Entry(name, found, max(line.width for line in found.lines)) for name, found in laid.items()]
    wide = sum(_SWATCH + _AFTER_SWATCH + entry.width + _BETWEEN for entry in entries) - _BETWEEN
    if wide <= room.w and all(len(entry.laid.lines) <= _LINES for entry in entries):
        return entries
    return [_narrowed(name, caption, room.w / len(words), fonts) for name, caption in words.items()]


def _narrowed(name: str, caption: str, share: float, fonts: FontSet) -> Entry:
    width = share - _SWATCH - _AFTER_SWATCH - _BETWEEN / 2
    place = Room(0, 0, max(round(width), 100), round(_LINES * theme.FLOOR * theme.LEADING + 1))
    found = answered(fonts, caption, place, (theme.FLOOR, theme.LEGEND_SIZE))
    return Entry(name, found.laid, width - _BETWEEN / 2, found.rest)


def legend_marks(
    room: Room, used: Collection[str], captions: Mapping[str, str], fonts: FontSet, t: Words
) -> Iterator[Mark]:
    """A swatch with its mark and caption for every colour, in one row."""
    x = float(room.x)
    for entry in legend_entries(room, used, captions, fonts, t):
        color, laid = theme.NOTE_COLORS[entry.color], entry.laid
        yield Box(x, room.y, _SWATCH, _SWATCH, theme.NOTE_RADIUS, color.fill, color.edge, theme.NOTE_EDGE_WIDTH)
        for mark in color_mark(color.mark, 0, 0):
            yield moved(mark, x + _SWATCH / 2, room.y + _SWATCH / 2)
        x += _SWATCH + _AFTER_SWATCH
        yield Text(x, room.y + (_SWATCH - laid.height) / 2, laid, theme.INK, "small")
        x += entry.width + _BETWEEN


def data_legend_marks(room: Room, fonts: FontSet, t: Words) -> Iterator[Mark]:
    """Through the data lens: the mark of every kind of data note, and the line of every way of coupling, in one row."""
    x = float(room.x)
    middle = room.y + _SWATCH / 2
    for role in ROLES:
        yield from data_mark(role, x + _SWATCH / 2, middle)
        words = lay_out(fonts, t(f"lens.role.{role}"), theme.LEGEND_SIZE, _ROOM_FOR_WORDS)
        x += _SWATCH + _AFTER_SWATCH
        yield Text(x, middle - words.height / 2, words, theme.INK, "small")
        x += max((line.width for line in words.lines), default=0.0) + _BETWEEN * 0.7
    for how in ("wanted", *WORKING):
        words = lay_out(fonts, t(f"lens.how.{how}"), theme.LEGEND_SIZE, _ROOM_FOR_WORDS)
        width = max((line.width for line in words.lines), default=0.0)
        if x + _LINE + _AFTER_SWATCH + width > room.x + room.w:
            return
        yield from coupling_line(x, middle, x + _LINE, middle, how)
        x += _LINE + _AFTER_SWATCH * 1.6
        yield Text(x, middle - words.height / 2, words, theme.INK, "small")
        x += width + _BETWEEN * 0.7
