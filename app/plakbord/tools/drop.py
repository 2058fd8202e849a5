"""Dropping what hangs on the pointer: notes change their place and block, or copies of them are made."""

from __future__ import annotations

from typing import Any

from canvas_files import order, queries
from canvas_files.records import Note, new_id
from plakbord.tools.tool import Desk, Lift

FURTHEST = 900_000
"""Hundredths of a millimetre a note may be dragged from its block's corner."""


def drop(desk: Desk, lift: Lift) -> None:
    """Hangs lifted notes where they are now, each in the block under its middle, on top of the others and in the order
    they lay in. Copies become the selection."""
    notes = [note for note in map(desk.store.records.get, lift.ids) if isinstance(note, Note)]
    notes = queries.in_stack_order(notes)
    top = order.top([note.z for note in desk.store.records.values() if isinstance(note, Note)])
    keys = order.keys_after(top, len(notes))
    if lift.copies:
        copies = [
            note.changed(id=new_id("note"), z=z, cluster="", **_place(desk, note.id, lift))
            for note, z in zip(notes, keys, strict=True)
        ]
        with desk.store.transaction("step.note.duplicate") as tx:
            for copy in copies:
                tx.put(copy)
        desk.selection.set(copy.id for copy in copies)
        return
    with desk.store.transaction("step.note.move") as tx:
        for note, z in zip(notes, keys, strict=True):
            tx.update(note.id, z=z, **_place(desk, note.id, lift))


def _place(desk: Desk, note_id: str, lift: Lift) -> dict[str, Any]:
    face = desk.surface.face(note_id)
    if face is None:
        return {}
    x, y = face.x + lift.dx, face.y + lift.dy
    zone = desk.surface.zone_for(x + face.w / 2, y + face.h / 2)
    left, top = desk.surface.origin(zone)
    return {"zone": zone, "x": _within(x - left), "y": _within(y - top)}


def _within(value: float) -> int:
    return round(max(-FURTHEST, min(FURTHEST, value)))
