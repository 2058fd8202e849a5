"""The way from the server's thread into the main one: whatever phones ask waits here, and is taken in slices so short
that the window keeps painting. The only part of this that knows Qt."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

if TYPE_CHECKING:  # what the happenings are is not its business
    from plakbord.live.phone import Happening

SLICE = 0.004
"""Seconds at a time."""


class Inbox(QObject):
    """Lives in the main thread; `post` may be called in any."""

    _rang = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Happening] = deque()
        self._ringing = False
        self._take: Callable[[Happening], None] | None = None
        self._after: Callable[[], None] | None = None
        self._rang.connect(self._drain, Qt.ConnectionType.QueuedConnection)
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._drain)
        self._timers: list[QTimer] = []

    def open(self, take: Callable[[Happening], None], after: Callable[[], None]) -> None:
        """From now on everything that comes goes to `take`, and `after` is called at the end of each slice."""
        self._take, self._after = take, after

    def close(self) -> None:
        """Nothing is taken any more; what waits is thrown away."""
        self._take = self._after = None
        self._waiting.clear()
        self._rest.stop()
        for timer in self._timers:
            timer.stop()
            timer.deleteLater()
        self._timers.clear()

    def post(self, happening: Happening) -> None:
        """Puts something in."""
        self._waiting.append(happening)
        if not self._ringing:
            self._ringing = True
            self._rang.emit()

    def clock(self, work: Callable[[], None], *, again: bool = False) -> Callable[[float], None]:
        """A clock that does the work so many seconds after it is wound up, or every so many. Gives what winds it up;
        one that runs already keeps its time."""
        timer = QTimer(self, singleShot=not again, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(work)
        self._timers.append(timer)

        def wind(seconds: float) -> None:
            if not timer.isActive():
                timer.start(round(seconds * 1000))

        return wind

    def _drain(self) -> None:
        self._ringing = False
        take, after = self._take, self._after
        if take is None or after is None:
            return
        end = time.perf_counter() + SLICE
        try:
            while self._waiting and self._take is not None and time.perf_counter() < end:
                take(self._waiting.popleft())
        finally:  # a fault of ours in one message is reported, and the others are answered all the same
            after()
            if self._waiting:
                self._rest.start()  # painting, mouse and keys come first
