"""PySide6 6.12.0 on Python 3.11 loses a reference to None at every call of Qt that gives nothing, and one to True at
every signal; after some thousands the process aborts. With such a PySide6 this fails before anybody's work does."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal

CALLS = 1500


class Bell(QObject):
    rang = Signal()


def test_calls_and_signals_lose_no_references() -> None:
    bell = Bell()
    bell.rang.connect(lambda: None)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(CALLS):
        bell.setObjectName("bell")
        bell.rang.emit()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert all(abs(now - then) < CALLS / 10 for then, now in zip(before, after, strict=True))
