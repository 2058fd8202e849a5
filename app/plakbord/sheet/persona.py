"""The facts of a persona sheet: headed columns with fields and scales, and the place of the portrait. The zones of
notes below them are those of any sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from canvas_files.records import Language
from canvas_files.template import Column, Field, Room, Scale, Template
from plakbord.sheet import theme
from plakbord.sheet.marks import Box, Disc, Line, Mark, Text
from plakbord.sheet.text.fit import fit, lay_out
from plakbord.sheet.text.fonts import Fonts
from plakbord.sheet.type import column, lower_edge

Values = Mapping[str, object]
"""What was filled in, by field or scale id."""

_LABEL = 420
_CHIP = 520
_LINE = 20


def persona_marks(template: Template, values: Values, fonts: Fonts, language: Language) -> Iterator[Mark]:
    """Everything between the title and the zones."""
    for headed in template.columns:
        yield from _column_marks(headed, fonts, language)
    if template.portrait is not None:
        yield from _portrait_marks(template.portrait)
    for field in template.fields:
        if not field.title:
            yield from _field_marks(field, values.get(field.id), fonts, language)
    for scale in template.scales:
        yield from _scale_marks(scale, fonts, language)


def _column_marks(headed: Column, fonts: Fonts, language: Language) -> Iterator[Mark]:
    box = headed.box
    yield Box(box.x, box.y, box.w, box.h, theme.BLOCK_RADIUS, theme.SHEET, theme.RULE, theme.BLOCK_EDGE_WIDTH * 0.7)
    place = (box.x + theme.BLOCK_PADDING, box.y + 260, box.w - 2 * theme.BLOCK_PADDING)
    yield from column(fonts.bold, [headed.heading(language)], place, theme.HEADING_SIZE, theme.INK, "heading")


def _portrait_marks(box: Room) -> Iterator[Mark]:
    """An empty frame with the outline of a head and shoulders."""
    yield Box(box.x, box.y, box.w, box.h, theme.BLOCK_RADIUS, theme.BLOCK, theme.RULE, theme.BLOCK_EDGE_WIDTH * 0.7)
    x, head = box.x + box.w / 2, min(box.w, box.h) * 0.17
    y = box.y + box.h * 0.4
    yield Disc(x, y, head, fill=theme.RULE)
    yield Box(x - head * 1.9, y + head * 1.25, head * 3.8, head * 2.2, head * 1.1, fill=theme.RULE)


def _field_marks(field: Field, value: object, fonts: Fonts, language: Language) -> Iterator[Mark]:
    box = field.box
    label = lay_out(fonts.regular, field.name(language), theme.LABEL_SIZE, box.w)
    yield Text(box.x, box.y, label, theme.QUIET_INK, "question")
    if field.kind == "choice":
        yield from _choice_marks(field, value, fonts, language)
        return
    questions = [question(language) for question in field.questions]
    place = (box.x, box.y + label.height, box.w)
    asked = list(column(fonts.regular, questions, place, theme.SMALL_PRINT_SIZE, theme.QUIET_INK, "question"))
    yield from asked
    top = lower_edge(asked, box.y + label.height)
    yield from _answer_marks(field, value, Room(box.x, round(top), box.w, round(box.y + box.h - top)), fonts)


def _answer_marks(field: Field, value: object, room: Room, fonts: Fonts) -> Iterator[Mark]:
    """The answer, with the ruled line or lines that it is written on."""
    text = value if isinstance(value, str) else ""
    if field.kind == "line":
        yield Line(room.x, room.y + room.h - 120, room.x + room.w, room.y + room.h - 120, theme.RULE, _LINE)
    sizes = [theme.FIELD_SIZE * step for step in (8 / 11, 9 / 11, 10 / 11, 1)]
    if text.strip():
        yield Text(room.x, room.y + 40, fit(fonts.regular, text, room.w, room.h - 80, sizes), theme.INK, "note")


def _choice_marks(field: Field, value: object, fonts: Fonts, language: Language) -> Iterator[Mark]:
    chosen = value if isinstance(value, list | tuple) else ()
    x, y = float(field.box.x), float(field.box.y + _LABEL)
    for term in field.choices:
        laid = lay_out(fonts.regular, term.name(language), theme.LABEL_SIZE, field.box.w)
        width = max((line.width for line in laid.lines), default=0.0) + 360
        if x > field.box.x and x + width > field.box.x + field.box.w:
            x, y = float(field.box.x), y + _CHIP + 80
        fill = theme.NOTE_COLORS["blue"].fill if term.id in chosen else theme.SHEET
        yield Box(x, y, width, _CHIP, _CHIP / 2, fill, theme.FAINT_INK, _LINE)
        yield Text(x + 180, y + (_CHIP - laid.height) / 2, laid, theme.INK, "question")
        x += width + 120


def _scale_marks(scale: Scale, fonts: Fonts, language: Language) -> Iterator[Mark]:
    """An empty scale: its name, a line with seven ticks, and the words at both ends."""
    box = scale.box
    label = lay_out(fonts.regular, scale.name(language), theme.LABEL_SIZE, box.w)
    yield Text(box.x, box.y, label, theme.INK, "question")
    y = box.y + label.height + 190
    yield Line(box.x, y, box.x + box.w, y, theme.BLOCK_EDGE, 30)
    for tick in range(7):
        x = box.x + box.w * tick / 6
        yield Line(x, y - 90, x, y + 90, theme.BLOCK_EDGE, _LINE)
    for words, align in ((scale.left(language), False), (scale.right(language), True)):
        laid = lay_out(fonts.regular, words, theme.SMALL_PRINT_SIZE * 1.1, box.w, align="end" if align else "start")
        yield Text(box.x, y + 120, laid, theme.QUIET_INK, "question")
