"""Fingers on the screen: one is the mouse, two move and zoom the sheet. A second finger takes back what the first one
began to drag."""

from __future__ import annotations

import math
from collections.abc import Sequence
from time import monotonic
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent

TAP_TIME = 0.4
TAP_REACH = 28.0
"""Two taps within this time, in seconds, and so many pixels of each other are a double tap."""


_COMES_OR_GOES = (QEventPoint.State.Pressed, QEventPoint.State.Released)


class Touched(Protocol):
    """What fingers can do to the board; places are pixels of the widget."""

    def press_at(self, at: QPointF) -> None: ...
    def move_to(self, at: QPointF) -> None: ...
    def release_at(self, at: QPointF) -> None: ...
    def double_click_at(self, at: QPointF) -> None: ...
    def cancel(self) -> None: ...
    def pan_by(self, dx: float, dy: float) -> None: ...
    def zoom_at(self, factor: float, at: QPointF) -> None: ...


class Fingers:
    """Follows the fingers from the first that lands to the last that is lifted."""

    def __init__(self, board: Touched) -> None:
        self._board = board
        self._one = False
        self._pair: tuple[QPointF, float] | None = None
        self._pressed = QPointF()
        self._tapped: tuple[float, QPointF] | None = None

    def follow(self, event: QTouchEvent) -> None:
        """Does what the fingers mean."""
        points = event.points()
        if event.type() == QEvent.Type.TouchCancel:
            self._board.cancel()
            self._one, self._pair = False, None
        elif event.type() == QEvent.Type.TouchEnd:
            self._end(points)
        elif len(points) >= 2:
            if any(point.state() in _COMES_OR_GOES for point in points):
                self._pair = None  # measured anew from where the fingers are now
            self._two(points[0].position(), points[1].position())
        elif event.type() == QEvent.Type.TouchBegin:
            self._one = True
            self._pressed = points[0].position()
            self._board.press_at(self._pressed)
        elif self._one:
            self._board.move_to(points[0].position())

    def _end(self, points: Sequence[QEventPoint]) -> None:
        at = points[0].position()
        if self._one:
            self._board.release_at(at)
            if _apart(at, self._pressed) < TAP_REACH:
                self._tap(at)
        self._one, self._pair = False, None

    def _tap(self, at: QPointF) -> None:
        now = monotonic()
        if self._tapped is not None:
            before, there = self._tapped
            if now - before < TAP_TIME and _apart(at, there) < TAP_REACH:
                self._tapped = None
                self._board.double_click_at(at)
                return
        self._tapped = (now, at)

    def _two(self, first: QPointF, second: QPointF) -> None:
        if self._one:
            self._one = False
            self._board.cancel()
        middle, apart = (first + second) / 2, max(_apart(first, second), 1.0)
        if self._pair is not None:
            before, was_apart = self._pair
            self._board.pan_by(middle.x() - before.x(), middle.y() - before.y())
            if abs(apart / was_apart - 1) > 0.001:
                self._board.zoom_at(apart / was_apart, middle)
        self._pair = (middle, apart)


def _apart(first: QPointF, second: QPointF) -> float:
    return math.hypot(first.x() - second.x(), first.y() - second.y())


def keys_held(event: QMouseEvent) -> tuple[bool, bool]:
    """Whether Shift and Alt are held."""
    keys = event.modifiers()
    return bool(keys & Qt.KeyboardModifier.ShiftModifier), bool(keys & Qt.KeyboardModifier.AltModifier)
