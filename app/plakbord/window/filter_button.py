"""A button of the search bar that opens a list of names to choose from, each with a tick; the list stays open while
choosing."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from plakbord.window.icons import color_icon
from plakbord.words import Words


class Option(Struct, frozen=True):
    """One name to choose: what it is, and how it is shown; `color` is the note colour that stands before it."""

    id: str
    words: str
    color: str = ""


class FilterButton(QToolButton):
    """Shows how many names are chosen."""

    changed = Signal()

    def __init__(self, part: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.part = part
        self.chosen: frozenset[str] = frozenset()
        self._options: Sequence[Option] = ()
        self._words = ""
        self._t: Words | None = None
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCheckable(True)
        self.setMenu(TickMenu(self))

    def name(self, t: Words) -> None:
        """Takes its words from a language."""
        self._t = t
        self._words = t(f"search.{self.part}")
        self._show()

    def offer(self, options: Sequence[Option]) -> None:
        """Offers these names; what is chosen and not offered any more is let go."""
        if options != self._options:
            self._options = options
            self.menu().clear()
            for option in options:
                self.menu().addAction(self._entry(option))
        self._choose(self.chosen & {option.id for option in options})
        self.setEnabled(bool(options))

    def clear(self) -> None:
        """Lets go of all that was chosen."""
        for entry in self.menu().actions():
            entry.setChecked(False)

    def _entry(self, option: Option) -> QAction:
        entry = QAction(option.words.replace("&", "&&"), self.menu())
        entry.setData(option.id)
        entry.setCheckable(True)
        entry.setChecked(option.id in self.chosen)
        if option.color:
            entry.setIcon(color_icon(option.color))
            entry.setIconVisibleInMenu(True)
        entry.toggled.connect(lambda on: self._choose(self.chosen | {option.id} if on else self.chosen - {option.id}))
        return entry

    def _choose(self, chosen: frozenset[str]) -> None:
        if chosen != self.chosen:
            self.chosen = chosen
            self._show()
            self.changed.emit()
        self.setChecked(bool(chosen))

    def _show(self) -> None:
        if self._t is not None:
            count = len(self.chosen)
            words = self._t("search.filter.some", name=self._words, n=count) if count else self._words
            self.setText(words)
            self.setAccessibleName(words)
        self.setChecked(bool(self.chosen))


class TickMenu(QMenu):
    """A menu that stays open when something in it is ticked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        entry = self.activeAction()
        if entry is not None and entry.isCheckable() and entry.isEnabled():
            entry.toggle()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.activeAction()
        if event.key() == Qt.Key.Key_Space and entry is not None and entry.isCheckable():
            entry.toggle()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Space is a tick here, not a letter to find an entry by."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
            return True
        return super().event(event)
