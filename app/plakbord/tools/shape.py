"""What begins at the border of the one selected note: its lower right corner makes it larger or smaller, the handle on
its right edge draws a link to another note."""

from __future__ import annotations

from canvas_files import queries
from canvas_files.records import Link
from plakbord.tools.state import Over, State
from plakbord.tools.tool import Desk, Face, Pointer, Stretch, Wire

GRIP = 2.2
"""How far from a handle's middle the pointer may be, in multiples of its reach."""
LEAST_W, LEAST_H = 1200, 900
MOST = 40_000
STEP = 100
"""Notes grow by whole millimetres."""


class OnCorner(State):
    """A note follows the pointer with its lower right corner; the document changes at the release."""

    def __init__(self, start: Pointer, note_id: str) -> None:
        self.start = start
        self.note_id = note_id
        self.stretch: Stretch | None = None

    def move(self, desk: Desk, pointer: Pointer) -> State:
        note = queries.note(desk.store.records, self.note_id)
        if note is None:
            return Over()
        if self.stretch is None and not pointer.is_far_from(self.start):
            return self
        w, h = note.w + pointer.x - self.start.x, note.h + pointer.y - self.start.y
        if pointer.shift:  # keeps its proportions
            scale = max(w / note.w, h / note.h)
            w, h = note.w * scale, note.h * scale
        self.stretch = Stretch(self.note_id, _stepped(w, LEAST_W), _stepped(h, LEAST_H))
        return self

    def release(self, desk: Desk, pointer: Pointer) -> State:
        if self.stretch is not None:
            with desk.store.transaction("step.note.size") as tx:
                tx.update(self.note_id, w=round(self.stretch.w), h=round(self.stretch.h))
        return Over()

    def gone(self, ids: frozenset[str]) -> State:
        return Over() if self.note_id in ids else self


class OnEdge(State):
    """A line follows the pointer; released over another note it becomes a link."""

    def __init__(self, start: Pointer, note_id: str) -> None:
        self.start = start
        self.note_id = note_id
        self.wire: Wire | None = None

    def move(self, desk: Desk, pointer: Pointer) -> State:
        end = desk.surface.note_at(pointer.x, pointer.y)
        self.wire = Wire(self.note_id, pointer.x, pointer.y, None if end == self.note_id else end)
        return self

    def release(self, desk: Desk, pointer: Pointer) -> State:
        if self.wire is not None and self.wire.end is not None:
            link(desk, self.note_id, self.wire.end)
        return Over()

    def gone(self, ids: frozenset[str]) -> State:
        return Over() if self.note_id in ids else self


def link(desk: Desk, start: str, end: str) -> None:
    """Links two notes, unless they are linked already."""
    pair = {start, end}
    there = desk.store.records.values()
    if any(isinstance(record, Link) and {record.start, record.end} == pair for record in there):
        return
    from canvas_files.deciding import new_link

    with desk.store.transaction("step.note.link") as tx:
        tx.put(new_link(desk.store.records, start, end))


def corner_under(desk: Desk, pointer: Pointer) -> str | None:
    """The one selected note, when the pointer is on its lower right corner."""
    face = the_one_selected(desk)
    if face is None or face.fixed:
        return None
    grip = min(pointer.reach * GRIP, face.w / 4, face.h / 4)  # most of a small note is still there to drag
    near = abs(pointer.x - face.x - face.w) <= grip and abs(pointer.y - face.y - face.h) <= grip
    return face.id if near else None


def edge_under(desk: Desk, pointer: Pointer) -> str | None:
    """The one selected note, when the pointer is on the handle at the middle of its right edge."""
    face = the_one_selected(desk)
    if face is None:
        return None
    grip = pointer.reach * GRIP
    x, y = link_handle(face, pointer.reach)
    return face.id if abs(pointer.x - x) <= grip and abs(pointer.y - y) <= grip else None


def link_handle(face: Face, reach: float) -> tuple[float, float]:
    """Where the handle for links is: a little outside the middle of the right edge."""
    return face.x + face.w + reach * GRIP, face.y + face.h / 2


def the_one_selected(desk: Desk) -> Face | None:
    """The selected note, when there is exactly one."""
    if len(desk.selection) != 1:
        return None
    (note_id,) = desk.selection.ids
    return desk.surface.face(note_id)


def _stepped(value: float, least: int) -> float:
    return max(least, min(MOST, round(value / STEP) * STEP))
