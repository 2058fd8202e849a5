"""Everything on a sheet but its notes: title, date, blocks, facts, legend and small print."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from canvas_files.crop import Crop
from canvas_files.records import Sheet, Workshop
from canvas_files.template import Room, Template
from plakbord.sheet import theme
from plakbord.sheet.answer import answered
from plakbord.sheet.continuation import Rest
from plakbord.sheet.form import PORTRAIT, Slot
from plakbord.sheet.legend import data_legend_marks, legend_entries, legend_marks
from plakbord.sheet.marks import Box, Image, Mark, Text
from plakbord.sheet.persona import Filled, Values, persona_marks
from plakbord.sheet.pictures import AS_IT_COMES, portrait_marks
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import Fonts
from plakbord.sheet.type import line
from plakbord.sheet.zones import zone_marks
from plakbord.words import Words


class Ground(Struct, frozen=True):
    """What the ground of a sheet is drawn from; two that are equal look the same. The crop of the portrait stands among
    the values, under the id of its slot, and no longer in the sheet."""

    template: Template
    sheet: Sheet
    workshop: Workshop
    values: Values
    colors: Collection[str]
    portrait: Image | None = None
    about: str = ""
    lens: bool = False


def heading_of(ground: Ground, t: Words) -> tuple[str, str]:
    """The large title of a sheet and the quiet words behind it: the persona's name or the workshop's title comes
    first, then what kind of sheet it is."""
    lens = t("lens.name") if ground.lens else ""
    kind = " · ".join(filter(None, (ground.template.name(t.language), ground.about, lens)))
    named = next((field for field in ground.template.fields if field.title), None)
    name = ground.values.get(named.id) if named else None
    own = name if isinstance(name, str) and name.strip() else ground.sheet.title or ground.workshop.title
    return (own, kind) if own.strip() and own != kind else (kind, "")


def too_long(ground: Ground, fonts: Fonts, t: Words) -> Iterator[Rest]:
    """What of the title and the legend found no place on the sheet, each as a whole. A title that was filled in is the
    form's."""
    template = ground.template
    title, _ = heading_of(ground, t)
    room = None if any(field.title for field in template.fields) else template.title
    if room is not None and answered(fonts.bold, title, room, theme.TITLE_SIZES).rest:
        yield Rest("title", template.name(t.language), title)
    if template.legend is not None:
        captions = ground.workshop.captions
        for entry in legend_entries(template.legend, ground.colors, captions, fonts.regular, t):
            if entry.rest:
                yield Rest(f"legend {entry.color}", t(f"color.{entry.color}"), captions[entry.color].strip())


def ground_marks(ground: Ground, slots: Mapping[str, Slot], form: Filled, fonts: Fonts, t: Words) -> Iterator[Mark]:
    """The ground of a sheet in painting order."""
    template = ground.template
    yield Box(0, 0, template.page.w, template.page.h, fill=theme.SHEET)
    if template.title is not None:
        yield from _title_marks(*heading_of(ground, t), template.title, fonts)
    if template.date is not None and ground.workshop.date:
        room = _lowered(template.date, theme.DATE_SIZE)
        words = t.date(ground.workshop.date)
        yield line(fonts.regular, words, room, theme.DATE_SIZE, theme.QUIET_INK, "small", end=True)
    for zone in template.zones:
        yield from zone_marks(zone, fonts, t.language, ground.lens)
    yield from persona_marks(template, slots, ground.values, form, fonts, t)
    if template.portrait is not None:
        crop = ground.values.get(PORTRAIT)
        crop = crop if isinstance(crop, Crop) else AS_IT_COMES
        yield from portrait_marks(template.portrait, ground.portrait, ground.sheet.portrait_shape, crop)
    if template.legend is not None:
        captions = ground.workshop.captions
        if ground.lens:
            yield from data_legend_marks(template.legend, fonts.regular, t)
        else:
            yield from legend_marks(template.legend, ground.colors, captions, fonts.regular, t)
    if template.small_print is not None and template.credit is not None:
        words, size = template.credit(t.language), theme.SMALL_PRINT_SIZE
        yield line(fonts.regular, words, template.small_print, size, theme.QUIET_INK, "small")


def _title_marks(title: str, kind: str, room: Room, fonts: Fonts) -> Iterator[Mark]:
    large = Text(room.x, room.y, answered(fonts.bold, title, room, theme.TITLE_SIZES).laid, theme.INK, "title")
    yield large
    if not kind or len(large.laid.lines) != 1:
        return
    x = room.x + large.laid.lines[0].width + 350
    for words in (kind, kind.partition(" · ")[0]):  # what the sheet is about is left out before what kind it is
        laid = lay_out(fonts.regular, words, theme.SUBTITLE_SIZE, max(room.x + room.w - x, 100))
        if len(laid.lines) == 1:
            lower = large.laid.lines[0].y - laid.lines[0].y
            yield Text(x, room.y + lower, laid, theme.QUIET_INK, "heading")
            return


def _lowered(room: Room, size: float) -> Room:
    """The part of a room where small type stands on the same line as the title beside it."""
    drop = round((theme.TITLE_SIZE - size) * 0.95)
    return Room(room.x, room.y + drop, room.w, max(room.h - drop, 100))
