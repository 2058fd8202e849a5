"""The checklists of a block on paper: each as a small paragraph where no note hangs, from the block's foot upwards.
What finds no room is left out, for the notes come first."""

from __future__ import annotations

from collections.abc import Iterable

from canvas_files.template import Checklist, Room, Zone
from plakbord.sheet import theme
from plakbord.sheet.marks import Text
from plakbord.sheet.note import NoteFace
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import Fonts
from plakbord.sheet.text.runs import Laid
from plakbord.words import Words

_STEP = 100
_BETWEEN = 120
_CLEAR = 60


def checklist_marks(
    zone: Zone, rooms: Iterable[Room], faces: Iterable[NoteFace], fonts: Fonts, t: Words
) -> tuple[list[Text], list[Checklist]]:
    """The checklists of a block that find a free place, in their order, and those that do not."""
    taken = [face.edges for face in faces if face.touches(*_edges(zone.box))]
    top = min((room.y for room in rooms), default=zone.box.y)
    left, width = zone.box.x + theme.BLOCK_PADDING, zone.box.w - 2 * theme.BLOCK_PADDING
    lower = float(zone.box.y + zone.box.h - theme.BLOCK_PADDING)
    marks: list[Text] = []
    missing: list[Checklist] = []
    for checklist in reversed(zone.checklists):
        laid = _laid(checklist, width, fonts, t)
        y = _free_place(laid, left, (top, lower), taken)
        if y is None:
            missing.append(checklist)
            continue
        marks.append(Text(left, y, laid, theme.QUIET_INK, "question"))
        lower = y - _BETWEEN
    return marks[::-1], missing[::-1]


def _laid(checklist: Checklist, width: float, fonts: Fonts, t: Words) -> Laid:
    terms = ", ".join(term.name(t.language) for term in checklist.terms)
    words = t("sheet.checklist", heading=checklist.heading(t.language), terms=terms)
    return lay_out(fonts.regular, words, theme.CHECKLIST_SIZE, width, leading=theme.LEADING)


def _free_place(
    laid: Laid, left: float, between: tuple[float, float], taken: list[tuple[float, float, float, float]]
) -> float | None:
    """The lowest height at which the text touches no note, between an upper and a lower edge."""
    right = left + max((line.width for line in laid.lines), default=0.0)
    beside = [edges for edges in taken if edges[0] < right + _CLEAR and edges[2] > left - _CLEAR]
    y = between[1] - laid.height
    while y >= between[0]:
        low = min(
            (top for _, top, _, bottom in beside if top < y + laid.height + _CLEAR and bottom > y - _CLEAR),
            default=None,
        )
        if low is None:
            return y
        y = min(low - _CLEAR - laid.height, y - _STEP)
    return None


def _edges(box: Room) -> tuple[float, float, float, float]:
    return box.x, box.y, box.x + box.w, box.y + box.h
