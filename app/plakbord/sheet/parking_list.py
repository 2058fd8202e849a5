"""What is parked beside a sheet, as a list on pages of its own: every note in full beside a swatch of its colour."""

from __future__ import annotations

from collections.abc import Mapping

from canvas_files.reading_order import in_reading_order
from canvas_files.records import Note
from canvas_files.template import Size
from plakbord.sheet import theme
from plakbord.sheet.continuation import Flow, headed, listed, running, set_text
from plakbord.sheet.layout import Layout
from plakbord.sheet.marks import Box, Mark, Page
from plakbord.sheet.moved import moved
from plakbord.sheet.note import color_mark
from plakbord.sheet.spoken import note_name
from plakbord.sheet.text.fit import lay_out

_SWATCH = 460
_INDENT = 680
_BETWEEN = 260


def parking_pages(layout: Layout, notes: Mapping[str, Note]) -> list[Page]:
    """The notes that are parked beside the sheet, in reading order; no page when there are none."""
    parked = in_reading_order(face for face in layout.notes.values() if not face.zone)
    if not parked:
        return []
    size = Size(layout.template.page.w, layout.template.page.h)
    flow = Flow(size)
    for face in parked:
        note = notes[face.id]
        words = " · ".join([note_name(note, layout.t), *(layout.tags.get(tag, tag) for tag in note.tags)])
        width = flow.width - _INDENT
        laid = lay_out(layout.fonts.regular, words, theme.CONTINUED_SIZE, width, leading=theme.LEADING)
        if flow.left < min(laid.height, 4 * theme.CONTINUED_SIZE):
            flow.turn()
        for mark in _swatch(face.color):
            flow.put(moved(mark, flow.x, flow.y), 0)
        set_text(flow, laid, _INDENT)
        flow.y += _BETWEEN
    title = f"{running(layout.title)} · {layout.t('board.strip')}"
    return [_page(layout, title if at == 1 else f"{title} {at}", size, marks) for at, marks in enumerate(flow.pages, 1)]


def _swatch(name: str) -> list[Mark]:
    color = theme.note_color(name)
    box = Box(0, 0, _SWATCH, _SWATCH, theme.NOTE_RADIUS, color.fill, color.edge, theme.NOTE_EDGE_WIDTH)
    return [box, *(moved(mark, _SWATCH / 2, _SWATCH / 2) for mark in color_mark(color.mark, 0, 0))]


def _page(layout: Layout, title: str, size: Size, marks: list[Mark]) -> Page:
    page = Page(size.w, size.h, (*headed(title, size, layout.fonts), *marks), title, of=layout.sheet_id, kind="parking")
    return listed(page)
