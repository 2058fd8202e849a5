"""Actions that move notes without a mouse: to the block before or after, and past their neighbours in reading order."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from canvas_files import order, queries
from canvas_files.reading_order import in_reading_order
from canvas_files.records import Note
from plakbord.actions.action import Action
from plakbord.actions.placing import selected_notes
from plakbord.sheet.placement import free_spot, fullest_spot

if TYPE_CHECKING:
    from plakbord.actions.context import Context

Step = Literal[1, -1]


def zones_in_order(context: Context) -> list[str]:
    """The blocks of the sheet in working order, the parking strip last."""
    return [*(zone.id for zone in context.layout.template.working_order()), ""]


def movable(context: Context) -> list[Note]:
    """The selected notes that are not locked, as they lie in reading order."""
    return in_reading_order(note for note in selected_notes(context) if not note.locked)


def hang(context: Context, moves: list[tuple[Note, str]]) -> None:
    """Hangs notes at a free place of a block, on top of the others, one after the other."""
    layout = context.layout
    keys = order.keys_after(context.session.top_key, len(moves))
    for (note, zone), z in zip(moves, keys, strict=True):
        face = layout.notes.get(note.id)
        if face is None:
            continue
        rooms, taken = layout.rooms.get(zone) or (layout.strip,), layout.faces_in(zone)
        x, y = free_spot(rooms, taken, face.w, face.h) or fullest_spot(rooms, taken, face.w, face.h)
        left, upper = layout.origin(zone)
        with context.session.store.transaction("step.note.move") as tx:
            tx.update(note.id, zone=zone, x=x - left, y=y - upper, z=z)


def to_block(step: Step) -> Callable[[Context], None]:
    """Moves the selected notes to the block that is one further in working order; past the last comes the first."""

    def run(context: Context) -> None:
        zones = zones_in_order(context)
        moves = []
        for note in movable(context):
            here = note.zone if note.zone in zones else ""
            moves.append((note, zones[(zones.index(here) + step) % len(zones)]))
        history = context.session.history
        history.begin()
        try:
            hang(context, moves)
        finally:
            history.end()

    return run


def neighbour(context: Context, note: Note, step: Step) -> Note | None:
    """The note before or after another in its block."""
    there = [
        other.id for other in in_reading_order(queries.notes_in(context.session.store.records, note.sheet, note.zone))
    ]
    place = there.index(note.id) + step
    return queries.note(context.session.store.records, there[place]) if 0 <= place < len(there) else None


def swap(step: Step) -> Callable[[Context], None]:
    """Lets the selected note and its neighbour change places."""

    def run(context: Context) -> None:
        notes = movable(context)
        other = neighbour(context, notes[0], step) if len(notes) == 1 else None
        if other is None or other.locked:
            return
        (note,) = notes
        with context.session.store.transaction("step.note.order") as tx:
            tx.update(note.id, x=other.x, y=other.y)
            tx.update(other.id, x=note.x, y=note.y)

    return run


def can_move(context: Context) -> bool:
    """Whether a note is selected that may be moved."""
    return any(not note.locked for note in selected_notes(context))


def can_swap(context: Context) -> bool:
    """Whether exactly one note is selected, and may be moved."""
    return len(context.selection) == 1 and can_move(context)


ACTIONS = (
    Action("note.to_previous_block", to_block(-1), "", ("Alt+Left",), can_move),
    Action("note.to_next_block", to_block(1), "", ("Alt+Right",), can_move),
    Action("note.earlier", swap(-1), "arrow-up", ("Alt+Up",), can_swap),
    Action("note.later", swap(1), "arrow-down", ("Alt+Down",), can_swap),
)
