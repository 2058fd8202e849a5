"""How many notes a block still wants, or has too many, as a small label on its upper edge. It helps on the screen and
is not printed; nothing is ever refused because of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from canvas_files.template import Limit, Template, Zone
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


def limit_marks(template: Template, counts: Mapping[str, int], fonts: Fonts, t: Words) -> Iterator[Mark]:
    """A label for every block that wants more notes or fewer."""
    for zone in template.zones:
        wanted = missing(zone.limit, counts.get(zone.id, 0))
        if wanted > 0:
            yield from _label(zone, t("limit.wanted", n=wanted), theme.QUIET_INK, theme.RULE, fonts)
        elif wanted < 0:
            yield from _label(zone, t("limit.too_many", n=-wanted), theme.ACCENT, theme.ACCENT, fonts)


def _label(zone: Zone, words: str, ink: str, edge: str, fonts: Fonts) -> Iterator[Mark]:
    laid = lay_out(fonts.regular, words, theme.LABEL_SIZE, zone.box.w)
    width = max((line.width for line in laid.lines), default=0.0)
    w = width + 2 * _PADDING
    x, y = zone.box.x + zone.box.w - _FROM_CORNER - w, zone.box.y - _HEIGHT / 2
    yield Box(x, y, w, _HEIGHT, _HEIGHT / 2, theme.SHEET, edge, 20)
    yield Text(x + _PADDING, y + (_HEIGHT - laid.height) / 2, laid, ink, "small")
