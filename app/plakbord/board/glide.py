"""The short way from one view of the sheet to another, so that the eye can follow where it went."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from plakbord.board.camera import Camera

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QVariantAnimation

DURATION = 140
"""Milliseconds."""


class Glide:
    """Shows the steps between two cameras; only one way at a time."""

    def __init__(self, show: Callable[[Camera], None], arrived: Callable[[], None], parent: QObject) -> None:
        self._show = show
        self._arrived = arrived
        self._parent = parent
        self._steps: QVariantAnimation | None = None
        self._ways: tuple[Camera, Camera] | None = None

    @property
    def running(self) -> bool:
        """Whether it is on its way."""
        return self._steps is not None and self._steps.state() == self._steps.State.Running

    def go(self, start: Camera, end: Camera) -> None:
        """Sets out; a way that was not finished is given up."""
        self.stop()
        self._ways = start, end
        if self._steps is None:
            self._steps = self._made()
        self._steps.start()

    def stop(self) -> None:
        """Stays where it is."""
        if self._steps is not None:
            self._steps.stop()

    def _made(self) -> QVariantAnimation:
        from PySide6.QtCore import QEasingCurve, QVariantAnimation  # not before somebody goes anywhere

        steps = QVariantAnimation(self._parent, startValue=0.0, endValue=1.0, duration=DURATION)
        steps.setEasingCurve(QEasingCurve.Type.OutCubic)
        steps.valueChanged.connect(self._step)
        steps.finished.connect(self._arrived)
        return steps

    def _step(self, part: float) -> None:
        if self._ways is not None and self.running:
            self._show(between(*self._ways, part))


def between(start: Camera, end: Camera, part: float) -> Camera:
    """The camera on the way: it comes closer evenly, around the one point that both show at the same place."""
    if part >= 1:
        return end
    scale = start.scale * (end.scale / start.scale) ** part
    way = part if start.scale == end.scale else (scale - start.scale) / (end.scale - start.scale)
    return Camera(scale, start.left + (end.left - start.left) * way, start.top + (end.top - start.top) * way)
