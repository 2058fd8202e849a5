"""One note being written on in the outline, from the first letter to the undo step at the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QTreeView

from canvas_files import queries
from canvas_files.plain_text import note_text
from canvas_files.problems import Problem
from plakbord.session import Session
from plakbord.window.panels.row_editor import RowEditor

LONGEST = 5_000
"""Characters that are kept of a text that is too long for a note."""


class RowWriting:
    """At most one row at a time is written on. `after` hears whether another note is wanted."""

    def __init__(self, tree: QTreeView, after: Callable[[bool], None]) -> None:
        self._tree = tree
        self._after = after
        self._editor: RowEditor | None = None
        self._where: Callable[[], QModelIndex] = QModelIndex
        tree.verticalScrollBar().valueChanged.connect(lambda _: self._place())

    def start(
        self,
        session: Session,
        note_id: str,
        where: Callable[[], QModelIndex],
        name: str,
        new: bool,
        tell: Callable[[Problem], None],
    ) -> None:
        """Begins to write. A new note that stays empty is taken back; its making and writing are one undo step: the
        gesture that began with it ends here. `where` is the note's row as it is at any moment."""
        self.finish()
        note = queries.note(session.store.records, note_id)
        if note is None or not where().isValid():
            return
        self._tree.scrollTo(where())
        self._where = where
        self._editor = editor = RowEditor(note.text, name, self._tree.viewport())
        editor.done.connect(lambda another: self._on_done(session, note_id, new, another, tell))
        self._place()
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self._place)  # the tree lays itself out once more for a row that is new

    def finish(self) -> None:
        """Ends the writing, keeping what was written."""
        if self._editor is not None:
            self._editor.finish()

    def _place(self) -> None:
        index = self._where()
        if self._editor is None or not index.isValid():
            return
        row = self._tree.visualRect(index)
        self._editor.place(row.adjusted(0, 0, self._tree.viewport().width() - row.right() - 4, 0))

    def _on_done(
        self, session: Session, note_id: str, new: bool, another: bool, tell: Callable[[Problem], None]
    ) -> None:
        editor, self._editor = self._editor, None
        self._where = QModelIndex
        if editor is None:
            return
        problem: Problem | None = None
        try:
            text = note_text(editor.toPlainText())
        except Problem as found:
            problem, text = found, note_text(editor.toPlainText()[:LONGEST])
        editor.hide()
        editor.deleteLater()
        self._write(session, note_id, text, new)
        self._after(another and bool(text))
        if problem is not None:
            tell(problem)

    def _write(self, session: Session, note_id: str, text: str, new: bool) -> None:
        note = queries.note(session.store.records, note_id)
        if new and not text:
            session.history.cancel()
            return
        if note is not None and note.text != text:
            with session.store.transaction("step.note.add" if new else "step.note.edit") as tx:
                tx.update(note_id, text=text)
        if new:
            session.history.end()
