"""Pictures with QPainter, opened once and kept as long as they are shown."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QImageReader, QPainter, QPainterPath, QPen, QPixmap, QTransform

from plakbord.sheet.image_bytes import is_sound
from plakbord.sheet.marks import Image, Picture


class PicturePainter:
    """Paints pictures; what cannot be opened is left out."""

    def __init__(self) -> None:
        self._opened: WeakKeyDictionary[Image, QImage] = WeakKeyDictionary()
        self._shown: WeakKeyDictionary[Image, QPixmap] = WeakKeyDictionary()

    def paint(self, painter: QPainter, mark: Picture) -> None:
        """Paints a picture in its window. Everything of the painter is given back as it was."""
        pixmap = self._pixmap(mark.image, mark.w * abs(painter.transform().m11()))
        if pixmap.isNull():
            return
        window = mark.window
        path = QPainterPath()
        radius = min(window.radius, window.w / 2, window.h / 2)
        path.addRoundedRect(QRectF(window.x, window.y, window.w, window.h), radius, radius)
        painter.save()
        painter.translate(mark.x, mark.y)
        scale_x, scale_y = mark.w / pixmap.width(), mark.h / pixmap.height()
        painter.scale(scale_x, scale_y)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QBrush(pixmap))
        path.translate(-mark.x, -mark.y)
        painter.drawPath(QTransform.fromScale(1 / scale_x, 1 / scale_y).map(path))
        painter.restore()

    def _pixmap(self, image: Image, wanted: float) -> QPixmap:
        """The picture so many device pixels wide, or as wide as it is: the painter alone would make a picture that is
        shown small rough."""
        whole = self._opened.get(image)
        if whole is None:
            whole = self._opened[image] = opened(image)
        width = max(1, min(round(wanted), whole.width()))
        shown = self._shown.get(image)
        if shown is None or shown.width() != width:
            small = (
                whole.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation) if not whole.isNull() else whole
            )
            shown = self._shown[image] = QPixmap.fromImage(small)
        return shown


def opened(image: Image) -> QImage:
    """The picture as Qt has it; a null image when its bytes are not what they say."""
    if not is_sound(image):
        return QImage()
    picture = _read(image.jpeg, b"jpeg")
    if not image.mask or picture.isNull():
        return picture
    mask = _read(image.mask, b"png").convertToFormat(QImage.Format.Format_Grayscale8)
    picture = picture.convertToFormat(QImage.Format.Format_ARGB32)
    if mask.size() == picture.size():
        picture.setAlphaChannel(mask)
    return picture


def _read(data: bytes, form: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(form))
    reader.setAutoTransform(False)
    return reader.read()
