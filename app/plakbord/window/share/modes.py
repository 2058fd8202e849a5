"""What the phones do now: write, look, vote or see the result; and how the writing goes."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton

from plakbord.live.setup import Mode
from plakbord.window.share.host import Host, Part, set_words

MODES: tuple[Mode, ...] = ("write", "look", "vote", "results")


class Modes(Part):
    """Four buttons, one of them pressed."""

    def __init__(self, host: Host) -> None:
        super().__init__(host, host.t("share.mode"))
        grid = QGridLayout()
        grid.setSpacing(8)
        self._group = QButtonGroup(self)
        self.buttons: dict[Mode, QPushButton] = {}
        for number, mode in enumerate(MODES):
            made = host.button(host.t(f"share.mode.{mode}"), "", partial(host.sharing.set_mode, mode))
            made.setObjectName("mode")
            made.setCheckable(True)
            made.clicked.connect(self.refresh)
            self._group.addButton(made)
            self.buttons[mode] = made
            grid.addWidget(made, number // 2, number % 2)
        self.column.addLayout(grid)
        self.refresh()

    def refresh(self) -> None:
        """The button of the mode is pressed, also when it changed by itself."""
        self.buttons[self.host.sharing.mode].setChecked(True)


class WritingRules(Part):
    """Face down or not, straight to the board or by way of the tray, and a pause."""

    def __init__(self, host: Host) -> None:
        super().__init__(host, host.t("share.writing"))
        t, sharing = host.t, host.sharing
        self.paused = host.tick(t("share.pause"), sharing.pause_writing)
        self.hidden = host.tick(t("share.hide"), sharing.hide_writing)
        self.tray = host.tick(t("share.tray"), lambda on: sharing.use_inbox("tray" if on else "board"))
        self.reveal = host.button("", "eye", sharing.reveal)
        for each in (self.paused, self.hidden, self.tray, self.reveal):
            self.column.addWidget(each)
        self.refresh()

    def refresh(self) -> None:
        """As it is now; turning is offered when something lies face down."""
        sharing = self.host.sharing
        self.setVisible(sharing.mode in ("write", "look") or sharing.face_down > 0)
        self.paused.setChecked(not sharing.writing)
        self.hidden.setChecked(sharing.hidden)
        self.tray.setChecked(sharing.inbox == "tray")
        down = sharing.face_down
        set_words(self.reveal, self.host.t("share.reveal", n=down))
        self.reveal.setVisible(down > 0)
