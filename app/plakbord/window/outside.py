"""What reaches the window from outside it: a second start of the program, and errors that nobody caught."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from canvas_files.problems import Problem
from plakbord.window.breaking import breakable
from plakbord.window.crash_report import CrashReports
from plakbord.words import Words

if TYPE_CHECKING:  # loaded when the window has been painted
    from plakbord.window.single import FirstWindow

SOON = 1_000
"""Milliseconds after the start: the window is painted first."""


class OutsideWindow(Protocol):
    """The window that is called."""

    @property
    def t(self) -> Words: ...
    def tell(self, problem: Problem) -> None: ...
    def may_leave(self) -> bool: ...
    def open_file(self, path: Path) -> bool: ...


class Callers(QObject):
    """Brings calls from other threads and programs to the window, one at a time."""

    _report = Signal(str)
    _problem = Signal(object)

    def __init__(self, window: OutsideWindow, parent: QWidget, reports: CrashReports) -> None:
        super().__init__(parent)
        self._window = window
        self._parent = parent
        self._first: FirstWindow | None = None
        self._waiting: Path | None = None
        queued = Qt.ConnectionType.QueuedConnection
        self._report.connect(self._tell_report, queued)
        self._problem.connect(window.tell, queued)
        reports.tell = lambda path: self._report.emit(str(path))
        reports.tell_problem = self._problem.emit
        self._reports = reports
        QTimer.singleShot(SOON, self._listen)

    def tell_hard_crash(self, report: Path) -> None:
        """The last time ended hard, and left a report."""
        self._report.emit(str(report))

    def close(self) -> None:
        """The window is gone: nobody can be told any more."""
        self._reports.tell = lambda _: None
        self._reports.tell_problem = lambda _: None
        if self._first is not None:
            self._first.close()

    def _listen(self) -> None:
        from plakbord.window.single import FirstWindow

        self._first = FirstWindow(self)
        self._first.called.connect(self._on_called)
        self._first.listen()

    def _on_called(self, name: str) -> None:
        window = self._parent
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if name:
            self._waiting = Path(name)
            QTimer.singleShot(0, self._open_waiting)

    def _open_waiting(self) -> None:
        """Opens the file that was handed over, as soon as no dialog is in the way."""
        if QApplication.activeModalWidget() is not None:
            QTimer.singleShot(500, self._open_waiting)
            return
        path, self._waiting = self._waiting, None
        if path is not None and self._window.may_leave():
            self._window.open_file(path)

    def _tell_report(self, name: str) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices
        from PySide6.QtWidgets import QMessageBox

        t, path = self._window.t, Path(name)
        box = QMessageBox(self._parent)
        box.setWindowTitle(t("report.title"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(t("report.text"))
        box.setInformativeText(breakable(t("report.hint", path=path)))
        folder = box.addButton(t("report.folder"), QMessageBox.ButtonRole.ActionRole)
        ok = box.addButton(t("dialog.ok"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(ok)
        box.setEscapeButton(ok)
        box.exec()
        if box.clickedButton() is folder:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def join(window: OutsideWindow, parent: QWidget, reports: CrashReports, hard_crash: Path | None) -> Callers:
    """Lets the window be reached from outside."""
    callers = Callers(window, parent, reports)
    if hard_crash is not None:
        callers.tell_hard_crash(hard_crash)
    return callers
