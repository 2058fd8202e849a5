"""Actions that put notes in their place: nudging, lining up, tidying, stacking order, copies, and other blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from canvas_files import queries
from canvas_files.records import Note, new_id
from plakbord.actions.action import Action
from plakbord.actions.edit import something_selected
from plakbord.actions.placing import (
    keys_below,
    keys_on_top,
    loose_faces,
    move_to,
    selected_notes,
    several_loose,
    something_loose,
)
from plakbord.sheet import tidy
from plakbord.sheet.note import NoteFace
from plakbord.sheet.placement import free_spot, fullest_spot

if TYPE_CHECKING:
    from plakbord.actions.context import Context
    from plakbord.sheet.layout import Layout

NUDGE = 200
FINE = 20
COPY_OFFSET = 400
"""Hundredths of a millimetre."""
SIDES = ("left", "center", "right", "top", "middle", "bottom")

Order = Callable[[list[NoteFace]], list[NoteFace]]


def nudge(dx: int, dy: int) -> Callable[[Context], None]:
    """Moves the selected notes a little."""

    def run(context: Context) -> None:
        with context.session.store.transaction("step.note.move") as tx:
            move_to(tx, context, {face.id: (face.x + dx, face.y + dy) for face in loose_faces(context)})

    return run


def align(side: str) -> Callable[[Context], None]:
    """Lines up the selected notes by a side or by their middles."""

    def run(context: Context) -> None:
        faces = loose_faces(context)
        with context.session.store.transaction("step.note.align") as tx:
            move_to(tx, context, aligned(faces, side))

    return run


def aligned(faces: Sequence[NoteFace], side: str) -> dict[str, tuple[float, float]]:
    """Where notes stand when lined up by "left", "center" or "right", or by "top", "middle" or "bottom"."""
    left, top = min(face.x for face in faces), min(face.y for face in faces)
    right, bottom = max(face.x + face.w for face in faces), max(face.y + face.h for face in faces)
    share = SIDES.index(side) % 3 / 2
    if side in SIDES[:3]:
        return {face.id: (left + (right - left - face.w) * share, face.y) for face in faces}
    return {face.id: (face.x, top + (bottom - top - face.h) * share) for face in faces}


def distribute(across: bool) -> Callable[[Context], None]:
    """Makes the gaps between the selected notes equal, the outermost staying where they are."""

    def run(context: Context) -> None:
        with context.session.store.transaction("step.note.align") as tx:
            move_to(tx, context, distributed(loose_faces(context), across))

    return run


def distributed(faces: Sequence[NoteFace], across: bool) -> dict[str, tuple[float, float]]:
    """Where notes stand with equal gaps between them."""
    row = sorted(faces, key=lambda face: face.x if across else face.y)
    sizes = [face.w if across else face.h for face in row]
    starts = [face.x if across else face.y for face in row]
    gap = (starts[-1] + sizes[-1] - starts[0] - sum(sizes)) / max(len(row) - 1, 1)
    places: dict[str, tuple[float, float]] = {}
    at = starts[0]
    for face, size in zip(row, sizes, strict=True):
        places[face.id] = (at, face.y) if across else (face.x, at)
        at += size + gap
    return places


def three_loose(context: Context) -> bool:
    """Whether there are gaps to make equal."""
    return len(context.selection) > 2 and len(loose_faces(context)) > 2


def tidy_blocks(in_order: Order) -> Callable[[Context], None]:
    """Puts the notes of the blocks of the selection, or of the block under the pointer, in even rows."""

    def run(context: Context) -> None:
        with context.session.store.transaction("step.note.tidy") as tx:
            for zone in zones_at_hand(context):
                faces = [face for face in context.layout.faces_in(zone) if not face.locked]
                rooms = context.layout.rooms.get(zone) or (context.layout.strip_room,)
                spots = tidy.tidied(in_order(faces), rooms)
                move_to(tx, context, {spot.id: (spot.x, spot.y) for spot in spots})

    return run


def zones_at_hand(context: Context) -> list[str]:
    """The blocks of the selected notes, else the one under the pointer, else all."""
    found = {context.layout.notes[note_id].zone for note_id in context.selection.ids if note_id in context.layout.notes}
    if not found:
        at = context.view.under_pointer()
        zone = context.layout.zone_at(*at) if at else None
        found = {zone.id} if zone else {zone.id for zone in context.layout.template.zones}
    return sorted(found)


def to_front(context: Context) -> None:
    """Lays the selected notes on top."""
    notes = selected_notes(context)
    with context.session.store.transaction("step.note.order") as tx:
        for note, z in zip(notes, keys_on_top(context, len(notes)), strict=True):
            tx.update(note.id, z=z)


def to_back(context: Context) -> None:
    """Lays the selected notes under all others of the sheet."""
    notes = selected_notes(context)
    there = queries.notes_on(context.session.store.records, context.layout.sheet_id)
    with context.session.store.transaction("step.note.order") as tx:
        for note, z in zip(notes, keys_below(there, len(notes)), strict=True):
            tx.update(note.id, z=z)


def duplicate(context: Context) -> None:
    """Makes copies of the selected notes beside them, and selects the copies."""
    notes = selected_notes(context)
    keys = keys_on_top(context, len(notes))
    copies = [
        note.changed(id=new_id("note"), x=note.x + COPY_OFFSET, y=note.y + COPY_OFFSET, z=z, cluster="", locked=False)
        for note, z in zip(notes, keys, strict=True)
    ]
    with context.session.store.transaction("step.note.duplicate") as tx:
        for copy in copies:
            tx.put(copy)
    context.selection.set(copy.id for copy in copies)


def move_to_block(context: Context) -> None:
    """Asks for a block by its number and moves the selected notes there."""
    zone = context.window.ask_block()
    if zone is not None:
        move_notes_to(context, zone)


def move_notes_to(context: Context, zone: str) -> None:
    """Moves the selected notes to free places in a block; "" is the parking strip."""
    layout = context.layout
    rooms, (left, top) = layout.rooms.get(zone) or (layout.strip_room,), layout.origin(zone)
    taken = [face for face in layout.faces_in(zone) if face.id not in context.selection]
    label = "step.note.move" if zone else "step.note.park"
    with context.session.store.transaction(label) as tx:
        for face in tidy.in_reading_order(loose_faces(context)):
            spot = free_spot(rooms, taken, face.w, face.h) or fullest_spot(rooms, taken, face.w, face.h)
            tx.update(face.id, zone=zone, x=spot[0] - left, y=spot[1] - top)
            note = tx.get(face.id)
            assert isinstance(note, Note)
            taken.append(layout.measured(note))


def places_on_strip(layout: Layout, note_ids: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Free places on the parking strip for notes of this sheet, below its name and inside its edges."""
    room, (left, top), taken = layout.strip_room, layout.origin(""), list(layout.faces_in(""))
    places: dict[str, tuple[int, int]] = {}
    for face in (layout.notes[note_id] for note_id in note_ids if note_id in layout.notes):
        x, y = free_spot((room,), taken, face.w, face.h) or fullest_spot((room,), taken, face.w, face.h)
        places[face.id] = x - left, y - top
        taken.append(replace(face, x=x, y=y))
    return places


def park(context: Context) -> None:
    """Moves the selected notes to the parking strip beside the sheet; they are not printed there."""
    move_notes_to(context, "")


def something_to_park(context: Context) -> bool:
    """Whether a selected note is not parked yet."""
    return any(face.zone for face in loose_faces(context)) if len(context.selection) else False


NUDGES = (("left", -1, 0, "Left"), ("right", 1, 0, "Right"), ("up", 0, -1, "Up"), ("down", 0, 1, "Down"))

ACTIONS = (
    *(
        Action(f"note.nudge.{name}", nudge(dx * NUDGE, dy * NUDGE), "", (key,), something_loose)
        for name, dx, dy, key in NUDGES
    ),
    *(
        Action(f"note.nudge.fine.{name}", nudge(dx * FINE, dy * FINE), "", (f"Shift+{key}",), something_loose)
        for name, dx, dy, key in NUDGES
    ),
    *(Action(f"note.align.{side}", align(side), "", (), several_loose) for side in SIDES),
    Action("note.distribute.across", distribute(True), "", (), three_loose),
    Action("note.distribute.down", distribute(False), "", (), three_loose),
    Action("note.tidy", tidy_blocks(tidy.in_reading_order), "layout-grid", ("T",)),
    Action("note.tidy_by_color", tidy_blocks(tidy.by_color), "palette", ("Shift+T",)),
    Action("note.front", to_front, "arrow-up", ("Ctrl+]",), something_selected),
    Action("note.back", to_back, "arrow-down", ("Ctrl+[",), something_selected),
    Action("note.duplicate", duplicate, "copy", ("Ctrl+D",), something_selected),
    Action("note.move_to_block", move_to_block, "", ("Ctrl+M",), something_loose),
    Action("note.park", park, "archive", ("P",), something_to_park),
)
