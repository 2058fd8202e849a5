"""The short way from one view of the sheet to another, so that the eye can follow where it went."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from plakbord.board.camera import Camera

DURATION = 140
"""Milliseconds."""


class Glide(QVariantAnimation):
    """Shows the steps between two cameras; only one way at a time."""

    def __init__(self, show: Callable[[Camera], None], arrived: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent, startValue=0.0, endValue=1.0, duration=DURATION)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._show = show
        self._ways: tuple[Camera, Camera] | None = None
        self.valueChanged.connect(self._step)
        self.finished.connect(arrived)

    def go(self, start: Camera, end: Camera) -> None:
        """Sets out; a way that was not finished is given up."""
        self.stop()
        self._ways = start, end
        self.start()

    def _step(self, part: float) -> None:
        if self._ways is not None and self.state() == QVariantAnimation.State.Running:
            self._show(between(*self._ways, part))


def between(start: Camera, end: Camera, part: float) -> Camera:
    """The camera on the way: it comes closer evenly, around the one point that both show at the same place."""
    if part >= 1:
        return end
    scale = start.scale * (end.scale / start.scale) ** part
    way = part if start.scale == end.scale else (scale - start.scale) / (end.scale - start.scale)
    return Camera(scale, start.left + (end.left - start.left) * way, start.top + (end.top - start.top) * way)
