"""When phones cannot reach the laptop: a look from this side, what it is most often, and the ways out."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QTimer

from plakbord.window.cards import plain
from plakbord.window.share.entry import bare
from plakbord.window.share.host import Host, Part

PATIENCE = 30_000
"""Milliseconds after which help is offered when nobody has come."""
TEST_EVERY = 5000
HINTS = (
    "share.aid.wifi",
    "share.aid.firewall",
    "share.aid.vpn",
    "share.aid.guest",
    "share.aid.hotspot",
    "share.aid.paper",
)
FIREWALL: Mapping[str, str] = MappingProxyType(
    {"win32": "share.aid.firewall.windows", "darwin": "share.aid.firewall.mac"}
)


class Aid(Part):
    """Opens by itself when nobody comes; closes when somebody does."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        t = host.t
        self.ask = host.button(t("share.aid"), "circle-help", self._turn)
        self.ask.setCheckable(True)
        self.body = inner = Part(host)
        self.laptop, self.phone = plain("", bold=True), plain("", bold=True)
        inner.column.addWidget(self.laptop)
        inner.column.addWidget(self.phone)
        inner.column.addWidget(plain(t("share.aid.test", address=bare(host.sharing.short_url))))
        firewall = FIREWALL.get(sys.platform, "share.aid.firewall")
        for number, key in enumerate(HINTS, 1):
            words = t(firewall if key == "share.aid.firewall" else key)
            inner.column.addWidget(plain(f"{number}. {words}", quiet=True))
        inner.column.addWidget(host.button(t("share.aid.again"), "", self.test))
        self.column.addWidget(self.ask)
        self.column.addWidget(self.body)
        self.body.hide()
        self._late = QTimer(self, singleShot=True, interval=PATIENCE)
        self._late.timeout.connect(self._nobody_came)
        self._late.start()
        self._clock = QTimer(self, interval=TEST_EVERY)
        self._clock.timeout.connect(self.test)
        self.refresh()

    def refresh(self) -> None:
        """Whether other devices have come so far."""
        t, reached = self.host.t, self.host.sharing.reached
        self.phone.setText(t("share.aid.reached", n=reached) if reached else t("share.aid.nobody"))

    def test(self) -> None:
        """Whether the laptop reaches itself."""
        fine = self.host.sharing.listening()
        self.laptop.setText(self.host.t("share.aid.listening" if fine else "share.aid.deaf"))

    def _nobody_came(self) -> None:
        if self.host.sharing.reached == 0 and not self.ask.isChecked():
            self.ask.setChecked(True)
            self._turn()

    def _turn(self) -> None:
        shown = self.ask.isChecked()
        self.body.setVisible(shown)
        if shown:
            self.test()
            self._clock.start()
        else:
            self._clock.stop()
