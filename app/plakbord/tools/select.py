"""The tool for everyday: click selects, Shift adds, a drag on a note moves the selection, a drag on the sheet draws a
rubber band, and Escape is back to where the gesture began."""

from __future__ import annotations

from typing import Any

from canvas_files import order, queries
from canvas_files.change import Change
from canvas_files.records import Note
from plakbord.tools.tool import NO_LIFT, Band, Desk, Lift, Pointer

FURTHEST = 900_000
"""Hundredths of a millimetre a note may be dragged from its block's corner."""


class State:
    """What the tool is doing. Every event answers with the state that follows."""

    def press(self, desk: Desk, pointer: Pointer) -> State:
        return self

    def move(self, desk: Desk, pointer: Pointer) -> State:
        return self

    def release(self, desk: Desk, pointer: Pointer) -> State:
        return self

    def cancel(self, desk: Desk) -> State:
        return Idle()

    def gone(self, ids: frozenset[str]) -> State:
        """Notes were removed by someone else in the middle of a gesture."""
        return self


class Idle(State):
    """Nothing is pressed."""

    def press(self, desk: Desk, pointer: Pointer) -> State:
        note_id = desk.surface.note_at(pointer.x, pointer.y)
        if note_id is None:
            kept = desk.selection.ids if pointer.shift else frozenset[str]()
            return OnGround(pointer, kept, desk.selection.ids)
        if not pointer.shift and note_id not in desk.selection:
            desk.selection.set({note_id})
        return OnNote(pointer, note_id)

    def cancel(self, desk: Desk) -> State:
        desk.selection.set(())
        return self


class OnNote(State):
    """Pressed on a note, not yet far enough to be a drag."""

    def __init__(self, start: Pointer, note_id: str) -> None:
        self.start = start
        self.note_id = note_id

    def move(self, desk: Desk, pointer: Pointer) -> State:
        if not _far(self.start, pointer):
            return self
        if self.note_id not in desk.selection:
            desk.selection.set({*desk.selection.ids, self.note_id})
        return Dragging(self.start, desk.selection.ids).move(desk, pointer)

    def release(self, desk: Desk, pointer: Pointer) -> State:
        if self.start.shift:
            desk.selection.toggle(self.note_id)
        else:
            desk.selection.set({self.note_id})
        return Idle()

    def gone(self, ids: frozenset[str]) -> State:
        return Idle() if self.note_id in ids else self


class Dragging(State):
    """Notes hang on the pointer; the document changes when they are dropped."""

    def __init__(self, start: Pointer, ids: frozenset[str]) -> None:
        self.start = start
        self.lift = Lift(ids)

    def move(self, desk: Desk, pointer: Pointer) -> State:
        dx, dy = pointer.x - self.start.x, pointer.y - self.start.y
        self.lift = Lift(self.lift.ids, dx, dy, self._zone(desk, pointer))
        return self

    def release(self, desk: Desk, pointer: Pointer) -> State:
        self.move(desk, pointer)
        drop(desk, self.lift)
        return Idle()

    def gone(self, ids: frozenset[str]) -> State:
        left = self.lift.ids - ids
        self.lift = Lift(left, self.lift.dx, self.lift.dy, self.lift.zone)
        return self if left else Idle()

    def _zone(self, desk: Desk, pointer: Pointer) -> str:
        """The block that lights up: where the only note would hang, or the pointer's when there are several."""
        if len(self.lift.ids) != 1:
            return desk.surface.zone_for(pointer.x, pointer.y)
        face = desk.surface.face(next(iter(self.lift.ids)))
        if face is None:
            return ""
        dx, dy = pointer.x - self.start.x, pointer.y - self.start.y
        return desk.surface.zone_for(face.x + face.w / 2 + dx, face.y + face.h / 2 + dy)


class OnGround(State):
    """Pressed on the sheet: a click lets go of the selection, a drag draws a rubber band."""

    def __init__(self, start: Pointer, kept: frozenset[str], before: frozenset[str]) -> None:
        self.start = start
        self.kept = kept
        self.before = before
        self.band: Band | None = None

    def move(self, desk: Desk, pointer: Pointer) -> State:
        if self.band is None and not _far(self.start, pointer):
            return self
        (left, right), (top, bottom) = sorted((self.start.x, pointer.x)), sorted((self.start.y, pointer.y))
        self.band = Band(left, top, right, bottom)
        desk.selection.set(self.kept.union(desk.surface.notes_within(left, top, right, bottom)))
        return self

    def release(self, desk: Desk, pointer: Pointer) -> State:
        if self.band is None:
            desk.selection.set(self.kept)
        return Idle()

    def cancel(self, desk: Desk) -> State:
        desk.selection.set(self.before)
        return Idle()


class SelectTool:
    """The current state, and what is to be seen of it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.state: State = Idle()

    @property
    def lift(self) -> Lift:
        """The notes that hang on the pointer."""
        return self.state.lift if isinstance(self.state, Dragging) else NO_LIFT

    @property
    def band(self) -> Band | None:
        """The rubber band, while one is drawn."""
        return self.state.band if isinstance(self.state, OnGround) else None

    @property
    def busy(self) -> bool:
        """Whether a gesture is going on."""
        return not isinstance(self.state, Idle)

    def press(self, pointer: Pointer) -> None:
        self.state = self.state.press(self.desk, pointer)

    def move(self, pointer: Pointer) -> None:
        self.state = self.state.move(self.desk, pointer)

    def release(self, pointer: Pointer) -> None:
        self.state = self.state.release(self.desk, pointer)

    def cancel(self) -> None:
        """Escape, or a second finger on the screen: back to where the gesture began."""
        self.state = self.state.cancel(self.desk)

    def follow(self, change: Change) -> None:
        """The document changed under the gesture."""
        if change.removed:
            self.state = self.state.gone(frozenset(change.removed))


def drop(desk: Desk, lift: Lift) -> None:
    """Hangs lifted notes where they are now, each in the block under its middle, on top of the others and in the order
    they lay in."""
    notes = [note for note in map(desk.store.records.get, lift.ids) if isinstance(note, Note)]
    top = order.top([note.z for note in desk.store.records.values() if isinstance(note, Note)])
    with desk.store.transaction("step.note.move") as tx:
        for note, z in zip(queries.in_stack_order(notes), order.keys_after(top, len(notes)), strict=True):
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


def _far(start: Pointer, now: Pointer) -> bool:
    return abs(now.x - start.x) + abs(now.y - start.y) >= max(now.reach, 1)
