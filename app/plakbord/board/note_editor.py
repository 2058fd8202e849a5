"""Typing on a note: a text editor laid over it with the note's own font, size and colour, fitted anew at every
letter."""

from __future__ import annotations

import math
from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from plakbord.board.camera import Camera
from plakbord.sheet import theme
from plakbord.sheet.note import NoteFace

_ROOM_ABOVE = 0.3
"""Part of the size that is kept above the first line, for accents on capitals."""


class Then(Enum):
    """What the person wants after writing."""

    NOTHING = "nothing"
    NEXT_BELOW = "next below"
    NEXT_BLOCK = "next block"


class NoteEditor(QTextEdit):
    """Edits the text of one note. `done` comes once, with what is wanted next."""

    done = Signal(Then)
    typed = Signal(str)

    def __init__(self, face: NoteFace, text: str, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("noteEditor")
        self._font = font
        self._finished = False
        self._size = 0.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setContentsMargins(0, 0, 0, 0)
        self.setViewportMargins(0, 0, 0, 0)
        self.setAcceptRichText(False)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        self._color(face.color)
        self.selectAll()
        self.textChanged.connect(lambda: self.typed.emit(self.toPlainText()))

    def place(self, face: NoteFace, camera: Camera, ratio: float) -> None:
        """Lies over the note's text as it is now; ratio is device pixels per pixel of the window."""
        scale = camera.scale / ratio
        size = face.text.laid.size * scale
        rise = self._set_size(size)
        corner_x, corner_y = camera.device(face.x, face.y)
        left = math.floor(corner_x + 0.5) / ratio + theme.NOTE_PADDING * scale
        top = math.floor(corner_y + 0.5) / ratio + theme.NOTE_PADDING * scale - rise
        w, h = (face.w - 2 * theme.NOTE_PADDING) * scale, (face.h - 2 * theme.NOTE_PADDING) * scale
        self.setGeometry(round(left), round(top), math.ceil(w) + 2, math.ceil(h + rise) + 2)

    def _set_size(self, size: float) -> float:
        """Sets letters of that many pixels, lines as far apart as on paper, and answers with how far above the text's
        corner the editor must begin for the first baselines to agree."""
        font = QFont(self._font)
        font.setPointSizeF(max(1.0, size * 72 / self.logicalDpiY()))
        metrics = QFontMetricsF(font)
        room, pitch = size * _ROOM_ABOVE, size * theme.LEADING
        if size != self._size:
            self._size = size
            self.setFont(font)
            self._set_pitch(pitch, room)
        ours = (pitch + metrics.ascent() - metrics.descent()) / 2
        theirs = room + pitch - metrics.descent()
        return theirs - ours

    def _set_pitch(self, pitch: float, room: float) -> None:
        wanted = QTextBlockFormat()
        wanted.setLineHeight(pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self.blockSignals(True)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.joinPreviousEditBlock()  # taking back a letter takes back the fitting that it caused
        cursor.mergeBlockFormat(wanted)
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        form.setTopMargin(room)
        frame.setFrameFormat(form)
        cursor.endEditBlock()
        self.blockSignals(False)

    def finish(self, then: Then = Then.NOTHING) -> None:
        """Ends the editing, once."""
        if not self._finished:
            self._finished = True
            self.done.emit(then)

    def _color(self, name: str) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.note_color(name).fill))
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.INK))
        self.setPalette(palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape finishes, Ctrl+Enter goes on with the next note below, Tab with one in the next block; everything else
        is typing."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finish(Then.NEXT_BELOW)
        elif event.key() == Qt.Key.Key_Tab:
            self.finish(Then.NEXT_BLOCK)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here belong to the editor, also where the window has a shortcut for them."""
        override = event.type() == QEvent.Type.ShortcutOverride
        own = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
        if override and isinstance(event, QKeyEvent) and event.key() in own:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Clicking elsewhere keeps the text; a menu or another window leaves the editor open."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.finish()
