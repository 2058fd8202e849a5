"""What sharing needs of the window it is in; apart, so that naming it loads nothing of the server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from canvas_files.problems import Problem
from plakbord.session import Session
from plakbord.window.icons import Icons
from plakbord.window.notice import WithClipboard
from plakbord.window.panels.side import SidePanels
from plakbord.window.sheet_strip import SheetStrip
from plakbord.window.stage import Kit, Stage
from plakbord.words import Words

if TYPE_CHECKING:  # loaded when somebody shares
    from plakbord.live.sharing import Sharing


class ShareDoors(WithClipboard, Protocol):
    """The ways in that sharing uses."""

    @property
    def panels(self) -> SidePanels: ...
    @property
    def sheets(self) -> SheetStrip: ...
    @property
    def share(self) -> RoomDoor: ...


class RoomDoor(Protocol):
    """The way to sharing itself."""

    def show_room(self) -> None: ...
    def sharing(self) -> Sharing: ...


class ShareWindow(Protocol):
    """What sharing needs of its window."""

    @property
    def stage(self) -> Stage: ...
    @property
    def session(self) -> Session: ...
    @property
    def t(self) -> Words: ...
    @property
    def icons(self) -> Icons: ...
    @property
    def kit(self) -> Kit: ...
    @property
    def doors(self) -> ShareDoors: ...
    def show_sheet(self, sheet_id: str) -> None: ...
    def tell(self, problem: Problem) -> None: ...
    def refresh_soon(self) -> None: ...
