"""The strip of tabs with real clicks: choosing, renaming, dragging, deleting and taking back; and the start page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from canvas_files.records import Note
from helpers.plain_windows import kit, open_window, session_with, shut
from plakbord.settings import Settings
from plakbord.sheet.names import sheet_names
from plakbord.sheet.text.fonts import HAND
from plakbord.window.main_window import MainWindow
from plakbord.window.sheet_tabs import SheetTabs, TabEditor
from plakbord.window.start_page import StartPage

NOTES = (Note(id="one", sheet="s", zone="customer_segments", x=500, y=5000, text="Forenzen"),)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = open_window(session_with(NOTES, persona=True))
    QTest.qWaitForWindowActive(window)
    yield window
    shut(window)


def tabs(window: MainWindow) -> SheetTabs:
    return window._bottom.tabs


def texts(window: MainWindow) -> list[str]:
    return [tabs(window).tabText(number) for number in range(tabs(window).count())]


def do(window: MainWindow, action: str) -> None:
    QApplication.processEvents()  # what can be done is brought up to date
    window._commands.by_id[action].trigger()
    QApplication.processEvents()


def test_a_double_click_renames(window: MainWindow) -> None:
    at = tabs(window).tabRect(1).center()
    QTest.mouseDClick(tabs(window), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    editor = tabs(window).findChild(TabEditor)
    assert editor is not None
    QTest.keyClicks(editor, "Anna & co")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert texts(window) == ["Business Model Canvas", "Anna && co"]


def test_escape_keeps_the_name(window: MainWindow) -> None:
    tabs(window).rename(window.session.document.sheets[0].id)
    editor = tabs(window).findChild(TabEditor)
    assert editor is not None
    QTest.keyClicks(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert texts(window) == ["Business Model Canvas", "Persona"]


def test_dragging_a_tab_orders_the_sheets_once(window: MainWindow) -> None:
    strip, none = tabs(window), Qt.KeyboardModifier.NoModifier
    before = window.session.store.revision
    start, end = strip.tabRect(1).center(), strip.tabRect(0).center()
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, none, start)
    for step in range(1, 11):
        QTest.mouseMove(strip, start + QPoint((end.x() - 40 - start.x()) * step // 10, 0))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, none, end - QPoint(40, 0))
    QApplication.processEvents()
    names = list(sheet_names(window.session.document, kit().words["nl"]).values())
    assert names == texts(window) == ["Persona", "Business Model Canvas"]
    assert window.session.store.revision == before + 1


def test_a_deleted_sheet_comes_back_with_everything_on_it(window: MainWindow) -> None:
    records = dict(window.session.store.records)
    do(window, "sheet.delete")
    assert texts(window) == ["Persona"]
    assert not window._commands.by_id["sheet.delete"].isEnabled()
    do(window, "edit.undo")
    assert dict(window.session.store.records) == records


def test_pictures_come_by_themselves(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not any(tabs(window).tabIcon(number).isNull() for number in range(2)), timeout=5_000)


def test_from_a_persona_to_its_segment_and_back(window: MainWindow) -> None:
    canvas, persona = (sheet.id for sheet in window.session.document.sheets)
    window.show_sheet(persona)
    menu = QMenu()
    window.doors.sheets.menus()["link"](menu)
    (entry,) = menu.actions()
    entry.trigger()
    do(window, "sheet.jump")
    assert window.stage.layout.sheet_id == canvas
    assert window.stage.selection.ids == {"one"}
    do(window, "sheet.jump")
    assert window.stage.layout.sheet_id == persona
    assert "Forenzen" in window.stage.layout.title


def test_handwriting_reaches_the_board(window: MainWindow) -> None:
    window.doors.preferences.apply(replace(window.settings, note_font="hand", language="en"))
    face = next(iter(window.stage.layout.notes.values()))
    assert {run.unit.face.key for line in face.text.laid.lines for run in line.runs} == {HAND}
    assert window.t.language == "en"
    window.doors.preferences.apply(replace(window.settings, note_font="print"))
    face = next(iter(window.stage.layout.notes.values()))
    assert {run.unit.face.key for line in face.text.laid.lines for run in line.runs} != {HAND}


def page_of(window: MainWindow) -> StartPage:
    page = next((each for each in window.findChildren(StartPage) if each.isVisible()), None)
    assert page is not None
    return page


def test_the_start_page_begins_opens_and_leaves(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "eerder.plakbord"
    window.session.save(path)
    window.keep(Settings(language="nl", motion="off", recent=(str(path), str(tmp_path / "weg.plakbord"))))
    window.doors.start.show()
    page = page_of(window)
    assert page._recent.count() == 1
    before = page._recent.item(0).icon().cacheKey()
    qtbot.waitUntil(lambda: page._recent.item(0).icon().cacheKey() != before, timeout=5_000)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not window.doors.start.shown
    window.doors.start.show()
    lean = next(each for each in page_of(window).findChildren(QPushButton) if "Lean Canvas" in each.text())
    lean.click()
    assert (window.stage.layout.template.id, window.doors.start.shown) == ("lean-canvas", False)
    window.doors.start.show()
    page_of(window).sample.emit("")
    assert len(window.session.document.sheets) == 3
    assert window.session.path is None


def test_the_plus_offers_every_template(window: MainWindow) -> None:
    button = window._bottom._more
    menu = button.menu()
    menu.aboutToShow.emit()
    words = [entry.text() for entry in menu.actions() if not entry.isSeparator()]
    assert words[:3] == ["Business Model Canvas", "Persona", "Lean Canvas"]
    menu.actions()[2].trigger()
    assert window.stage.layout.template.id == "lean-canvas"
