"""What the room sees on the beamer while people come in: the QR code, the address and the code, so large that the last
row reads them. It lies over the whole window; Escape or a click takes it away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from plakbord.live.sharing import Sharing
from plakbord.window.cards import plain
from plakbord.window.share.entry import bare, spaced
from plakbord.window.share.qr import QrCode
from plakbord.words import Words

SMALLEST = 20
"""Points: what people in a room can still read."""
AROUND, ABOVE = 48, 32
"""Pixels at the sides, and above and below."""
LOOK = """
#roomScreen { background: #FFFFFF; }
#roomScreen QLabel { color: #1F2328; background: transparent; }
#roomScreen QLabel#roomQuiet { color: #5B6470; }
"""
"""Paper, also in dark mode: a beamer shows dark on white best, and so does a camera."""

Line = tuple[QLabel, float, bool]
"""A label, its share of the window's height, and whether it is bold."""


class RoomScreen(QWidget):
    """One for a window; `gone` is called when it is taken away."""

    def __init__(self, window: QWidget, sharing: Sharing, t: Words, gone: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._sharing, self._t, self._gone = window, sharing, t, gone
        self.setObjectName("roomScreen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(LOOK)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.qr = QrCode()
        self.address, self.code, self.count = plain(""), plain(""), plain("")
        self._lines: list[Line] = [
            (plain(t("share.room.title")), 0.075, True),
            (plain(t("share.room.wifi")), 0.04, False),
            (plain(t("share.room.scan")), 0.04, False),
            (plain(t("share.room.type")), 0.04, False),
            (self.address, 0.075, True),
            (plain(t("share.room.code")), 0.04, False),
            (self.code, 0.13, True),
            (self.count, 0.04, False),
            (plain(t("share.room.close")), 0.0, False),
        ]
        self._lines[-1][0].setObjectName("roomQuiet")
        labels = [label for label, _, _ in self._lines]
        self._spare = (labels[-1], self.count, labels[1], labels[0], labels[2])
        """Lines that go first where there is little room."""
        self._lay_out()
        window.installEventFilter(self)
        self._leave = sharing.listen(self.refresh)
        self.refresh()
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(2)
        for number, (label, _, _) in enumerate(self._lines):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            if number in (1, 2, 3, 5, 7):
                words.addStretch(1)
            words.addWidget(label)
        words.addStretch(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(AROUND, ABOVE, AROUND, ABOVE)
        row.setSpacing(AROUND)
        row.addWidget(self.qr, 1)
        row.addLayout(words, 1)

    def refresh(self) -> None:
        """Another code, or more people."""
        sharing, t = self._sharing, self._t
        if not sharing.running:
            self.leave()
            return
        code = spaced(sharing.code)
        self.qr.show_text(sharing.join_url, t("share.qr", address=bare(sharing.short_url), code=code))
        self.address.setText(bare(sharing.short_url))
        self.code.setText(code)
        self._set_sizes()
        inside = sum(person.online and not person.waiting for person in sharing.people)
        self.count.setText(t("share.people.in", n=inside) if inside else "")

    def leave(self) -> None:
        """Takes it away."""
        self._leave()
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        self._gone()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: ARG002
        self._set_sizes()

    def _set_sizes(self) -> None:
        for label, share, bold in self._lines:
            font = QFont(label.font())
            pixels_of_a_point = self.logicalDpiY() / 72
            wide = self.width() / 1.7  # a window that is narrow and high has no room for letters of its height
            size = max(SMALLEST, share * min(self.height(), wide) / pixels_of_a_point)
            font.setBold(bold)
            font.setPointSizeF(size)
            if label in (self.address, self.code):
                font.setPointSizeF(self._fitting(label.text(), font))
            label.setFont(font)
        self._make_room()

    def _make_room(self) -> None:
        """A window too small for everything shows what nobody can do without."""
        wide = round((self.width() - 3 * AROUND) / 2)
        left = self.height() - 2 * ABOVE
        shown = {id(label): max(label.heightForWidth(wide), label.sizeHint().height()) for label, _, _ in self._lines}
        for label in self._spare:
            fits = sum(shown.values()) <= left
            label.setVisible(fits)
            if not fits:
                del shown[id(label)]

    def _fitting(self, words: str, font: QFont) -> float:
        """The size in which an address, which cannot be broken, fits in its half of the screen."""
        room = (self.width() - 3 * AROUND) / 2
        wide = QFontMetricsF(font).horizontalAdvance(words)
        return max(SMALLEST, font.pointSizeF() * min(1.0, room / max(1.0, wide)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space):
            self.leave()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.leave()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the window, whatever that becomes."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)
