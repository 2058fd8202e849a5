"""Enter and the arrows belong to the field, list or table that has the keyboard, also where the window has shortcuts
for them: an arrow in a list may not move the notes that are selected on the board."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_KEY = Qt.Key
OWN = frozenset(
    {
        *(_KEY.Key_Return, _KEY.Key_Enter, _KEY.Key_F2),
        *(_KEY.Key_Up, _KEY.Key_Down, _KEY.Key_Left, _KEY.Key_Right),
        *(_KEY.Key_Home, _KEY.Key_End, _KEY.Key_PageUp, _KEY.Key_PageDown),
    }
)


class OwnKeys(QObject):
    """Watches widgets and the lists that open under them; lives as long as its parent."""

    def __init__(self, parent: QWidget, *watched: QObject) -> None:
        super().__init__(parent)
        for each in watched:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in OWN:
            event.accept()
            return True
        return super().eventFilter(watched, event)
