"""Some notes of a sheet as a page of their own: to be copied as a picture."""

from __future__ import annotations

from collections.abc import Collection

from plakbord.sheet import theme
from plakbord.sheet.layout import Layout, in_stack_order
from plakbord.sheet.marks import Box, Mark, Page
from plakbord.sheet.moved import moved

MARGIN = 400
"""White around the notes."""


def cut_out(layout: Layout, note_ids: Collection[str]) -> Page:
    """The notes of that id as they hang, with the links between them, on a white page just large enough. ValueError
    when none of them is on the sheet or beside it."""
    faces = [layout.notes[note_id] for note_id in note_ids if note_id in layout.notes]
    if not faces:
        raise ValueError("no notes to cut out")
    edges = [face.edges for face in faces]
    left, top = min(edge[0] for edge in edges) - MARGIN, min(edge[1] for edge in edges) - MARGIN
    right, lower = max(edge[2] for edge in edges) + MARGIN, max(edge[3] for edge in edges) + MARGIN
    page = Box(0, 0, round(right - left), round(lower - top), fill=theme.SHEET)
    marks: list[Mark] = [page]
    here = {face.id for face in faces}
    for link_id, drawn in layout.between.links.items():
        ends = layout.ends_of(link_id)
        if ends is not None and here.issuperset(ends):
            marks += [moved(mark, -left, -top) for mark in drawn.marks]
    for face in in_stack_order(faces):
        marks += [moved(mark, -left, -top) for mark in face.marks()]
    return Page(round(page.w), round(page.h), tuple(marks), layout.title)
