"""Typing in a field: a text editor laid over its room on the sheet. It grows downward over what stands there as long as
the text is longer than the room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QWidget

from plakbord.board.camera import Camera
from plakbord.board.paper_editor import PaperEditor
from plakbord.sheet import theme
from plakbord.sheet.form import Slot
from plakbord.sheet.text.runs import Laid

_NEXT = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class FieldEditor(PaperEditor):
    """Edits one field. `turned` comes before done when Tab was pressed: 1 for the next field, -1 for the one before."""

    turned = Signal(int)

    def __init__(self, slot: Slot, text: str, font: QFont, parent: QWidget) -> None:
        super().__init__(text, font, theme.SHEET, parent)
        self._slot = slot

    def place(self, laid: Laid, camera: Camera, ratio: float) -> None:
        """Lies over the room of the field, with the text as it is laid out now."""
        room = self._slot.answer
        corner = camera.device(room.x, room.y)
        self.lie_at(corner, (room.w, max(room.h, laid.height)), laid.size, camera, ratio)
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab goes on to the next field; Enter finishes a field of one line."""
        if event.key() in _NEXT:
            back = event.key() == Qt.Key.Key_Backtab or event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.turned.emit(-1 if back else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._slot.kind == "line":
            self.finish()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tab is not for Qt to take: it knows nothing of chips and scales."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _NEXT:
            self.keyPressEvent(event)
            return True
        return super().event(event)
