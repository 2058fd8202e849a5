"""Drives the tool for everyday as a mouse would, without Qt: press, move, release, key, and what to expect then."""

from __future__ import annotations

from typing import Literal

from canvas_files.change import Change
from canvas_files.records import Note
from helpers.sample_workshops import layout_of
from plakbord.board.surface import SheetSurface
from plakbord.session import Session
from plakbord.tools.select import SelectTool
from plakbord.tools.selection import Selection
from plakbord.tools.tool import Desk, Pointer

Place = tuple[float, float]
REACH = 50.0
"""Hundredths of a millimetre until a press becomes a drag."""


class BoardDriver:
    """One sheet of a session under a pointer. Places are on the sheet."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.surface = SheetSurface(layout_of(session))
        self.selection = Selection()
        self.tool = SelectTool(Desk(self.surface, session.store, session.history, self.selection))
        session.store.listen(self._on_change)
        self._at: Place = (0.0, 0.0)

    def _on_change(self, change: Change) -> None:
        self.selection.follow(change)
        self.tool.follow(change)
        self.surface.follow(change)

    # What a person does

    def press(self, x: float, y: float, shift: bool = False) -> BoardDriver:
        self._at = (x, y)
        self.tool.press(self._pointer(shift))
        return self

    def move(self, x: float, y: float, shift: bool = False) -> BoardDriver:
        """Moves the pointer; as on the board, only while it is down."""
        self._at = (x, y)
        if self.tool.busy:
            self.tool.move(self._pointer(shift))
        return self

    def release(self, shift: bool = False) -> BoardDriver:
        if self.tool.busy:
            self.tool.release(self._pointer(shift))
        return self

    def key(self, name: Literal["Escape", "Undo", "Redo"]) -> BoardDriver:
        act = {"Escape": self.tool.cancel, "Undo": self.session.history.undo, "Redo": self.session.history.redo}
        act[name]()
        return self

    def click(self, at: Place, shift: bool = False) -> BoardDriver:
        return self.press(*at, shift).release(shift)

    def drag(self, start: Place, *way: Place, shift: bool = False) -> BoardDriver:
        """Presses, goes along places, and lets go at the last."""
        self.press(*start, shift)
        for at in way:
            self.move(*at, shift)
        return self.release(shift)

    # What others do

    def remove_by_phone(self, *notes: Note) -> BoardDriver:
        with self.session.store.transaction("step.note.delete", "phone") as tx:
            for note in notes:
                tx.remove(note.id)
        return self

    # What is to be seen

    def expect(
        self,
        selected: list[Note] | None = None,
        lifted: list[Note] | None = None,
        busy: bool | None = None,
        undo: str | None = None,
    ) -> BoardDriver:
        """What was named must be so."""
        if selected is not None:
            assert self.selection.ids == {note.id for note in selected}
        if lifted is not None:
            assert self.tool.lift.ids == {note.id for note in lifted}
        if busy is not None:
            assert self.tool.busy is busy
        if undo is not None:
            assert (self.session.history.undo_label or "") == undo
        return self

    def middle(self, note: Note) -> Place:
        """Where on the sheet a note's middle is."""
        face = self.surface.layout.notes[note.id]
        return face.x + face.w / 2, face.y + face.h / 2

    def now(self, note: Note) -> Note:
        """The note as the document has it now."""
        found = self.session.store.records[note.id]
        assert isinstance(found, Note)
        return found

    def _pointer(self, shift: bool) -> Pointer:
        return Pointer(*self._at, shift, REACH)
