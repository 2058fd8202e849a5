"""The tool for everyday: click selects, Shift adds, a drag on a note moves the selection, a drag on the sheet draws a
rubber band. What a drag on a note's corner or edge does is in shape. Escape is back to where the gesture began."""

from __future__ import annotations

from canvas_files.change import Change
from canvas_files.problems import Problem
from plakbord.tools.drop import drop
from plakbord.tools.shape import OnCorner, OnEdge, corner_under, edge_under
from plakbord.tools.snap import Frame, Snap, snap
from plakbord.tools.state import State
from plakbord.tools.tool import NO_LIFT, Band, Desk, Face, Lift, Pointer, Stretch, Wire


class Idle(State):
    """Nothing is pressed."""

    def press(self, desk: Desk, pointer: Pointer) -> State:
        corner = corner_under(desk, pointer)
        if corner is not None:
            return OnCorner(pointer, corner)
        edge = edge_under(desk, pointer)
        if edge is not None:
            return OnEdge(pointer, edge)
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
        if not pointer.is_far_from(self.start):
            return self
        if self.note_id not in desk.selection:
            desk.selection.set({*desk.selection.ids, self.note_id})
        ids = movable(desk, desk.selection.ids)
        return Dragging(self.start, ids).move(desk, pointer) if ids else self

    def release(self, desk: Desk, pointer: Pointer) -> State:
        if self.start.shift:
            desk.selection.toggle(self.note_id)
        else:
            desk.selection.set({self.note_id})
        return Idle()

    def gone(self, ids: frozenset[str]) -> State:
        return Idle() if self.note_id in ids else self


class Dragging(State):
    """Notes hang on the pointer; the document changes when they are dropped. Alt held at the press drags copies, Alt
    held later lets go of the guides."""

    def __init__(self, start: Pointer, ids: frozenset[str]) -> None:
        self.start = start
        self.lift = Lift(ids, copies=start.alt)

    def move(self, desk: Desk, pointer: Pointer) -> State:
        dx, dy = pointer.x - self.start.x, pointer.y - self.start.y
        loose = pointer.alt and not self.start.alt
        fitted = Snap() if loose else self._snap(desk, dx, dy, pointer.reach)
        dx, dy = dx + fitted.dx, dy + fitted.dy
        self.lift = Lift(self.lift.ids, dx, dy, self._zone(desk, pointer, dx, dy), fitted.guides, self.lift.copies)
        return self

    def release(self, desk: Desk, pointer: Pointer) -> State:
        self.move(desk, pointer)
        drop(desk, self.lift)
        return Idle()

    def gone(self, ids: frozenset[str]) -> State:
        left = self.lift.ids - ids
        self.lift = Lift(left, self.lift.dx, self.lift.dy, self.lift.zone, (), self.lift.copies)
        return self if left else Idle()

    def _faces(self, desk: Desk) -> list[Face]:
        found = (desk.surface.face(note_id) for note_id in self.lift.ids)
        return [face for face in found if face is not None]

    def _snap(self, desk: Desk, dx: float, dy: float, reach: float) -> Snap:
        faces = self._faces(desk)
        if not faces:
            return Snap()
        x, y = min(face.x for face in faces), min(face.y for face in faces)
        right, bottom = max(face.x + face.w for face in faces), max(face.y + face.h for face in faces)
        moving = Frame(x + dx, y + dy, right - x, bottom - y)
        near = desk.surface.notes_within(
            moving.x - moving.w, moving.y - moving.h, moving.x + 2 * moving.w, moving.y + 2 * moving.h
        )
        lifted = frozenset[str]() if self.lift.copies else self.lift.ids
        others = (desk.surface.face(note_id) for note_id in near if note_id not in lifted)
        frames = (Frame(face.x, face.y, face.w, face.h) for face in others if face is not None)
        return snap(moving, frames, reach)

    def _zone(self, desk: Desk, pointer: Pointer, dx: float, dy: float) -> str:
        """The block that lights up: where the only note would hang, or the pointer's when there are several."""
        faces = self._faces(desk)
        if len(faces) != 1:
            return desk.surface.zone_for(pointer.x, pointer.y)
        (face,) = faces
        return desk.surface.zone_for(face.x + face.w / 2 + dx, face.y + face.h / 2 + dy)


class OnGround(State):
    """Pressed on the sheet: a click lets go of the selection, a drag draws a rubber band."""

    def __init__(self, start: Pointer, kept: frozenset[str], before: frozenset[str]) -> None:
        self.start = start
        self.kept = kept
        self.before = before
        self.band: Band | None = None

    def move(self, desk: Desk, pointer: Pointer) -> State:
        if self.band is None and not pointer.is_far_from(self.start):
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

    def gone(self, ids: frozenset[str]) -> State:
        self.kept, self.before = self.kept - ids, self.before - ids
        return self


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
    def stretch(self) -> Stretch | None:
        """The note that is being made larger or smaller."""
        return self.state.stretch if isinstance(self.state, OnCorner) else None

    @property
    def wire(self) -> Wire | None:
        """The link that is being drawn."""
        return self.state.wire if isinstance(self.state, OnEdge) else None

    @property
    def busy(self) -> bool:
        """Whether a gesture is going on."""
        return not isinstance(self.state, Idle)

    def press(self, pointer: Pointer) -> None:
        self._become(self.state.press(self.desk, pointer))

    def move(self, pointer: Pointer) -> None:
        self._become(self.state.move(self.desk, pointer))

    def release(self, pointer: Pointer) -> None:
        try:
            self._become(self.state.release(self.desk, pointer))
        except Problem:  # the person is told by whoever hears of it; the gesture is over
            self.state = Idle()
            raise

    def cancel(self) -> None:
        """Escape, or a second finger on the screen: back to where the gesture began."""
        self._become(self.state.cancel(self.desk))

    def follow(self, change: Change) -> None:
        """The document changed under the gesture."""
        if change.removed:
            self._become(self.state.gone(frozenset(change.removed)))

    def _become(self, state: State) -> None:
        self.state = Idle() if state.is_over else state


def movable(desk: Desk, ids: frozenset[str]) -> frozenset[str]:
    """The notes that move when these are dragged: whole clusters, without what is locked or voted on."""
    found: set[str] = set()
    for note_id in ids:
        found |= desk.surface.cluster_of(note_id)
    return frozenset(note_id for note_id in found if (face := desk.surface.face(note_id)) and not face.fixed)
