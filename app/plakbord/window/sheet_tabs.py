"""The strip of tabs: a small picture and a name for every sheet. Dragging orders them, a double click renames."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QIcon, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QLineEdit, QTabBar, QWidget

LEAST = 200
"""Pixels for the tabs at least."""
PICTURE = QSize(40, 28)


class SheetTabs(QTabBar):
    """Tells which sheet is chosen, moved or renamed; what happens then is for others."""

    chosen = Signal(str)
    placed = Signal(str, int)
    renamed = Signal(str, str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self) -> None:
        super().__init__(drawBase=False, expanding=False, usesScrollButtons=True, movable=True)
        self._ids: list[str] = []
        self._editor: QLineEdit | None = None
        self._dragged: tuple[str, int] | None = None
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(PICTURE)
        self.currentChanged.connect(self._on_current)
        self.tabMoved.connect(self._on_moved)

    def minimumSizeHint(self) -> QSize:
        """Where there is no room for all tabs they scroll, rather than push the buttons beside them together."""
        return QSize(min(LEAST, super().minimumSizeHint().width()), super().minimumSizeHint().height())

    def show_sheets(self, titles: dict[str, str], current: str) -> None:
        """The sheets by id with their titles, and the one that is shown."""
        if self._dragged is not None:
            return
        self.blockSignals(True)
        while self.count() > len(titles):
            self.removeTab(self.count() - 1)
        while self.count() < len(titles):
            self.addTab(_no_picture(), "")
        self._ids = list(titles)
        for number, title in enumerate(titles.values()):
            words = title.replace("&", "&&")
            if self.tabText(number) != words:
                self.setTabText(number, words)
                self.setTabToolTip(number, title)
        self.setCurrentIndex(self._ids.index(current))
        self.blockSignals(False)

    def show_pictures(self, picture: Callable[[str], QIcon]) -> None:
        """Small pictures for all tabs."""
        for number, sheet_id in enumerate(self._ids):
            self.setTabIcon(number, picture(sheet_id))

    def rename(self, sheet_id: str) -> None:
        """Lets the person type another name over the tab."""
        if sheet_id not in self._ids or self._editor is not None:
            return
        number = self._ids.index(sheet_id)
        editor = self._editor = TabEditor(self.tabText(number).replace("&&", "&"), self)
        room = self.tabRect(number).adjusted(PICTURE.width() + 12, 4, -4, -4)
        editor.setGeometry(room.adjusted(0, 0, max(0, 160 - room.width()), 0))
        editor.ended.connect(lambda keep: self._end_rename(sheet_id, keep))
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_rename(self, sheet_id: str, keep: bool) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        editor.hide()
        editor.deleteLater()
        if keep and editor.isModified():
            self.renamed.emit(sheet_id, editor.text())

    def _on_current(self, number: int) -> None:
        if self._dragged is None and 0 <= number < len(self._ids):
            self.chosen.emit(self._ids[number])

    def _on_moved(self, start: int, end: int) -> None:
        """While a tab is dragged it passes its neighbours one by one; it counts when it is let go."""
        self._ids.insert(end, self._ids.pop(start))
        moved = self._ids[self.currentIndex()]
        self._dragged = (moved, self.currentIndex())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        dragged, self._dragged = self._dragged, None
        if dragged is not None:
            self.placed.emit(dragged[0], self._ids.index(dragged[0]))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        number = self.tabAt(event.position().toPoint())
        if 0 <= number < len(self._ids):
            self.rename(self._ids[number])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        number = self.tabAt(event.pos())
        if 0 <= number < len(self._ids):
            self.menu_wanted.emit(self._ids[number], event.globalPos())
        event.accept()


class TabEditor(QLineEdit):
    """The name of a tab while it is typed. `ended` comes with whether it is to be kept."""

    ended = Signal(bool)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setObjectName("tabEditor")
        self.setMaxLength(200)
        self.selectAll()
        self.editingFinished.connect(lambda: self.ended.emit(True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit(False)
        else:
            super().keyPressEvent(event)


def _no_picture() -> QIcon:
    """As large as a picture: the bar has its height before pictures come, so that the board above it stays still."""
    blank = QPixmap(PICTURE)
    blank.fill(Qt.GlobalColor.transparent)
    return QIcon(blank)
