"""The panel for voting: what it fills in, what it warns of, and which round it shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from canvas_files.records import Note
from canvas_files.rounds import round_of, rounds
from helpers.sample_workshops import add_sheet
from helpers.voting_windows import (
    GOALS,
    LEFT,
    NO_KEY,
    Key,
    click,
    double_click,
    goals_session,
    kiosk_of,
    last_round,
    panel_of,
    press,
    press_offer,
    revealed,
    vote,
)
from helpers.windows import answering, keys, on, settle
from helpers.windows import press as press_button
from plakbord.window.main_window import MainWindow
from plakbord.window.voting.alike import AlikeDialog
from plakbord.window.voting.correction import CorrectionDialog
from plakbord.window.voting.reveal import Reveal

OpenOne = Callable[..., MainWindow]


@pytest.fixture
def window(open_one: OpenOne) -> MainWindow:
    return open_one(goals_session())


def test_the_key_opens_a_plan_for_the_sheet(window: MainWindow) -> None:
    keys(window, Key.Key_V)
    setup = panel_of(window).setup
    assert setup.isVisible()
    assert setup.count.text() == "14 briefjes om op te stemmen"
    window.stage.board.setFocus()
    keys(window, Key.Key_V)
    assert window.doors.panels.open_name == ""


def test_a_double_click_does_only_what_it_is_on(window: MainWindow) -> None:
    press_offer(window)
    panel = panel_of(window)
    double_click(window, panel.setup.start)
    assert last_round(window).state == "open"
    assert panel.running.ways["kiosk"].hasFocus()
    vote(window, "person 1", 1, 2, 2)
    under = panel.running.close_it.mapTo(window, panel.running.close_it.rect().center())
    double_click(window, panel.running.close_it)
    assert isinstance(window.childAt(under), QPushButton)
    assert last_round(window).state == "closed"
    assert panel.running.reveal.hasFocus()
    double_click(window, panel.running.slowly)
    cover = window.doors.voting.cover
    assert isinstance(cover, Reveal)
    assert cover.shown == 0
    double_click(window, cover._next)
    assert cover.shown == 2, "a button that stays takes both"


def test_a_double_click_on_a_name_places_no_dot(window: MainWindow) -> None:
    press_offer(window)
    panel_of(window).setup.by_name.setChecked(True)
    panel_of(window).setup.names.setPlainText("Anna\nBart")
    click(panel_of(window).setup.start)
    click(panel_of(window).running.ways["kiosk"])
    cover = kiosk_of(window)
    option = last_round(window).options[0].note
    cover.begin("Anna")
    (board,) = cover.ballot.boards
    face = board.surface.face(option)
    assert face is not None
    assert board.camera is not None
    at = board.camera.device(face.x + face.w * 0.6, face.y + face.h / 2)
    place = board.mapTo(cover, (QPointF(*at) / board.ratio).toPoint())
    cover.finish()
    name = cover.who.buttons["Bart"]
    name.setParent(cover.who)
    name.move(cover.who.mapFrom(cover, place) - name.rect().center())
    name.show()
    name.raise_()
    double_click(window, name)
    assert cover.person == "Bart"
    assert cover.ballot.dots.left == last_round(window).dots
    QTest.mouseDClick(window.windowHandle(), LEFT, NO_KEY, cover.mapTo(window, place))
    settle()
    assert cover.ballot.dots.left == last_round(window).dots - 2


def test_only_what_is_selected_when_ticked(window: MainWindow) -> None:
    keys(window, Key.Key_V)
    setup = panel_of(window).setup
    assert not setup.scope.only_selected.isVisible()
    window.stage.selection.set(list(window.stage.layout.notes)[:3])
    settle()
    setup.scope.only_selected.setChecked(True)
    assert len(setup.options) == 3
    assert setup.dots.value == 1


def test_scope_is_ticked_by_sheet_colour_and_block(open_one: OpenOne) -> None:
    session = goals_session()
    add_sheet(session.document, "canvas")
    window = open_one(session)
    press_offer(window)
    setup = panel_of(window).setup
    scope = setup.scope
    zones = scope.buttons["zones"]
    assert zones.text().startswith("Doelen")
    settle()
    assert zones.fontMetrics().horizontalAdvance(zones.text()) < zones.width()
    scope.buttons["colors"]._tick("yellow", True)
    assert len(setup.options) == 4
    scope.buttons["sheets"]._tick(session.document.sheets[1].id, True)
    scope.buttons["sheets"]._tick(session.document.sheets[0].id, False)
    assert setup.count.text().startswith("Hier zijn geen briefjes")
    assert not setup.start.isEnabled()


def test_very_many_options_are_warned_of(open_one: OpenOne) -> None:
    window = open_one(goals_session(tuple(f"Wens met eigen woord w{number}" for number in range(44))))
    press_offer(window)
    setup = panel_of(window).setup
    assert setup.many.isVisible()
    assert setup.root.text().endswith("√44 = 7")
    click(setup.first)
    assert (setup.most.value, setup.plan.keep) == (1, 15)
    assert not setup.first.isVisible()
    click(setup.advised)
    assert setup.dots.value == 11


def test_look_alikes_are_stacked_and_count_as_one(open_one: OpenOne) -> None:
    window = open_one(goals_session((*GOALS[:4], "Meer vaste klanten!")))
    press_offer_or_key(window)
    setup = panel_of(window).setup
    assert setup.alike.text().startswith("1 paar")
    with answering(lambda dialog: (press_button(dialog, "Stapelen"), dialog.accept()), AlikeDialog):
        click(setup.alike)
    assert len(setup.options) == 4
    assert not setup.alike.isVisible()
    window.commands.by_id["edit.undo"].trigger()
    settle()
    assert len(setup.options) == 5


def press_offer_or_key(window: MainWindow) -> None:
    """Five goals are not too many, so that nothing offers a vote."""
    keys(window, Key.Key_V)


def test_names_make_the_head_count(window: MainWindow) -> None:
    press_offer(window)
    setup = panel_of(window).setup
    setup.by_name.setChecked(True)
    setup.names.setPlainText("Anna\nBart\n\nAnna")
    setup.facilitator.setChecked(True)
    setup.open.setChecked(True)
    click(setup.start)
    made = last_round(window)
    assert (made.names, made.people, made.secret) == (["Anna", "Bart"], 3, False)


def test_a_round_can_wait(window: MainWindow) -> None:
    press_offer(window)
    setup = panel_of(window).setup
    setup.title.setText("Wat eerst?")
    click(setup.keep)
    assert last_round(window).title == "Wat eerst?"
    setup.title.setText("Wat nu?")
    click(setup.start)
    (only,) = rounds(window.session.store.records)
    assert (only.title, only.state) == ("Wat nu?", "open")


def test_a_plan_waits_while_the_panel_is_closed(window: MainWindow) -> None:
    press_offer(window)
    panel_of(window).setup.title.setText("Wat eerst?")
    window.doors.panels.close()
    assert window.doors.voting.plan is None
    window.doors.panels.open("voting")
    assert panel_of(window).setup.title.text() == "Wat eerst?"


def test_the_timer_counts_and_closes_nothing(window: MainWindow) -> None:
    press_offer(window)
    panel_of(window).setup.timer.setCurrentIndex(1)
    click(panel_of(window).setup.start)
    running, clock = panel_of(window).running, window.doors.voting.clock
    assert running.time.text() == "1:00"
    click(running.more)
    assert running.time.text() == "2:00"
    click(running.pause)
    assert not clock.running
    clock._paused = 0.2
    click(running.pause)
    clock._until = 0.0
    clock._tick()
    assert running.time.text() == "Tijd is om"
    assert last_round(window).state == "open"
    click(running.close_it)
    assert not clock.total


def test_totals_are_seen_while_people_vote_only_when_that_was_chosen(window: MainWindow) -> None:
    press_offer(window)
    panel_of(window).setup.open_count.setChecked(True)
    click(panel_of(window).setup.start)
    vote(window, "person 1", 1, 1)
    assert panel_of(window).running.totals.isVisible()
    assert panel_of(window).running.totals.rank_at(0).dots == 2
    first = last_round(window).options[0].note
    assert window.stage.layout.notes[first].votes.dots == 2


def test_arrows_and_enter_in_the_panel_leave_the_notes_alone(window: MainWindow) -> None:
    revealed(window, (1, 1, 2), (1, 2, 3))
    outcome = panel_of(window).outcome
    outcome.ranking.setFocus()
    outcome.ranking.setCurrentRow(0)
    press(Key.Key_Return)
    assert len(window.stage.selection) == 1
    outcome.ranking.setFocus()
    before = dict(window.session.store.records)
    press(Key.Key_Down)
    press(Key.Key_Delete)
    assert outcome.ranking.currentRow() == 1
    assert dict(window.session.store.records) == before
    assert not window.stage.editing.active


def test_ballots_are_made(window: MainWindow, monkeypatch: pytest.MonkeyPatch, own_folders: object) -> None:
    from pathlib import Path

    from PySide6.QtGui import QDesktopServices

    press_offer(window)
    click(panel_of(window).setup.start)
    click(panel_of(window).running.ways["paper"])
    path = f"{own_folders}/biljetten.pdf"
    shown: list[object] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    panel_of(window).paper.copies.spin.setValue(3)
    click(panel_of(window).paper._print)
    assert Path(path).read_bytes().startswith(b"%PDF")
    assert shown


def test_a_correction_needs_a_reason(window: MainWindow) -> None:
    press_offer(window)
    click(panel_of(window).setup.start)
    vote(window, "paper 1", 1, 2)
    said: list[str] = []

    def answer(dialog: CorrectionDialog) -> None:
        dialog.who.setText("1")
        dialog.choice.setText("3 3")
        dialog.accept()
        said.append(dialog.said.text())
        dialog.why.setText("Kruisje verkeerd gelezen")
        dialog.accept()

    with answering(answer, CorrectionDialog):
        window.commands.by_id["vote.correct"].trigger()
    voted_in = last_round(window)
    assert said[0].startswith("Schrijf op waarom")
    voter = window.session.voter_id(voted_in.id, "paper 1")
    from canvas_files.rounds import ballot_of

    assert ballot_of(window.session.store.records, voted_in, voter) == {voted_in.options[2].note: 2}


def test_cancelling_is_asked_about(window: MainWindow) -> None:
    press_offer(window)
    click(panel_of(window).setup.start)
    with answering(lambda box: press_button(box, "Ronde afbreken"), QMessageBox):
        click(panel_of(window).running.cancel)
    assert last_round(window).state == "cancelled"
    assert panel_of(window).running.done.text() == "Deze ronde is afgebroken en telt niet"
    assert not panel_of(window).running.again.isVisible()


def test_dots_are_stuck_on_the_board_itself(window: MainWindow) -> None:
    from PySide6.QtTest import QTest

    press_offer(window)
    panel_of(window).setup.people.spin.setValue(2)
    click(panel_of(window).setup.start)
    click(panel_of(window).running.ways["free"])
    assert window.doors.voting.sticking
    voted_in = last_round(window)
    notes = [window.session.store.records[option.note] for option in voted_in.options]
    board = window.stage.board

    def stick(number: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        note = notes[number - 1]
        assert isinstance(note, Note)
        QTest.mouseClick(board, Qt.MouseButton.LeftButton, held, on(window, note))
        settle()

    for number in (1, 1, 1, 1):
        stick(number)
    assert "liggen al 3 stippen" in window.doors.clipboard.notice.text()
    assert window.stage.layout.notes[voted_in.options[0].note].votes.dots == 3
    stick(1, Qt.KeyboardModifier.ShiftModifier)
    assert window.stage.layout.notes[voted_in.options[0].note].votes.dots == 2
    for number in (2, 3, 4):
        stick(number)
    free = window.doors.voting._free
    assert free is not None
    assert free.people.person == 2
    assert window.stage.layout.notes[voted_in.options[0].note].votes.dots == 0  # not the next person's
    window.commands.by_id["vote.free"].trigger()
    assert not board.dots.in_hand
    assert not window.doors.voting.sticking
    assert sum(count.voters for count in _audit(window).values()) == 2


def _audit(window: MainWindow) -> dict[object, object]:
    from canvas_files.rounds import audit

    return dict(audit(window.session.store.records, last_round(window)))  # type: ignore[arg-type]


def test_another_workshop_ends_what_went_on(window: MainWindow) -> None:
    press_offer(window)
    panel_of(window).setup.timer.setCurrentIndex(1)
    click(panel_of(window).setup.start)
    click(panel_of(window).running.ways["kiosk"])
    window.show_session(goals_session(GOALS[:3]))
    settle()
    voting = window.doors.voting
    assert voting.cover is None
    assert not voting.clock.total
    click(panel_of(window).setup.start)
    click(panel_of(window).running.ways["free"])
    window.show_session(goals_session(GOALS[:3]))
    settle()
    assert not voting.sticking
    assert not window.stage.board.dots.in_hand
    assert panel_of(window).setup.isVisible()


def test_a_round_that_goes_takes_its_pages_along(window: MainWindow) -> None:
    press_offer(window)
    click(panel_of(window).setup.start)
    voted_in = last_round(window)
    click(panel_of(window).running.ways["kiosk"])
    from canvas_files.rounds import close_round

    close_round(window.session.store, voted_in.id)
    settle()
    assert window.doors.voting.cover is None
    assert round_of(window.session.store.records, voted_in).state == "closed"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_panel_speaks_the_language_of_the_window(open_one: OpenOne, language: str) -> None:
    window = open_one(goals_session(), language="en" if language == "nl" else "nl")
    press_offer(window)
    window.use_language("nl" if language == "nl" else "en")
    settle()
    setup = panel_of(window).setup
    assert setup.start.text() == {"nl": "Ronde openen", "en": "Open the round"}[language]
    assert setup.options
    window.use_theme("dark")
    assert panel_of(window).new.text() == {"nl": "Nieuw", "en": "New"}[language]
