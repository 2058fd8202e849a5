"""Both languages have the same words, and the preferences say in either what was chosen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from canvas_files.records import Language
from canvas_files.sentences import SENTENCES
from helpers.plain_windows import open_window, shut
from plakbord.settings import Settings
from plakbord.window.main_window import MainWindow
from plakbord.window.settings_dialog import CHOICES, SettingsDialog
from plakbord.window.workshops import new_session
from plakbord.words import LANGUAGES, load_words


@pytest.fixture(params=LANGUAGES)
def window(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[MainWindow]:
    language: Language = request.param
    window = open_window(new_session("persona", language), Settings(language=language, motion="off"))
    window.use_language(language)
    yield window
    shut(window)


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
