"""The panel for sharing: before, the network and a button; while sharing, how people come in, who is in, and what
their phones do."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QMainWindow, QScrollArea, QVBoxLayout, QWidget

from canvas_files.change import Change
from plakbord.live.sharing import Sharing
from plakbord.window.icons import Icons
from plakbord.window.panels.side import SidePanel
from plakbord.window.share.aid import Aid
from plakbord.window.share.arrivals import Fresh, Tray
from plakbord.window.share.entry import Entry
from plakbord.window.share.guests import Guests, Knocking
from plakbord.window.share.host import Host, Part
from plakbord.window.share.modes import Modes, WritingRules
from plakbord.window.share.start import Start
from plakbord.window.share.window import ShareWindow
from plakbord.window.stage import Stage
from plakbord.words import Words

WHILE_SHARING: tuple[type[Part], ...] = (Knocking, Entry, Modes, WritingRules, Fresh, Tray, Guests, Aid)
"""The parts from top to bottom."""
SOON = 100
"""Milliseconds in which changes of the workshop that follow each other are looked at as one."""


class SharePanel(SidePanel):
    """Made anew inside when sharing starts or stops, or the words are others; else its parts are brought up to date."""

    def __init__(self, parent: QMainWindow) -> None:
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        super().__init__(parent, "share", self._area)
        page, self._content = QWidget(), QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(16, 8, 16, 20)
        self._column.addWidget(self._content)
        self._column.addStretch(1)
        self._area.setWidget(page)
        self._share_window = cast(ShareWindow, parent)
        self._sharing: Sharing | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.refresh)
        self._leave: Callable[[], None] = lambda: None
        self._running: bool | None = None
        self.parts: list[Part] = []

    def dress(self, t: Words, icons: Icons) -> None:
        super().dress(t, icons)
        self.call(t("action.share.panel"))
        if self._sharing is not None:
            self._build()

    def join(self, stage: Stage) -> None:  # noqa: ARG002 - the window knows what is open
        sharing = self._share_window.doors.share.sharing()
        self._leave()
        self._leave = sharing.listen(self.refresh)
        if sharing is not self._sharing:
            self._sharing = sharing
            self._build()
        else:
            self.refresh()

    def follow(self, change: Change) -> None:  # noqa: ARG002 - whatever it is, the parts look for themselves
        if not self._soon.isActive():
            self._soon.start()

    def leave(self) -> None:
        self._soon.stop()
        self._leave()
        self._leave = lambda: None

    def refresh(self) -> None:
        """Something about the sharing may look different now."""
        if self._sharing is None:
            return
        if self._sharing.running != self._running:
            self._build()
            return
        for part in self.parts:
            part.refresh()

    def _build(self) -> None:
        assert self._sharing is not None
        sharing = self._sharing
        host = Host(sharing, self._share_window, self.refresh)
        self._running = sharing.running
        if sharing.running:
            self.parts = [kind(host) for kind in WHILE_SHARING]
        else:
            self.parts = [Start(host)]
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        for part in self.parts:
            column.addWidget(part)
        if sharing.running:
            column.addWidget(host.button(host.t("action.share.stop"), "x", sharing.stop))
        held = self._content.isAncestorOf(self.window().focusWidget() or self)
        self._column.replaceWidget(self._content, content)
        self._content.hide()
        self._content.deleteLater()  # not at once: perhaps one of its buttons was just pressed
        self._content = content
        first = next(part.first for part in self.parts if isinstance(part, Start | Entry))
        self.setFocusProxy(first)
        if held:  # the button that was pressed is gone, and the keyboard would land anywhere in the window
            first.setFocus()
