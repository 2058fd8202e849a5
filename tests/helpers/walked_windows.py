"""The program's real window with a workshop in it, for tests with real events: keys, mouse, and time to think."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from canvas_files import order
from canvas_files.document import new_document
from canvas_files.records import Language, Note, new_id
from plakbord.board.fonts import editor_font
from plakbord.paths import resources
from plakbord.session import Session
from plakbord.settings import Settings
from plakbord.sheet.templates import sheet_for
from plakbord.sheet.text.fonts import REGULAR, Fonts
from plakbord.window.main_window import MainWindow
from plakbord.window.stage import Kit
from plakbord.words import load_words


def workshop(*notes: tuple[str, str], language: Language = "en", kinds: tuple[str, ...] = ("canvas",)) -> Session:
    """A workshop with notes (block, text) on its first sheet, in rows of four, and nothing to undo."""
    document = new_document(language, "", "2026-11-21")
    for kind in kinds:
        with document.store.transaction("step.sheet.add", "load") as tx:
            tx.put(sheet_for(document, kind))
    keys = order.keys_after(None, len(notes))
    met: dict[str, int] = {}
    with document.store.transaction("step.note.add", "load") as tx:
        for (zone, text), z in zip(notes, keys, strict=True):
            place = met[zone] = met.get(zone, -1) + 1
            x, y = 200 + place % 4 * 1_600, 1_500 + place // 4 * 1_700
            where = {"sheet": document.sheets[0].id, "zone": zone, "x": x, "y": y, "w": 1_500, "h": 1_500}
            tx.put(Note(id=new_id("note"), text=text, z=z, **where))  # type: ignore[arg-type]
    return Session(document)


@contextmanager
def open_window(app: QApplication, session: Session, settings: Settings | None = None) -> Iterator[MainWindow]:
    """The window, shown and with the keyboard; closed without questions at the end."""
    t = load_words("en")
    kit = Kit(
        Fonts(resources() / "fonts"),
        cache(lambda: editor_font(resources() / "fonts" / f"{REGULAR}.ttf")),
        {"en": t, "nl": load_words("nl")},
    )
    window = MainWindow(app, settings or Settings(language="en", theme="light"), t, kit, session)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowExposed(window)
    settle(app)
    try:
        yield window
    finally:
        window.finish_writing()
        window.session.store.read_only = True  # what is only looked at can be left without a question
        window.close()
        window.deleteLater()
        settle(app)
        gc.collect()  # a window with its board weighs many megabytes


def settle(app: QApplication, milliseconds: int = 30) -> None:
    """Lets timers, painting and late deleting have their turn."""
    QTest.qWait(milliseconds)
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()


def key(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key goes down and up, wherever the keyboard is; `widget` when nothing has it."""
    QTest.keyClick(QApplication.focusWidget() or widget, key, held)


def texts(session: Session) -> set[str]:
    """What stands on the notes."""
    return {record.text for record in session.store.records.values() if isinstance(record, Note)}


def note_with(session: Session, text: str) -> Note:
    """The note with that text."""
    return next(note for note in session.store.records.values() if isinstance(note, Note) and note.text == text)
