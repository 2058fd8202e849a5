"""Writing on a note from the first letter to the last: the editor over it, the fitting while typing, and one undo step
at the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont

from canvas_files import queries
from canvas_files.held_notes import why_held
from canvas_files.plain_text import clean_text, note_text
from canvas_files.problems import Problem
from canvas_files.records import Note
from plakbord.board.view import BoardView
from plakbord.session import Session

if TYPE_CHECKING:
    from plakbord.board.note_editor import NoteEditor, Then


KEEP_EVERY = 1000
"""Milliseconds of typing that a crash may take away."""


class Editing:
    """At most one note at a time is written on. `tell` shows a problem to the person; `go_on` makes the note that is
    wanted after one: below it when told so, else in the next block."""

    def __init__(
        self,
        session: Session,
        board: BoardView,
        font: Callable[[], QFont],
        tell: Callable[[Problem], None],
        go_on: Callable[[Note, bool], None],
    ) -> None:
        self._session = session
        self._board = board
        self._font = font
        self._tell = tell
        self._go_on = go_on
        self._editor: NoteEditor | None = None
        self._note: Note | None = None
        self._new = False
        self._kept = False
        self._soon = QTimer(board, singleShot=True, interval=KEEP_EVERY)
        self._soon.timeout.connect(self._keep)
        board.camera_changed.connect(self._place)

    @property
    def active(self) -> bool:
        """Whether a note is being written on."""
        return self._editor is not None

    def start(self, note_id: str, new: bool) -> None:
        """Begins to write. A new note that stays empty is taken back, and its making and writing are one undo step:
        the gesture that began with it ends here."""
        self.finish()
        note = queries.note(self._session.store.records, note_id)
        face = self._board.surface.face(note_id)
        if note is None or face is None:
            return
        held = why_held(self._session.store.records, note_id)
        if held is not None:
            self._board.refused.emit(held)
            return
        from plakbord.board.note_editor import NoteEditor  # not needed before the first letter

        self._note, self._new, self._kept = note, new, False
        self._editor = NoteEditor(face, note.text, self._font(), self._board)
        self._editor.typed.connect(self._on_typed)
        self._editor.done.connect(self._on_done)
        self._board.set_edited(note_id)
        self._place()
        self._editor.show()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Ends the writing, keeping what was written."""
        if self._editor is not None:
            self._editor.finish()

    def _place(self) -> None:
        if self._editor is None or self._note is None or self._board.camera is None:
            return
        face = self._board.surface.face(self._note.id)
        if face is not None:
            self._editor.place(face, self._board.camera, self._board.ratio)

    def _on_typed(self, text: str) -> None:
        """The note shows what is typed, at the size that fits; the document hears of it soon."""
        if self._note is not None:
            if not self._soon.isActive():
                self._soon.start()
            self._show(self._note.changed(text=clean_text(text)[:5_000]))
            self._place()

    def _keep(self) -> None:
        """Puts what was typed so far in the document, where a crash does not reach it; it stays one undo step."""
        editor, note = self._editor, self._note
        if editor is None or note is None or note.id not in self._session.store.records:
            return
        if not (self._kept or self._new):
            self._session.history.begin()
        self._kept = True
        with self._session.store.transaction("step.note.add" if self._new else "step.note.edit") as tx:
            tx.update(note.id, text=clean_text(editor.toPlainText())[:5_000])
        self._place()

    def _show(self, note: Note) -> None:
        before = self._board.surface.face(note.id)
        if before is not None:
            self._board.refresh_face(before, self._board.surface.layout.measured(note))

    def _on_done(self, then: Then) -> None:
        editor, note, new = self._editor, self._note, self._new
        if editor is None or note is None:
            return
        try:
            text = note_text(editor.toPlainText())
        except Problem as problem:
            self._tell(problem)
            text = note_text(clean_text(editor.toPlainText())[:5_000])
        self._soon.stop()
        self._editor = self._note = None
        note = queries.note(self._session.store.records, note.id) or note
        self._show(note)
        # First the focus, for Qt would pass it on from a hidden editor as if Tab were pressed.
        self._board.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.hide()
        editor.deleteLater()
        self._board.set_edited(None)
        self._write(note, text, new)
        if then.value != "nothing":
            self._go_on(note, then.value == "next below")

    def _write(self, note: Note, text: str, new: bool) -> None:
        history = self._session.history
        if new and not text:
            history.cancel()
            return
        if text != note.text and note.id in self._session.store.records:
            with self._session.store.transaction("step.note.add" if new else "step.note.edit") as tx:
                tx.update(note.id, text=text)
        if new or self._kept:
            history.end()
