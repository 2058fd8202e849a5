"""Actions on notes: making, writing, colouring and sizing them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from canvas_files import order
from canvas_files.records import Note, new_id
from plakbord.actions.action import Action
from plakbord.actions.edit import something_selected
from plakbord.actions.placing import selected_notes
from plakbord.sheet import theme
from plakbord.sheet.layout import Layout
from plakbord.sheet.placement import free_spot, fullest_spot

if TYPE_CHECKING:
    from plakbord.actions.context import Context

STANDARD = theme.NOTE_SIZES_ON_PAPER["standard"]
DATA_COLOR = "white"
SMALL = theme.NOTE_SIZES_ON_PAPER["small"]


def new_note(layout: Layout, zone: str, text: str, color: str, top: str | None) -> Note:
    """A note in a block, at a free place of the standard size or else a small one; when all is full, where it covers
    least. It is not in the document before it is put there."""
    z = order.key_between(top, None)
    base = Note(id=new_id("note"), sheet=layout.sheet_id, zone=zone, text=text, color=color, z=z)
    rooms, taken = layout.rooms.get(zone) or (layout.strip_room,), layout.faces_in(zone)
    left, upper = layout.origin(zone)
    for w, h in (STANDARD, SMALL):
        face = layout.measured(base.changed(w=w, h=h))
        spot = free_spot(rooms, taken, face.w, face.h)
        if spot is not None:
            return base.changed(w=w, h=h, x=spot[0] - left, y=spot[1] - upper)
    x, y = fullest_spot(rooms, taken, *STANDARD)
    return base.changed(w=STANDARD[0], h=STANDARD[1], x=x - left, y=y - upper)


def add_at(context: Context, x: float, y: float) -> None:
    """Makes a note under the pointer and lets the person type at once; writing nothing leaves no note."""
    layout = context.layout
    zone = layout.zone_at(x, y)
    if zone is None:
        return
    w, h = STANDARD
    room = zone.box
    left = min(max(x - w / 2, room.x), room.x + room.w - w)
    top = min(max(y - h / 2, room.y), room.y + room.h - h)
    place = {"x": round(left - room.x), "y": round(top - room.y), "w": w, "h": h}
    note = new_note(layout, zone.id, "", context.settings.note_color, context.session.top_key)
    _put_and_edit(context, note.changed(**place))


def add(context: Context) -> None:
    """Makes a note at a free place in the block under the pointer, else in the block of the selection, else in the
    first block of the working order."""
    _add_in(context, block_for_new(context), context.settings.note_color)


def block_for_new(context: Context) -> str:
    """The block under the pointer, else that of the selection, else the first of the working order."""
    at = context.view.under_pointer()
    zone = context.layout.zone_at(*at) if at else None
    chosen = [
        context.layout.notes[note_id].zone for note_id in context.selection.ids if note_id in context.layout.notes
    ]
    first = next((zone_id for zone_id in chosen if zone_id), context.layout.template.working_order()[0].id)
    return zone.id if zone else first


def add_data(context: Context, zone: str, role: str) -> None:
    """Makes a data note in a block and lets the person type at once. Its paper is white, so that it stands out from
    what the group wrote about the business."""
    _add_in(context, zone, DATA_COLOR, role)


def add_below(context: Context, note: Note) -> None:
    """Makes a note of the same kind right under another, or at a free place in its block when something is there. Below
    a data source comes a data source."""
    layout = context.layout
    face = layout.notes.get(note.id)
    zone = note.zone if note.zone in layout.rooms else ""
    fresh = new_note(layout, zone, "", note.color, context.session.top_key)
    fresh = fresh.changed(w=note.w, h=note.h, role=note.role)
    if face is not None:
        below = fresh.changed(x=note.x, y=round(note.y + face.h + theme.NOTE_GAP))
        rooms, there = layout.rooms.get(zone) or (layout.strip_room,), layout.measured(below)
        inside = any(room.y <= there.y and there.y + there.h <= room.y + room.h for room in rooms)
        free = not any(other.touches(*there.edges) for other in layout.faces_in(zone))
        if inside and free:
            _put_and_edit(context, below)
            return
    _put_and_edit(context, new_note(layout, zone, "", note.color, context.session.top_key).changed(role=note.role))


def add_in_next_block(context: Context, note: Note) -> None:
    """Makes a note in the block that follows in the working order; after the last comes the first."""
    blocks = [zone.id for zone in context.layout.template.working_order()]
    number = blocks.index(note.zone) + 1 if note.zone in blocks else 0
    _add_in(context, blocks[number % len(blocks)], note.color, note.role)


def _add_in(context: Context, zone: str, color: str, role: str = "") -> None:
    _put_and_edit(context, new_note(context.layout, zone, "", color, context.session.top_key).changed(role=role))


def _put_and_edit(context: Context, note: Note) -> None:
    context.session.history.begin()  # ends, or is taken back, when the writing ends
    with context.session.store.transaction("step.note.add") as tx:
        tx.put(note)
    context.selection.set({note.id})
    context.window.edit_note(note.id, new=True)


def edit(context: Context) -> None:
    """Writes on the one selected note."""
    (note_id,) = context.selection.ids
    context.window.edit_note(note_id)


def one_selected(context: Context) -> bool:
    """Whether exactly one note is selected."""
    return len(context.selection) == 1


def color_notes(name: str) -> Callable[[Context], None]:
    """Gives the selected notes a colour."""

    def run(context: Context) -> None:
        with context.session.store.transaction("step.note.color") as tx:
            for note_id in context.selection.ids:
                tx.update(note_id, color=name)

    return run


def all_have_color(name: str) -> Callable[[Context], bool]:
    """Whether all selected notes have the colour."""
    return lambda context: len(context.selection) > 0 and all(note.color == name for note in selected_notes(context))


def size_notes(name: str) -> Callable[[Context], None]:
    """Gives the selected notes one of the sizes."""
    w, h = theme.NOTE_SIZES_ON_PAPER[name]

    def run(context: Context) -> None:
        with context.session.store.transaction("step.note.size") as tx:
            for note_id in context.selection.ids:
                tx.update(note_id, w=w, h=h)

    return run


def all_have_size(name: str) -> Callable[[Context], bool]:
    """Whether all selected notes have the size."""
    size = theme.NOTE_SIZES_ON_PAPER[name]
    return lambda context: (
        len(context.selection) > 0 and all((note.w, note.h) == size for note in selected_notes(context))
    )


ACTIONS = (
    Action("note.add", add, "sticky-note", ("N",)),
    Action("note.edit", edit, "pencil", ("Return", "F2", "Enter"), one_selected),
    *(
        Action(f"note.color.{name}", color_notes(name), "", (), something_selected, all_have_color(name), name)
        for name in theme.NOTE_COLORS
    ),
    *(
        Action(f"note.size.{name}", size_notes(name), "", (), something_selected, all_have_size(name))
        for name in theme.NOTE_SIZES_ON_PAPER
    ),
)
