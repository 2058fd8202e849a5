"""What is painted over the board while a gesture lasts: lifted notes, the block they would drop in, the rubber band,
and the hint on an empty sheet."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPainter, QPen, QPixmap, QRegion

from canvas_files.template import Room
from plakbord.board.backing import rects_of
from plakbord.board.camera import Camera
from plakbord.board.region import RegionPainter, Seen
from plakbord.board.sprites import REACH
from plakbord.sheet.between import Area
from plakbord.sheet.note import NoteFace
from plakbord.tools.tool import Band, Lift


class LiftedNotes:
    """Pictures of the notes that hang on the pointer, made once at the start of a drag."""

    def __init__(self, region: RegionPainter) -> None:
        self._region = region
        self._scale = 0.0
        self._pictures: dict[str, tuple[QPixmap, int]] = {}

    def clear(self) -> None:
        """The drag is over."""
        self._pictures.clear()

    def paint(self, painter: QPainter, faces: list[NoteFace], lift: Lift, camera: Camera, area: QRect) -> None:
        """Paints the faces where they are now; what does not touch the area is left out."""
        if camera.scale != self._scale:
            self._pictures.clear()
            self._scale = camera.scale
        for face in faces:
            if lifted_rect(face, lift, camera).intersects(area):
                pixmap, reach = self._picture(face, camera.scale)
                x, y = camera.device(face.x + lift.dx, face.y + lift.dy)
                painter.drawPixmap(math.floor(x + 0.5) - reach, math.floor(y + 0.5) - reach, pixmap)

    def _picture(self, face: NoteFace, scale: float) -> tuple[QPixmap, int]:
        found = self._pictures.get(face.id)
        if found is None:
            found = self._pictures[face.id] = picture_of_note(self._region, face, scale)
        return found


def picture_of_note(region: RegionPainter, face: NoteFace, scale: float) -> tuple[QPixmap, int]:
    """A note, selected, on nothing, and how many device pixels it sticks out beyond its corner."""
    reach = math.ceil(REACH * scale) + 4
    pixmap = QPixmap(math.ceil(face.w * scale) + 2 * reach, math.ceil(face.h * scale) + 2 * reach)
    pixmap.fill(Qt.GlobalColor.transparent)
    brush = QPainter(pixmap)
    brush.setRenderHint(QPainter.RenderHint.Antialiasing)
    at = Camera(scale, reach - face.x * scale, reach - face.y * scale)
    region.paint_note(brush, face, at, Seen(selected=(face.id,)))
    brush.end()
    return pixmap, reach


def note_rect(face: NoteFace, camera: Camera) -> QRect:
    """The device pixels that a note with its shadow and frame can touch."""
    reach = math.ceil(REACH * camera.scale) + 5
    x, y = camera.device(face.x, face.y)
    w, h = math.ceil(face.w * camera.scale), math.ceil(face.h * camera.scale)
    return QRect(math.floor(x) - reach, math.floor(y) - reach, w + 2 * reach + 1, h + 2 * reach + 1)


def lifted_rect(face: NoteFace, lift: Lift, camera: Camera) -> QRect:
    """The same for a note that hangs on the pointer."""
    moved = Camera(camera.scale, camera.left + lift.dx * camera.scale, camera.top + lift.dy * camera.scale)
    return note_rect(face, moved)


def area_rect(area: Area, camera: Camera) -> QRect:
    """The device pixels of an area of the sheet."""
    left, top = camera.device(area.left, area.top)
    right, bottom = camera.device(area.right, area.bottom)
    return QRectF(left, top, right - left, bottom - top).toAlignedRect().adjusted(-3, -3, 3, 3)


def room_rect(room: Room, camera: Camera) -> QRect:
    """The device pixels of a block with its frame."""
    x, y = camera.device(room.x, room.y)
    return QRectF(x, y, room.w * camera.scale, room.h * camera.scale).toAlignedRect().adjusted(-4, -4, 4, 4)


def band_rect(band: Band, camera: Camera) -> QRect:
    """The device pixels inside a rubber band."""
    left, top = camera.device(band.left, band.top)
    right, bottom = camera.device(band.right, band.bottom)
    return QRectF(left, top, right - left, bottom - top).toAlignedRect()


def paint_target(painter: QPainter, room: Room, camera: Camera, accent: str) -> None:
    """The block that lifted notes would drop in, lit up."""
    color = QColor(accent)
    painter.setPen(QPen(color, 2.5))
    color.setAlpha(22)
    painter.setBrush(color)
    x, y = camera.device(room.x, room.y)
    radius = 200 * camera.scale
    painter.drawRoundedRect(QRectF(x, y, room.w * camera.scale, room.h * camera.scale), radius, radius)


def paint_band(painter: QPainter, band: Band, camera: Camera, accent: str) -> None:
    """The rubber band."""
    color = QColor(accent)
    painter.setPen(QPen(color, 1))
    color.setAlpha(30)
    painter.setBrush(color)
    painter.drawRect(band_rect(band, camera).adjusted(0, 0, -1, -1))


def paint_hint(painter: QPainter, words: str, area: QRect, ratio: float, font: QFont) -> QRect:
    """A friendly line on an empty sheet, in a rounded label at the foot of the view; answers with where it stands."""
    font = QFont(font)
    font.setPixelSize(round(QFontInfo(font).pixelSize() * 1.15 * ratio))
    painter.setFont(font)
    text = painter.fontMetrics().boundingRect(words)
    room = area.width() - round(64 * ratio)
    if text.width() > room > 0:  # a narrow window
        font.setPixelSize(max(round(9 * ratio), font.pixelSize() * room // text.width()))
        painter.setFont(font)
        text = painter.fontMetrics().boundingRect(words)
    label = QRect(0, 0, text.width() + round(40 * ratio), text.height() + round(20 * ratio))
    label.moveCenter(area.center())
    label.moveBottom(area.bottom() - round(28 * ratio))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(31, 35, 40, 215))
    painter.drawRoundedRect(label, label.height() / 2, label.height() / 2)
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)
    return label


def band_edges(before: Band | None, after: Band | None, camera: Camera) -> list[QRect]:
    """Only the edges of a rubber band, and what it newly covers or leaves."""
    if before == after:
        return []
    old = QRegion(band_rect(before, camera)) if before else QRegion()
    new = QRegion(band_rect(after, camera)) if after else QRegion()
    changed = old.xored(new)
    for band in (before, after):
        if band is not None:
            rect = band_rect(band, camera)
            changed += QRegion(rect) - QRegion(rect.adjusted(2, 2, -2, -2))
    return rects_of(changed)
