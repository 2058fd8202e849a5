"""What of a window comes with its first painting, and what right after it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from canvas_files.records import Note
from helpers.open_windows import notes_of
from helpers.windows import close_window, kit, new_session, settle, words
from plakbord.actions.all import ACTIONS
from plakbord.settings import Settings
from plakbord.window.main_window import MainWindow
from plakbord.window.menus import MENUS


@pytest.fixture
def hidden(qapp: QApplication) -> Iterator[MainWindow]:
    """A window that was not shown yet."""
    window = MainWindow(qapp, Settings(language="nl", motion="off"), words("nl"), kit(), new_session())
    yield window
    window.show()
    close_window(window)


def entries(window: MainWindow) -> list[int]:
    """How much is in each menu."""
    return [len(title.menu().actions()) for title in window.menuBar().actions()]  # type: ignore[attr-defined]


def test_titles_are_there_at_once_and_what_is_under_them_after_the_first_painting(hidden: MainWindow) -> None:
    titles = [words("nl")(name) for name, _ in MENUS]
    assert [title.text() for title in hidden.menuBar().actions()] == titles
    assert entries(hidden) == [0] * len(MENUS)
    assert len(hidden.commands.by_id) < len(ACTIONS) / 4
    hidden.show()
    assert QTest.qWaitForWindowExposed(hidden)
    settle()
    assert [title.text() for title in hidden.menuBar().actions()] == titles
    assert all(count > 1 for count in entries(hidden))
    assert (
        set(hidden.commands.by_id)
        == {action.id for action in ACTIONS}
        <= {command.objectName() for command in hidden.actions()}
    )


def test_an_action_asked_for_early_is_whole(hidden: MainWindow) -> None:
    command = hidden.commands.by_id["note.duplicate"]
    assert command.text() == words("nl")("action.note.duplicate")
    assert not command.icon().isNull()
    assert not command.isEnabled()  # nothing is selected
    assert hidden.commands.by_id["note.duplicate"] is command
    with pytest.raises(KeyError):
        hidden.commands.by_id["note.unknown"]


def test_keys_work_when_the_window_has_been_painted(hidden: MainWindow) -> None:
    hidden.show()
    assert QTest.qWaitForWindowExposed(hidden)
    hidden.activateWindow()
    settle()
    QTest.keyClick(hidden.windowHandle(), Qt.Key.Key_N)
    settle()
    assert [type(note) for note in notes_of(hidden.session)] == [Note]
