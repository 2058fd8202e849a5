"""Ctrl+Z while a round is open, with real keys: what people vote on stays, the reason is said, nothing is used up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from helpers.voting_windows import Key, click, goals_session, panel_of, press_offer
from helpers.windows import keys, settle
from plakbord.window.main_window import MainWindow

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_undo_waits_until_people_have_voted_and_is_not_used_up(open_one: Callable[..., MainWindow]) -> None:
    window = open_one(goals_session())
    first = next(iter(window.stage.layout.notes))
    was = window.session.store.records[first]
    window.stage.selection.set([first])
    settle()
    window.commands.by_id["note.color.pink"].trigger()
    press_offer(window)
    click(panel_of(window).setup.start)
    notice = window.doors.clipboard.notice
    for _ in range(3):
        window.stage.board.setFocus()
        keys(window, Key.Key_Z, CONTROL)
        assert notice.text() == window.t("edit.undo.later", round=1)
        assert "kleur" in window.commands.by_id["edit.undo"].text()
        assert window.session.store.records[first] != was
    click(panel_of(window).running.close_it)
    window.stage.board.setFocus()
    keys(window, Key.Key_Z, CONTROL)
    assert window.session.store.records[first] == was
    keys(window, Key.Key_Z, CONTROL, SHIFT)
    assert window.session.store.records[first] != was
