"""The first thing people see: a sheet to begin with, work that a crash left, the workshops of lately with small
pictures, and an example to look around in. It lies over the board until something is chosen or Escape is pressed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from canvas_files.recovery import Found
from plakbord.sheet.templates import Known
from plakbord.window.icons import Icons
from plakbord.words import Words

PICTURE = QSize(168, 119)
MOST_RECOVERED = 2
_PATH = Qt.ItemDataRole.UserRole
SAMPLES = (
    ("", "start.sample", "start.sample.hint", "eye"),
    ("data", "start.data_sample", "start.data_sample.hint", "database"),
)
"""The examples by name, with their words and icon."""
_WIDE = 1000
"""Pixels; a narrower page has narrower margins."""


class StartPage(QWidget):
    """Tells what is chosen: a template by its short name, a file, the example, or a file that is still to be found."""

    begun = Signal(str)
    chosen = Signal(Path)
    sample = Signal(str)
    wants_open = Signal()
    left = Signal()
    brought_back = Signal(object)
    """Work that a crash left, as it was found."""
    wants_recovered = Signal()

    def __init__(self, parent: QWidget, t: Words, icons: Icons, templates: Sequence[Known]) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._t = t
        self._recent = QListWidget()
        self._cards = QVBoxLayout()
        self._whole = whole = QHBoxLayout(self)
        whole.addLayout(self._beginnings(icons, templates), 2)
        whole.addLayout(self._lately(), 3)
        self._under = parent
        parent.installEventFilter(self)
        self.setGeometry(parent.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as what it lies over."""
        if event.type() == QEvent.Type.Resize and watched is self._under:
            self.setGeometry(self._under.rect())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, less of it stays empty."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self._whole.setContentsMargins(*((64, 48, 64, 32) if wide else (24, 16, 24, 16)))
        self._whole.setSpacing(56 if wide else 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """The workshops of lately, for now with empty pictures."""
        blank = QPixmap(PICTURE)
        blank.fill("#FFFFFF")
        empty = QIcon(blank)
        self._recent.clear()
        for path in paths:
            item = QListWidgetItem(empty, f"{path.stem}\n{path.parent.name}")
            item.setData(_PATH, str(path))
            item.setToolTip(str(path))
            self._recent.addItem(item)
        self._recent.setVisible(bool(paths))
        self._nothing.setVisible(not paths)

    def show_picture(self, path: Path, picture: QIcon) -> None:
        """The picture of one of them."""
        for number in range(self._recent.count()):
            if self._recent.item(number).data(_PATH) == str(path):
                self._recent.item(number).setIcon(picture)

    def show_recovered(self, found: Sequence[Found]) -> None:
        """Work that a crash left stands above the workshops of lately; the latest of it when there is much."""
        from plakbord.window.cards import Card, button
        from plakbord.window.recovery_dialog import lines_of, title_of

        for one in found[:MOST_RECOVERED]:
            opens = button(self._t("recovery.open"))
            opens.clicked.connect(lambda _=False, one=one: self.brought_back.emit(one))
            self._cards.addWidget(Card(title_of(one, self._t), lines_of(one, self._t)[:2], [opens]))
        if found:
            self._cards.insertWidget(0, _heading(self._t("start.recovered")))
            row = QHBoxLayout()
            everything = button(self._t("start.recovered.all"))
            everything.clicked.connect(self.wants_recovered)
            row.addStretch(1)
            row.addWidget(everything)
            self._cards.addLayout(row)

    def _beginnings(self, icons: Icons, templates: Sequence[Known]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(_heading(self._t("start.new")))
        inside = QWidget()
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(8)
        for known in templates:
            template = known.template
            about = template.about(self._t.language) if template.about else ""
            card = self._card(f"  {template.name(self._t.language)}\n  {about}".rstrip(), icons(template.icon))
            card.clicked.connect(lambda _=False, short=known.short: self.begun.emit(short))
            cards.addWidget(card)
        cards.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(inside.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width())
        column.addWidget(area, 1)
        column.addWidget(_heading(self._t("start.look")))
        for name, key, hint, icon in SAMPLES:
            example = self._card(f"  {self._t(key)}\n  {self._t(hint)}", icons(icon))
            example.clicked.connect(lambda _=False, name=name: self.sample.emit(name))
            column.addWidget(example)
        return column

    def _lately(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self._cards.setSpacing(8)
        column.addLayout(self._cards)
        column.addWidget(_heading(self._t("start.recent")))
        self._nothing = QLabel(self._t("start.recent.none"))
        self._nothing.setObjectName("quiet")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._nothing, 1)
        self._recent.setViewMode(QListWidget.ViewMode.IconMode)
        self._recent.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._recent.setMovement(QListWidget.Movement.Static)
        self._recent.setIconSize(PICTURE)
        self._recent.setGridSize(PICTURE + QSize(24, 56))
        self._recent.setWordWrap(True)
        self._recent.setFrameShape(QListWidget.Shape.NoFrame)
        self._recent.setAccessibleName(self._t("start.recent"))
        self._recent.itemClicked.connect(self._on_item)
        self._recent.itemActivated.connect(self._on_item)
        column.addWidget(self._recent, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        for key, signal in (("start.open", self.wants_open), ("start.leave", self.left)):
            button = QPushButton(self._t(key))
            button.clicked.connect(signal)
            row.addWidget(button)
        column.addLayout(row)
        return column

    def _on_item(self, item: QListWidgetItem) -> None:
        self.chosen.emit(Path(item.data(_PATH)))

    def _card(self, words: str, icon: QIcon) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName("choice")
        button.setIcon(icon)
        button.setIconSize(QSize(28, 28))
        button.setAutoDefault(True)
        return button


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName("heading")
    label.setIndent(0)
    return label
