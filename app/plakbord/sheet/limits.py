"""How many notes a block still wants, or has too many, as a small label on its upper edge. It helps on the screen and
is not printed; nothing is ever refused because of it. Too many can be pressed, for a vote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from canvas_files.template import Limit, Room, Template, Zone
from plakbord.sheet import theme
from plakbord.sheet.marks import Box, Mark, Text
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import Words

_HEIGHT = 440
_PADDING = 180
_FROM_CORNER = 320


def missing(limit: Limit, count: int) -> int:
    """How many notes are still wanted; below zero so many are too many."""
    if count < limit.least:
        return limit.least - count
    return limit.most - count if limit.most is not None and count > limit.most else 0


class Label(Struct, frozen=True):
    """What is said about a block on its upper edge, and where; `offers` whether a vote could bring it back."""

    zone: str
    room: Room
    marks: tuple[Mark, ...]
    offers: bool = False


def limit_labels(template: Template, counts: Mapping[str, int], fonts: Fonts, t: Words) -> Iterator[Label]:
    """A label for every block that wants more notes or fewer; one with too many offers to vote on what stays."""
    for zone in template.zones:
        wanted = missing(zone.limit, counts.get(zone.id, 0))
        if wanted > 0:
            yield _label(zone, t("limit.wanted", n=wanted), fonts, offers=False)
        elif wanted < 0:
            yield _label(zone, t("limit.offer", what=t("limit.too_many", n=-wanted)), fonts, offers=True)


def _label(zone: Zone, words: str, fonts: Fonts, *, offers: bool) -> Label:
    laid = lay_out(fonts.bold if offers else fonts.regular, words, theme.LABEL_SIZE, zone.box.w)
    width = max((line.width for line in laid.lines), default=0.0)
    w = width + 2 * _PADDING
    x, y = zone.box.x + zone.box.w - _FROM_CORNER - w, zone.box.y - _HEIGHT / 2
    fill, ink, edge = (
        (theme.ACCENT, theme.SHEET, theme.ACCENT) if offers else (theme.SHEET, theme.QUIET_INK, theme.RULE)
    )
    marks = (
        Box(x, y, w, _HEIGHT, _HEIGHT / 2, fill, edge, 20),
        Text(x + _PADDING, y + (_HEIGHT - laid.height) / 2, laid, ink, "small"),
    )
    return Label(zone.id, Room(round(x), round(y), round(w), _HEIGHT), marks, offers)
