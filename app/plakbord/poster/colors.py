"""What the colours of a sheet are on paper: neutral ink is black or a grey of black alone, which prints sharp where a
mix of inks comes out fuzzy; everything is grey when that was chosen, and notes are white to save toner."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec.structs import replace

from plakbord.poster.choices import Choices
from plakbord.sheet import theme
from plakbord.sheet.marks import Box, Mark, Page

Tint = Callable[[str], str]
"""From a colour on the sheet to that on paper, both "#RRGGBB"."""

INKS: Mapping[str, str] = MappingProxyType(
    {
        theme.INK: "#000000",
        theme.QUIET_INK: "#4D4D4D",
        theme.MARK_INK: "#5C5C5C",
    }
)
"""Neutral inks as they are printed."""

TONER_EDGE = 70
"""Hundredths of a millimetre: a note's edge when that alone shows its colour."""
_STRONGER = 0.82
"""Such an edge is so much darker than that of a coloured note, to be told apart on white."""

_NOTES: Mapping[str, str] = MappingProxyType({color.fill: color.edge for color in theme.NOTE_COLORS.values()})
_WHITE = frozenset({theme.BLOCK, theme.STRIP})


def tint(choices: Choices) -> Tint:
    """What becomes of a colour."""
    return greyed if choices.grey else on_paper


def as_it_is(color: str) -> str:
    """No change."""
    return color


def on_paper(color: str) -> str:
    """A neutral ink as black; every other colour as it is."""
    return INKS.get(color, color)


def greyed(color: str) -> str:
    """The grey that is as light as the colour (ITU-R BT.709)."""
    value = int(on_paper(color).removeprefix("#"), 16)
    light = round(0.2126 * (value >> 16) + 0.7152 * (value >> 8 & 255) + 0.0722 * (value & 255))
    return f"#{light:02X}{light:02X}{light:02X}"


def saving_toner(page: Page) -> Page:
    """The page with white blocks and white notes, whose edges show the colour; mark for mark, so that what is read
    stays the same."""
    return replace(page, marks=tuple(_saved(mark) for mark in page.marks))


def _saved(mark: Mark) -> Mark:
    if not isinstance(mark, Box) or mark.fill is None:
        return mark
    if mark.fill in theme.SHADOWS:
        return replace(mark, fill=None)
    if mark.fill in _WHITE:
        return replace(mark, fill=theme.SHEET)
    if _NOTES.get(mark.fill) == mark.edge and mark.edge is not None:
        return replace(mark, fill=theme.SHEET, edge=_darker(mark.edge), edge_width=max(TONER_EDGE, mark.edge_width))
    return mark


def _darker(color: str) -> str:
    value = int(color.removeprefix("#"), 16)
    parts = (value >> 16, value >> 8 & 255, value & 255)
    return "#" + "".join(f"{round(part * _STRONGER):02X}" for part in parts)
