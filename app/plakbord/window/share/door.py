"""The way to sharing from anywhere in the window: finds it for the workshop that is open, shows below that it is on,
says in passing what the facilitator has to know while the panel is closed, and shows the room how to come in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from plakbord.session import Session
from plakbord.window.stage import Stage

if TYPE_CHECKING:  # loaded when somebody shares
    from plakbord.live.sharing import Sharing
    from plakbord.window.bottom_bar import BottomBar
    from plakbord.window.share.room_screen import RoomScreen
    from plakbord.window.share.sign import Sign
    from plakbord.window.share.window import ShareWindow


class ShareDoor:
    """One for a window."""

    def __init__(self, window: ShareWindow, parent: QMainWindow) -> None:
        self._window = window
        self._parent = parent
        self._followed: Sharing | None = None
        self._leave: Callable[[], None] = lambda: None
        self._screen: RoomScreen | None = None
        self._bar: BottomBar | None = None
        self._sign: Sign | None = None
        self._waiting: frozenset[str] = frozenset()
        self._was_running = False

    def sharing(self) -> Sharing:
        """The sharing of the workshop that is open; made when it is first asked for."""
        from plakbord.window.sharing import sharing_for

        session = self._window.session
        found: Sharing = session.sharing or sharing_for(session, self._window.kit, self._parent)
        self.follow(session)
        return found

    def join_bar(self, bar: BottomBar) -> None:
        """Where the sign hangs while sharing is on."""
        self._bar = bar

    def dress(self) -> None:
        """The window has other words or colours."""
        self._show_sign()

    def join(self, stage: Stage) -> None:
        """Another sheet is shown, perhaps of another workshop. A note that is selected has been looked at."""
        stage.selection.listen(lambda ids: self._look_at(ids & stage.selection.ids))
        self.follow(stage.session)
        self._mark()

    def follow(self, session: Session) -> None:
        """Whether that workshop is shared, and what happens then, is heard from now on."""
        if session.sharing is self._followed:
            return
        self._leave()
        self._leave = lambda: None
        self._followed = session.sharing
        self._waiting, self._was_running = frozenset(), False
        self._show_sign()
        if self._followed is not None:
            self._leave = self._followed.listen(self._on_news)
            self._on_news()

    def show_room(self) -> None:
        """Shows the room how to come in; once more takes it away."""
        from plakbord.window.share.room_screen import RoomScreen

        if self._screen is not None:
            self._screen.leave()
        elif self.sharing().running:
            self._screen = RoomScreen(self._parent, self.sharing(), self._window.t, self._screen_gone)

    def _screen_gone(self) -> None:
        self._screen = None
        self._window.stage.board.setFocus()

    def _look_at(self, note_ids: frozenset[str]) -> None:
        if self._followed is not None and note_ids & self._followed.fresh:
            self._followed.seen(note_ids)

    def _mark(self) -> None:
        """Shows on the board what is new."""
        fresh = frozenset() if self._followed is None else self._followed.fresh
        board = self._window.stage.board
        if board.fresh != fresh:
            board.fresh = fresh
            board.update()

    def _open_panel(self) -> None:
        """Opens the panel; where it is open already it gets the keyboard."""
        self._window.doors.panels.open("share").setFocus()
        self._window.refresh_soon()

    def _show_sign(self) -> None:
        """The sign is there for as long as sharing is on, whichever way that began or ended."""
        sharing, window = self._followed, self._window
        if sharing is None or not sharing.running:
            if self._sign is not None:
                self._sign.hide()
                self._sign.deleteLater()
                self._sign = None
            return
        if self._sign is None and self._bar is not None:
            from plakbord.window.share.sign import Sign

            self._sign = Sign(self._open_panel)
            self._bar.hang(self._sign)
        if self._sign is not None:
            self._sign.show_room(sharing, window.t, window.icons)

    def _on_news(self) -> None:
        sharing, window = self._followed, self._window
        if sharing is None:
            return
        waiting = frozenset(person.id for person in sharing.people if person.waiting)
        say = window.doors.clipboard.notice.say
        if window.doors.panels.open_name != "share":
            if waiting - self._waiting:
                say(window.t("share.notice.waiting", n=len(waiting)))
            if self._was_running and not sharing.running and sharing.stopped_because:
                say(window.t(f"share.stopped.{sharing.stopped_because}"))
        self._waiting, self._was_running = waiting, sharing.running
        self._show_sign()
        self._mark()
        window.refresh_soon()
