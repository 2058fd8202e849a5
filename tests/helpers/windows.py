"""The real main window on a screen that nobody sees, and somebody who answers its dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from canvas_files.records import Language, Note
from helpers.sample_workshops import bundled_fonts, new_session, words
from plakbord.board.fonts import editor_font
from plakbord.board.note_editor import NoteEditor
from plakbord.paths import resources
from plakbord.session import Session
from plakbord.settings import Settings
from plakbord.sheet.text.fonts import REGULAR
from plakbord.window.main_window import MainWindow
from plakbord.window.stage import Kit
from plakbord.words import LANGUAGES

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

Dialog = TypeVar("Dialog", bound=QDialog)


@cache
def kit() -> Kit:
    """What boards are drawn with, as the program makes it at the start; one for each Qt application."""
    font = cache(lambda: editor_font(resources() / "fonts" / f"{REGULAR}.ttf"))
    return Kit(bundled_fonts(), font, {language: words(language) for language in LANGUAGES})


def open_window(
    app: QApplication, session: Session | None = None, settings: Settings | None = None, language: Language = "nl"
) -> MainWindow:
    """The window as `plakbord` shows it."""
    settings = settings or Settings(language=language, motion="off")
    window = MainWindow(app, settings, words(language), kit(), session or new_session())
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    settle()
    return window


def close_window(window: MainWindow) -> None:
    """Closes it whatever is unsaved or goes on, and lets Qt take it away."""
    if window.isVisible():
        window.finish_writing()
        window.session.store.read_only = True  # what is only looked at can be left without a question
        window.close()
    window.kit.look_through("business")  # as at first: it is the kit of the next window too
    window.deleteLater()
    settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle() -> None:
    """Lets everything happen that was put off until later."""
    for _ in range(5):
        QCoreApplication.processEvents()


def settle_for(milliseconds: int = 30) -> None:
    """Lets time go by, for what other threads and programs do."""
    QTest.qWait(milliseconds)


@contextmanager
def answering(answer: Callable[[Dialog], object], kind: type[Dialog], must_ask: bool = True) -> Iterator[list[Dialog]]:
    """Gives the answer to the one dialog of that kind that opens inside, and holds it. Anything else that asks is
    closed, and is an error."""
    asked: list[Dialog] = []
    others: list[str] = []
    errors: list[Exception] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        if menu is not None:  # a question that is asked as a menu
            menu.close()
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            return
        if isinstance(dialog, kind) and not asked:
            asked.append(dialog)
            try:
                answer(dialog)
            except Exception as error:  # noqa: BLE001 - it would be lost in Qt's event loop; told below
                errors.append(error)
                dialog.close()
        elif not isinstance(dialog, kind):
            others.append(f"{type(dialog).__name__}: {dialog.windowTitle()}")
            dialog.close()

    timer = QTimer(interval=5)
    timer.timeout.connect(look)
    timer.start()
    try:
        yield asked
    finally:
        timer.stop()
    if errors:
        raise errors[0]
    assert not others, f"nobody expected {others}"
    assert asked or not must_ask, f"no {kind.__name__} opened"


def press(dialog: QWidget, text: str) -> None:
    """Presses the button with these words."""
    (button,) = [each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == text]
    button.click()


def place(window: MainWindow, x: float, y: float) -> QPoint:
    """The pixel of the board at a point of the sheet."""
    board = window.stage.board
    assert board.camera is not None
    return (QPointF(*board.camera.device(x, y)) / board.ratio).toPoint()


def middle_of(window: MainWindow, zone: str) -> QPoint:
    """The pixel of the board in the middle of a block."""
    box = next(each.box for each in window.stage.layout.template.zones if each.id == zone)
    return place(window, box.x + box.w / 2, box.y + box.h * 0.6)


def on(window: MainWindow, note: Note) -> QPoint:
    """The pixel of the board in the middle of a note."""
    face = window.stage.layout.notes[note.id]
    return place(window, face.x + face.w / 2, face.y + face.h / 2)


def editor_of(window: MainWindow) -> NoteEditor:
    """The editor that is open on a note."""
    (editor,) = [each for each in window.stage.board.findChildren(NoteEditor) if each.isVisible()]
    return editor


def write(window: MainWindow, zone: str, text: str) -> None:
    """Double-clicks in a block, types, and leaves with Escape."""
    QTest.mouseDClick(window.stage.board, LEFT, NO_KEY, middle_of(window, zone))
    settle()
    editor = editor_of(window)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    settle()


def drag(window: MainWindow, start: QPoint, end: QPoint) -> None:
    """Drags with the left button on the board."""
    board = window.stage.board
    QTest.mousePress(board, LEFT, NO_KEY, start)
    for part in (0.2, 0.6, 1):
        QTest.mouseMove(board, start + (end - start) * part)
    QTest.mouseRelease(board, LEFT, NO_KEY, end)
    settle()


def keys(window: MainWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Types a shortcut where the focus is."""
    held = NO_KEY
    for modifier in modifiers:
        held |= modifier
    window.activateWindow()  # where nobody sees it, nobody gives a window its place back after a dialog
    settle()
    QTest.keyClick(QApplication.focusWidget() or window, key, held)
    settle()
