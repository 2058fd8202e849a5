"""Actions on what notes mean: tags, how sure the group is, links, locks, and clusters of look-alikes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from canvas_files import queries
from canvas_files.records import STATUSES, Cluster, Link, new_id
from plakbord.actions.action import Action
from plakbord.actions.edit import something_selected
from plakbord.actions.placing import selected_notes
from plakbord.sheet import theme, tidy
from plakbord.sheet.note import NoteFace
from plakbord.sheet.placement import free_spot

if TYPE_CHECKING:
    from plakbord.actions.context import Context

FIRST_WORDS = 40
"""Characters of a note's text that name a new cluster."""
_IN_CLUSTER = 60
"""Between the notes of a cluster, in hundredths of a millimetre."""


def ask_tags(context: Context) -> None:
    """Shows the terms to tag the selected notes with."""
    context.window.ask_tags()


def toggle_tag(context: Context, tag: str) -> None:
    """Tags the selected notes, or takes the tag away when all have it."""
    notes = selected_notes(context)
    everywhere = all(tag in note.tags for note in notes)
    with context.session.store.transaction("step.note.tag") as tx:
        for note in notes:
            others = [each for each in note.tags if each != tag]
            tx.update(note.id, tags=others if everywhere else [*others, tag])


def set_status(status: str) -> Callable[[Context], None]:
    """Says how sure the group is of the selected notes; saying it again takes it back."""

    def run(context: Context) -> None:
        notes = selected_notes(context)
        everywhere = all(note.status == status for note in notes)
        with context.session.store.transaction("step.note.status") as tx:
            for note in notes:
                tx.update(note.id, status="" if everywhere else status)

    return run


def all_have_status(status: str) -> Callable[[Context], bool]:
    """Whether all selected notes have the status."""
    return lambda context: len(context.selection) > 0 and all(note.status == status for note in selected_notes(context))


def link_selected(context: Context) -> None:
    """Links the first selected note, in reading order, to each of the others; takes the links away when all are
    there."""
    faces = [context.layout.notes[note.id] for note in selected_notes(context) if note.id in context.layout.notes]
    first, *others = tidy.in_reading_order(faces)
    pairs = [frozenset((first.id, other.id)) for other in others]
    there = {
        frozenset((record.start, record.end)): record.id
        for record in context.session.store.records.values()
        if isinstance(record, Link)
    }
    everything = all(pair in there for pair in pairs)
    from canvas_files.deciding import new_link

    with context.session.store.transaction("step.note.unlink" if everything else "step.note.link") as tx:
        for pair, other in zip(pairs, others, strict=True):
            if everything:
                tx.remove(there[pair])
            elif pair not in there:
                tx.put(new_link(context.session.store.records, first.id, other.id))


def unlink(context: Context) -> None:
    """Takes away all links of the selected notes."""
    with context.session.store.transaction("step.note.unlink") as tx:
        for link_id in _links(context):
            tx.remove(link_id)


def _links(context: Context) -> set[str]:
    return {link for note_id in context.selection.ids for link in context.layout.between.of_note(note_id)}


def has_links(context: Context) -> bool:
    """Whether a selected note is linked."""
    return bool(_links(context))


def several_selected(context: Context) -> bool:
    """Whether more than one note is selected."""
    return len(context.selection) > 1


def lock(context: Context) -> None:
    """Locks the selected notes, so that nobody moves or deletes them by accident; unlocks when all are locked."""
    notes = selected_notes(context)
    everything = all(note.locked for note in notes)
    with context.session.store.transaction("step.note.unlock" if everything else "step.note.lock") as tx:
        for note in notes:
            tx.update(note.id, locked=not everything)


def all_locked(context: Context) -> bool:
    """Whether all selected notes are locked."""
    return len(context.selection) > 0 and all(note.locked for note in selected_notes(context))


def stack(context: Context) -> None:
    """Stacks the selected notes in a cluster named after the first: close together, moving as one, one option in a
    vote."""
    faces = tidy.in_reading_order(context.layout.notes[note.id] for note in selected_notes(context))
    first = queries.note(context.session.store.records, faces[0].id)
    words = first.text.split("\n")[0] if first else ""
    cluster = Cluster(id=new_id("cluster"), sheet=context.layout.sheet_id, name=words[:FIRST_WORDS].strip())
    zone = faces[0].zone
    left, top = context.layout.origin(zone)
    with context.session.store.transaction("step.note.stack") as tx:
        tx.put(cluster)
        for note_id, (x, y) in _close_together(context, faces, zone).items():
            tx.update(note_id, cluster=cluster.id, zone=zone, x=round(x - left), y=round(y - top))


def _close_together(context: Context, faces: Sequence[NoteFace], zone: str) -> dict[str, tuple[float, float]]:
    """Where the notes of a new cluster hang: in rows as wide as the block, at a free place with room for the frame, or
    else where the first of them is."""
    rooms = context.layout.rooms.get(zone) or (context.layout.strip_room,)
    room = next((each for each in rooms if each.holds(faces[0].x, faces[0].y)), rooms[0])
    pad, above = theme.CLUSTER_PADDING, theme.CLUSTER_NAME_HEIGHT
    places: dict[str, tuple[float, float]] = {}
    x = y = row = wide = 0.0
    for face in faces:
        if x and x + face.w > room.w - 2 * pad:
            x, y, row = 0.0, y + row + _IN_CLUSTER, 0.0
        places[face.id] = (x, y)
        x, row = x + face.w + _IN_CLUSTER, max(row, face.h)
        wide = max(wide, x - _IN_CLUSTER)
    others = [face for face in context.layout.faces_in(zone) if face.id not in places]
    spot = free_spot((room,), others, wide + 2 * pad, y + row + above + pad)
    start = (spot[0] + pad, spot[1] + above) if spot else (faces[0].x, faces[0].y)
    return {note_id: (start[0] + dx, start[1] + dy) for note_id, (dx, dy) in places.items()}


def unstack(context: Context) -> None:
    """Takes the selected notes out of their clusters."""
    with context.session.store.transaction("step.note.unstack") as tx:
        for note in selected_notes(context):
            if note.cluster:
                tx.update(note.id, cluster="")


def in_cluster(context: Context) -> bool:
    """Whether a selected note is stacked."""
    return any(note.cluster for note in selected_notes(context))


def rename_cluster(context: Context) -> None:
    """Asks for another name for the cluster of the selected notes."""
    cluster_id = next(note.cluster for note in selected_notes(context) if note.cluster)
    cluster = context.session.store.records.get(cluster_id)
    if isinstance(cluster, Cluster):
        name = context.window.ask_text("dialog.cluster.name", cluster.name)
        if name is not None:
            with context.session.store.transaction("step.cluster.name") as tx:
                tx.update(cluster_id, name=name)


ACTIONS = (
    Action("note.tag", ask_tags, "tag", ("#",), something_selected),
    *(
        Action(f"note.status.{status}", set_status(status), "", (), something_selected, all_have_status(status))
        for status in STATUSES
    ),
    Action("note.link", link_selected, "link", ("L",), several_selected),
    Action("note.unlink", unlink, "", ("Shift+L",), has_links),
    Action("note.lock", lock, "lock", ("Ctrl+L",), something_selected, all_locked),
    Action("note.stack", stack, "layers", ("Ctrl+G",), several_selected),
    Action("note.unstack", unstack, "", ("Ctrl+Shift+G",), in_cluster),
    Action("note.name_stack", rename_cluster, "", (), in_cluster),
)
