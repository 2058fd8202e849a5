"""Actions on the sheets of a workshop: naming, copying, ordering and deleting them, bringing notes from one to another,
and tying a persona to a note in the block it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from canvas_files import order, queries
from canvas_files.document import Document
from canvas_files.entries import fill_in
from canvas_files.plain_text import field_text
from canvas_files.problems import Problem
from canvas_files.records import Cluster, Entry, Link, Note, Sheet, entry_id, new_id
from canvas_files.store import Transaction
from plakbord.actions.action import Action
from plakbord.session import Session

if TYPE_CHECKING:
    from plakbord.actions.context import Context

LONGEST_NAME = 200
_BESIDE = 400


def rename(session: Session, sheet_id: str, name: str) -> None:
    """Gives a sheet a name; that of a persona is the persona's own."""
    sheet = queries.sheet(session.store.records, sheet_id)
    if sheet is None:
        return
    name = field_text(name, story=False)[:LONGEST_NAME]
    template = session.document.template_of(sheet)
    field = next((field for field in template.fields if field.title), None) if template else None
    with session.store.transaction("step.sheet.rename") as tx:
        if field is not None:
            fill_in(tx, sheet_id, field.id, name)
        else:
            tx.update(sheet_id, title=name)


def duplicate(session: Session, sheet_id: str) -> str | None:
    """Makes a copy of a sheet with everything on it, right behind it; the id of the copy."""
    records = session.store.records
    sheet = queries.sheet(records, sheet_id)
    if sheet is None:
        return None
    sheets = queries.sheets(records)
    after = [other.order for other in sheets[sheets.index(sheet) + 1 :]]
    copy = sheet.changed(id=new_id("sheet"), order=order.key_between(sheet.order, after[0] if after else None))
    with session.store.transaction("step.sheet.duplicate") as tx:
        tx.put(copy)
        _copy_contents(tx, sheet_id, copy.id)
    return copy.id


def _copy_contents(tx: Transaction, sheet_id: str, copy_id: str) -> None:
    """Everything on a sheet once more on another: clusters before the notes in them, links where both ends came."""
    there = list(tx.records.values())
    made: dict[str, str] = {}
    for record in there:
        if isinstance(record, Cluster) and record.sheet == sheet_id:
            made[record.id] = new_id("cluster")
            tx.put(record.changed(id=made[record.id], sheet=copy_id))
        elif isinstance(record, Entry) and record.sheet == sheet_id:
            tx.put(record.changed(id=entry_id(copy_id, record.field), sheet=copy_id))
    for record in there:
        if isinstance(record, Note) and record.sheet == sheet_id:
            made[record.id] = new_id("note")
            cluster = made.get(record.cluster, "")
            tx.put(record.changed(id=made[record.id], sheet=copy_id, cluster=cluster))
    for record in there:
        if isinstance(record, Link) and record.start in made and record.end in made:
            tx.put(record.changed(id=new_id("link"), start=made[record.start], end=made[record.end]))


def place_at(session: Session, sheet_id: str, index: int) -> None:
    """Puts a sheet at a place among the others, counted from 0."""
    sheets = session.document.sheets
    sheet = next((each for each in sheets if each.id == sheet_id), None)
    if sheet is None or sheets.index(sheet) == index:
        return
    others = [each for each in sheets if each.id != sheet_id]
    before = others[index - 1].order if index > 0 else None
    after = others[index].order if index < len(others) else None
    with session.store.transaction("step.sheet.order") as tx:
        tx.update(sheet_id, order=order.key_between(before, after))


def bring_notes(session: Session, note_ids: Iterable[str], sheet_id: str, *, copy: bool) -> list[str]:
    """Moves or copies notes to another sheet: to the block of the same name, else beside the sheet. Their ids there."""
    records = session.store.records
    sheet = queries.sheet(records, sheet_id)
    if sheet is None:
        return []
    notes = queries.in_stack_order(note for note in map(records.get, note_ids) if isinstance(note, Note))
    top = order.top([note.z for note in queries.notes_on(records, sheet_id)])
    brought: list[str] = []
    with session.store.transaction("step.note.copy_to" if copy else "step.note.move_to") as tx:
        for number, (note, z) in enumerate(zip(notes, order.keys_after(top, len(notes)), strict=True)):
            fields: dict[str, Any] = {
                "sheet": sheet_id,
                "z": z,
                "cluster": "",
                **_place(session.document, sheet, note, number),
            }
            there = note.changed(id=new_id("note") if copy else note.id, **fields)
            tx.put(there)
            brought.append(there.id)
    return brought


def _place(document: Document, sheet: Sheet, note: Note, number: int) -> dict[str, Any]:
    template = document.template_of(sheet)
    if template is not None and template.zone(note.zone) is not None:
        return {}
    return {"zone": "", "x": _BESIDE, "y": _BESIDE + number * (note.h + _BESIDE)}


def link_of(session: Session, sheet_id: str) -> Link | None:
    """The tie of a persona to a note."""
    found = (record for record in session.store.records.values() if isinstance(record, Link))
    return next((link for link in found if link.start == sheet_id), None)


def persona_of(session: Session, note_id: str) -> str | None:
    """The sheet that is tied to a note."""
    found = (record for record in session.store.records.values() if isinstance(record, Link))
    ties = (link.start for link in found if link.end == note_id)
    return next((start for start in ties if queries.sheet(session.store.records, start)), None)


def notes_to_link(session: Session, sheet_id: str) -> Sequence[Note]:
    """The notes that a persona may be about: those in the block that its template names."""
    sheet = queries.sheet(session.store.records, sheet_id)
    template = session.document.template_of(sheet) if sheet else None
    anchor = template.links_to if template else None
    if anchor is None:
        return []
    sheets = [each for each in session.document.sheets if each.template == anchor.template]
    return [note for each in sheets for note in queries.notes_in(session.store.records, each.id, anchor.zone)]


def link(session: Session, sheet_id: str, note_id: str | None) -> None:
    """Ties a persona to a note and to no other; None unties it."""
    with session.store.transaction("step.sheet.link") as tx:
        _untie(tx, sheet_id)
        if note_id is not None:
            tx.put(Link(id=new_id("link"), start=sheet_id, end=note_id))


def _untie(tx: Transaction, sheet_id: str) -> None:
    for record in list(tx.records.values()):
        if isinstance(record, Link) and record.start == sheet_id:
            tx.remove(record.id)


def delete(context: Context) -> None:
    """Deletes the sheet that is shown, with everything on it, and shows its neighbour."""
    sheet_id = context.layout.sheet_id
    ids = [sheet.id for sheet in context.session.document.sheets]
    at = ids.index(sheet_id)
    context.window.show_sheet(ids[at + 1] if at + 1 < len(ids) else ids[at - 1])
    try:
        with context.session.store.transaction("step.sheet.delete") as tx:
            tx.remove(sheet_id)
    except Problem:
        context.window.show_sheet(sheet_id)  # it stays, perhaps because people vote on it: so does what is shown
        raise


def copy_sheet(context: Context) -> None:
    """Copies the sheet that is shown, and shows the copy."""
    copy = duplicate(context.session, context.layout.sheet_id)
    if copy is not None:
        context.window.show_sheet(copy)


def shift(context: Context, way: int) -> None:
    """Puts the sheet that is shown one place further."""
    ids = [sheet.id for sheet in context.session.document.sheets]
    at = ids.index(context.layout.sheet_id) + way
    if 0 <= at < len(ids):
        place_at(context.session, context.layout.sheet_id, at)


def several(context: Context) -> bool:
    """Whether there is another sheet."""
    return len(context.session.document.sheets) > 1


def is_linked(context: Context) -> bool:
    """Whether the sheet is tied to a note, or the one selected note to a persona."""
    return _other_end(context) is not None


def jump(context: Context) -> None:
    """From a persona to the note it is about, or from the note to the persona."""
    end = _other_end(context)
    if end is None:
        return
    note = queries.note(context.session.store.records, end)
    context.window.show_sheet(note.sheet if note else end)
    if note is not None:
        context.window.doors.sheets.select([note.id])


def _other_end(context: Context) -> str | None:
    if len(context.selection) == 1:
        persona = persona_of(context.session, next(iter(context.selection.ids)))
        if persona is not None:
            return persona
    tie = link_of(context.session, context.layout.sheet_id)
    return tie.end if tie else None


ACTIONS = (
    Action(
        "sheet.rename",
        lambda context: context.window.doors.sheets.rename(context.layout.sheet_id),
        "pencil",
        ("Shift+F2",),
    ),
    Action("sheet.duplicate", copy_sheet, "copy"),
    Action("sheet.left", lambda context: shift(context, -1), "", ("Ctrl+Shift+PgUp",), several),
    Action("sheet.right", lambda context: shift(context, 1), "", ("Ctrl+Shift+PgDown",), several),
    Action("sheet.delete", delete, "trash-2", (), several),
    Action("sheet.keep_template", lambda context: context.window.doors.templates.keep(), "save"),
    Action("sheet.open_template", lambda context: context.window.doors.templates.open(), "folder-open"),
    Action("sheet.jump", jump, "link", ("Ctrl+J",), is_linked),
)
