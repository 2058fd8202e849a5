"""The tree in the outline: how its rows are painted, and which keys it keeps for itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from plakbord.window.panels.outline_model import DETAIL, Index

GAP = 8
"""Pixels between words in a row, and beside them."""
ROOM = 7
"""Pixels above and below a row's words."""

_WRITE = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2})
_NEW = frozenset({Qt.Key.Key_Insert, Qt.Key.Key_N})


class RowPainter(QStyledItemDelegate):
    """Paints a row as the system's lists are, with quiet words at its end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        detail = index.data(DETAIL) or ""
        if not detail:
            super().paint(painter, option, index)
            return
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        metrics = row.fontMetrics
        rect: QRect = row.rect
        most = rect.width() // 2 if index.parent().parent().isValid() else rect.width()
        words = metrics.elidedText(detail, Qt.TextElideMode.ElideRight, max(0, most - 2 * GAP))
        wide = metrics.horizontalAdvance(words) + 2 * GAP
        icon = row.decorationSize.width() + GAP if not row.icon.isNull() else 0
        room = rect.width() - wide - icon - GAP
        row.text = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, max(0, room))
        widget = row.widget
        style = widget.style() if widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, row, painter, widget)
        chosen = row.state & QStyle.StateFlag.State_Selected
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.PlaceholderText
        painter.save()
        painter.setFont(row.font)
        painter.setPen(row.palette.color(role))
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -GAP, 0), end, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size, row = super().sizeHint(option, index), QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        return QSize(size.width(), max(size.height(), row.fontMetrics.height() + 2 * ROOM))


class OutlineTree(QTreeView):
    """Says what keys and the mouse ask for; what that means is the panel's."""

    wants_edit = Signal()
    wants_note = Signal()
    wants_menu = Signal(object)
    wants_out = Signal()
    scrolled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setItemDelegate(RowPainter(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(16, 16))
        self.setIndentation(16)
        self.setExpandsOnDoubleClick(True)
        self.doubleClicked.connect(lambda _: self.wants_edit.emit())
        self.verticalScrollBar().valueChanged.connect(lambda _: self.scrolled.emit())

    def event(self, event: QEvent) -> bool:
        """The keys that mean something else here than on the board are the tree's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _kept(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _kept(event):
            super().keyPressEvent(event)
        elif event.key() in _WRITE:
            self._write()
        elif event.key() in _NEW:
            self.wants_note.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.wants_out.emit()
        else:
            super().keyPressEvent(event)

    def _write(self) -> None:
        """Enter on a heading opens or closes it."""
        index = self.currentIndex()
        if index.isValid() and self.model().hasChildren(index):
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.wants_edit.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key opens the menu at the row."""
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.wants_menu.emit(at)
        event.accept()


def _kept(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
    shifted = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    ours = event.key() in _WRITE or event.key() in _NEW or event.key() == Qt.Key.Key_Escape
    return (plain and ours) or (shifted and event.key() in arrows)
