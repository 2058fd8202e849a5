"""Typing on a note: a text editor laid over it with the note's own font, size and colour, fitted anew at every
letter."""

from __future__ import annotations

import math
from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QWidget

from plakbord.board.camera import Camera
from plakbord.board.paper_editor import PaperEditor
from plakbord.sheet import theme
from plakbord.sheet.note import NoteFace


class Then(Enum):
    """What the person wants after writing."""

    NOTHING = "nothing"
    NEXT_BELOW = "next below"
    NEXT_BLOCK = "next block"


class NoteEditor(PaperEditor):
    """Edits the text of one note. `done` comes once, with what is wanted next."""

    done = Signal(Then)

    def __init__(self, face: NoteFace, text: str, font: QFont, parent: QWidget) -> None:
        super().__init__(text, font, theme.note_color(face.color).fill, parent)
        self.setObjectName("noteEditor")

    def place(self, face: NoteFace, camera: Camera, ratio: float) -> None:
        """Lies over the note's text as it is now; ratio is device pixels per pixel of the window."""
        padding = theme.NOTE_PADDING
        x, y = (math.floor(each + 0.5) + padding * camera.scale for each in camera.device(face.x, face.y))
        size = face.w - 2 * padding, face.h - 2 * padding
        self.lie_at((x, y), size, face.text.laid.size, camera, ratio)

    def finish(self, then: Then = Then.NOTHING) -> None:
        """Ends the editing, once."""
        if self.ends():
            self.done.emit(then)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape finishes, Ctrl+Enter goes on with the next note below, Tab with one in the next block; everything else
        is typing."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finish(Then.NEXT_BELOW)
        elif event.key() == Qt.Key.Key_Tab:
            self.finish(Then.NEXT_BLOCK)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Enter and Tab belong to the editor, also where the window has a shortcut for them."""
        override = event.type() == QEvent.Type.ShortcutOverride
        own = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
        if override and isinstance(event, QKeyEvent) and event.key() in own:
            event.accept()
            return True
        return super().event(event)
