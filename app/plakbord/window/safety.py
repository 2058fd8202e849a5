"""Watches over the open workshop for the window: tends it a few times a second, brings it to the disk when the person
looks away, and says in a lasting bar what is not as it should be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from plakbord.session import Session, nothing
from plakbord.settings import Settings
from plakbord.window.icons import Icons
from plakbord.window.notice_bar import NoticeBar
from plakbord.window.rescue import Rescue
from plakbord.words import Words

TEND_EVERY = 250
"""Milliseconds."""
QUIET_FOR = 900
"""Milliseconds that a change may be on its way to the disk before the status says that it is only in memory."""


class WatchedWindow(Protocol):
    """What can be done about what is wrong."""

    @property
    def t(self) -> Words: ...
    @property
    def icons(self) -> Icons: ...
    @property
    def settings(self) -> Settings: ...
    def save_workshop(self) -> bool: ...
    def save_workshop_as(self) -> bool: ...
    @property
    def rescue(self) -> Rescue: ...


class Safety(QObject):
    """`changed` says that the status may read differently now."""

    changed = Signal()
    _news = Signal()

    def __init__(self, window: WatchedWindow, parent: QObject, app: QGuiApplication) -> None:
        super().__init__(parent)
        self.bar = NoticeBar()
        self._window = window
        self._session: Session | None = None
        self._late = QTimer(self, singleShot=True, interval=QUIET_FOR)
        self._late.timeout.connect(self.refresh)
        self._timer = QTimer(self, interval=TEND_EVERY)
        self._timer.timeout.connect(self._tend)
        self._timer.start()
        # What is saved is told by the thread that saves; only the window's own may touch the window.
        self._news.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
        app.applicationStateChanged.connect(self._on_application_state)

    def follow(self, session: Session) -> None:
        """Watches over that workshop from now on."""
        self.leave()
        self._session = session
        session.autosaves = self._window.settings.autosave
        session.on_news = self._news.emit
        self.refresh()

    def leave(self) -> None:
        """The workshop is no longer shown."""
        if self._session is not None:
            self._session.on_news = nothing
        self._session = None
        self.bar.be_quiet()

    def state(self) -> str:
        """Where the work is, in words: three truths and what is on its way."""
        session, t = self._session, self._window.t
        if session is None:
            return ""
        if session.read_only:
            return t("status.read_only")
        if not session.changed and session.path is None:
            return t("status.new")
        if session.truth == "file" and session.path is not None:
            return t("status.saved", name=session.path.name)
        if session.truth == "computer":
            return t("status.computer")
        if session.syncing:
            if not self._late.isActive():
                self._late.start()
            return t("status.syncing")
        return t("status.memory")

    def refresh(self) -> None:
        """Brings the bar and the status up to date."""
        if self._session is None:
            return
        found = self._notice(self._session)
        if found is None:
            self.bar.be_quiet()
        else:
            words, icon, buttons = found
            self.bar.say(words, icon, self._window.icons, buttons)
        self.changed.emit()

    def _tend(self) -> None:
        if self._session is not None:
            self._session.tend()

    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        if self._session is not None and state != Qt.ApplicationState.ApplicationActive:
            self._session.sync()

    def _notice(self, session: Session) -> tuple[str, str, list[tuple[str, Callable[[], None]]]] | None:
        t, window = self._window.t, self._window
        name = session.path.name if session.path else session.name or t("window.untitled")
        save_as = (t("notice.save_as"), lambda: _do(window.save_workshop_as))
        if session.locked_out:
            return t("notice.locked", name=name), "lock", [(t("notice.copy"), window.rescue.open_copy)]
        if session.read_only:
            return t("notice.newer", name=name), "eye", []
        if session.keeping.journal.failure is not None:
            return t("notice.memory", reason=_reason(session.keeping.journal.failure)), "triangle-alert", [save_as]
        if session.keeping.outside == "changed":
            choose = (t("notice.choose"), lambda: _do(window.rescue.resolve_conflict))
            return t("notice.changed", name=name), "circle-alert", [choose]
        if session.keeping.outside == "gone":
            again = (t("notice.save_again"), lambda: _do(window.save_workshop))
            return t("notice.gone", name=name), "circle-alert", [again, save_as]
        if session.trouble is not None:
            return session.trouble.sentence(t.language), "triangle-alert", [save_as]
        warning = session.keeping.warning
        return None if warning is None else (warning.sentence(t.language), "info", [])


def _do(work: Callable[[], bool]) -> None:
    work()


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
