"""Writing in a field of the sheet from the first letter to the last: the editor over it, the fitting while typing, one
undo step at the end, and on to the next field with Tab."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from canvas_files.entries import answer, checked_text
from canvas_files.plain_text import clean_text
from canvas_files.problems import Problem
from canvas_files.template import Field
from plakbord.board.fonts import editor_font
from plakbord.board.view import BoardView
from plakbord.session import Session
from plakbord.sheet.form import Slot
from plakbord.sheet.text.fonts import BOLD, Fonts

if TYPE_CHECKING:
    from plakbord.board.field_editor import FieldEditor


class FieldEditing:
    """At most one field at a time is written in. `tell` shows a problem to the person."""

    def __init__(
        self,
        session: Session,
        board: BoardView,
        font: Callable[[], QFont],
        fonts: Fonts,
        tell: Callable[[Problem], None],
    ) -> None:
        self._session = session
        self._board = board
        self._font = font
        self._fonts = fonts
        self._tell = tell
        self._editor: FieldEditor | None = None
        self._slot: Slot | None = None
        board.camera_changed.connect(self._place)

    @property
    def active(self) -> bool:
        """Whether a field is being written in."""
        return self._editor is not None

    def start(self, slot_id: str) -> None:
        """Begins to write in a field of text."""
        self.finish()
        slot = self._board.surface.layout.slots.get(slot_id)
        if slot is None or slot.kind not in ("line", "story"):
            return
        value = answer(self._session.store.records, self._board.surface.layout.sheet_id, slot_id)
        self._slot = slot
        from plakbord.board.field_editor import FieldEditor  # not needed before the first letter

        self._editor = FieldEditor(slot, value if isinstance(value, str) else "", self._font_of(slot), self._board)
        self._editor.setAccessibleName(self._name_of(slot_id))
        if slot.title:
            self._editor.setPlaceholderText(self._name_of(slot_id))
        self._editor.typed.connect(lambda _: self._place())
        self._editor.turned.connect(self._turn)
        self._editor.done.connect(self._on_done)
        self._place()
        self._editor.show()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Ends the writing, keeping what was written."""
        if self._editor is not None:
            self._editor.finish()

    def _turn(self, way: int) -> None:
        self.finish()
        self._board.turn_field(way)

    def _place(self) -> None:
        if self._editor is None or self._slot is None or self._board.camera is None:
            return
        laid = self._board.surface.layout.typed(self._slot, clean_text(self._editor.toPlainText()))
        self._editor.place(laid, self._board.camera, self._board.ratio)

    def _on_done(self) -> None:
        editor, slot = self._editor, self._slot
        if editor is None or slot is None:
            return
        self._editor = self._slot = None
        self._write(slot, editor.toPlainText())
        # First the focus, for Qt would pass it on from a hidden editor as if Tab were pressed.
        self._board.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.hide()
        editor.deleteLater()

    def _write(self, slot: Slot, text: str) -> None:
        field = self._board.surface.layout.template.field(slot.id)
        if not isinstance(field, Field):
            return
        try:
            text = checked_text(field, text)
        except Problem as problem:
            limit = int(str(problem.values["limit"]))
            text = checked_text(field, clean_text(text).strip()[:limit])
            self._tell(Problem("field_cut", limit=limit))
        if self._board.surface.layout.sheet_id in self._session.store.records:
            self._board.fields.write(slot.id, text or None, "step.field.edit")

    def _font_of(self, slot: Slot) -> QFont:
        if not slot.title:
            return self._font()
        font = editor_font(self._fonts.folder / f"{BOLD}.ttf")
        font.setBold(True)
        return font

    def _name_of(self, slot_id: str) -> str:
        layout = self._board.surface.layout
        named = layout.template.field(slot_id)
        return named.name(layout.t.language) if named else ""
