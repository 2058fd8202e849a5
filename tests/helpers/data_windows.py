"""A window with three data sources on its canvas, for tests of the data lens with real keys and clicks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from helpers.walked_windows import note_with, open_window, settle, workshop
from plakbord.window.main_window import MainWindow


@contextmanager
def data_window(app: QApplication) -> Iterator[MainWindow]:
    """Shown, with the keyboard on the board."""
    session = workshop(
        ("customer_segments", "Families"),
        ("value_propositions", "Fresh bread"),
        ("channels", "Shop"),
        ("channels", "Till"),
        ("revenue_streams", "Bookkeeping"),
        ("key_partners", "Orders"),
    )
    items = {"Till": ["address", "receipt"], "Bookkeeping": ["Address"], "Orders": ["part"]}
    with session.store.transaction("", "load") as tx:
        for name, there in items.items():
            tx.update(note_with(session, name).id, role="data_source", facts={"items": there, "system": f"{name} 2"})
    with open_window(app, session) as opened:
        opened.resize(1400, 900)
        opened.stage.board.setFocus()
        settle(app)
        yield opened


def select(window: MainWindow, *names: str) -> None:
    """Selects the notes with these texts."""
    window.stage.selection.set({note_with(window.session, name).id for name in names})


def choose(box: QComboBox, data: str) -> None:
    """Chooses as a person does, with the keyboard in the list."""
    box.setFocus()
    at = box.findData(data)
    assert at >= 0
    while box.currentIndex() != at:
        QTest.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < at else Qt.Key.Key_Up)
    box.activated.emit(at)
