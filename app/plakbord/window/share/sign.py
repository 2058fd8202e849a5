"""The sign in the bottom bar that sharing is on: a phone and how many people take part. It says where they join, and a
click opens the panel. Loaded when somebody shares."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton

from plakbord.live.sharing import Sharing
from plakbord.window.bottom_bar import SIGN_ICON
from plakbord.window.icons import Icons
from plakbord.window.share.entry import bare
from plakbord.words import Words


class Sign(QToolButton):
    """Counts as the panel does: those whose phone is awake."""

    def __init__(self, open_panel: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("shareSign")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(SIGN_ICON, SIGN_ICON))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda: open_panel())
        self._usual = QSize()

    def sizeHint(self) -> QSize:
        """As wide with one digit as with three: it stays as it is while people come in."""
        return super().sizeHint().expandedTo(self._usual)

    def show_room(self, sharing: Sharing, t: Words, icons: Icons) -> None:
        """How many take part now, and how people join; who waits at the door is said too."""
        people = sharing.people
        waiting = sum(person.waiting for person in people)
        online = sum(person.online for person in people if not person.waiting)
        inside = t("share.people.in", n=online) if online else t("share.people.none")
        knocking = [t("share.waiting", n=waiting) + "."] if waiting else []
        said = [t("share.sign", address=bare(sharing.short_url)), inside, *knocking]
        self.setIcon(icons("smartphone"))
        self._measure()
        self.setText(str(online))
        self.setToolTip("\n".join(said))
        self.setAccessibleName(" ".join(said))

    def _measure(self) -> None:
        """Again each time, for letters, colours and the room for fingers change."""
        self.ensurePolished()
        self.setText("000")
        self._usual = super().sizeHint()
