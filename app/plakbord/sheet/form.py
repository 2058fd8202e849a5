"""Where a sheet is filled in: a slot for every field, scale and portrait of a template, with the room for its answer,
in the order in which Tab goes through them. How a slot is drawn is persona's work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from canvas_files.records import Language
from canvas_files.template import SCALE_STEPS, Field, Room, Scale, Template
from plakbord.sheet import theme
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import Fonts
from plakbord.sheet.text.runs import Laid
from plakbord.sheet.type import column, lower_edge

PORTRAIT = "portrait"
"""The id of the portrait's slot; a field of that name would be hidden by it."""

_LABEL_GAP = 60
_CHIP = 520
_CHIP_GAP = 120
_CHIP_PADDING = 180
_TRACK_DROP = 190
_ABOVE_RULE = 40
_BELOW_RULE = 120
_BELOW_STORY = 60

SlotKind = Literal["line", "story", "choice", "scale", "portrait"]


class Option(Struct, frozen=True):
    """One chip of a choice, with its words laid out."""

    id: str
    x: float
    y: float
    w: float
    h: float
    laid: Laid

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the sheet lies on the chip."""
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h


class Slot(Struct, frozen=True):
    """One thing to fill in: all of it (box), where its answer stands, the chips of a choice, and the height of a
    scale's line, which is as wide as the box."""

    id: str
    kind: SlotKind
    box: Room
    answer: Room
    title: bool = False
    options: tuple[Option, ...] = ()
    track: float = 0.0

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the sheet belongs to the slot."""
        return self.box.holds(x, y)

    def option_at(self, x: float, y: float) -> str | None:
        """The chip at a point."""
        return next((option.id for option in self.options if option.holds(x, y)), None)

    def option_ids(self) -> list[str]:
        """The chips in their order."""
        return [option.id for option in self.options]

    def step_at(self, x: float) -> int:
        """The place on a scale nearest to x."""
        share = (x - self.box.x) / self.box.w
        return 1 + round(min(max(share, 0.0), 1.0) * (SCALE_STEPS - 1))

    def place_of(self, step: int) -> float:
        """Where a place on a scale is, from the sheet's left edge."""
        return self.box.x + self.box.w * (step - 1) / (SCALE_STEPS - 1)


def slots_of(template: Template, fonts: Fonts, language: Language) -> tuple[Slot, ...]:
    """The slots of a template: fields, then scales, then the portrait."""
    slots = [_field_slot(field, fonts, language) for field in template.fields]
    slots += [_scale_slot(scale, fonts, language) for scale in template.scales]
    if template.portrait is not None:
        slots.append(Slot(PORTRAIT, "portrait", template.portrait, template.portrait))
    return tuple(slots)


def words_place(option: Option) -> tuple[float, float]:
    """Where the words of a chip stand: in its middle."""
    width = max((line.width for line in option.laid.lines), default=0.0)
    return option.x + (option.w - width) / 2, option.y + (option.h - option.laid.height) / 2


def label_of(named: Field | Scale, fonts: Fonts, language: Language) -> Laid:
    """The name of a field or scale, laid out in its width."""
    return lay_out(fonts.regular, named.name(language), theme.LABEL_SIZE, named.box.w)


def _field_slot(field: Field, fonts: Fonts, language: Language) -> Slot:
    box = field.box
    if field.title:
        return Slot(field.id, "line", box, box, title=True)
    label = label_of(field, fonts, language)
    if field.kind == "choice":
        options = tuple(_options(field, box.y + label.height + _LABEL_GAP, fonts, language))
        return Slot(field.id, "choice", box, box, options=options)
    questions = [question(language) for question in field.questions]
    place = (box.x, box.y + label.height, box.w)
    asked = list(column(fonts.regular, questions, place, theme.SMALL_PRINT_SIZE, theme.FAINT_INK, "question"))
    top = lower_edge(asked, box.y + label.height) + _ABOVE_RULE
    height = box.y + box.h - top - (_BELOW_RULE if field.kind == "line" else _BELOW_STORY)
    return Slot(field.id, field.kind, box, Room(box.x, round(top), box.w, max(round(height), 100)))


def _options(field: Field, top: float, fonts: Fonts, language: Language) -> Iterator[Option]:
    """Chips from left to right, on the next row when they do not fit beside each other."""
    box = field.box
    x, y = float(box.x), top
    for term in field.choices:
        laid = lay_out(fonts.regular, term.name(language), theme.LABEL_SIZE, box.w)
        width = max((line.width for line in laid.lines), default=0.0) + 2 * _CHIP_PADDING
        if x > box.x and x + width > box.x + box.w:
            x, y = float(box.x), y + _CHIP + _CHIP_GAP / 2
        yield Option(term.id, x, y, width, _CHIP, laid)
        x += width + _CHIP_GAP


def _scale_slot(scale: Scale, fonts: Fonts, language: Language) -> Slot:
    track = scale.box.y + label_of(scale, fonts, language).height + _TRACK_DROP
    return Slot(scale.id, "scale", scale.box, scale.box, track=track)
