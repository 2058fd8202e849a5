"""Leaving a workshop while people take part: one question, only when it matters, whichever way somebody leaves; with
guests on real sockets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton

from canvas_files.rounds import close_round
from helpers.guests import Guest, until
from helpers.sample_workshops import add_note, add_notes, new_session, notes_of
from helpers.voting import opened
from helpers.windows import answering, keys, press, settle
from plakbord.live.sharing import Sharing
from plakbord.session import Session, open_session
from plakbord.window.breaking import BREAK
from plakbord.window.conflict_dialog import ConflictDialog
from plakbord.window.main_window import MainWindow
from plakbord.window.new_dialog import NewDialog
from plakbord.window.start_page import StartPage

OpenOne = Callable[..., MainWindow]
GuestOf = Callable[..., Guest]
CONTROL = Qt.KeyboardModifier.ControlModifier
STOP, CLOSE, STAY = "Stoppen met delen en sluiten", "Sluiten", "Blijven"
SAVE, DISCARD = "Opslaan en sluiten", "Sluiten zonder opslaan"


def made(path: Path, *texts: str) -> Path:
    session = new_session(title="Bakkerij")
    add_notes(session, [{"text": text, "zone": "channels"} for text in texts])
    session.save(path)
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A workshop in a file."""
    return made(tmp_path / "bakkerij.plakbord", "Bakfiets", "Weekmarkt", "Webwinkel")


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another one to go to."""
    return made(tmp_path / "smederij.plakbord", "Aambeeld")


@pytest.fixture
def window(open_one: OpenOne, file: Path) -> MainWindow:
    """A window with everything in its file."""
    return open_one(open_session(file))


def shared(window: MainWindow) -> Sharing:
    """Shared with nobody but this computer."""
    sharing = window.doors.share.sharing()
    sharing.start("127.0.0.1")
    settle()
    return sharing


@pytest.fixture
def guest() -> Iterator[GuestOf]:
    """Somebody comes in, and is let in."""
    come: list[Guest] = []

    def make(sharing: Sharing, name: str = "") -> Guest:
        come.append(Guest(sharing, name))
        until(lambda: come[-1].listen("welcome"))
        return come[-1]

    yield make
    for each in come:
        each.close()


def words_of(box: QMessageBox) -> str:
    return box.text().replace(BREAK, "")


def buttons_of(box: QMessageBox) -> set[str]:
    return {each.text().replace("&", "") for each in box.findChildren(QPushButton)}


@contextmanager
def in_turn(*answers: tuple[type[QDialog], Callable[[QDialog], object]]) -> Iterator[None]:
    """Answers dialogs that come one after the other, each of its kind; all of them must come."""
    wanted, last = list(answers), list[QDialog | None]([None])

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog is not last[0]:
            last[0] = dialog
            kind, answer = wanted.pop(0) if wanted else (type(None), QDialog.reject)
            (answer if isinstance(dialog, kind) else QDialog.reject)(dialog)

    timer = QTimer(interval=5)
    timer.timeout.connect(look)
    timer.start()
    yield
    timer.stop()
    assert not wanted


def begin_another(window: MainWindow) -> None:
    keys(window, Qt.Key.Key_N, CONTROL)


def open_another(window: MainWindow) -> None:
    keys(window, Qt.Key.Key_O, CONTROL)


def quit_program(window: MainWindow) -> None:
    keys(window, Qt.Key.Key_Q, CONTROL)


def take_recent(window: MainWindow) -> None:
    window.doors._go_to(Path(window.settings.recent[-1]))


def begin_on_the_start_page(window: MainWindow) -> None:
    window.doors.start.show()
    settle()
    (page,) = [each for each in window.findChildren(StartPage) if each.isVisible()]
    page.begun.emit("persona")


WAYS = (begin_another, open_another, take_recent, begin_on_the_start_page, MainWindow.close, quit_program)


# --- when


@pytest.mark.parametrize("leave", WAYS)
def test_every_way_out_asks_once_while_somebody_takes_part(
    window: MainWindow, other: Path, guest: GuestOf, leave: Callable[[MainWindow], object]
) -> None:
    window.keep(window.settings.opened(other).opened(window.session.path or other))
    sharing, session = shared(window), window.session
    anna = guest(sharing, "Anna")
    with answering(lambda box: press(box, STAY), QMessageBox) as asked:
        leave(window)
    assert words_of(asked[0]) == "Er doet nog 1 mens mee op de telefoon."
    assert buttons_of(asked[0]) == {STOP, STAY}
    assert window.isVisible()
    assert window.session is session
    assert sharing.running
    anna.jot("En nog iets")
    assert "En nog iets" in [note.text for note in notes_of(session)]


def test_who_agrees_leaves_and_the_phones_hear_it(window: MainWindow, other: Path, guest: GuestOf) -> None:
    sharing = shared(window)
    anna = guest(sharing, "Anna")
    with answering(lambda box: press(box, STOP), QMessageBox):
        window.doors._go_to(other)
    assert window.session.path == other
    assert not sharing.running
    assert anna.end()[0] == 1001


def test_nothing_ends_before_there_is_something_else(window: MainWindow, guest: GuestOf) -> None:
    sharing = shared(window)
    guest(sharing)
    with in_turn((QMessageBox, lambda box: press(box, STOP)), (NewDialog, QDialog.reject)):
        begin_another(window)
    assert sharing.running


def test_nobody_in_the_room_is_no_reason(window: MainWindow) -> None:
    sharing = shared(window)
    with answering(QDialog.reject, QDialog, must_ask=False) as asked:
        assert window.close()
    assert not asked
    assert not sharing.running


def test_who_waits_at_the_door_is_no_reason(window: MainWindow) -> None:
    sharing = shared(window)
    sharing.expect(names=("Bram",))
    knocking = Guest(sharing, "Anna")
    until(lambda: any(person.waiting for person in sharing.people))
    with answering(QDialog.reject, QDialog, must_ask=False) as asked:
        assert window.close()
    assert not asked
    knocking.close()


def test_a_phone_that_sleeps_takes_part(window: MainWindow, guest: GuestOf) -> None:
    sharing = shared(window)
    for name in ("Anna", "Bram"):
        guest(sharing, name).close()
    until(lambda: len(sharing.people) == 2 and not any(person.online for person in sharing.people))
    with answering(lambda box: press(box, STAY), QMessageBox) as asked:
        assert not window.close()
    assert words_of(asked[0]) == "Er doen 2 mensen mee; hun telefoons staan nu even uit."


def test_stopping_first_is_quiet_afterwards(window: MainWindow, guest: GuestOf) -> None:
    sharing = shared(window)
    guest(sharing)
    sharing.stop()
    with answering(QDialog.reject, QDialog, must_ask=False) as asked:
        assert window.close()
    assert not asked


def test_an_open_round_is_asked_about_until_it_is_closed(window: MainWindow) -> None:
    voted_in = opened(window.session.store)
    window.session.save()
    with answering(lambda box: press(box, STAY), QMessageBox) as asked:
        assert not window.close()
    assert words_of(asked[0]) == "Ronde 1 is nog open."
    assert buttons_of(asked[0]) == {CLOSE, STAY}
    opened(window.session.store)
    with answering(lambda box: press(box, STAY), QMessageBox) as asked:
        assert not window.close()
    assert words_of(asked[0]) == "Er zijn nog 2 rondes open."
    for number in window.session.votes_shown.rounds:
        close_round(window.session.store, number.id)
    assert voted_in.id in window.session.store.records
    with answering(QDialog.reject, QDialog, must_ask=False) as asked:
        assert window.close()
    assert not asked


def test_a_round_that_was_left_open_is_open_when_one_comes_back(window: MainWindow, file: Path) -> None:
    voted_in = opened(window.session.store)
    with answering(lambda box: press(box, CLOSE), QMessageBox):
        assert window.close()
    again = open_session(file).store.records[voted_in.id]
    assert getattr(again, "state", "") == "open"


def test_what_is_only_looked_at_is_left_without_a_question(window: MainWindow) -> None:
    opened(window.session.store)
    window.session.store.read_only = True
    with answering(QDialog.reject, QDialog, must_ask=False) as asked:
        assert window.close()
    assert not asked


# --- how


def test_enter_and_escape_stay(window: MainWindow, guest: GuestOf) -> None:
    sharing = shared(window)
    guest(sharing)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        with answering(lambda box, key=key: QTest.keyClick(box.defaultButton(), key), QMessageBox):
            assert not window.close()
    assert sharing.running


def test_people_a_round_and_unsaved_work_make_one_question(open_one: OpenOne, guest: GuestOf, tmp_path: Path) -> None:
    session = new_session(title="Strategiedag <b>2026</b>")
    add_notes(session, [{"text": text, "zone": "channels"} for text in ("Bakfiets", "Weekmarkt")])
    window = open_one(session)
    sharing = shared(window)
    opened(session.store)
    for name in ("Anna", "Bram", "Carla"):
        guest(sharing, name)
    with answering(lambda box: press(box, STAY), QMessageBox) as asked:
        assert not window.close()
    assert words_of(asked[0]) == "Er doen nog 3 mensen mee op hun telefoon. Ronde 1 is nog open."
    hint = asked[0].informativeText().replace(BREAK, "")
    assert "“Strategiedag <b>2026</b>” is nog niet opgeslagen." in hint
    assert asked[0].textFormat() == Qt.TextFormat.PlainText
    assert buttons_of(asked[0]) == {SAVE, DISCARD, STAY}
    assert sharing.running
    with answering(lambda box: press(box, DISCARD), QMessageBox):
        assert window.close()
    assert not sharing.running


def test_who_saves_but_chooses_no_file_stays(open_one: OpenOne, guest: GuestOf, tmp_path: Path) -> None:
    session = new_session()
    add_note(session, "Bakfiets")
    window = open_one(session)
    sharing = shared(window)
    guest(sharing)
    with in_turn((QMessageBox, lambda box: press(box, SAVE)), (QFileDialog, QDialog.reject)):
        assert not window.close()
    assert sharing.running
    path = tmp_path / "middag.plakbord"

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(str(path))
        dialog.accept()

    with in_turn((QMessageBox, lambda box: press(box, SAVE)), (QFileDialog, choose)):
        assert window.close()
    assert [note.text for note in notes_of(open_session(path))] == ["Bakfiets"]


def test_what_is_written_while_the_question_is_there_is_kept(window: MainWindow, file: Path, guest: GuestOf) -> None:
    sharing = shared(window)
    anna = guest(sharing, "Anna")

    def write_first(box: QMessageBox) -> None:
        anna.jot("Op de valreep")
        press(box, STOP)

    with answering(write_first, QMessageBox):
        assert window.close()
    assert "Op de valreep" in [note.text for note in notes_of(open_session(file))]


def test_in_english_too(window: MainWindow, guest: GuestOf) -> None:
    window.use_language("en")
    sharing = shared(window)
    guest(sharing, "Anna")
    guest(sharing, "Bram")
    with answering(lambda box: press(box, "Stay"), QMessageBox) as asked:
        assert not window.close()
    assert words_of(asked[0]) == "2 people are still taking part by phone."
    assert buttons_of(asked[0]) == {"Stop sharing and close", "Stay"}


def test_reading_the_file_anew_asks_too(window: MainWindow, file: Path, guest: GuestOf) -> None:
    sharing, session = shared(window), window.session
    guest(sharing)
    elsewhere = open_session(file)
    add_note(elsewhere, "Van een ander")
    elsewhere.save()
    add_note(session, "Van mij")
    reload = window.t("conflict.reload.do")
    with in_turn((ConflictDialog, lambda box: press(box, reload)), (QMessageBox, lambda box: press(box, STAY))):
        assert not window.rescue.resolve_conflict()
    assert window.session is session
    assert sharing.running
    with in_turn((ConflictDialog, lambda box: press(box, reload)), (QMessageBox, lambda box: press(box, STOP))):
        assert window.rescue.resolve_conflict()
    assert "Van een ander" in [note.text for note in notes_of(window.session)]
    assert not sharing.running


def test_an_example_can_be_looked_at_after_a_word_about_the_round(open_one: OpenOne) -> None:
    session: Session = new_session()
    add_notes(session, [{"text": text, "zone": "channels"} for text in ("Bakfiets", "Weekmarkt")])
    window = open_one(session)
    opened(session.store)
    window.doors.start.show()
    settle()
    (page,) = [each for each in window.findChildren(StartPage) if each.isVisible()]
    with answering(lambda box: press(box, DISCARD), QMessageBox) as asked:
        page.sample.emit("")
    assert words_of(asked[0]) == "Ronde 1 is nog open."
    assert window.session is not session
