"""Numbers typed digit by digit, without a field to type in: a number counts at once when no longer one begins so, and
else with Enter. No clock decides, for some people look for the second digit."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class TypedNumber(QObject):
    """Tells of numbers up to `most`; `digits` is what was typed of the next one. `unconfirmed` is whether there was
    typing since the last Enter: who types a number and Enter means that number, also when it counted already."""

    complete = Signal(int)
    changed = Signal()

    def __init__(self, most: int, parent: QObject) -> None:
        super().__init__(parent)
        self._most = most
        self.digits = ""
        self.unconfirmed = False

    def type(self, digit: str) -> None:
        """One more digit; a number cannot begin with 0."""
        self.unconfirmed = True
        if not self.digits and digit == "0":
            return
        self.digits += digit
        if int(self.digits) * 10 > self._most:
            self._complete()
        else:
            self.changed.emit()

    def back(self) -> bool:
        """Takes the last digit back; whether there was one."""
        self.unconfirmed = True
        there = bool(self.digits)
        self.digits = self.digits[:-1]
        if there:
            self.changed.emit()
        return there

    def confirm(self) -> bool:
        """Enter: what was typed is the number; whether there was anything for this Enter to confirm."""
        was, self.unconfirmed = self.unconfirmed, False
        if self.digits:
            self._complete()
        return was

    def clear(self) -> None:
        """Nothing was typed."""
        self.digits, self.unconfirmed = "", False
        self.changed.emit()

    def _complete(self) -> None:
        number, self.digits = int(self.digits), ""
        self.changed.emit()
        self.complete.emit(number)
