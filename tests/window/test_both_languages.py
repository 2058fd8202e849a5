"""Every menu, dialog and panel of these pages in both languages: no key missing, nothing cut off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from canvas_files.problems import SENTENCES
from canvas_files.records import Language
from helpers.plain_windows import open_window, shut
from plakbord.settings import Settings
from plakbord.window.details_dialog import DetailsDialog
from plakbord.window.main_window import MainWindow
from plakbord.window.new_dialog import NewDialog
from plakbord.window.settings_dialog import CHOICES, SettingsDialog
from plakbord.window.start_page import StartPage
from plakbord.window.workshops import new_session
from plakbord.words import LANGUAGES, load_words


@pytest.fixture(params=LANGUAGES)
def window(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[MainWindow]:
    language: Language = request.param
    window = open_window(new_session("persona", language), Settings(language=language, motion="off"))
    window.use_language(language)
    yield window
    shut(window)


def cut_off(part: QWidget) -> list[str]:
    """The words that do not fit in what shows them."""
    QApplication.processEvents()
    found: list[str] = []
    for child in part.findChildren(QWidget):
        if not child.isVisible():
            continue
        if isinstance(child, QLabel) and child.wordWrap():
            if child.height() + 1 < child.heightForWidth(child.width()):
                found.append(child.text())
        elif isinstance(child, QLabel | QAbstractButton | QComboBox) and child.width() + 1 < child.sizeHint().width():
            found.append(getattr(child, "text", child.objectName)())
    return found


def test_dialogs_and_the_start_page(window: MainWindow) -> None:
    t = window.t
    dialogs = (
        SettingsDialog(window, window.settings, t),
        NewDialog(window, t, window.icons),
        DetailsDialog(window, window.session.document.workshop, t),
    )
    for dialog in dialogs:
        dialog.show()
        assert cut_off(dialog) == []
        dialog.close()
    window.doors.start.show()
    page = next(each for each in window.findChildren(StartPage) if each.isVisible())
    for size in ((1200, 800), (900, 620)):
        window.resize(*size)
        QTest.qWait(10)
        assert cut_off(page) == []
    window.doors.start.hide()


def test_menus_have_words_and_live_menus_fill(window: MainWindow) -> None:
    def look(menu: QMenu) -> int:
        menu.aboutToShow.emit()
        count = 0
        for entry in menu.actions():
            inner = entry.menu()
            assert entry.isSeparator() or entry.text()
            count += look(inner) if isinstance(inner, QMenu) else 1
        return count

    counted = [look(entry.menu()) for entry in window.menuBar().actions() if isinstance(entry.menu(), QMenu)]
    assert len(counted) >= 5
    assert min(counted) >= 1
    assert sum(counted) > 60


def test_both_languages_have_the_same_words() -> None:
    dutch, english = (load_words(language).table for language in LANGUAGES)
    assert dutch.keys() == english.keys()
    for name, values in CHOICES:
        assert all(f"settings.{name}.{value}" in dutch for value in values)
    assert all(nl and en and nl != en for nl, en in SENTENCES.values())


def test_settings_are_what_was_chosen(window: MainWindow) -> None:
    dialog = SettingsDialog(window, window.settings, window.t)
    assert dialog.answered == window.settings
    for name, values in CHOICES:
        dialog.choose(name, values[-1])
    dialog.choose("note_color", "green")
    found = dialog.answered
    assert (found.language, found.theme, found.note_font, found.motion) == ("en", "dark", "hand", "off")
    assert found.note_color == "green"
    dialog.deleteLater()
