"""A line to type in that keeps keys for itself which are shortcuts elsewhere in the window."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

KeyAndShift = tuple[Qt.Key, bool]


class FindField(QLineEdit):
    """Does what `keys` says for a key with or without Shift; other keys are typing. With `all_keys` no shortcut of the
    window works while typing here."""

    def __init__(self, keys: Mapping[KeyAndShift, Callable[[], None]], parent: QWidget, *, all_keys: bool) -> None:
        super().__init__(parent)
        self._keys = keys
        self._all_keys = all_keys

    def event(self, event: QEvent) -> bool:
        """Takes its own keys before the window's shortcuts do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._all_keys or self._meant(event) is not None:
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            run = self._meant(event)  # here, because Tab never gets as far as keyPressEvent
            if run is not None:
                run()
                event.accept()
                return True
        return super().event(event)

    def _meant(self, event: QKeyEvent) -> Callable[[], None] | None:
        others = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if others:
            return None
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return self._keys.get((Qt.Key(event.key()), shift))


def keys_for(
    run: Callable[[], None], keys: Collection[Qt.Key], *, shift: bool = False
) -> dict[KeyAndShift, Callable[[], None]]:
    """The same answer for several keys."""
    return {(key, shift): run for key in keys}


ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
