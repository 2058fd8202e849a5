"""The blocks of a sheet: box, heading, questions and sub-areas, and the room that is left for notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from canvas_files.records import Language
from canvas_files.template import Part, Room, Topics, Zone
from plakbord.sheet import theme
from plakbord.sheet.marks import Box, Line, Mark, Text
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import Fonts
from plakbord.sheet.type import column, lower_edge

_HEADING_TOP = 220
_AFTER_HEADING = 40
_AFTER_QUESTIONS = 160
_PART_HEADING = 560
_ABOVE_EDGE = 120


def zone_marks(zone: Zone, fonts: Fonts, language: Language, lens: bool = False) -> Iterator[Mark]:
    """Everything of a block but its notes, in the mood of the data lens or not."""
    box = zone.box
    fill, edge = (theme.LENS_BLOCK, theme.LENS_EDGE) if lens else (theme.BLOCK, theme.BLOCK_EDGE)
    yield Box(box.x, box.y, box.w, box.h, theme.BLOCK_RADIUS, fill, edge, theme.BLOCK_EDGE_WIDTH)
    yield from _words(zone, fonts, language, lens)
    for part in zone.parts:
        yield from _part_marks(zone, part, fonts, language)


def rooms_for_notes(zone: Zone, fonts: Fonts, language: Language) -> tuple[Room, ...]:
    """Where notes hang without covering headings and questions, with the data lens on or off: one room, or one in each
    sub-area."""
    views = (False, True) if zone.lens is not None else (False,)
    lowest = max(lower_edge(list(_words(zone, fonts, language, lens)), zone.box.y) for lens in views)
    top = round(lowest + _AFTER_QUESTIONS)
    if not zone.parts:
        return (_below(zone.box, top),)
    return tuple(_below(part.box, max(top, part.box.y + _PART_HEADING)) for part in zone.parts)


def _below(box: Room, top: int) -> Room:
    return Room(box.x, top, box.w, max(box.y + box.h - _ABOVE_EDGE - top, 100))


def topics(zone: Zone, lens: bool) -> Topics:
    """The heading and questions of a block as it is seen. Where questions are left out, those of the lens are, too."""
    if not lens or zone.lens is None:
        return Topics(zone.heading, zone.questions)
    return zone.lens if zone.questions else Topics(zone.lens.heading)


def _words(zone: Zone, fonts: Fonts, language: Language, lens: bool) -> Iterator[Text]:
    x, width = zone.box.x + theme.BLOCK_PADDING, zone.box.w - 2 * theme.BLOCK_PADDING
    top = zone.box.y + _HEADING_TOP
    seen = topics(zone, lens)
    heading = seen.heading(language)
    headings = list(column(fonts.bold, [heading], (x, top, width), theme.HEADING_SIZE, theme.INK, "heading"))
    yield from headings
    below = lower_edge(headings, top) + _AFTER_HEADING
    questions = [question(language) for question in seen.questions]
    if lens:
        own = [question(language) for question in zone.questions]
        questions = _flowing(questions, _lines(own, fonts, width), fonts, width)
    ink = theme.LENS_INK if lens else theme.QUIET_INK
    yield from column(fonts.regular, questions, (x, below, width), theme.QUESTION_SIZE, ink, "question")


def _lines(paragraphs: Sequence[str], fonts: Fonts, width: float) -> int:
    """How many lines questions take below each other."""
    laid = (lay_out(fonts.regular, words, theme.QUESTION_SIZE, width, leading=theme.LEADING) for words in paragraphs)
    return sum(len(each.lines) for each in laid)


def _flowing(questions: Sequence[str], most: int, fonts: Fonts, width: float) -> list[str]:
    """Questions below each other if they take so many lines at most, for notes hang under the block's own questions;
    else beside each other as far as they fit whole, and else run on, whichever takes fewer lines."""
    if _lines(questions, fonts, width) <= most:
        return list(questions)
    beside: list[str] = []
    for question in questions:
        joined = f"{beside[-1]}   {question}" if beside else question
        if beside and _lines([joined], fonts, width) == 1:
            beside[-1] = joined
        else:
            beside.append(question)
    ways = (beside, [" ".join(questions)])
    fitting = (way for way in ways if _lines(way, fonts, width) <= most)
    return next(fitting, min(ways, key=lambda way: _lines(way, fonts, width)))


def _part_marks(zone: Zone, part: Part, fonts: Fonts, language: Language) -> Iterator[Mark]:
    """A sub-area: its small heading and a hairline that sets it off from its left-hand neighbour."""
    box = part.box
    place = (box.x + theme.BLOCK_PADDING, box.y + 60, box.w - 2 * theme.BLOCK_PADDING)
    yield from column(fonts.bold, [part.heading(language)], place, theme.LABEL_SIZE * 1.15, theme.QUIET_INK, "question")
    if box.x > zone.box.x + zone.box.w * 0.1:
        yield Line(box.x, box.y + 100, box.x, box.y + box.h - 200, theme.RULE, 20)
