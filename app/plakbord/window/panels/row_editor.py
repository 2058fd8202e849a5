"""Writing on a note in its row of the outline, over as many lines as it takes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

MOST_LINES = 8
"""Lines that the editor grows to; longer texts scroll."""

_KEPT = frozenset(
    {
        *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_F2, Qt.Key.Key_Insert),
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    }
)


class RowEditor(QPlainTextEdit):
    """Enter and Escape keep the text, Alt+Enter begins a new line. `done` comes once, with whether another note is
    wanted."""

    done = Signal(bool)

    def __init__(self, text: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._finished = False
        self._row = QRect()
        self.setObjectName("rowEditor")
        self.setAccessibleName(name)
        self.document().setDocumentMargin(3)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPlainText(text)
        self.selectAll()
        self.textChanged.connect(lambda: self.place(self._row))

    def place(self, row: QRect) -> None:
        """Lies over a row, as high as its text."""
        self._row = row
        self.resize(row.width(), self.height())
        lines = max(1, min(MOST_LINES, round(self.document().size().height())))
        high = lines * self.fontMetrics().lineSpacing() + 2 * (3 + self.frameWidth()) + 2
        parent = self.parentWidget()
        top = min(row.top(), parent.height() - high) if parent is not None else row.top()
        self.setGeometry(row.left(), max(0, top), row.width(), max(row.height(), high))

    def finish(self, another: bool = False) -> None:
        """Ends the writing, once."""
        if not self._finished:
            self._finished = True
            self.done.emit(another)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape or (enter and not held):
            self.finish()
        elif enter and held & Qt.KeyboardModifier.ControlModifier:
            self.finish(another=True)
        elif enter:
            self.insertPlainText("\n")
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """What means something in a text belongs to the editor, also where the window has shortcuts for it."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in _KEPT:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere keeps the text; a menu or another window leaves the editor open."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.finish()
