"""A panel at the right of the board, and which of them is open: one at a time, each loaded when it is first asked for.
What stands in a panel is its own module's affair."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QToolButton, QWidget

from canvas_files.change import Change
from plakbord.settings import Settings
from plakbord.window.icons import Icons
from plakbord.window.stage import Stage
from plakbord.words import Words

WIDTH = 340
"""Pixels of a panel that was never made wider or narrower."""


class SideWindow(Protocol):
    """What the panels need of their window."""

    @property
    def stage(self) -> Stage: ...
    @property
    def t(self) -> Words: ...
    @property
    def icons(self) -> Icons: ...
    @property
    def settings(self) -> Settings: ...
    def show_outline(self, shown: bool) -> None: ...


class SidePanel(QDockWidget):
    """The frame of a panel: its title, its closing cross, and the body that a kind of panel fills. It is told when the
    words or the sheet are others, and, while it is open, of every change."""

    def __init__(self, parent: QMainWindow, name: str, body: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Panel")
        self.setAllowedAreas(Qt.DockWidgetArea.RightDockWidgetArea)
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setMinimumWidth(280)
        self._title, self.cross = QLabel(), QToolButton()
        self._title.setObjectName("panelTitle")
        self.cross.setObjectName("panelClose")
        head = QWidget()
        head.setObjectName("panelHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 8, 8, 4)
        row.addWidget(self._title, 1)
        row.addWidget(self.cross)
        body.setObjectName("panelBody")
        self.setTitleBarWidget(head)
        self.setWidget(body)

    def dress(self, t: Words, icons: Icons) -> None:
        """Gives the panel its words and icons; a kind of panel adds its own."""
        self.cross.setIcon(icons("x"))
        self.cross.setToolTip(t("panel.close"))
        self.cross.setAccessibleName(t("panel.close"))

    def call(self, title: str) -> None:
        """Its title."""
        self._title.setText(title)
        self.setWindowTitle(title)

    def join(self, stage: Stage) -> None:
        """It is opened, or another sheet is shown, perhaps of another workshop."""

    def follow(self, change: Change, /) -> None:
        """The document changed while the panel is open."""

    def finish(self) -> None:
        """Something else is going to happen: what is being written here is kept."""

    def leave(self) -> None:
        """It is closed."""


Making = Callable[[QMainWindow], SidePanel]


class SidePanels:
    """The panels of one window, by their names."""

    def __init__(self, window: SideWindow, parent: QMainWindow, makings: Mapping[str, Making]) -> None:
        self._window = window
        self._parent = parent
        self._makings = makings
        self._made: dict[str, SidePanel] = {}
        self.open_name = ""
        """The panel that is open; none is ""."""

    @property
    def current(self) -> SidePanel | None:
        """The panel that is open."""
        return self._made.get(self.open_name)

    def toggle(self, name: str) -> None:
        """Opens the panel, or closes it when it is open."""
        if self.open_name == name:
            self.close()
        else:
            self.open(name)

    def open(self, name: str) -> SidePanel:
        """Opens the panel in the place of any other, with the keyboard in it."""
        panel = self._made.get(name)
        if panel is None:
            panel = self._made[name] = self._makings[name](self._parent)
            self._parent.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, panel)
            panel.cross.clicked.connect(self.close)
            panel.dress(self._window.t, self._window.icons)
        elif self.open_name == name:
            return panel
        width = self.current.width() if self.current is not None else WIDTH
        self._shut()
        if self._window.settings.outline:
            self._window.show_outline(False)
        self.open_name = name
        panel.join(self._window.stage)
        panel.show()
        self._parent.resizeDocks([panel], [width], Qt.Orientation.Horizontal)
        panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return panel

    def close(self) -> None:
        """Closes the panel that is open, if any; the keyboard goes to the board."""
        if self.open_name:
            self._shut()
            self._window.stage.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shut(self) -> None:
        panel, self.open_name = self.current, ""
        if panel is not None:
            panel.finish()
            panel.hide()
            panel.leave()

    def dress(self, t: Words, icons: Icons) -> None:
        """Gives the panels that were made their words and icons."""
        for panel in self._made.values():
            panel.dress(t, icons)

    def join(self, stage: Stage) -> None:
        """Another sheet is shown, perhaps of another workshop."""
        if self.current is not None:
            self.current.finish()
            self.current.join(stage)

    def follow(self, change: Change) -> None:
        """The document changed."""
        if self.current is not None:
            self.current.follow(change)

    def finish(self) -> None:
        """Keeps what is being written in the panel that is open."""
        if self.current is not None:
            self.current.finish()
