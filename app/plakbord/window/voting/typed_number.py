"""Numbers typed digit by digit, without a field to type in: 1 to 9 count at once when no longer number begins so, and
longer ones after Enter or a short wait."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

WAIT = 900
"""Milliseconds after which a number is taken for complete."""


class TypedNumber(QObject):
    """Tells of numbers up to `most`; `digits` is what was typed of the next one."""

    complete = Signal(int)
    changed = Signal()

    def __init__(self, most: int, parent: QObject) -> None:
        super().__init__(parent)
        self._most = most
        self.digits = ""
        self._soon = QTimer(self, singleShot=True, interval=WAIT)
        self._soon.timeout.connect(self.end)

    def type(self, digit: str) -> None:
        """One more digit; a number cannot begin with 0."""
        if not self.digits and digit == "0":
            return
        self.digits += digit
        number = int(self.digits)
        if number * 10 > self._most:
            self.end()
        else:
            self._soon.start()
            self.changed.emit()

    def back(self) -> bool:
        """Takes the last digit back; whether there was one."""
        there = bool(self.digits)
        self.digits = self.digits[:-1]
        if there:
            self._soon.stop()
            if self.digits:
                self._soon.start()
            self.changed.emit()
        return there

    def end(self) -> bool:
        """The number is complete; whether there was one."""
        self._soon.stop()
        digits, self.digits = self.digits, ""
        self.changed.emit()
        if digits:
            self.complete.emit(int(digits))
        return bool(digits)

    def clear(self) -> None:
        """Nothing was typed."""
        self._soon.stop()
        self.digits = ""
        self.changed.emit()
