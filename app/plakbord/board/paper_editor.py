"""A text editor that lies on the paper: the letters of the sheet in the sheet's size, lines as far apart as in print.
What is edited, and where it lies, is for those made of it."""

from __future__ import annotations

import math

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

_ROOM_ABOVE = 0.3
"""Part of the size that is kept above the first line, for accents on capitals."""


class PaperEditor(QTextEdit):
    """Edits a text on paper of a colour. `done` comes once."""

    done = Signal()
    typed = Signal(str)

    def __init__(self, text: str, font: QFont, paper: str, parent: QWidget) -> None:
        super().__init__(parent)
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
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(paper))
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.INK))
        self.setPalette(palette)
        self.selectAll()
        self.textChanged.connect(lambda: self.typed.emit(self.toPlainText()))

    def lie_at(
        self, corner: tuple[float, float], size: tuple[float, float], em: float, camera: Camera, ratio: float
    ) -> None:
        """Lies with its text's corner at a device pixel; size and letters are in hundredths of a millimetre, ratio is
        device pixels per pixel of the window."""
        scale = camera.scale / ratio
        rise = self._set_size(em * scale)
        left, top = corner[0] / ratio, corner[1] / ratio - rise
        self.setGeometry(round(left), round(top), math.ceil(size[0] * scale) + 2, math.ceil(size[1] * scale + rise) + 2)

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

    def finish(self) -> None:
        """Ends the editing, once."""
        if self.ends():
            self.done.emit()

    def ends(self) -> bool:
        """Whether this is the end; it comes only once."""
        ending, self._finished = not self._finished, True
        return ending

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Ctrl+Enter finish; everything else is typing."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.finish()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Escape belongs to the editor, also where the window has a shortcut for it."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Clicking elsewhere keeps the text; a menu or another window leaves the editor open."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.finish()
