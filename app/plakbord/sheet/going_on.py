"""Notes that go on: on paper a note grows with its text only as far as there is room, to the end of its block or the
next note below it. What does not fit then stands on a numbered page, as a whole, and the note says where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from canvas_files.records import Note
from plakbord.sheet import theme
from plakbord.sheet.continuation import Continuation, Rest, continuation
from plakbord.sheet.layout import Layout
from plakbord.sheet.marks import Text
from plakbord.sheet.note import NoteFace, NoteFaces
from plakbord.sheet.text.fit import lay_out

_WIDEST = (88, 10)
"""A number and a page that take as much room as others do: they are not known before all notes are made."""
_APART = 60
"""Between a note that grew and the next below it."""


class GoingOn(Struct, frozen=True):
    """The faces of all notes as they are printed and in that order, and everything that goes on, fields included."""

    faces: tuple[NoteFace, ...]
    continued: Continuation


def going_on(layout: Layout, notes: Mapping[str, Note], faces: NoteFaces) -> GoingOn:
    """The notes that hang on the sheet, with the room that paper has for them. notes are the records by id."""
    hanging = layout.in_print_order(face for face in layout.notes.values() if face.zone)
    grown = [face for face in hanging if face.h > notes[face.id].h + 1]
    blocks: dict[str, list[NoteFace]] = {}
    for face in hanging:
        blocks.setdefault(face.zone, []).append(face)
    rooms = {face.id: _room(face, notes[face.id].h, layout, blocks[face.zone]) for face in grown}
    short = {face.id for face in grown if rooms[face.id] < face.h - 1}
    rests: list[Rest] = [*layout.continued.rests, *layout.too_long]
    if not short and len(rests) == len(layout.continued.rests):
        return GoingOn(tuple(hanging), layout.continued)
    cut: dict[str, tuple[NoteFace, int]] = {}
    marks: dict[float, tuple[str, Text]] = {}
    for face in hanging:
        if face.id in short:
            number = len(cut) + 1
            if face.w not in marks:
                marks[face.w] = _widest_mark(layout, face.w)
            shorter = faces.shorter(face, rooms[face.id], marks[face.w][1])
            if shorter is not None:
                cut[face.id] = shorter, number
                rests.append(Rest(face.id, _name(layout, face, number), notes[face.id].text))
    continued = continuation(rests, layout.template.page, layout.fonts)
    printed = [
        _marked(layout, *cut[face.id], continued.page_of[face.id], marks[face.w][0]) if face.id in cut else face
        for face in hanging
    ]
    return GoingOn(tuple(printed), continued)


def ground_goes_on(layout: Layout, continued: Continuation) -> list[Text]:
    """Where the title and the legend go on: under the one and behind the other."""
    template, marks = layout.template, []
    title, legend = template.title, template.legend
    pages = {name.partition(" ")[0]: page for name, page in reversed(continued.page_of.items())}
    if title is not None and "title" in pages:
        marks.append(_where(layout, title.x, title.y + title.h, title.w, pages["title"]))
    if legend is not None and "legend" in pages:
        left = legend.x + legend.w + theme.BLOCK_PADDING
        marks.append(_where(layout, left, legend.y, max(template.page.w - left, 3000), pages["legend"]))
    return marks


def _where(layout: Layout, x: float, y: float, width: float, page: int) -> Text:
    laid = lay_out(layout.fonts.bold, layout.t("sheet.goes_on", page=page), theme.LABEL_SIZE, width)
    return Text(x, y, laid, theme.ACCENT, "small")


def _room(face: NoteFace, height: float, layout: Layout, block: Sequence[NoteFace]) -> float:
    """The height that a note may have: its own, and what is free below it in its block."""
    zone = layout.template.zone(face.zone)
    end: float = zone.box.y + zone.box.h - theme.NOTE_GAP if zone else layout.template.page.h
    own = face.y + height
    for other in block:
        if other.y >= own - 1 and other.x < face.x + face.w and other.x + other.w > face.x:
            end = min(end, other.y - _APART)
    return max(height, end - face.y)


def _name(layout: Layout, face: NoteFace, number: int) -> str:
    zone = layout.template.zone(face.zone)
    return f"{number} · {zone.heading(layout.t.language)}" if zone else str(number)


def _widest_mark(layout: Layout, width: float) -> tuple[str, Text]:
    """In which words a note of that width says where it goes on, few where more do not fit on a line, and a mark that
    takes as much room as any."""
    for words in ("sheet.note_goes_on", "sheet.note_goes_on.short"):
        mark = _mark(layout, width, *_WIDEST, words)
        if len(mark.laid.lines) == 1:
            break
    return words, mark


def _mark(layout: Layout, width: float, number: int, page: int, words: str) -> Text:
    """Where the note goes on."""
    told = layout.t(words, page=page, number=number)
    laid = lay_out(layout.fonts.bold, told, theme.FLOOR, width - 2 * theme.NOTE_PADDING)
    return Text(0, 0, laid, theme.ACCENT, "small")


def _marked(layout: Layout, face: NoteFace, number: int, page: int, words: str) -> NoteFace:
    """The note with the number of the page on which it goes on."""
    old = face.labels[0]
    assert isinstance(old, Text)
    mark = replace(old, laid=_mark(layout, face.w, number, page, words).laid)
    return replace(face, labels=(mark, *face.labels[1:]))
