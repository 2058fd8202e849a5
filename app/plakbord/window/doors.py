"""The ways by which things come into one window: portraits, sheets, templates, preferences, the start page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QMainWindow

from plakbord.window.menus import ADD, RECENT, LiveMenus, fill_recent
from plakbord.window.own_templates import OwnTemplates, TemplateWindow
from plakbord.window.portraits import Portraits, PortraitWindow
from plakbord.window.preferences import Preferences, PreferenceWindow
from plakbord.window.sheet_strip import SheetStrip, StripWindow
from plakbord.window.stage import Kit
from plakbord.window.start import Start, StartWindow


class DoorWindow(PortraitWindow, TemplateWindow, PreferenceWindow, StripWindow, StartWindow, Protocol):
    """The window that they are of."""


class Doors:
    """Made once for a window; `parent` is the same window, for dialogs."""

    def __init__(self, window: DoorWindow, parent: QMainWindow, kit: Kit, go_to: Callable[[Path], None]) -> None:
        self._window = window
        self._go_to = go_to
        self.portraits = Portraits(window, parent)
        self.sheets = SheetStrip(window, parent, kit)
        self.preferences = Preferences(window, parent, kit)
        self.templates = OwnTemplates(window, parent)
        self.start = Start(window, parent, kit)

    def live_menus(self) -> LiveMenus:
        """The menus that are filled each time they are shown."""
        window = self._window
        return {
            RECENT: lambda menu: fill_recent(menu, window.settings.recent, self._go_to, window.t),
            ADD: self.templates.fill,
            **self.sheets.menus(),
        }
