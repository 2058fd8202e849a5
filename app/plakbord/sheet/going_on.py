"""Notes that go on: on paper a note grows with its text only as far as there is room, to the end of its block or the
next note below it. What is left then goes on on a numbered page, and the note says where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from canvas_files.records import Note
from plakbord.sheet import theme
from plakbord.sheet.answer import rest_after
from plakbord.sheet.continuation import Continuation, Rest, continuation
from plakbord.sheet.layout import Layout
from plakbord.sheet.marks import Text
from plakbord.sheet.note import NoteFace, NoteFaces
from plakbord.sheet.text.fit import lay_out

_WIDE_NUMBER = 10
_APART = 60
"""Between a note that grew and the next below it."""


class GoingOn(Struct, frozen=True):
    """The faces of all notes as they are printed, and everything that goes on, fields included."""

    faces: tuple[NoteFace, ...]
    continued: Continuation


def going_on(layout: Layout, notes: Mapping[str, Note], faces: NoteFaces) -> GoingOn:
    """The notes that hang on the sheet, with the room that paper has for them. notes are the records by id."""
    hanging = [face for face in layout.notes.values() if face.zone]
    grown = [face for face in hanging if face.h > notes[face.id].h + 1]
    rooms = {face.id: _room(face, notes[face.id].h, layout, hanging) for face in grown}
    short = {face.id for face in grown if rooms[face.id] < face.h - 1}
    if not short:
        return GoingOn(tuple(hanging), layout.continued)
    rests: list[Rest] = list(layout.continued.rests)
    cut: dict[str, tuple[NoteFace, int]] = {}
    for face in layout.in_print_order(hanging):
        if face.id in short:
            number = len(cut) + 1
            mark = _mark(layout, face.w, number, _WIDE_NUMBER)
            shorter, shown = faces.shorter(face, rooms[face.id], mark)
            if len(shown.lines) < len(face.text.laid.lines):
                cut[face.id] = shorter, number
                rest = rest_after(notes[face.id].text, "".join(line.text for line in shown.lines))
                rests.append(Rest(face.id, _name(layout, face, number), rest))
    continued = continuation(rests, layout.template.page, layout.fonts)
    printed = [
        _marked(layout, *cut[face.id], continued.page_of[face.id]) if face.id in cut else face for face in hanging
    ]
    return GoingOn(tuple(printed), continued)


def _room(face: NoteFace, height: float, layout: Layout, hanging: Sequence[NoteFace]) -> float:
    """The height that a note may have: its own, and what is free below it in its block."""
    zone = layout.template.zone(face.zone)
    end = zone.box.y + zone.box.h - _APART if zone else layout.template.page.h
    own = face.y + height
    for other in hanging:
        if other.y >= own - 1 and other.x < face.x + face.w and other.x + other.w > face.x:
            end = min(end, other.y - _APART)
    return max(height, end - face.y)


def _name(layout: Layout, face: NoteFace, number: int) -> str:
    zone = layout.template.zone(face.zone)
    return f"{number} · {zone.heading(layout.t.language)}" if zone else str(number)


def _mark(layout: Layout, width: float, number: int, page: int) -> Text:
    """Where the note goes on; a page that is not known yet takes as much room as one that is."""
    words = layout.t("sheet.note_goes_on", page=page, number=number)
    laid = lay_out(layout.fonts.bold, words, theme.FLOOR, width - 2 * theme.NOTE_PADDING)
    return Text(0, 0, laid, theme.ACCENT, "small")


def _marked(layout: Layout, face: NoteFace, number: int, page: int) -> NoteFace:
    """The note with the number of the page on which it goes on."""
    old = face.labels[0]
    assert isinstance(old, Text)
    mark = replace(old, laid=_mark(layout, face.w, number, page).laid)
    return replace(face, labels=(mark, *face.labels[1:]))
