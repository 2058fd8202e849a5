"""Moving notes in the document by where they stand on the sheet: what several actions share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from canvas_files import order, queries
from canvas_files.records import Note
from plakbord.sheet.note import NoteFace

if TYPE_CHECKING:
    from canvas_files.store import Transaction
    from plakbord.actions.context import Context

FURTHEST = 900_000


def selected_notes(context: Context) -> list[Note]:
    """The selected notes that are to be seen, as they are now, the lowest first."""
    found = (queries.note(context.session.store.records, note_id) for note_id in context.selection.ids)
    return queries.in_stack_order(note for note in found if note is not None and note.id in context.layout.notes)


def loose_faces(context: Context) -> list[NoteFace]:
    """The faces of the selected notes that are not locked, with those stacked with them."""
    faces = context.layout.notes
    clusters = {faces[note_id].cluster for note_id in context.selection.ids if note_id in faces} - {""}
    return [
        face
        for face in faces.values()
        if not face.locked and (face.id in context.selection or face.cluster in clusters)
    ]


def something_loose(context: Context) -> bool:
    """Whether any selected note may be moved."""
    return bool(len(context.selection)) and bool(loose_faces(context))


def several_loose(context: Context) -> bool:
    """Whether there are notes to line up with each other."""
    return len(context.selection) > 1 and len(loose_faces(context)) > 1


def move_to(tx: Transaction, context: Context, places: Mapping[str, tuple[float, float]]) -> None:
    """Puts notes with their corners at places on the sheet, each in the block it is in already."""
    for note_id, (x, y) in places.items():
        face = context.layout.notes[note_id]
        left, top = context.layout.origin(face.zone)
        tx.update(note_id, x=_within(x - left), y=_within(y - top))


def keys_on_top(context: Context, count: int) -> list[str]:
    """Order keys above all notes."""
    return order.keys_after(context.session.top_key, count)


def keys_below(records: Iterable[Note], count: int) -> list[str]:
    """Order keys below all notes, in their order."""
    lowest = min((note.z for note in records), default=None)
    keys: list[str] = []
    for _ in range(count):
        lowest = order.key_between(None, lowest)
        keys.append(lowest)
    return keys[::-1]


def _within(value: float) -> int:
    return round(max(-FURTHEST, min(FURTHEST, value)))
