"""How a row of the command palette is painted: icon, words, what kind of thing it is, and its shortcut as a key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from plakbord.window.palette_choices import Offer
from plakbord.window.tone import Tone

ROW = 40
ICON = 18
_PAD = 12


class RowPainter(QStyledItemDelegate):
    """Paints offers; the marked row stands on a quiet ground."""

    def __init__(self, tone: Tone, icon: Callable[[Offer], QIcon], parent: QObject) -> None:
        super().__init__(parent)
        self._tone = tone
        self._icon = icon

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        return QSize(200, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints one row from its right end to its left: what is left is for the words."""
        offer: Offer = index.data(Qt.ItemDataRole.UserRole)
        area: QRect = option.rect
        font: QFont = option.font
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._tone.raised))
            painter.drawRoundedRect(area, 6, 6)
            painter.setBrush(QColor(self._tone.accent))
            painter.drawRoundedRect(QRect(area.left(), area.top() + 10, 3, area.height() - 20), 1.5, 1.5)
        middle = area.center().y() - ICON // 2 + 1
        self._icon(offer).paint(painter, QRect(area.left() + _PAD, middle, ICON, ICON))
        right = self._paint_keys(painter, offer, area, font)
        right = self._paint_kind(painter, offer, area, font, right)
        words = QRect(area.left() + 2 * _PAD + ICON, area.top(), 0, area.height())
        words.setRight(right - _PAD)
        painter.setFont(font)
        painter.setPen(QColor(self._tone.text))
        shown = painter.fontMetrics().elidedText(offer.words, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        painter.restore()

    def _paint_kind(self, painter: QPainter, offer: Offer, area: QRect, font: QFont, right: int) -> int:
        small = smaller(font)
        painter.setFont(small)
        painter.setPen(QColor(self._tone.quiet))
        metrics = QFontMetrics(small)
        shown = metrics.elidedText(offer.kind, Qt.TextElideMode.ElideRight, area.width() // 3)
        room = QRect(right - metrics.horizontalAdvance(shown) - _PAD, area.top(), 0, area.height())
        room.setRight(right - _PAD)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
        return room.left()

    def _paint_keys(self, painter: QPainter, offer: Offer, area: QRect, font: QFont) -> int:
        if not offer.keys:
            return area.right()
        words = QKeySequence(offer.keys).toString(QKeySequence.SequenceFormat.NativeText)
        small = smaller(font)
        painter.setFont(small)
        width = max(QFontMetrics(small).horizontalAdvance(words) + 14, 24)
        cap = QRectF(area.right() - _PAD - width + 0.5, area.center().y() - 10.5, width, 22)
        painter.setPen(QPen(QColor(self._tone.rule), 1))
        painter.setBrush(QColor(self._tone.panel))
        painter.drawRoundedRect(cap, 5, 5)
        painter.setPen(QColor(self._tone.quiet))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, words)
        return round(cap.left())


def smaller(font: QFont) -> QFont:
    """The font a little smaller, as set in pixels or points."""
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * 0.9)
    else:
        small.setPixelSize(round(font.pixelSize() * 0.9))
    return small
