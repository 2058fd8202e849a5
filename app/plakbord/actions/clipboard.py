"""Copying, cutting and pasting notes. What stands on the clipboard of the system is for the window and exchange."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from canvas_files.document import MOST_RECORDS
from canvas_files.problems import Problem
from canvas_files.records import Note
from plakbord.actions import edit
from plakbord.actions.action import Action
from plakbord.actions.placing import selected_notes
from plakbord.exchange.pasted import PastedNote, Spot
from plakbord.sheet.layout import Layout

if TYPE_CHECKING:
    from plakbord.actions.context import Context
    from plakbord.exchange.copy_out import Copied

ROW = 1000
"""Notes that hang less apart in height than this are read from left to right."""


def copy(context: Context) -> None:
    """Puts the selected notes on the clipboard."""
    context.window.doors.clipboard.put(copied_notes(context))


def cut(context: Context) -> None:
    """Puts the selected notes on the clipboard and takes them off the sheet."""
    copy(context)
    with context.session.store.transaction("step.note.cut"):
        edit.delete(context)


def paste(context: Context) -> None:
    """Makes notes of what stands on the clipboard."""
    context.window.doors.clipboard.paste()


def copy_sheet_as_picture(context: Context) -> None:
    """Puts a picture of the sheet on the clipboard, as it is printed."""
    context.window.doors.clipboard.put_picture(context.layout.page(context.settings.print_links))


def copy_notes_as_picture(context: Context) -> None:
    """Puts a picture of the selected notes on the clipboard."""
    from plakbord.sheet.cut_out import cut_out  # not needed before something is copied

    context.window.doors.clipboard.put_picture(cut_out(context.layout, context.selection.ids))


def copied_notes(context: Context) -> Copied:
    """The selected notes in every form that others read: by block in the working order, there from top to bottom."""
    from plakbord.exchange.copy_out import Group, copied  # not needed before something is copied

    layout = context.layout
    notes = selected_notes(context)
    read = sorted(notes, key=lambda note: (note.y // ROW, note.x))
    groups = [
        Group(heading, tuple(note.text for note in read if note.zone == zone))
        for zone, heading in headings(layout, {note.zone for note in notes})
    ]
    return copied(groups, [_pasted(layout, note) for note in notes])


def headings(layout: Layout, zones: set[str] | None = None) -> Iterator[tuple[str, str]]:
    """The blocks of the sheet by id with their headings, in the working order; the parking strip, and what hangs in a
    block that is not here, come last. zones leaves out the others."""
    known = layout.template.working_order()
    for zone in known:
        if zones is None or zone.id in zones:
            yield zone.id, zone.heading(layout.t.language)
    elsewhere = {""} if zones is None else zones - {zone.id for zone in known}
    for name in sorted(elsewhere):
        yield name, layout.t("board.strip")


def target_zone(context: Context) -> str:
    """The block that is pasted in: the one under the pointer, else that of the selection, else the first to work
    on."""
    layout, at = context.layout, context.view.under_pointer()
    if at is not None:
        zone = layout.zone_at(*at)
        if zone is not None:
            return zone.id
        if layout.strip.holds(*at):
            return ""
    for note_id in context.selection.ids:
        if note_id in layout.notes:
            return layout.notes[note_id].zone
    return layout.template.working_order()[0].id


def own_zones(layout: Layout, notes: Sequence[PastedNote]) -> bool:
    """Whether the notes were copied from several blocks that are all on this sheet: then each goes to its own."""
    zones = {note.spot.zone if note.spot else None for note in notes}
    return len(zones) > 1 and all(zone == "" or zone in layout.rooms for zone in zones)


def put_notes(context: Context, notes: Sequence[PastedNote], zone: str | None, color: str | None = None) -> list[Note]:
    """Hangs the notes in a block, or with None each in the block it came from, as one step, and selects them; color
    is for all of them, without it they keep what they bring. Answers with the notes as they hang. Raises Problem when
    the workshop would get too large."""
    from plakbord.actions.pasting import placed  # not needed before something is pasted

    store, layout = context.session.store, context.layout
    if len(store.records) + len(notes) > MOST_RECORDS:
        raise Problem("too_many_notes", limit=MOST_RECORDS)
    if color is not None:
        notes = [_colored(note, color) for note in notes]
    made: list[Note] = []
    for name, group in _by_zone(notes, zone):
        top = made[-1].z if made else context.session.top_key
        made += placed(layout, name, group, context.settings.note_color, top)
    with store.transaction("step.note.paste") as tx:
        for note in made:
            tx.put(note)
    context.selection.set(note.id for note in made)
    return made


def _by_zone(notes: Sequence[PastedNote], zone: str | None) -> Iterator[tuple[str, list[PastedNote]]]:
    if zone is not None:
        yield zone, list(notes)
        return
    groups: dict[str, list[PastedNote]] = {}
    for note in notes:
        groups.setdefault(note.spot.zone if note.spot else "", []).append(note)
    yield from groups.items()


def _colored(note: PastedNote, color: str) -> PastedNote:
    return PastedNote(note.text, color, note.tags, note.status, note.author, note.spot)


def _pasted(layout: Layout, note: Note) -> PastedNote:
    left, upper = layout.origin(note.zone)
    spot = Spot(note.zone, left + note.x, upper + note.y, note.w, note.h)
    return PastedNote(note.text, note.color, tuple(note.tags), note.status, note.author, spot)


ACTIONS = (
    Action("edit.cut", cut, "scissors", ("Ctrl+X",), edit.something_to_delete),
    Action("edit.copy", copy, "copy", ("Ctrl+C",), edit.something_selected),
    Action("edit.copy_picture", copy_notes_as_picture, "image", (), edit.something_selected),
    Action("sheet.copy_picture", copy_sheet_as_picture, "image"),
    Action("edit.paste", paste, "clipboard-paste", ("Ctrl+V",)),
)
