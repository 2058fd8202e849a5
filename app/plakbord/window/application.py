"""The Qt application: style, name and icon."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMargins, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from canvas_files import __version__
from plakbord.board.fonts import editor_font
from plakbord.paths import resources
from plakbord.sheet.text.fonts import REGULAR
from plakbord.window.icons import program_icon
from plakbord.words import Words

if TYPE_CHECKING:
    from plakbord.board.view import BoardView

FRAME = (16, 48)
"""Pixels of width and height for what the desktop draws around a window."""


def make_application(arguments: Sequence[str]) -> QApplication:
    """The one application of this process."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # Asked for by argument, for setStyle gives the style back: making Python's picture of it takes ten milliseconds.
    app = QApplication([*arguments, "-style", "fusion"])
    app.setApplicationName("Plakbord")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("plakbord")
    if not QFontDatabase.families():  # a system without a single font, such as a bare server: bring our own
        app.setFont(editor_font(resources() / "fonts" / f"{REGULAR}.ttf"))
    return app


def leave_the_clipboard() -> None:
    """To be called when the window is done. Without a screen Qt keeps what was copied until after Python has ended, and
    taking it apart then crashes the process; on a real desktop what was copied stays."""
    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        QGuiApplication.clipboard().clear()


def end_at_once(code: int) -> None:
    """Ends the process without taking Qt and Python apart piece by piece, which takes longer than opening a file does:
    the system takes all of it back at once. To be called when everything is saved and closed. Where something was
    copied Qt ends by itself, for only then it hands that over to the system."""
    if QGuiApplication.clipboard().ownsClipboard():
        return
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a program without a terminal has none
            stream.flush()
    os._exit(code)


def finish_when_painted(app: QApplication, board: QWidget, t: Words) -> None:
    """What nobody misses in the first moment comes after it: the program's icon, and Qt's own words. With
    PLAKBORD_QUIT_WHEN_PAINTED the program ends in that moment, for measuring how long a start takes."""

    def finish() -> None:
        if os.environ.get("PLAKBORD_QUIT_WHEN_PAINTED"):
            app.quit()
            return
        app.setWindowIcon(program_icon())
        speak(app, t)

    PaintWatch(board).seen.connect(finish, Qt.ConnectionType.QueuedConnection)


def when_painted(window: QWidget, then: Callable[[], object]) -> None:
    """Does something when a window and all in it has been painted for the first time."""
    # The window is the timer's context: what is to be done with it is forgotten when it goes before its turn.
    PaintWatch(window).seen.connect(lambda: QTimer.singleShot(0, window, then), Qt.ConnectionType.QueuedConnection)


def be_read_when_painted(window: QWidget, board: Callable[[], BoardView]) -> None:
    """Screen readers find the notes from then on: what they ask takes a while to load."""

    def be_read() -> None:
        from plakbord.board.reader import read_boards

        read_boards(board())

    when_painted(window, be_read)


def speak(app: QApplication, t: Words) -> None:
    """Lets Qt speak the language of the window."""
    from plakbord.window.qt_words import take_over

    take_over(app, t)


class PaintWatch(QObject):
    """Says when a widget has been painted for the first time, and is gone then."""

    seen = Signal()

    def __init__(self, board: QWidget) -> None:
        super().__init__(board)
        board.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.seen.emit)
        return super().eventFilter(watched, event)


def fit_on_screen(window: QWidget) -> None:
    """Makes a window that is not shown yet no larger than its screen, with room left for the frame around it."""
    space = window.screen().availableSize().shrunkBy(QMargins(0, 0, *FRAME))
    if not window.isMaximized() and not window.isFullScreen():
        window.resize(window.size().boundedTo(space))
