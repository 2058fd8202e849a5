"""Says aloud, through the screen reader, what happened to the notes: for those who do not see them move."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from canvas_files.change import Change, squash
from plakbord.sheet.spoken import Speaker

WAIT = 120
"""Milliseconds in which changes that follow each other are said as one."""


class Voice(QObject):
    """Hears of changes and says them in a sentence; `said` carries the same words."""

    said = Signal(str)

    def __init__(self, parent: QObject, undo: QAction, redo: QAction) -> None:
        super().__init__(parent)
        undo.triggered.connect(lambda: self._name_step("said.undone"))
        redo.triggered.connect(lambda: self._name_step("said.redone"))
        self._change: Change | None = None
        self._about = ""
        self._speaker: Speaker | None = None
        self._at: QWidget | None = None
        self._soon = QTimer(self, singleShot=True, interval=WAIT)
        self._soon.timeout.connect(self.speak)

    def join(self, speaker: Speaker, at: QWidget) -> None:
        """Who finds the words from now on, and the part of the window they are about."""
        self.speak()
        self._speaker, self._at = speaker, at

    def follow(self, change: Change) -> None:
        """The document changed."""
        if self._change is not None and (self._change.origin == "history") != (change.origin == "history"):
            self.speak()  # what was taken back is said apart from what was done
        self._change = squash(self._change, change) if self._change is not None else change
        if not self._soon.isActive():  # a stream of changes is not waited for to end
            self._soon.start()

    def _name_step(self, key: str) -> None:
        if self._change is not None and self._change.origin == "history":
            self._about = key

    def speak(self) -> None:
        """Says what has happened since the last time."""
        change, about, speaker = self._change, self._about, self._speaker
        self._change, self._about = None, ""
        self._soon.stop()
        words = speaker.sentence(change) if speaker is not None and change is not None else ""
        if words and speaker is not None:
            self.say(speaker.t(about, what=words) if about else words)

    def say(self, words: str) -> None:
        """Says a sentence."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if self._at is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._at, words))
        self.said.emit(words)
