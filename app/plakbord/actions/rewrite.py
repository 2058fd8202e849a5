"""Actions that make several notes of one, and one of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from canvas_files import queries
from canvas_files.plain_text import LONGEST_NOTE
from canvas_files.problems import Problem
from canvas_files.records import Link, Note, new_id
from plakbord.actions.action import Action
from plakbord.actions.meaning import several_selected
from plakbord.actions.placing import keys_on_top, selected_notes
from plakbord.sheet import tidy
from plakbord.sheet.note import NoteFace
from plakbord.sheet.placement import free_spot, fullest_spot

if TYPE_CHECKING:
    from plakbord.actions.context import Context


def split(context: Context) -> None:
    """Makes a note of every line of the selected notes; the first line stays on the note it was on."""
    layout, made = context.layout, set[str]()
    with context.session.store.transaction("step.note.split") as tx:
        for note in selected_notes(context):
            first, *others = lines_of(note) or [""]
            if not others:
                continue
            tx.update(note.id, text=first)
            made.add(note.id)
            taken = layout.faces_in(layout.notes[note.id].zone)
            for text, z in zip(others, keys_on_top(context, len(others)), strict=True):
                copy = _beside(
                    context, note.changed(id=new_id("note"), text=text, z=z, cluster="", tags=[], status=""), taken
                )
                tx.put(copy)
                taken.append(layout.measured(copy))
                made.add(copy.id)
    context.selection.set(made)


def lines_of(note: Note) -> list[str]:
    """The lines of a note's text that say something."""
    return [line.strip() for line in note.text.split("\n") if line.strip()]


def _beside(context: Context, note: Note, taken: list[NoteFace]) -> Note:
    layout = context.layout
    zone = note.zone if note.zone in layout.rooms else ""
    rooms, (left, top) = layout.rooms.get(zone) or (layout.strip_room,), layout.origin(zone)
    face = layout.measured(note)
    x, y = free_spot(rooms, taken, face.w, face.h) or fullest_spot(rooms, taken, face.w, face.h)
    return note.changed(x=x - left, y=y - top)


def can_split(context: Context) -> bool:
    """Whether a selected note has more than one line."""
    return any(len(lines_of(note)) > 1 for note in selected_notes(context))


def merge(context: Context) -> None:
    """Makes one note of the selected ones: their texts one below the other, all their tags and links."""
    faces = tidy.in_reading_order(context.layout.notes[note.id] for note in selected_notes(context))
    found = (queries.note(context.session.store.records, face.id) for face in faces)
    first, *others = [note for note in found if note is not None]
    text = "\n".join(note.text for note in (first, *others) if note.text)
    if len(text) > LONGEST_NOTE:
        raise Problem("text_too_long", count=len(text), limit=LONGEST_NOTE)
    tags = list(dict.fromkeys(tag for note in (first, *others) for tag in note.tags))
    gone = {note.id for note in others}
    with context.session.store.transaction("step.note.merge") as tx:
        tx.update(first.id, text=text, tags=tags)
        for record in [record for record in tx.records.values() if isinstance(record, Link)]:
            if gone & {record.start, record.end}:
                start = first.id if record.start in gone else record.start
                end = first.id if record.end in gone else record.end
                if start == end:
                    tx.remove(record.id)
                else:
                    tx.update(record.id, start=start, end=end)
        for note_id in gone:
            tx.remove(note_id)
    context.selection.set({first.id})


ACTIONS = (
    Action("note.split", split, "split", ("Ctrl+Shift+Return",), can_split),
    Action("note.merge", merge, "merge", ("Ctrl+Shift+M",), several_selected),
)
