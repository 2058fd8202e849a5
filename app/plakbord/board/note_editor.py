"""Typing on a note: a text editor laid over it with the note's own font, size and colour, fitted anew at every
letter."""

from __future__ import annotations

import math

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from plakbord.board.camera import Camera
from plakbord.board.paper_editor import PaperEditor
from plakbord.sheet import theme
from plakbord.sheet.note import NoteFace


class NoteEditor(PaperEditor):
    """Edits the text of one note."""

    def __init__(self, face: NoteFace, text: str, font: QFont, parent: QWidget) -> None:
        super().__init__(text, font, theme.note_color(face.color).fill, parent)

    def place(self, face: NoteFace, camera: Camera, ratio: float) -> None:
        """Lies over the note's text as it is now; ratio is device pixels per pixel of the window."""
        padding = theme.NOTE_PADDING
        x, y = (math.floor(each + 0.5) + padding * camera.scale for each in camera.device(face.x, face.y))
        size = face.w - 2 * padding, face.h - 2 * padding
        self.lie_at((x, y), size, face.text.laid.size, camera, ratio)
