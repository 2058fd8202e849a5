"""The timer of a round: how many seconds are left, told once a second. It makes no sound and closes nothing; time is
for the facilitator to call."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

MORE = 60
"""Seconds that are added at a time."""


class Clock(QObject):
    """Counts down for one round at a time; `left` is whole seconds, 0 when it is over or there is none."""

    ticked = Signal()
    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.round_id = ""
        self.total = 0
        self._until = 0.0
        self._paused: float | None = None
        self._beat = QTimer(self, interval=250)
        self._beat.timeout.connect(self._tick)
        self._said = -1

    @property
    def running(self) -> bool:
        """Whether time goes by."""
        return self._beat.isActive()

    @property
    def left(self) -> int:
        """Seconds that are left, rounded up."""
        seconds = self._paused if self._paused is not None else self._until - time.monotonic()
        return max(0, -int(-seconds // 1)) if self.total else 0

    @property
    def words(self) -> str:
        """What is left as minutes and seconds."""
        return f"{self.left // 60}:{self.left % 60:02}"

    def start(self, round_id: str, seconds: int) -> None:
        """Begins to count for a round; with no seconds there is no timer."""
        self.round_id, self.total = round_id, seconds
        self._until, self._paused = time.monotonic() + seconds, None
        self._run(seconds > 0)

    def pause(self) -> None:
        """Time stands still, or goes on."""
        if self._paused is None:
            self._paused = max(0.0, self._until - time.monotonic())
            self._run(False)
        else:
            self._until, self._paused = time.monotonic() + self._paused, None
            self._run(self.left > 0)

    def add(self, seconds: int = MORE) -> None:
        """More time."""
        now = time.monotonic()
        if self._paused is not None:
            self._paused += seconds
        else:
            self._until = max(self._until, now) + seconds
        self.total = max(self.total, self.left)
        self._run(self._paused is None)

    def stop(self) -> None:
        """There is no timer any more."""
        self.round_id, self.total, self._paused = "", 0, None
        self._run(False)

    def _run(self, on: bool) -> None:
        if on:
            self._beat.start()
        else:
            self._beat.stop()
        self._said = -1
        self.ticked.emit()

    def _tick(self) -> None:
        if self.left == self._said:
            return
        self._said = self.left
        self.ticked.emit()
        if self.left == 0:
            self._beat.stop()
            self.over.emit()
