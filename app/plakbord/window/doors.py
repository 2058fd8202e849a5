"""The ways by which things come into one window: portraits, sheets, templates, preferences, the start page, the
clipboard, and the panels at the right. What the window goes through (other words, another sheet, a change) is passed
on to them here."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QMainWindow

from canvas_files.change import Change
from plakbord.actions.vote import vote_on_block
from plakbord.window.bottom_bar import BottomBar
from plakbord.window.clipping import Clipping
from plakbord.window.commands import Commands
from plakbord.window.icons import Icons
from plakbord.window.menus import ADD, RECENT, LiveMenus, fill_recent
from plakbord.window.panels.makings import MAKINGS
from plakbord.window.panels.side import SidePanels
from plakbord.window.share.door import ShareDoor
from plakbord.window.sheet_strip import SheetStrip
from plakbord.window.stage import Kit, Stage
from plakbord.words import Words

if TYPE_CHECKING:  # each is loaded when somebody comes through it
    from plakbord.window.clipping import ClippingWindow
    from plakbord.window.lens import Lens, LensWindow
    from plakbord.window.own_templates import OwnTemplates, TemplateWindow
    from plakbord.window.panels.side import SideWindow
    from plakbord.window.portraits import Portraits, PortraitWindow
    from plakbord.window.poster.door import PosterDoor, PosterWindow
    from plakbord.window.preferences import Preferences, PreferenceWindow
    from plakbord.window.share.window import ShareWindow
    from plakbord.window.sheet_strip import StripWindow
    from plakbord.window.start import Start, StartWindow
    from plakbord.window.voting.door import Voting, VotingWindow

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
        self._parent = parent
        self._kit = kit
        self._go_to = go_to
        self.sheets = SheetStrip(window, parent, kit)
        self.clipboard = Clipping(window, parent, lambda: self.portraits)
        self.panels = SidePanels(window, parent, MAKINGS)
        self.share = ShareDoor(window, parent)

    @property
    def _votes(self) -> bool:
        """Whether there is anything to vote on, or was."""
        return "voting" in vars(self) or bool(self._window.session.votes_shown.rounds)

    @cached_property
    def voting(self) -> Voting:
        """Rounds of voting."""
        from plakbord.window.voting.door import Voting

        voting = Voting(self._window, self._parent, self._kit, self.panels, self.clipboard)
        voting.join(self._window.stage)
        return voting

    @cached_property
    def portraits(self) -> Portraits:
        """Pictures of personas."""
        from plakbord.window.portraits import Portraits

        return Portraits(self._window, self._parent)

    @cached_property
    def preferences(self) -> Preferences:
        """How the program behaves."""
        from plakbord.window.preferences import Preferences

        return Preferences(self._window, self._parent, self._kit)

    @cached_property
    def templates(self) -> OwnTemplates:
        """Kinds of sheets, also the person's own."""
        from plakbord.window.own_templates import OwnTemplates

        return OwnTemplates(self._window, self._parent)

    @cached_property
    def start(self) -> Start:
        """The start page."""
        from plakbord.window.start import Start

        return Start(self._window, self._parent, self._kit)

    @cached_property
    def poster(self) -> PosterDoor:
        """What is printed."""
        from plakbord.window.poster.door import PosterDoor

        return PosterDoor(self._window, self._parent, self._kit)

    @cached_property
    def lens(self) -> Lens:
        """Looking at the business through its data."""
        from plakbord.window.lens import Lens

        return Lens(self._window, self._parent, self._kit, self._open_inspector)

    def _open_inspector(self) -> None:
        """Beside the board, unless something else stands there."""
        if not self.panels.open_name and not self._window.settings.outline:
            self.panels.open("inspector")

    def join_bar(self, bar: BottomBar, commands: Commands) -> None:
        """The bar under the board: its tabs, what its plus offers, and the sign that sharing is on."""
        bar.offer_templates(lambda menu: self.templates.fill(menu))
        self.sheets.join(bar.tabs, commands)
        self.share.join_bar(bar)

    def dress(self, t: Words, icons: Icons) -> None:
        """The window has other words or colours."""
        self.panels.dress(t, icons)
        self.share.dress()

    def join(self, stage: Stage) -> None:
        """Another sheet is shown, perhaps of another workshop."""
        board = stage.board
        board.refused.connect(lambda problem: self.clipboard.notice.say(problem.sentence(self._window.t.language)))
        board.wants_vote.connect(lambda zone: vote_on_block(stage, zone))
        if self._votes:
            self.voting.join(stage)
        self.share.join(stage)
        self.panels.join(stage)

    def follow(self, change: Change) -> None:
        """The document changed."""
        self.sheets.follow(change)
        if self._votes:
            self.voting.follow(change)
        self.panels.follow(change)

    def finish(self) -> None:
        """Something else is going to happen: what is being written is kept."""
        if "start" in vars(self):
            self.start.hide()
        self.panels.finish()

    def live_menus(self) -> LiveMenus:
        """The menus that are filled each time they are shown."""
        window = self._window
        return {
            RECENT: lambda menu: fill_recent(menu, window.settings.recent, self._go_to, window.t),
            ADD: lambda menu: self.templates.fill(menu),
            **self.sheets.menus(),
        }
