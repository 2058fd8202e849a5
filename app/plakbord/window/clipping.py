"""Copying and pasting as the window asks for it; what reads and writes the clipboard is loaded when first needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from plakbord.actions.clipboard import target_zone
from plakbord.session import Session
from plakbord.window.stage import Kit, Stage
from plakbord.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from plakbord.exchange.copy_out import Copied
    from plakbord.exchange.paste import Offer
    from plakbord.sheet.marks import Page
    from plakbord.window.notice import Notice
    from plakbord.window.portraits import Portraits


class ClippingWindow(Protocol):
    """What copying and pasting needs of its window."""

    @property
    def t(self) -> Words: ...
    @property
    def stage(self) -> Stage: ...
    @property
    def session(self) -> Session: ...
    @property
    def kit(self) -> Kit: ...
    def finish_writing(self) -> None: ...


class Clipping:
    """The way to the clipboard and from it; `parent` is the window, for dialogs and notices."""

    def __init__(self, window: ClippingWindow, parent: QWidget, portraits: Callable[[], Portraits]) -> None:
        self._window = window
        self._parent = parent
        self._portraits = portraits

    @cached_property
    def notice(self) -> Notice:
        """Says in passing what happened."""
        from plakbord.window.notice import Notice

        return Notice(self._parent)

    def put(self, notes: Copied) -> None:
        """Puts copied notes on the clipboard of the system."""
        from plakbord.window import clipboard

        clipboard.put(notes)
        self.notice.say(self._window.t("notice.copied", n=notes.count))

    def put_picture(self, page: Page) -> None:
        """Puts a picture of a page on the clipboard of the system."""
        from plakbord.window import clipboard

        self._window.finish_writing()
        clipboard.put_picture(page, self._window.kit.painter)
        self.notice.say(self._window.t("notice.copied_picture"))

    def paste(self) -> None:
        """Makes notes of what stands on the clipboard; a picture becomes the portrait where there is a place for it."""
        from plakbord.window import clipboard

        portraits = self._portraits()
        if portraits.has_pasted():
            portraits.paste()
        else:
            self.take_in(clipboard.offered(), target_zone(self._window.stage))

    def take_in(self, offer: Offer, zone: str) -> None:
        """Makes notes in a block of what another program offers, and says what became of it."""
        from plakbord.window import clipboard

        window = self._window
        window.finish_writing()
        self.notice.hide()
        window.session.keep_moment("import")
        if said := clipboard.take_in(self._parent, window.stage, offer, zone, window.t):
            self.notice.say(said)
