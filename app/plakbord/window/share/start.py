"""Before sharing: on which network, and what it means to share."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLabel

from plakbord.live.network import Network
from plakbord.window.cards import plain
from plakbord.window.networks import networks
from plakbord.window.share.host import Host, Part
from plakbord.window.still_box import StillBox

LOOK_EVERY = 3000
"""Milliseconds: a laptop that joins a network meanwhile has it in the list by itself."""


class Start(Part):
    """A sentence, the network, and the button."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        t = host.t
        self.column.addWidget(plain(t("share.intro")))
        self.stopped = plain("", bold=True)
        self.column.addWidget(self.stopped)
        self.which = QLabel(t("share.network"))
        self.choice = StillBox()
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(12)
        self.which.setBuddy(self.choice)
        self.remark = plain("", quiet=True)
        self.begin = host.button(t("share.start"), "", self._start, primary=True)
        self.first = self.begin
        for each in (self.which, self.choice, self.remark, self.begin):
            self.column.addWidget(each)
        self.column.addWidget(plain(t("share.honest"), quiet=True))
        self.choice.currentIndexChanged.connect(self._explain)
        self._found: list[Network] = []
        self._clock = QTimer(self, interval=LOOK_EVERY)
        self._clock.timeout.connect(self.look)
        self._clock.start()
        self.look()
        self.refresh()

    def refresh(self) -> None:
        """Why it stopped by itself, if it did."""
        because = self.host.sharing.stopped_because
        self.stopped.setVisible(bool(because))
        if because:
            self.stopped.setText(self.host.t(f"share.stopped.{because}"))

    def look(self) -> None:
        """Which networks there are now; the one that was chosen stays chosen."""
        found = networks()
        if found == self._found:
            return
        chosen = self.choice.currentData()
        self._found = found
        self.choice.blockSignals(True)
        self.choice.clear()
        for each in found:
            self.choice.addItem(self._name(each), each.address)
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))
        self.choice.blockSignals(False)
        self.which.setVisible(bool(found))
        self.choice.setVisible(bool(found))
        self._explain()

    def _name(self, network: Network) -> str:
        kind = self.host.t(f"share.net_{network.kind}")
        name = network.name if network.name.casefold() == kind.casefold() else f"{kind} ({network.name})"
        return f"{name} · {network.address}"

    def _explain(self) -> None:
        t, found = self.host.t, self._chosen()
        self.begin.setEnabled(found is not None)
        if found is None:
            self.remark.setText(t("share.network.none"))
        elif found.fit:
            self.remark.setText(t("share.network.same"))
        else:
            self.remark.setText(t(f"share.network.{found.why}"))

    def _chosen(self) -> Network | None:
        index = self.choice.currentIndex()
        return self._found[index] if 0 <= index < len(self._found) else None

    def _start(self) -> None:
        found = self._chosen()
        if found is not None:
            self.host.sharing.start(found.address)
