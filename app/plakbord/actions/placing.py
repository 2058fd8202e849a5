"""Many notes put in a block at once: each at a free place, those from another Plakbord window as they hung there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle

from canvas_files import order
from canvas_files.records import Note, new_id
from plakbord.actions.note import new_note
from plakbord.exchange.pasted import PastedNote
from plakbord.sheet.layout import Layout
from plakbord.sheet.note import NoteFace
from plakbord.sheet.placement import free_spot

ROUND = 24
"""How many notes are laid over others where they cover least; the next ones take turns on those places. Looking for the
least covered place every time takes a time that grows with the square of their number."""


def placed(layout: Layout, zone: str, pasted: Sequence[PastedNote], color: str, top: str | None) -> list[Note]:
    """A note in the block for each of them, the later ones higher; color is for those that bring none. They are not in
    the document before they are put there."""
    return _as_they_hung(layout, zone, pasted, color, top) or list(_one_by_one(layout, zone, pasted, color, top))


def _as_they_hung(
    layout: Layout, zone: str, pasted: Sequence[PastedNote], color: str, top: str | None
) -> list[Note] | None:
    """The notes as a group, at the first place where all of it covers nothing; None when there is no such place."""
    spots = [note.spot for note in pasted if note.spot is not None]
    if not spots or len(spots) != len(pasted):
        return None
    notes: list[Note] = []
    for each, spot in zip(pasted, spots, strict=True):
        top = order.key_between(top, None)
        notes.append(_made(layout, zone, each, color, top).changed(w=spot.w, h=spot.h))
    corner = min(spot.x for spot in spots), min(spot.y for spot in spots)
    faces = [layout.measured(note) for note in notes]
    right = max(spot.x + face.w for spot, face in zip(spots, faces, strict=True))
    lower = max(spot.y + face.h for spot, face in zip(spots, faces, strict=True))
    rooms = layout.rooms.get(zone) or (layout.strip,)
    at = free_spot(rooms, layout.faces_in(zone), right - corner[0], lower - corner[1])
    if at is None:
        return None
    left, upper = layout.origin(zone)
    return [
        note.changed(x=at[0] + spot.x - corner[0] - left, y=at[1] + spot.y - corner[1] - upper)
        for note, spot in zip(notes, spots, strict=True)
    ]


def _one_by_one(layout: Layout, zone: str, pasted: Sequence[PastedNote], color: str, top: str | None) -> Iterator[Note]:
    taken = layout.faces_in(zone)
    over: list[Note] = []
    turns: Iterator[Note] | None = None
    for each in pasted:
        if turns is None:
            own = _own_size(layout, zone, each, taken) if not over else None
            place = own or new_note(layout, zone, each.text, each.color or color, top, taken)
        else:
            place = next(turns)
        top = order.key_between(top, None)
        note = _made(layout, zone, each, color, top).changed(x=place.x, y=place.y, w=place.w, h=place.h)
        if turns is None:
            face = layout.measured(note)
            if any(other.touches(face.x, face.y, face.x + face.w, face.y + face.h) for other in taken):
                over.append(note)
            taken.append(face)  # the next one keeps clear of it
            if len(over) == ROUND:
                turns = cycle({(there.x, there.y): there for there in over}.values())
        yield note


def _own_size(layout: Layout, zone: str, pasted: PastedNote, taken: Sequence[NoteFace]) -> Note | None:
    """The note at a free place, as large as it was; None when it had no size or when there is no such place."""
    if pasted.spot is None:
        return None
    note = _made(layout, zone, pasted, "", "").changed(w=pasted.spot.w, h=pasted.spot.h)
    face = layout.measured(note)
    at = free_spot(layout.rooms.get(zone) or (layout.strip,), taken, face.w, face.h)
    left, upper = layout.origin(zone)
    return note.changed(x=at[0] - left, y=at[1] - upper) if at else None


def _made(layout: Layout, zone: str, pasted: PastedNote, color: str, z: str) -> Note:
    return Note(
        id=new_id("note"),
        sheet=layout.sheet_id,
        zone=zone,
        text=pasted.text,
        color=pasted.color or color,
        z=z,
        tags=list(pasted.tags),
        status=pasted.status,
        author=pasted.author,
    )
