"""Paints sheets as pictures for phones, a few marks at a time between whatever else the window does, and packs them in
another thread: a whole one at once would hold the window up for a quarter of a second."""

from __future__ import annotations

import contextlib
import time
from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter

from canvas_files.background import Background
from plakbord.board.painter import HINTS, MarkPainter
from plakbord.live.setup import Image
from plakbord.sheet.layout import Layout
from plakbord.sheet.marks import Mark

WIDTH = 2_400
"""Pixels: a note of 36 mm on A3 is 205 of them, and can be read when zoomed in on."""
_SLICE = 0.004
_MARKS = 6
"""Marks between two looks at the clock."""

Done = Callable[[Image | None], None]


class Photographer(QObject):
    """One sheet after the other. `layout` gives a sheet as it is now, and raises LookupError."""

    _packed = Signal(object)

    def __init__(self, parent: QObject, layout: Callable[[str], Layout], painter: MarkPainter) -> None:
        super().__init__(parent)
        self._layout = layout
        self._painter = painter
        self._wanted: deque[tuple[str, Done]] = deque()
        self._marks: Sequence[Mark] = ()
        self._at = 0
        self._image: QImage | None = None
        self._brush: QPainter | None = None
        self._background = Background("plakbord-pictures")
        self._timer = QTimer(self, interval=2)
        self._timer.timeout.connect(self._go_on)
        self._packed.connect(self._on_packed, Qt.ConnectionType.QueuedConnection)

    def paint(self, sheet: str, done: Done) -> None:
        """Paints a sheet as it is printed, and calls back."""
        self._wanted.append((sheet, done))
        if len(self._wanted) == 1:
            self._begin()

    def rest(self) -> None:
        """Nobody looks any more: what is half painted is thrown away."""
        self._timer.stop()
        self._wanted.clear()
        if self._brush is not None:
            self._brush.end()
        self._brush = self._image = None

    def _begin(self) -> None:
        try:
            page = self._layout(self._wanted[0][0]).page()
        except LookupError:
            self._finish(None)
            return
        scale = WIDTH / page.w
        image = QImage(WIDTH, max(1, round(page.h * scale)), QImage.Format.Format_RGB32)
        if image.isNull():
            self._finish(None)
            return
        image.fill(Qt.GlobalColor.white)
        brush = QPainter(image)
        brush.setRenderHints(HINTS)
        brush.scale(scale, scale)
        self._image, self._brush, self._marks, self._at = image, brush, page.marks, 0
        self._timer.start()

    def _go_on(self) -> None:
        brush, image = self._brush, self._image
        if brush is None or image is None:
            return
        end = time.perf_counter() + _SLICE
        while self._at < len(self._marks) and time.perf_counter() < end:
            self._painter.paint(brush, self._marks[self._at : self._at + _MARKS])
            self._at += _MARKS
        if self._at >= len(self._marks):
            self._timer.stop()
            brush.end()
            self._brush = self._image = None
            self._background.later(0.0, lambda: self._pack(image))

    def _pack(self, image: QImage) -> None:
        with contextlib.suppress(RuntimeError):  # the window went away meanwhile
            self._packed.emit(packed(image))

    def _on_packed(self, image: object) -> None:
        self._finish(image if isinstance(image, Image) else None)

    def _finish(self, image: Image | None) -> None:
        if not self._wanted:
            return
        _, done = self._wanted.popleft()
        done(image)
        if self._wanted:
            QTimer.singleShot(0, self._begin)


def packed(image: QImage) -> Image:
    """The picture as a PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # a QBuffer is taken, its stub says bytes
    return Image(bytes(buffer.data().data()), image.width(), image.height())
