"""A sheet as it is printed: the page itself with everything that a reader needs to find the way, the pages on which
long texts go on, and the list of what is parked. How large it comes on which paper is for the poster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from canvas_files import queries
from canvas_files.document import Document
from canvas_files.entries import answers
from canvas_files.records import Link, Note
from plakbord.sheet.addresses import addresses_in
from plakbord.sheet.checklists import checklist_marks
from plakbord.sheet.continuation import continuation_pages
from plakbord.sheet.going_on import GoingOn, going_on, ground_goes_on
from plakbord.sheet.layout import Layout
from plakbord.sheet.marks import Jump, Mark, Page, Span, Text
from plakbord.sheet.note import NoteFace, NoteFaces
from plakbord.sheet.reading import ReadingOrder, answers_said
from plakbord.sheet.shown import Shown
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import Words


class OnNote(Struct, frozen=True):
    """Marks on a note, where they stand on the sheet, and what is said of them: "3 stippen"."""

    marks: tuple[Mark, ...]
    words: str


OnNotes = Callable[[Sequence[NoteFace]], Mapping[str, OnNote]]
"""What is to be drawn on the notes of a sheet besides themselves, by the note's id."""


class PrintedSheet(Struct, frozen=True):
    """The pages of one sheet, the sheet itself first, and the checklists that found no room on it."""

    pages: tuple[Page, ...]
    left_out: tuple[str, ...] = ()


class _Marks:
    """The marks of the page in painting order."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []

    def add(self, marks: Sequence[Mark] | Iterator[Mark]) -> tuple[int, int]:
        """Takes marks on top; from where up to where they stand."""
        first = len(self.marks)
        self.marks += marks
        return first, len(self.marks)


def printed_sheet(
    document: Document,
    sheet_id: str,
    fonts: Fonts,
    t: Words,
    faces: NoteFaces,
    shown: Shown,
    on_notes: OnNotes | None = None,
    parking: bool = False,
) -> PrintedSheet:
    """A sheet of a document that is as_shown already. Raises LookupError when it has no template."""
    layout = Layout(document, sheet_id, fonts, t, faces)
    notes = {note.id: note for note in queries.notes_on(document.records, sheet_id)}
    printed = going_on(layout, notes, faces)
    page, left_out = _sheet_page(document, layout, notes, printed, shown, on_notes)
    size = layout.template.page
    more = [
        replace(each, of=sheet_id, spots={f"{sheet_id}/{number}": (0, 0)})
        for number, each in enumerate(continuation_pages(printed.continued, size, layout.title, fonts, t), 1)
    ]
    if not parking:
        return PrintedSheet((page, *more), left_out)
    from plakbord.sheet.parking_list import parking_pages

    return PrintedSheet((page, *more, *parking_pages(layout, notes)), left_out)


def _sheet_page(
    document: Document,
    layout: Layout,
    notes: Mapping[str, Note],
    printed: GoingOn,
    shown: Shown,
    on_notes: OnNotes | None,
) -> tuple[Page, tuple[str, ...]]:
    order, marks = ReadingOrder(layout), _Marks()
    first, _ = marks.add(layout.ground)
    said = answers_said(layout, answers(document.records, layout.sheet_id))
    order.add_ground(layout.ground, first, said, layout.t("sheet.portrait"))
    left_out = _add_checklists(layout, printed.faces, marks, order) if shown.checklists else ()
    told = ground_goes_on(layout, printed.continued)
    order.add_ground(told, marks.add(told)[0], {}, "")
    marks.add(layout.between_marks(shown.links))
    faces = printed.faces
    extra = on_notes(faces) if on_notes else {}
    for face in faces:
        start, end = marks.add(face.marks())
        order.add(Span(start, end, "note", face.zone, "", face.id))
        if face.id in extra:
            start, end = marks.add(extra[face.id].marks)
            order.add(Span(start, end, "figure", face.zone, extra[face.id].words, face.id))
    return (
        Page(
            layout.template.page.w,
            layout.template.page.h,
            tuple(marks.marks),
            layout.title,
            of=layout.sheet_id,
            spans=order.spans(),
            blocks=order.blocks,
            jumps=tuple(_jumps(document, layout, notes, printed)),
            spots={layout.sheet_id: (0, 0), **{face.id: (face.x, face.y) for face in faces}},
        ),
        left_out,
    )


def _add_checklists(layout: Layout, faces: Sequence[NoteFace], marks: _Marks, order: ReadingOrder) -> tuple[str, ...]:
    left_out: list[str] = []
    for zone in layout.template.zones:
        if zone.checklists:
            found, missing = checklist_marks(zone, layout.rooms[zone.id], faces, layout.fonts, layout.t)
            left_out += (checklist.heading(layout.t.language) for checklist in missing)
            first, _ = marks.add(found)
            order.add_ground(found, first, {}, "")
    return tuple(left_out)


def _jumps(document: Document, layout: Layout, notes: Mapping[str, Note], printed: GoingOn) -> Iterator[Jump]:
    """Where the page leads: over ties to other sheets, to the page where a text goes on, and to web addresses."""
    faces = {face.id: face for face in printed.faces}
    for record in document.records.values():
        if isinstance(record, Link):
            yield from _tie(document, layout, faces, record)
    for face in faces.values():
        page = printed.continued.page_of.get(face.id)
        if page is not None:
            yield _to_page(layout, face, page)
        text = replace(face.text, x=face.x + face.text.x, y=face.y + face.text.y)
        yield from addresses_in(notes[face.id].text, text)


def _to_page(layout: Layout, face: NoteFace, page: int) -> Jump:
    mark = face.labels[0]
    assert isinstance(mark, Text)
    words = layout.t("sheet.goes_on", page=page)
    return Jump(face.x, face.y + mark.y, face.w, mark.laid.height, f"{layout.sheet_id}/{page}", words)


def _tie(document: Document, layout: Layout, faces: Mapping[str, NoteFace], link: Link) -> Iterator[Jump]:
    """A link between a persona and a segment, or between notes on two sheets, from the end that is here."""
    for here, there in ((link.start, link.end), (link.end, link.start)):
        face = faces.get(here)
        if there in faces or there == layout.sheet_id:
            continue
        words = layout.t("sheet.leads_to", name=_name_of(document, there))
        if face is not None:
            yield Jump(face.x, face.y, face.w, face.h, there, words)
        elif here == layout.sheet_id and layout.template.title is not None:
            room = layout.template.title
            yield Jump(room.x, room.y, room.w, room.h, there, words)


def _name_of(document: Document, record_id: str) -> str:
    note = queries.note(document.records, record_id)
    if note is not None:
        return " ".join(note.text.split())
    sheet = queries.sheet(document.records, record_id)
    if sheet is None:
        return ""
    template = document.template_of(sheet)
    title = next((field.id for field in template.fields if field.title), "") if template else ""
    value = answers(document.records, record_id).get(title)
    return value if isinstance(value, str) else sheet.title
