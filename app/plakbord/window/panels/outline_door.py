"""The way to the outline: the panel is loaded and made when it is first opened, for most people never look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QWidget

from plakbord.settings import Settings
from plakbord.window.icons import Icons
from plakbord.window.stage import Stage
from plakbord.words import Words

if TYPE_CHECKING:
    from plakbord.window.panels.outline import OutlinePanel, OutlineWindow


class OutlineDoor:
    """Stands for the panel before it is there, and hands everything on when it is."""

    def __init__(self, window: OutlineWindow, close: QAction, parent: QMainWindow) -> None:
        self._window = window
        self._close = close
        self._parent = parent
        self._panel: OutlinePanel | None = None
        self._words: tuple[Words, Icons] | None = None

    @property
    def tree(self) -> QWidget:
        """The part of the window that has the keyboard when the outline has it; the board while there is no outline."""
        return self._panel.tree if self._panel is not None else self._window.stage.board

    @property
    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return self._panel is not None and self._panel.isVisible()

    def name(self, t: Words, icons: Icons) -> None:
        """Gives the panel its words and icons."""
        self._words = t, icons
        if self._panel is not None:
            self._panel.name(t, icons)

    def join(self, stage: Stage) -> None:
        """Another sheet is shown, perhaps of another workshop."""
        if self._panel is not None:
            self._panel.join(stage)

    def open(self, shown: bool, width: int = 0) -> None:
        """Shows the panel so wide with the keyboard in it, or closes it."""
        if shown and self._panel is None:
            self._panel = self._made()
        if self._panel is not None:
            self._panel.open(shown, width)

    def last_width(self, settings: Settings) -> int:
        """How wide the panel is, or was when it was last shown."""
        return self._panel.last_width(settings) if self._panel is not None else settings.outline_width

    def finish(self) -> None:
        """Ends writing in a row, keeping what was written."""
        if self._panel is not None:
            self._panel.finish()

    def _made(self) -> OutlinePanel:
        from plakbord.window.panels.outline import OutlinePanel

        panel = OutlinePanel(self._window, self._close, self._parent)
        if self._words is not None:
            panel.name(*self._words)
        panel.join(self._window.stage)
        return panel
