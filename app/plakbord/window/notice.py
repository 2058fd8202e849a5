"""A short sentence over the foot of the window that goes by itself: what was done, or why it was not. It asks nothing
and stops nobody's work."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

WIDEST = 560
ABOVE_FOOT = 116
"""Pixels under it: the line with the tabs, and the hint on an empty board."""
SHORTEST = 2500
FOR_EACH_LETTER = 70
"""Milliseconds that it stays: long enough to be read aloud."""

LOOK = """
QLabel { background: #1F2328; color: #FFFFFF; border: 1px solid #454B55; border-radius: 10px; padding: 12px 20px;
    font-size: 15px; }
"""


class Saying(Protocol):
    """What says a passing sentence."""

    def say(self, words: str) -> None: ...


class WithNotice(Protocol):
    """What has it."""

    @property
    def notice(self) -> Saying: ...


class WithClipboard(Protocol):
    """The doors of the window, as far as they matter here."""

    @property
    def clipboard(self) -> WithNotice: ...


class Notice(QLabel):
    """Lies over its window; a click takes it away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("passingNotice")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setStyleSheet(LOOK)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._time = QTimer(self, singleShot=True)
        self._time.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def say(self, words: str) -> None:
        """Shows a sentence, in the place of the one before, and has it read to those who listen."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self.setText(words)
        self._place()
        self.show()
        self.raise_()
        self._time.start(SHORTEST + FOR_EACH_LETTER * len(words))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays in its place when the window changes size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        around = self._window.rect()
        room = min(WIDEST, around.width() - 48)
        self.setWordWrap(False)
        w = self.sizeHint().width()
        self.setWordWrap(True)
        w = min(w, room)
        h = max(self.heightForWidth(w), self.minimumSizeHint().height())
        self.setGeometry(around.center().x() - w // 2, around.bottom() - ABOVE_FOOT - h, w, h)
