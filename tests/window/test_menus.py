"""Every action has its place, its words in both languages, and keys that nothing else has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton

from canvas_files.records import Language
from helpers.sample_workshops import layout_of, new_session, words
from helpers.windows import keys, settle
from plakbord.actions.all import ACTIONS, BY_ID
from plakbord.actions.find import BLOCKS
from plakbord.sheet import theme
from plakbord.window.main_window import MainWindow
from plakbord.window.menus import CONTEXT_MENU, LIVE, MENUS, SEPARATOR, Item, ids_in
from plakbord.window.toolbar import LEFT, PRIMARY
from plakbord.words import LANGUAGES

OpenOne = Callable[..., MainWindow]
BOTH = pytest.mark.parametrize("language", LANGUAGES)


def entries(menu: QMenu | QMenuBar) -> Iterator[str]:
    """The words of all entries of a menu and the menus in it."""
    for action in menu.actions():
        if not action.isSeparator():
            yield action.text()
            inner = action.menu()
            if isinstance(inner, QMenu):
                yield from entries(inner)


def wanted(items: tuple[Item, ...], language: Language) -> Iterator[str]:
    t = words(language)
    for item in items:
        if isinstance(item, tuple):
            yield t(item[0])
            yield from wanted(item[1], language)
        elif item in BLOCKS:
            yield layout_of(new_session()).template.working_order()[BLOCKS.index(item)].heading("nl")
        elif item not in (SEPARATOR, *LIVE):
            yield t(BY_ID[item].words)


def test_every_action_is_in_a_menu_or_the_toolbar() -> None:
    placed = {name for _, items in MENUS for name in ids_in(items)} | {name for group in LEFT for name in group}
    assert placed | {PRIMARY} == set(BY_ID)


def test_no_action_stands_twice_in_the_menus() -> None:
    times = Counter(name for _, items in MENUS for name in ids_in(items))
    assert [name for name, count in times.items() if count > 1] == []


def test_every_place_is_for_an_action_that_is_there() -> None:
    assert set(ids_in(CONTEXT_MENU)) <= set(BY_ID)


def test_the_colours_and_sizes_are_those_of_the_paper() -> None:
    names = set(ids_in(CONTEXT_MENU))
    assert {f"note.color.{name}" for name in theme.NOTE_COLORS} <= names
    assert {f"note.size.{name}" for name in theme.NOTE_SIZES_ON_PAPER} <= names


@BOTH
def test_every_entry_is_there_in_both_languages(open_one: OpenOne, language: Language) -> None:
    window = open_one(language=language)
    expected = [words(language)(name) for name, _ in MENUS]
    assert [action.text() for action in window.menuBar().actions()] == expected
    for action, (_, items) in zip(window.menuBar().actions(), MENUS, strict=True):
        menu = action.menu()
        assert isinstance(menu, QMenu)
        assert list(entries(menu)) == list(wanted(items, language))


@BOTH
def test_switching_the_language_changes_every_word(open_one: OpenOne, language: Language) -> None:
    other: Language = "en" if language == "nl" else "nl"
    window = open_one(language=other)
    window.use_language(language)
    fresh = open_one(language=language)
    assert list(entries(window.menuBar())) == list(entries(fresh.menuBar()))
    assert tips(window) == tips(fresh)
    assert window.windowTitle() == fresh.windowTitle()
    assert window.stage.board.hint == fresh.stage.board.hint
    assert window.settings.language == language


def tips(window: MainWindow) -> list[tuple[str, str]]:
    """What toolbar buttons say."""
    (bar,) = window.findChildren(QToolBar)
    return [(button.text(), button.toolTip()) for button in bar.findChildren(QToolButton)]


def test_keys_are_unique_as_qt_reads_them(window: MainWindow) -> None:
    found = Counter(
        sequence.toString(QKeySequence.SequenceFormat.PortableText)
        for command in window._commands.by_id.values()
        for sequence in command.shortcuts()
    )
    assert [name for name, count in found.items() if count > 1 or not name] == []
    assert sum(found.values()) == sum(len(action.shortcuts) for action in ACTIONS)


def test_every_entry_has_the_icon_it_names(window: MainWindow) -> None:
    for action in ACTIONS:
        icon = window._commands.by_id[action.id].icon()
        assert icon.isNull() is not bool(action.icon or action.swatch), action.id
        assert icon.isNull() or not icon.pixmap(18, 18).isNull(), action.id


def test_what_cannot_be_done_is_faint_and_what_is_on_is_ticked(window: MainWindow) -> None:
    commands = window._commands.by_id
    assert not commands["edit.undo"].isEnabled()
    assert not commands["note.color.pink"].isEnabled()
    assert commands["view.theme.system"].isChecked()
    window.use_theme("dark")
    settle()
    assert commands["view.theme.dark"].isChecked()
    assert not commands["view.theme.system"].isChecked()


def test_an_action_runs_by_its_key(window: MainWindow) -> None:
    before = window.stage.board.percent
    for sequence in BY_ID["view.zoom_in"].shortcuts[:1]:
        combination = QKeySequence(sequence)[0]
        keys(window, combination.key(), combination.keyboardModifiers())
    assert window.stage.board.percent > before
