"""The way in: the QR code, the short address and the code, the door that can be closed, and a new code."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QPushButton

from plakbord.window.cards import plain
from plakbord.window.share.host import Host, Part
from plakbord.window.share.qr import SMALLEST, QrCode

QR_HEIGHT = 256
ADDRESS_SIZE, CODE_SIZE = 1.3, 2.2
"""Times the size of the window's text."""


def spaced(code: str) -> str:
    """A code as people read it aloud: three and three."""
    return f"{code[:3]} {code[3:]}"


def bare(url: str) -> str:
    """An address as people say and type it."""
    return url.removeprefix("http://")


def large(factor: float) -> QLabel:
    """A line in large bold letters, in the middle, that can be selected with the mouse."""
    label = plain("", bold=True)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    font = QFont(label.font())
    font.setPointSizeF(font.pointSizeF() * factor)
    label.setFont(font)
    return label


class Entry(Part):
    """Everything somebody needs to come in."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        t, sharing = host.t, host.sharing
        self.qr = QrCode()
        self.qr.setFixedHeight(QR_HEIGHT)
        self.address, self.code = large(ADDRESS_SIZE), large(CODE_SIZE)
        font = self.code.font()
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
        self.code.setFont(font)
        self.show_room = host.button(t("share.room"), "", host.window.doors.share.show_room, primary=True)
        self.locked = host.tick(t("share.lock"), sharing.lock)
        self.guessed = plain(t("share.guessed"))
        self.new_code: QPushButton = host.button(t("share.new_code"), "", sharing.new_code)
        for each in (self.qr, self.address, self.code, self.show_room, self.locked, self.guessed, self.new_code):
            self.column.addWidget(each)
        self.first = self.show_room
        self.refresh()

    def refresh(self) -> None:
        """Another address or code, or a door that is closed."""
        sharing, t = self.host.sharing, self.host.t
        self.qr.show_text(sharing.join_url, t("share.qr", address=bare(sharing.short_url), code=spaced(sharing.code)))
        self.address.setText(bare(sharing.short_url))
        self.code.setText(spaced(sharing.code))
        # Once people are in, the room has the larger one, and here there is more to see.
        inside = any(person.online and not person.waiting for person in sharing.people)
        self.qr.setFixedHeight(SMALLEST if inside else QR_HEIGHT)
        self.locked.setChecked(sharing.locked)
        self.guessed.setVisible(sharing.offers_new_code)
