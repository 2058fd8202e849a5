"""Real main windows for tests, with what a start of the program gives them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from canvas_files.records import Note
from plakbord.board.fonts import editor_font
from plakbord.paths import resources
from plakbord.session import Session
from plakbord.settings import Settings
from plakbord.sheet.text.fonts import REGULAR, Fonts
from plakbord.window.main_window import MainWindow
from plakbord.window.stage import Kit
from plakbord.window.workshops import new_session
from plakbord.words import LANGUAGES, load_words


def make_kit() -> Kit:
    """Fonts and words, made once for all windows."""
    words = {language: load_words(language) for language in LANGUAGES}
    return Kit(Fonts(resources() / "fonts"), lambda: editor_font(resources() / "fonts" / f"{REGULAR}.ttf"), words)


def make_window(app: QApplication, kit: Kit, kind: str = "canvas") -> MainWindow:
    """A window with a blank sheet, shown and active, in Dutch."""
    window = MainWindow(app, Settings(language="nl"), load_words("nl"), kit, new_session(kind, "nl"))
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    window.stage.board.setFocus()
    return window


def close(window: MainWindow) -> None:
    """Closes without a question."""
    window.finish_writing()
    window.session.store.read_only = True  # what is only looked at can be left at any time
    window.close()
    window.deleteLater()


def notes_of(session: Session) -> list[Note]:
    """All notes of a workshop, the lowest first."""
    return [note for sheet in session.document.sheets for note in session.notes_on(sheet)]


def point_at(window: MainWindow, zone: str) -> QPoint:
    """Puts the mouse over the middle of a block; answers with that place in the window."""
    window.raise_()
    QTest.qWait(5)
    board = window.stage.board
    box = board.surface.layout.template.zone(zone).box  # type: ignore[union-attr]
    assert board.camera is not None
    x, y = board.camera.device(box.x + box.w / 2, box.y + box.h / 2)
    at = QPoint(round(x / board.ratio), round(y / board.ratio))
    QCursor.setPos(board.mapToGlobal(at))
    return board.mapTo(window, at)


def press(window: MainWindow, letter: str) -> None:
    """Ctrl and a letter, as a keyboard sends them."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    QTest.qWait(5)  # what can be done is brought up to date between two keys of a person
    QTest.keyClick(window.stage.board, Qt.Key(ord(letter)), Qt.KeyboardModifier.ControlModifier)


def in_the_dialog(app: QApplication, do: Callable[[QDialog], None]) -> Callable[[], None]:
    """What to give to a timer: does something in the dialog that is open by then, and closes it whatever happens."""

    def run() -> None:
        dialog = app.activeModalWidget()
        if isinstance(dialog, QDialog):
            try:
                do(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()

    return run
