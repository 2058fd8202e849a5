"""The findings as a list: each a sentence, with a jump to its notes, and a way to say that it is fine and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from canvas_files.findings import Finding
from canvas_files.inventory import Inventory
from canvas_files.telling import sentence
from plakbord.window.panels.own_keys import OwnKeys
from plakbord.words import Words

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_INSIDE = (10, 7, -10, -7)
_WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value


class FindingsModel(QAbstractListModel):
    """The findings that are shown, in the order of telling."""

    def __init__(self, t: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._t = t
        self._parent = parent
        self.inventory: Inventory | None = None
        self.findings: tuple[Finding, ...] = ()
        self._reasons: tuple[str | None, ...] = ()

    def show_findings(self, inventory: Inventory, findings: Sequence[Finding]) -> bool:
        """Shows these; whether they are others than before."""
        remarks = (inventory.fine(finding) for finding in findings)
        reasons = tuple(remark.text if remark is not None else None for remark in remarks)
        self.inventory = inventory
        if tuple(findings) == self.findings and reasons == self._reasons:
            if self.findings:  # names may be others
                self.dataChanged.emit(self.index(0), self.index(len(self.findings) - 1))
            return False
        self.beginResetModel()
        self.findings, self._reasons = tuple(findings), reasons
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        reason = self._reasons[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(index.row())
        if role == Qt.ItemDataRole.ForegroundRole and reason is not None:
            return QColor(self._parent.palette().color(QPalette.ColorRole.PlaceholderText))
        return None

    def _words(self, row: int) -> str:
        assert self.inventory is not None
        said = sentence(self.inventory, self.findings[row], self._t)
        reason = self._reasons[row]
        return said if reason is None else f"✓ {said}\n{self._t('inventory.column.fine')} {reason}".rstrip()


class Sentence(QStyledItemDelegate):
    """A sentence over as many lines as it takes in the width there is."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        words, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(option.rect.adjusted(*_INSIDE), _WRAPPED, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 300
        room = QRect(0, 0, width, 10_000).adjusted(*_INSIDE)
        words = option.fontMetrics.boundingRect(room, _WRAPPED, str(index.data()))
        return QSize(width, words.height() + _INSIDE[1] - _INSIDE[3])


class FindingsList(QListView):
    """Wraps its sentences, and Enter jumps."""

    jumped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.jumped.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences break at the width that there is."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        return QSize(280, 320)


class FindingsView(QWidget):
    """The list with what can be done with a finding."""

    jump = Signal(object)
    fine = Signal(object)
    not_fine = Signal(object)

    def __init__(self, t: Words) -> None:
        super().__init__()
        self.list = FindingsList()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(Sentence(self.list))
        self.list.setSpacing(1)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(t("inventory.findings"))
        self.model = FindingsModel(t, self)
        self.list.setModel(self.model)
        self._t = t
        self._inventory: Inventory | None = None
        self.accepted = QCheckBox(t("inventory.accepted"))
        self.accepted.setChecked(True)
        self.accepted.toggled.connect(lambda _: self.renew(self._inventory))
        self.show_button, self.fine_button = QPushButton(t("inventory.jump")), QPushButton()
        self.show_button.clicked.connect(self._jump)
        self.fine_button.clicked.connect(self._turn)
        self.list.jumped.connect(self._jump)
        self.list.doubleClicked.connect(lambda _: self._jump())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._name())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.show_button)
        row.addWidget(self.fine_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.accepted)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        OwnKeys(self, self.list, self.accepted, self.show_button, self.fine_button)
        self._name()

    @property
    def current(self) -> Finding | None:
        """The finding that the keyboard is at."""
        row = self.list.currentIndex().row()
        return self.model.findings[row] if 0 <= row < len(self.model.findings) else None

    def renew(self, inventory: Inventory | None) -> None:
        """Shows the findings as they are now; the keyboard stays at the same one, or at its place."""
        self._inventory = inventory
        if inventory is None:
            return
        before, row = self.current, self.list.currentIndex().row()
        if self.model.show_findings(inventory, inventory.findings(self.accepted.isChecked())) and before is not None:
            known = {(each.rule, each.subject): at for at, each in enumerate(self.model.findings)}
            at = known.get((before.rule, before.subject), min(row, len(self.model.findings) - 1))
            self.list.setCurrentIndex(self.model.index(at))
        self._name()

    def _name(self) -> None:
        finding = self.current
        is_fine = finding is not None and self._inventory is not None and self._inventory.fine(finding) is not None
        self.fine_button.setText(self._t("inventory.not_fine" if is_fine else "inventory.fine"))
        for button in (self.show_button, self.fine_button):
            button.setEnabled(finding is not None)

    def _jump(self) -> None:
        if self.current is not None:
            self.jump.emit(self.current)

    def _turn(self) -> None:
        finding, inventory = self.current, self._inventory
        if finding is not None and inventory is not None:
            (self.fine if inventory.fine(finding) is None else self.not_fine).emit(finding)
