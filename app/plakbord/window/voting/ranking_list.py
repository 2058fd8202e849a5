"""A ranking as a list of bars: place, words, and how many dots; a tie is marked. The same in the panel and, larger,
where the room looks at it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from canvas_files.rounds import Rank
from plakbord.sheet import theme
from plakbord.sheet.spoken import first_line
from plakbord.words import Words

Index = QModelIndex | QPersistentModelIndex
_RANK = Qt.ItemDataRole.UserRole
MOST_LINES = 4
"""Lines of an option in the list; all of it stands on its note."""


class RankingList(QListWidget):
    """Tells which option was chosen, by its note."""

    chosen = Signal(str)

    def __init__(self, points: float = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rankingList")
        self._t: Words | None = None
        self._ranks: tuple[Rank, ...] = ()
        self.largest = 1
        if points:
            font = self.font()
            font.setPointSizeF(points)
            self.setFont(font)
        self.setItemDelegate(_Bars(self))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setUniformItemSizes(False)
        self.itemActivated.connect(self._on_item)
        self.itemClicked.connect(self._on_item)

    def dress(self, t: Words) -> None:
        """Gives it its words."""
        self._t = t
        self.setAccessibleName(t("vote.ranking"))
        self.show_ranks(self._ranks, self.largest)

    def show_ranks(self, ranks: Sequence[Rank], largest: int = 0) -> None:
        """Shows these lines; the longest bar stands for `largest` dots, or for the most of these."""
        kept = self.currentRow()
        same = [rank.option.note for rank in ranks] == [rank.option.note for rank in self._ranks]
        self._ranks = tuple(ranks)
        self.largest = max(largest, 1, *(rank.dots for rank in ranks)) if ranks else max(largest, 1)
        self.clear()
        for rank in ranks:
            item = QListWidgetItem(first_line(rank.option.text))
            item.setData(_RANK, rank)
            if self._t is not None:
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(rank, self._t))
            self.addItem(item)
        if same and kept >= 0:
            self.setCurrentRow(kept)

    def rank_at(self, row: int) -> Rank:
        """What a line shows."""
        return self._ranks[row]

    def _on_item(self, item: QListWidgetItem) -> None:
        rank = item.data(_RANK)
        if isinstance(rank, Rank):
            self.chosen.emit(rank.option.note)


def spoken(rank: Rank, t: Words) -> str:
    """A line of the ranking in words."""
    place = t("vote.rank.tied" if rank.tied else "vote.rank", place=rank.place)
    return f"{place}: {' '.join(rank.option.text.split())}, {t('vote.dots.count', n=rank.dots)}"


class _Bars(QStyledItemDelegate):
    """Paints a line. Words are plain text, whatever stands in them."""

    def __init__(self, view: RankingList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        rank = index.data(_RANK)
        metrics = QFontMetrics(self._view.font())
        width = self._view.viewport().width()
        lines = _lines(rank.option.text, self._view.font(), _room(width, metrics))
        high = len(lines) * metrics.lineSpacing() + metrics.height() + metrics.height() // 4 + _pad(metrics) * 2
        return QSize(width, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rank = index.data(_RANK)
        state, rect, palette = option.state, option.rect, self._view.palette()
        font, metrics = self._view.font(), QFontMetrics(self._view.font())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 6, 6)
        pad, left = _pad(metrics), _left(metrics)
        ink, quiet = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.PlaceholderText)
        place = QFont(font)
        place.setBold(True)
        painter.setFont(place)
        painter.setPen(ink if rank.dots else quiet)
        box = QRect(rect.left(), rect.top() + pad, left - pad, metrics.height())
        words = f"{rank.place} =" if rank.tied else f"{rank.place}"
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(font)
        y = rect.top() + pad
        for line in _lines(rank.option.text, font, _room(rect.width(), metrics)):
            painter.drawText(rect.left() + left, y + metrics.ascent(), line)
            y += metrics.lineSpacing()
        self._paint_bar(painter, QPoint(rect.left() + left, y + metrics.height() // 4), rect, rank, palette)
        painter.restore()

    def _paint_bar(self, painter: QPainter, corner: QPoint, rect: QRect, rank: Rank, palette: QPalette) -> None:
        metrics = QFontMetrics(self._view.font())
        count = metrics.horizontalAdvance("000") + _pad(metrics)
        room = max(1, rect.right() - corner.x() - count - _pad(metrics))
        high = max(6, metrics.height() // 2)
        middle = corner.y() + metrics.height() // 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
        painter.drawRoundedRect(corner.x(), middle - high // 2, room, high, high / 2, high / 2)
        if rank.dots:
            painter.setBrush(palette.color(QPalette.ColorRole.Accent))
            wide = max(high, round(room * rank.dots / self._view.largest))
            painter.drawRoundedRect(corner.x(), middle - high // 2, wide, high, high / 2, high / 2)
        painter.setPen(palette.color(QPalette.ColorRole.Text if rank.dots else QPalette.ColorRole.PlaceholderText))
        box = QRect(corner.x() + room, corner.y(), count, metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(rank.dots))
        swatch = QColor(theme.note_color(rank.option.color).fill)
        painter.setBrush(swatch)
        painter.setPen(QColor(theme.note_color(rank.option.color).edge))
        side = metrics.height() // 2
        painter.drawRoundedRect(rect.left() + _pad(metrics), middle - side // 2, side, side, 2, 2)


def _pad(metrics: QFontMetrics) -> int:
    return max(6, metrics.height() // 2)


def _left(metrics: QFontMetrics) -> int:
    return metrics.horizontalAdvance("000 =") + _pad(metrics)


def _room(width: int, metrics: QFontMetrics) -> int:
    return max(40, width - _left(metrics) - _pad(metrics))


def _lines(text: str, font: QFont, width: int) -> list[str]:
    """The words over at most so many lines; the last ends in dots when there is more."""
    words = " ".join(text.split())
    layout = QTextLayout(words, font)
    layout.setTextOption(QTextOption())
    found: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(found) == MOST_LINES - 1:
            rest = words.encode("utf-16-le")[2 * start :].decode("utf-16-le", "ignore")
            found.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        part = words.encode("utf-16-le")[2 * start : 2 * (start + line.textLength())]
        found.append(part.decode("utf-16-le", "ignore"))
    layout.endLayout()
    return found or [""]
