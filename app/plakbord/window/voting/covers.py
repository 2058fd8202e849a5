"""The covers that voting lays over one window, one at a time, and where the keyboard goes when one is gone. What stands
on a cover is its own module's affair; each is loaded when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QMainWindow

from canvas_files import rounds
from canvas_files.rounds import Option, Round
from plakbord.session import Session
from plakbord.window.icons import Icons
from plakbord.window.stage import Kit, Stage
from plakbord.window.voting.clock import Clock
from plakbord.words import Words

if TYPE_CHECKING:
    from plakbord.window.voting.cover import Cover
    from plakbord.window.voting.kiosk_board import KioskBoard


class CoverWindow(Protocol):
    """What covers need of the window that they lie over."""

    @property
    def t(self) -> Words: ...
    @property
    def icons(self) -> Icons: ...
    @property
    def stage(self) -> Stage: ...
    @property
    def session(self) -> Session: ...


class Covers:
    """`parent` is the window itself; `uncovered` is called when a cover is gone."""

    def __init__(
        self, window: CoverWindow, parent: QMainWindow, kit: Kit, clock: Clock, uncovered: Callable[[], None]
    ) -> None:
        self._window = window
        self._parent = parent
        self._kit = kit
        self._clock = clock
        self._told = uncovered
        self.current: Cover | None = None

    def read_through(self, title: str, options: Sequence[Option]) -> None:
        """The options large, one by one."""
        from plakbord.window.voting.read_through import ReadThrough

        t = self._window.t
        self._show(ReadThrough(self._parent, title or t("vote.read"), options, t, self._window.icons))

    def kiosk(self, voted_in: Round) -> None:
        """The laptop goes round."""
        from plakbord.window.voting.kiosk import Kiosk

        window = self._window
        arguments = (window.session, voted_in, self._kiosk_board, self._clock, window.t, window.icons)
        self._show(Kiosk(self._parent, *arguments))

    def hands(self, voted_in: Round) -> None:
        """Hands are raised and counted. Raises Problem."""
        from plakbord.window.voting.hands import Hands

        window = self._window
        self._show(Hands(self._parent, window.session.store, voted_in, window.t, window.icons))

    def reveal(self, voted_in: Round) -> None:
        """The result from the bottom up."""
        from plakbord.window.voting.reveal import Reveal
        from plakbord.window.voting.running import round_name

        t = self._window.t
        ranks = rounds.final_ranking(self._window.session.store.records, voted_in)
        self._show(Reveal(self._parent, round_name(voted_in, t), ranks, t, self._window.icons))

    def follow(self) -> None:
        """Something in a round changed: a cover on which nobody can vote any more goes."""
        from plakbord.window.voting.kiosk import Kiosk

        if isinstance(self.current, Kiosk):
            self.current.follow()

    def leave(self) -> None:
        """No cover lies over the window any more."""
        if self.current is not None:
            self.current.leave()

    def _kiosk_board(self, sheet_id: str, voted_in: Round) -> KioskBoard:
        from plakbord.sheet.layout import Layout
        from plakbord.window.voting.kiosk_board import KioskBoard

        session, stage, kit = self._window.session, self._window.stage, self._kit
        layout = Layout(session.document, sheet_id, kit.fonts, stage.words, kit.faces)
        return KioskBoard(layout, voted_in, (session.store, session.history), kit.painter, stage.board.look)

    def _show(self, cover: Cover) -> None:
        self.leave()
        self.current = cover
        cover.left.connect(self._on_left)
        cover.open()

    def _on_left(self) -> None:
        self.current = None
        self._told()
