"""The facts of a persona sheet: headed columns with fields and scales, and the portrait. The zones of notes below them
are those of any sheet; where things are filled in is form's work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from canvas_files.entries import step_of
from canvas_files.template import SCALE_STEPS, Column, Field, Scale, Template
from plakbord.sheet import theme
from plakbord.sheet.answer import Answered, answered
from plakbord.sheet.continuation import Continuation, Rest, continuation
from plakbord.sheet.form import Slot, label_of, words_place
from plakbord.sheet.marks import Box, Disc, Line, Mark, Text
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import Fonts
from plakbord.sheet.type import column
from plakbord.words import Words

Values = Mapping[str, object]
"""What was filled in, by field or scale id."""

_LINE = 20
_KNOB = 190


class Filled(Struct, frozen=True):
    """The texts of a form in their rooms, and the pages on which the too long ones go on."""

    texts: Mapping[str, Answered]
    continued: Continuation


def filled(template: Template, slots: Sequence[Slot], values: Values, fonts: Fonts, t: Words) -> Filled:
    """Fits every text that was filled in."""
    texts: dict[str, Answered] = {}
    rests: list[Rest] = []
    for slot in slots:
        text = values.get(slot.id)
        field = template.field(slot.id)
        if isinstance(text, str) and text.strip() and slot.kind in ("line", "story") and isinstance(field, Field):
            sizes, face = (theme.TITLE_SIZES, fonts.bold) if slot.title else (theme.FIELD_SIZES, fonts.regular)
            texts[slot.id] = found = answered(face, text, slot.answer, sizes)
            if found.rest:
                rests.append(Rest(field.id, field.name(t.language), found.rest))
    return Filled(texts, continuation(rests, template.page, fonts))


def persona_marks(
    template: Template, slots: Mapping[str, Slot], values: Values, form: Filled, fonts: Fonts, t: Words
) -> Iterator[Mark]:
    """Everything between the title and the zones but the portrait."""
    for headed in template.columns:
        yield from _column_marks(headed, fonts, t)
    for field in template.fields:
        slot = slots[field.id]
        if not field.title:
            yield from _field_marks(field, slot, values.get(field.id), form.texts.get(field.id), fonts, t)
        if field.id in form.continued.page_of:
            yield _going_on(slot, form.continued.page_of[field.id], fonts, t)
    for scale in template.scales:
        yield from _scale_marks(scale, slots[scale.id], values.get(scale.id), fonts, t)


def _column_marks(headed: Column, fonts: Fonts, t: Words) -> Iterator[Mark]:
    box = headed.box
    yield Box(box.x, box.y, box.w, box.h, theme.BLOCK_RADIUS, theme.SHEET, theme.RULE, theme.BLOCK_EDGE_WIDTH * 0.7)
    place = (box.x + theme.BLOCK_PADDING, box.y + 260, box.w - 2 * theme.BLOCK_PADDING)
    yield from column(fonts.bold, [headed.heading(t.language)], place, theme.HEADING_SIZE, theme.INK, "heading")


def _field_marks(
    field: Field, slot: Slot, value: object, text: Answered | None, fonts: Fonts, t: Words
) -> Iterator[Mark]:
    """The name, the questions, and the answer on its ruled line."""
    box, room = field.box, slot.answer
    label = label_of(field, fonts, t.language)
    yield Text(box.x, box.y, label, theme.QUIET_INK, "question")
    if field.kind == "choice":
        yield from _choice_marks(slot, value)
        return
    questions = [question(t.language) for question in field.questions]
    place = (box.x, box.y + label.height, box.w)
    yield from column(fonts.regular, questions, place, theme.SMALL_PRINT_SIZE, theme.QUIET_INK, "question")
    if field.kind == "line":
        y = box.y + box.h - 120
        yield Line(box.x, y, box.x + box.w, y, theme.RULE, _LINE)
    if text is not None:
        yield Text(room.x, room.y, text.laid, theme.INK, "note")


def _going_on(slot: Slot, page: int, fonts: Fonts, t: Words) -> Text:
    """Where the text goes on: at the end of the line with the field's name, or under the sheet's title."""
    box = slot.box
    laid = lay_out(fonts.bold, t("sheet.goes_on", page=page), theme.LABEL_SIZE, box.w, align="end")
    return Text(box.x, box.y + box.h if slot.title else box.y, laid, theme.ACCENT, "small")


def _choice_marks(slot: Slot, value: object) -> Iterator[Mark]:
    chosen = value if isinstance(value, list | tuple) else ()
    for option in slot.options:
        on = option.id in chosen
        fill, edge = (theme.CHOSEN, theme.ACCENT) if on else (theme.SHEET, theme.FAINT_INK)
        yield Box(option.x, option.y, option.w, option.h, option.h / 2, fill, edge, _LINE * (1.8 if on else 1))
        yield Text(*words_place(option), option.laid, theme.INK, "question")


def _scale_marks(scale: Scale, slot: Slot, value: object, fonts: Fonts, t: Words) -> Iterator[Mark]:
    """Its name, a line with ticks, the words at both ends, and a mark where it was set; an unset scale is empty."""
    box, y = scale.box, slot.track
    yield Text(box.x, box.y, label_of(scale, fonts, t.language), theme.INK, "question")
    yield Line(box.x, y, box.x + box.w, y, theme.BLOCK_EDGE, 30)
    for step in range(1, SCALE_STEPS + 1):
        x = slot.place_of(step)
        yield Line(x, y - 90, x, y + 90, theme.BLOCK_EDGE, _LINE)
    for words, align in ((scale.left(t.language), False), (scale.right(t.language), True)):
        laid = lay_out(fonts.regular, words, theme.SMALL_PRINT_SIZE * 1.1, box.w, align="end" if align else "start")
        yield Text(box.x, y + 160, laid, theme.QUIET_INK, "question")
    set_to = step_of(value)
    if set_to is not None:
        yield Disc(slot.place_of(set_to), y, _KNOB, theme.ACCENT, theme.SHEET, 50)
