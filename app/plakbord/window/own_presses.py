"""What comes to stand under a mouse that is pressing something else does not take the second press of that double
click."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QPushButton


class OwnPresses:
    """Remembers when one widget was pressed last, by the clock of the events, so that a busy moment makes no
    difference."""

    def __init__(self) -> None:
        self._last = -1
        """Milliseconds on that clock; never is -1."""

    def note(self, event: QMouseEvent) -> None:
        """The widget was pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._last = event.timestamp()

    def began(self, double: QMouseEvent) -> bool:
        """Whether the first press of this double click was the widget's own too."""
        soon = QGuiApplication.styleHints().mouseDoubleClickInterval()
        return self._last >= 0 and double.timestamp() - self._last <= soon


class SteadyButton(QPushButton):
    """A button that may take another's place: who double-clicks the other did not mean this one, nor does the keyboard
    go to it then."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self._presses = OwnPresses()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt would give it the keyboard with any press

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._presses.note(event)
        if self.focusPolicy() != Qt.FocusPolicy.NoFocus:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._presses.began(event):
            super().mouseDoubleClickEvent(event)
        else:
            event.accept()
