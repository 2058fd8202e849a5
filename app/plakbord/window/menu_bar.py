"""The menus of one window. Their titles are there at once; what is in them, and the keys of every action, come when the
window has been painted, for it is every action there is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMainWindow

from plakbord.window.application import when_painted
from plakbord.window.commands import Commands
from plakbord.window.menus import MENUS, LiveMenus, fill_menu_bar
from plakbord.words import Words


class MenuBar:
    """Made once for a window; live gives the menus that are filled each time they are shown."""

    def __init__(self, window: QMainWindow, commands: Commands, live: Callable[[], LiveMenus]) -> None:
        self._window = window
        self._commands = commands
        self._live = live
        self._t: Words | None = None
        self._is_full = False
        when_painted(window, self.fill)

    def dress(self, t: Words) -> None:
        """Gives the menus their words."""
        self._t = t
        bar = self._window.menuBar()
        if self._is_full:
            fill_menu_bar(bar, self._commands, t, self._live())
            return
        bar.clear()
        for words, _ in MENUS:
            bar.addMenu(t(words))

    def fill(self) -> None:
        """Makes what is in the menus, and lets the window hear every key."""
        self._is_full = True
        self._commands.make_all()
        self._window.addActions(list(self._commands.by_id.values()))
        if self._t is not None:
            self.dress(self._t)
