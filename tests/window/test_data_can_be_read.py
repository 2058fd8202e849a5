"""The panels of the data lens in both languages, and where people use their fingers: nothing is cut off, no key is
missing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from canvas_files.facts import ROLES
from canvas_files.records import Language, Note
from helpers.legible import Onlooker
from helpers.plain_windows import open_window, shut
from plakbord.session import Session
from plakbord.settings import Settings
from plakbord.window import theme
from plakbord.window.panels.inspector import Inspector
from plakbord.window.panels.inventory import TABS, InventoryPanel
from plakbord.window.start import sample_session
from plakbord.words import LANGUAGES


@pytest.fixture(params=[*LANGUAGES, "fingers"])
def onlooker(request: pytest.FixtureRequest, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Onlooker]:
    """A window with the data sample, and who looks at it."""
    fingers = request.param == "fingers"
    language: Language = "nl" if fingers else request.param
    monkeypatch.setattr(theme, "has_touch_screen", lambda: fingers)
    session = Session(sample_session(language, "data").document)
    window = open_window(session, Settings(language=language, motion="off", theme="light"))
    window.use_language(language)
    window.resize(1280, 720)
    QTest.qWait(20)
    yield Onlooker(window)
    window._discard = True
    window.session.store.read_only = True
    shut(window)


def test_the_panels_can_be_read(onlooker: Onlooker) -> None:
    window = onlooker.window
    window.doors.lens.look("data")
    window.doors.panels.open("inspector")
    panel = window.doors.panels.current
    assert isinstance(panel, Inspector)
    onlooker.look(panel, "inspector-none")
    notes = [record for record in window.session.store.records.values() if isinstance(record, Note)]
    for role in ("", *ROLES):
        window.stage.selection.set({next(note.id for note in notes if note.role == role)})
        QTest.qWait(10)
        onlooker.look(panel, f"inspector-{role}")
    panel._turn_more()
    onlooker.look(panel, "inspector-more")
    window.doors.panels.open("inventory")
    inventory = window.doors.panels.current
    assert isinstance(inventory, InventoryPanel)
    for page, key in enumerate(TABS):
        inventory.tabs.setCurrentIndex(page)
        QTest.qWait(10)
        onlooker.look(inventory, key)
    with window.session.store.transaction() as tx:
        for note in notes:
            tx.remove(note.id)
    QTest.qWait(10)
    inventory.tabs.setCurrentIndex(0)
    onlooker.look(inventory, "inventory-empty")
    assert not onlooker.wrong, "\n".join(onlooker.wrong)
