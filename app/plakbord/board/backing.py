"""The picture behind the board: in device pixels, brought up to date only where something changed. Panning scrolls it,
zooming stretches it until the wheel rests."""

from __future__ import annotations

import time

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from plakbord.board.camera import Camera
from plakbord.board.region import RegionPainter, Seen

SLOW = 0.008
"""Seconds; when a full painting takes longer, zooming stretches the last picture first."""
_MANY = 60
_OVERVIEW = 1000


class Backing:
    """A pixmap that shows the board as a camera sees it."""

    def __init__(self, region: RegionPainter) -> None:
        self.region = region
        self._pixmap = QPixmap()
        self._camera: Camera | None = None
        self._dirty: list[QRect] = []
        self._overview: QPixmap | None = None
        self.full_seconds = 0.0

    def forget(self) -> None:
        """Everything must be painted anew."""
        self._camera = None
        self._overview = None

    def let_go(self) -> None:
        """The picture is not needed for now, and its memory is."""
        self.forget()
        self._pixmap = QPixmap()

    def damage(self, rect: QRect) -> None:
        """A device rectangle must be painted anew."""
        self._dirty.append(rect)
        self._overview = None

    def pan(self, dx: int, dy: int, camera: Camera, seen: Seen) -> None:
        """Scrolls to a camera that differs by whole pixels; what comes into view is damaged."""
        before = self._camera
        if before is None or before.panned(dx, dy) != camera:
            return
        if self._dirty:
            self.render(self._pixmap.size(), before, seen)
        self._pixmap.scroll(dx, dy, self._pixmap.rect())
        self._camera = camera
        w, h = self._pixmap.width(), self._pixmap.height()
        if dx:
            self._dirty.append(QRect(0, 0, dx, h) if dx > 0 else QRect(w + dx, 0, -dx, h))
        if dy:
            self._dirty.append(QRect(0, 0, w, dy) if dy > 0 else QRect(0, h + dy, w, -dy))

    def render(self, size: QSize, camera: Camera, seen: Seen) -> QPixmap:
        """The picture, up to date."""
        if self._pixmap.size() != size:
            self._pixmap = QPixmap(size)
            self._camera = None
        if self._camera != camera:
            started = time.perf_counter()
            self._paint([self._pixmap.rect()], camera, seen)
            self.full_seconds = time.perf_counter() - started
            self._camera = camera
        elif self._dirty:
            self._paint(self._dirty_rects(), camera, seen)
        self._dirty.clear()
        return self._pixmap

    def _dirty_rects(self) -> list[QRect]:
        region = QRegion()
        for rect in self._dirty:
            region += rect
        region &= self._pixmap.rect()
        return rects_of(region) if region.rectCount() <= _MANY else [region.boundingRect()]

    def _paint(self, rects: list[QRect], camera: Camera, seen: Seen) -> None:
        brush = QPainter(self._pixmap)
        for rect in rects:
            self.region.paint(brush, rect, camera, seen)
        brush.end()

    def stretch(self, painter: QPainter, whole: QRect, camera: Camera, seen: Seen) -> bool:
        """Shows the last picture as if seen by another camera, with an overview where it does not reach. False when
        there is no picture yet."""
        before = self._camera
        if before is None:
            return False
        ratio = camera.scale / before.scale
        left, top = camera.left - before.left * ratio, camera.top - before.top * ratio
        target = QRectF(left, top, self._pixmap.width() * ratio, self._pixmap.height() * ratio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not target.contains(QRectF(whole)):
            painter.fillRect(whole, QColor(self.region.look.desk))
            overview = self._overview_now(seen)
            page = self.region.surface.layout.template.page
            area = QRectF(camera.left, camera.top, page.w * camera.scale, page.h * camera.scale)
            painter.drawPixmap(area, overview, QRectF(overview.rect()))
        painter.drawPixmap(target, self._pixmap, QRectF(self._pixmap.rect()))
        return True

    def _overview_now(self, seen: Seen) -> QPixmap:
        if self._overview is None:
            page = self.region.surface.layout.template.page
            scale = _OVERVIEW / page.w
            self._overview = QPixmap(_OVERVIEW, round(page.h * scale))
            brush = QPainter(self._overview)
            self.region.paint(brush, self._overview.rect(), Camera(scale, 0, 0), seen)
            brush.end()
        return self._overview


def rects_of(region: QRegion) -> list[QRect]:
    """The rectangles a region is made of."""
    rects: list[QRect] = [*iter(region)]  # type: ignore[call-overload]  # a QRegion is iterable, its stub says not
    return rects
