"""What came out of rounds, as the window shows it: side by side, in words, as a table and on the poster."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from canvas_files.records import Note
from helpers.voting_windows import (
    click,
    goals_session,
    last_round,
    panel_of,
    revealed,
)
from helpers.windows import answering, settle
from plakbord.window.main_window import MainWindow


@pytest.fixture
def window(open_one: Callable[..., MainWindow]) -> MainWindow:
    return open_one(goals_session())


def test_rounds_stand_side_by_side(window: MainWindow) -> None:
    revealed(window, (1, 1, 2))
    click(panel_of(window).outcome.others["vote.top"])
    assert len(panel_of(window).setup.options) == 14  # nothing from place 3 on has a dot
    panel = panel_of(window)
    assert [panel.rounds.itemText(row) for row in range(panel.rounds.count())][-1] == "Nieuwe ronde"
    click(panel.setup.start)
    assert panel.running.isVisible()
    panel._choose(0)
    assert panel.outcome.isVisible()
    assert window.session.votes_shown.round is not None
    assert window.session.votes_shown.round.number == 2  # people vote on the board
    panel._choose(1)
    click(panel.running.close_it)
    panel._choose(0)
    assert window.session.votes_shown.round.number == 1
    panel.outcome.on_board.click()
    assert window.session.votes_shown.round is None
    assert panel.outcome.isVisible()


def test_the_outline_and_the_board_say_the_dots(window: MainWindow) -> None:
    revealed(window, (1, 1, 2))
    note = last_round(window).options[0].note
    record = window.session.store.records[note]
    assert isinstance(record, Note)
    assert "2 stippen" in window.stage.speaker.describe(record, 1, 14)
    window.show_outline(True)
    settle()
    model = window._outline._panel._model  # type: ignore[union-attr]
    assert model is not None
    assert model.data(model.note_index(note), Qt.ItemDataRole.UserRole.value + 2) == "2 stippen"
    window.session.votes_shown.choose("")
    assert not model.data(model.note_index(note), Qt.ItemDataRole.UserRole.value + 2)


def test_results_go_to_a_table(window: MainWindow, monkeypatch: pytest.MonkeyPatch, own_folders: object) -> None:
    revealed(window, (1, 1, 2))
    path = f"{own_folders}/uitslag"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    click(panel_of(window).outcome.others["vote.csv"])
    from pathlib import Path

    lines = Path(f"{path}.csv").read_text("utf-8-sig").splitlines()
    assert "Meer vaste klanten" in lines[1]
    assert window.doors.clipboard.notice.text() == "uitslag.csv is bewaard"


def test_a_poster_begins_with_the_round_on_the_board(window: MainWindow) -> None:
    from plakbord.window.poster.dialog import PosterDialog

    revealed(window, (1, 1, 2))
    chosen: list[str | None] = []

    def look(dialog: PosterDialog) -> None:
        chosen.append(dialog.form.choices.round)
        dialog.reject()

    with answering(look, PosterDialog):
        window.commands.by_id["workshop.export"].trigger()
    assert chosen == [last_round(window).id]
