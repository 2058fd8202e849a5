"""A real main window with notes on a canvas, for tests that press keys and look at what happens."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast

from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from canvas_files import order
from canvas_files.records import Note
from helpers.windows import settle
from plakbord.paths import resources
from plakbord.session import Session
from plakbord.settings import Settings
from plakbord.sheet.templates import sheet_for
from plakbord.sheet.text.fonts import Fonts
from plakbord.window.main_window import MainWindow
from plakbord.window.stage import Kit
from plakbord.window.workshops import new_session
from plakbord.words import LANGUAGES, load_words


@cache
def kit() -> Kit:
    """Fonts are read once for all tests."""
    return Kit(Fonts(resources() / "fonts"), QFont, {language: load_words(language) for language in LANGUAGES})


def session_with(notes: Sequence[Note], *, persona: bool = False) -> Session:
    """A workshop with those notes on its canvas; the ids of their sheet and their order are filled in."""
    session = new_session("canvas", "nl")
    document = session.document
    sheet = document.sheets[0]
    with document.store.transaction("step.note.add") as tx:
        if persona:
            tx.put(sheet_for(document, "persona"))
        for note, key in zip(notes, order.keys_after(None, len(notes)), strict=True):
            tx.put(note.changed(sheet=sheet.id, z=key))
    return session


def open_window(session: Session, settings: Settings | None = None) -> MainWindow:
    """The window with a workshop, shown; close it with shut."""
    app = cast(QApplication, QApplication.instance())
    settings = settings or Settings(language="nl", motion="off")
    window = MainWindow(app, settings, load_words("nl"), kit(), session)
    window.resize(1200, 800)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    settle()
    return window


def shut(window: MainWindow) -> None:
    """Closes the window without a question."""
    window.finish_writing()
    kit().look_through("business")  # as at first: it is the kit of the next window too
    window.session.store.read_only = True  # what is only looked at can be left at any time
    window.close()
    window.deleteLater()
