"""The Qt application: style, name and icon."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from canvas_files import __version__
from plakbord.board.fonts import editor_font
from plakbord.paths import resources
from plakbord.sheet.text.fonts import REGULAR
from plakbord.window.icons import program_icon


def make_application(arguments: Sequence[str]) -> QApplication:
    """The one application of this process."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(list(arguments))
    app.setApplicationName("Plakbord")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("plakbord")
    app.setStyle("Fusion")
    if not QFontDatabase.families():  # a system without a single font, such as a bare server: bring our own
        app.setFont(editor_font(resources() / "fonts" / f"{REGULAR}.ttf"))
    QTimer.singleShot(0, lambda: app.setWindowIcon(program_icon()))  # after the first paint: drawing it takes a while
    return app


def leave_the_clipboard() -> None:
    """To be called when the window is done. Without a screen Qt keeps what was copied until after Python has ended, and
    taking it apart then crashes the process; on a real desktop what was copied stays."""
    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        QGuiApplication.clipboard().clear()


def quit_when_painted(app: QApplication, board: QWidget) -> None:
    """Ends the program once the board has been shown, for measuring how long a start takes."""
    painted = PaintWatch(board)
    painted.seen.connect(app.quit, Qt.ConnectionType.QueuedConnection)


class PaintWatch(QObject):
    """Says when a widget has been painted for the first time."""

    seen = Signal()

    def __init__(self, board: QWidget) -> None:
        super().__init__(board)
        board.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.seen.emit)
        return super().eventFilter(watched, event)
