"""The ways by which things come into one window: portraits, sheets, templates, preferences, the start page, the
clipboard, and the panels at the right. What the window goes through (other words, another sheet, a change) is passed
on to them here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QMainWindow

from canvas_files.change import Change
from plakbord.actions.vote import vote_on_block
from plakbord.window.bottom_bar import BottomBar
from plakbord.window.clipping import Clipping, ClippingWindow
from plakbord.window.commands import Commands
from plakbord.window.icons import Icons
from plakbord.window.lens import Lens, LensWindow
from plakbord.window.menus import ADD, RECENT, LiveMenus, fill_recent
from plakbord.window.own_templates import OwnTemplates, TemplateWindow
from plakbord.window.panels.makings import MAKINGS
from plakbord.window.panels.side import SidePanels, SideWindow
from plakbord.window.portraits import Portraits, PortraitWindow
from plakbord.window.poster.door import PosterDoor, PosterWindow
from plakbord.window.preferences import Preferences, PreferenceWindow
from plakbord.window.share.door import ShareDoor
from plakbord.window.share.window import ShareWindow
from plakbord.window.sheet_strip import SheetStrip, StripWindow
from plakbord.window.stage import Kit, Stage
from plakbord.window.start import Start, StartWindow
from plakbord.window.voting.door import Voting, VotingWindow
from plakbord.words import Words


class DoorWindow(
    ShareWindow,  # before those that need fewer of the doors
    PortraitWindow,
    TemplateWindow,
    PreferenceWindow,
    StripWindow,
    StartWindow,
    ClippingWindow,
    PosterWindow,
    SideWindow,
    LensWindow,
    VotingWindow,
    Protocol,
):
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
        self.clipboard = Clipping(window, parent, self.portraits)
        self.poster = PosterDoor(window, parent, kit)
        self.panels = SidePanels(window, parent, MAKINGS)
        self.voting = Voting(window, parent, kit, self.panels, self.clipboard)
        self.share = ShareDoor(window, parent)
        self.lens = Lens(window, parent, kit, self._open_inspector)

    def _open_inspector(self) -> None:
        """Beside the board, unless something else stands there."""
        if not self.panels.open_name and not self._window.settings.outline:
            self.panels.open("inspector")

    def join_bar(self, bar: BottomBar, commands: Commands) -> None:
        """The bar under the board: its tabs, what its plus offers, and the sign that sharing is on."""
        bar.offer_templates(self.templates.fill)
        self.sheets.join(bar.tabs, commands)
        self.share.join_bar(bar)

    def dress(self, t: Words, icons: Icons) -> None:
        """The window has other words or colours."""
        self.panels.dress(t, icons)
        self.share.dress()

    def join(self, stage: Stage) -> None:
        """Another sheet is shown, perhaps of another workshop."""
        board, said = stage.board, self.clipboard.notice
        board.refused.connect(lambda problem: said.say(problem.sentence(self._window.t.language)))
        board.wants_vote.connect(lambda zone: vote_on_block(stage, zone))
        self.voting.join(stage)
        self.share.join(stage)
        self.panels.join(stage)

    def follow(self, change: Change) -> None:
        """The document changed."""
        self.sheets.follow(change)
        self.voting.follow(change)
        self.panels.follow(change)

    def finish(self) -> None:
        """Something else is going to happen: what is being written is kept."""
        self.start.hide()
        self.panels.finish()

    def live_menus(self) -> LiveMenus:
        """The menus that are filled each time they are shown."""
        window = self._window
        return {
            RECENT: lambda menu: fill_recent(menu, window.settings.recent, self._go_to, window.t),
            ADD: self.templates.fill,
            **self.sheets.menus(),
        }
