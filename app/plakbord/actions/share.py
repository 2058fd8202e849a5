"""Sharing with phones: the panel, what the room is shown, and what phones do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from plakbord.actions.action import Action

if TYPE_CHECKING:
    from plakbord.actions.context import Context

Mode: TypeAlias = Literal["write", "look", "vote", "results"]
MODES: tuple[Mode, ...] = ("write", "look", "vote", "results")


class Sharing(Protocol):
    """What actions need of sharing; the real one knows the network, and actions do not."""

    @property
    def mode(self) -> Mode: ...
    @property
    def hidden(self) -> bool: ...
    @property
    def writing(self) -> bool: ...
    @property
    def inbox(self) -> Literal["board", "tray"]: ...
    @property
    def locked(self) -> bool: ...
    @property
    def face_down(self) -> int: ...
    def set_mode(self, mode: Mode) -> None: ...
    def hide_writing(self, on: bool = True) -> None: ...
    def pause_writing(self, on: bool = True) -> None: ...
    def use_inbox(self, where: Literal["board", "tray"]) -> None: ...
    def lock(self, on: bool = True) -> None: ...
    def reveal(self) -> int: ...
    def stop(self) -> None: ...


def running(context: Context) -> Sharing | None:
    """The sharing that goes on; None when there is none."""
    found = context.session.sharing
    return found if found is not None and found.running else None


def is_running(context: Context) -> bool:
    """Whether phones can join."""
    return running(context) is not None


def stop(context: Context) -> None:
    """Closes everything at once."""
    sharing = running(context)
    if sharing is not None:
        sharing.stop()


def reveal(context: Context) -> None:
    """Turns the notes that lie face down."""
    sharing = running(context)
    if sharing is not None:
        sharing.reveal()


def _switch(name: str, is_on: Callable[[Sharing], bool], turn: Callable[[Sharing, bool], object]) -> Action:
    """Something that is on or off while sharing; `turn` gets what it is to be from now on."""

    def run(context: Context) -> None:
        sharing = running(context)
        if sharing is not None:
            turn(sharing, not is_on(sharing))

    def checked(context: Context) -> bool:
        sharing = running(context)
        return sharing is not None and is_on(sharing)

    return Action(f"share.{name}", run, enabled=is_running, checked=checked)


def _mode(mode: Mode) -> Action:
    return _switch(f"mode.{mode}", lambda sharing: sharing.mode == mode, lambda sharing, _: sharing.set_mode(mode))


def _something_lies_down(context: Context) -> bool:
    sharing = running(context)
    return sharing is not None and sharing.face_down > 0


ACTIONS = (
    Action(
        "share.panel",
        lambda context: context.window.doors.panels.toggle("share"),
        "share-2",
        ("Ctrl+Shift+D",),
        checked=lambda context: context.window.doors.panels.open_name == "share",
    ),
    Action("share.room", lambda context: context.window.doors.share.show_room(), "qr-code", enabled=is_running),
    *(_mode(mode) for mode in MODES),
    _switch("hide", lambda sharing: sharing.hidden, lambda sharing, on: sharing.hide_writing(on)),
    Action("share.reveal", reveal, "eye", enabled=_something_lies_down),
    _switch("pause", lambda sharing: not sharing.writing, lambda sharing, on: sharing.pause_writing(on)),
    _switch(
        "tray",
        lambda sharing: sharing.inbox == "tray",
        lambda sharing, on: sharing.use_inbox("tray" if on else "board"),
    ),
    _switch("lock", lambda sharing: sharing.locked, lambda sharing, on: sharing.lock(on)),
    Action("share.stop", stop, "x", enabled=is_running),
)
