"""The window keeps watch: autosave, what others did to the file, work that a crash left, earlier versions, and one
program at a time; with the real window, real files and real dialogs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from canvas_files.disk import Disk
from canvas_files.file import open_file
from canvas_files.problems import Problem
from canvas_files.records import Note
from canvas_files.recovery import find
from helpers.plain_windows import open_window, shut
from plakbord.actions.all import BY_ID
from plakbord.board.note_editor import NoteEditor
from plakbord.paths import private_shelf
from plakbord.session import Session, open_session
from plakbord.window.breaking import BREAK
from plakbord.window.cards import Card
from plakbord.window.conflict_dialog import ConflictDialog
from plakbord.window.crash_report import CrashReports
from plakbord.window.handover import hand_over
from plakbord.window.history_dialog import HistoryDialog
from plakbord.window.main_window import MainWindow
from plakbord.window.outside import Callers
from plakbord.window.recovery_dialog import RecoveryDialog
from plakbord.window.single import FirstWindow
from plakbord.window.start_page import StartPage
from plakbord.window.workshops import new_session

Show = Callable[[Session], MainWindow]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Shows workshops; the windows are closed afterwards."""
    windows: list[MainWindow] = []

    def make(session: Session) -> MainWindow:
        windows.append(open_window(session))
        return windows[-1]

    yield make
    for window in windows:
        window._discard = True
        window.session.store.read_only = True  # nobody is asked about what is not saved
        shut(window)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A workshop with one note."""
    session, path = new_session("canvas", "nl", "Bakkerij"), tmp_path / "bakkerij.plakbord"
    add(session, "eerste")
    session.save(path)
    return path


def add(session: Session, text: str) -> Note:
    note = Note(id=f"note:{text}", sheet=session.document.sheets[0].id, zone="channels", text=text)
    with session.store.transaction("step.note.add") as tx:
        tx.put(note)
    return note


def texts(session: Session) -> list[str]:
    return sorted(note.text for note in session.notes_on_all())


def crash(session: Session) -> None:
    """The program is gone; what it wrote is there."""
    session._background.end()
    session.keeping.close()


def answer(kind: type[QDialog], words: str) -> list[QDialog]:
    """Presses a button of the dialog that is about to open."""
    asked: list[QDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            asked.append(dialog)
            next(each for each in dialog.findChildren(QPushButton) if each.text() == words).click()
        elif not asked:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)
    return asked


def said(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_a_change_is_safe_at_once_and_in_the_file_soon(show: Show, file: Path, qtbot: QtBot) -> None:
    window = show(open_session(file, private_shelf()))
    assert "Opgeslagen in bakkerij.plakbord" in said(window)
    add(window.session, "tweede")
    qtbot.waitUntil(lambda: "Veilig op deze computer" in said(window), timeout=3000)
    qtbot.waitUntil(lambda: "Opgeslagen in bakkerij.plakbord" in said(window), timeout=6000)
    assert len(open_file(file)[0].records) == 4
    assert find(private_shelf(), Disk()) == []


def test_what_is_being_typed_is_safe_too(show: Show, qtbot: QtBot) -> None:
    window = show(new_session("canvas", "nl", shelf=private_shelf()))
    note = add(window.session, "begin")
    window.edit_note(note.id)
    qtbot.keyClicks(window.findChild(NoteEditor), "Ambachtelijk")
    qtbot.waitUntil(lambda: any("Ambachtelijk" in text for text in texts(window.session)), timeout=3000)
    qtbot.keyClicks(window.findChild(NoteEditor), " brood")
    window.stage.editing.finish()
    assert any("Ambachtelijk brood" in text for text in texts(window.session))
    window.session.history.undo()
    assert texts(window.session) == ["begin"]  # it was one step all the same


def test_work_that_a_crash_left_is_offered_and_opened(show: Show, file: Path) -> None:
    crashed = open_session(file, private_shelf())
    add(crashed, "nog niet opgeslagen")
    crash(crashed)
    found = find(private_shelf(), Disk())
    window = show(new_session("canvas", "nl", shelf=private_shelf()))
    asked = answer(RecoveryDialog, "Openen")
    window.rescue.offer(found)
    assert any("1 wijziging" in label.text() for label in asked[0].findChildren(QLabel))
    assert texts(window.session) == ["eerste", "nog niet opgeslagen"]
    assert window.session.path == file
    assert window.session.truth == "computer"
    assert window.save_workshop()
    assert find(private_shelf(), Disk()) == []


def test_work_that_a_crash_left_stands_on_the_start_page(show: Show, file: Path, qtbot: QtBot) -> None:
    crashed = open_session(file, private_shelf())
    add(crashed, "nog niet opgeslagen")
    crash(crashed)
    unsaved = new_session("canvas", "nl", "Nieuwe bakkerij", shelf=private_shelf())
    add(unsaved, "zonder bestand")
    crash(unsaved)
    window = show(new_session("canvas", "nl", shelf=private_shelf()))
    window.doors.start.show()
    page = next(each for each in window.findChildren(StartPage) if each.isVisible())
    qtbot.waitUntil(lambda: len(page.findChildren(Card)) == 2)
    qtbot.waitUntil(lambda: {"Teruggevonden werk", "Bakkerij", "Nieuwe bakkerij"} <= set(said(window)))
    asked = answer(RecoveryDialog, "Opzij leggen")  # the first one; the dialog stays open
    QTimer.singleShot(300, lambda: asked[0].reject())
    next(each for each in page.findChildren(QPushButton) if each.text().startswith("Alles bekijken")).click()
    page = next(each for each in window.findChildren(StartPage) if each.isVisible())
    qtbot.waitUntil(lambda: len(page.findChildren(Card)) == 1)
    page.findChild(Card).findChild(QPushButton).click()
    assert not window.doors.start.shown
    assert texts(window.session) == ["eerste", "nog niet opgeslagen"]


@pytest.mark.parametrize(
    ("button", "shown", "left"),
    [("Later beslissen", [], 1), ("Bestand openen zoals het is", ["eerste"], 0), ("Openen", ["eerste", "meer"], 0)],
)
def test_opening_a_file_of_which_more_is_known(
    show: Show, file: Path, button: str, shown: list[str], left: int
) -> None:
    crashed = open_session(file, private_shelf())
    add(crashed, "meer")
    crash(crashed)
    window = show(new_session("canvas", "nl", shelf=private_shelf()))
    answer(RecoveryDialog, button)
    window.open_file(file)
    assert texts(window.session) == shown
    assert len(find(private_shelf(), Disk())) == left
    assert len(find(private_shelf(), Disk(), aside=True)) == left + (button == "Bestand openen zoals het is")


@pytest.mark.parametrize("button", ["Kopie bewaren", "Opnieuw openen", "Overschrijven", "Later beslissen"])
def test_a_file_that_others_changed(show: Show, file: Path, qtbot: QtBot, button: str) -> None:
    window = show(open_session(file, private_shelf()))
    add(window.session, "van mij")
    other = open_session(file)
    add(other, "van een ander")
    other.save()
    qtbot.waitUntil(lambda: any("ander programma" in words for words in said(window)), timeout=6000)
    qtbot.waitUntil(lambda: window.session.truth == "computer", timeout=6000)
    answer(ConflictDialog, button)
    window.save_workshop()
    mine, theirs = ["eerste", "van mij"], ["eerste", "van een ander"]
    assert texts(window.session) == (theirs if button == "Opnieuw openen" else mine)
    assert texts(open_session(file)) == (mine if button == "Overschrijven" else theirs)
    if button == "Kopie bewaren":
        assert window.session.path == file.with_name("bakkerij (mijn versie).plakbord")
        assert texts(open_session(window.session.path)) == mine
    if button == "Opnieuw openen":
        assert [one.notes for one in find(private_shelf(), Disk(), aside=True)] == [2]
    if button == "Overschrijven":
        assert window.session.keeping.backups is not None
        newest = window.session.keeping.backups.moments()[0]
        assert b"van een ander" in newest.path.read_bytes()


def test_the_second_program_only_looks(show: Show, file: Path) -> None:
    first = open_session(file, private_shelf())
    window = show(open_session(file, private_shelf()))
    assert any("al open" in words for words in said(window))
    add(window.session, "mag niet")
    assert texts(window.session) == ["eerste"]
    with pytest.raises(Problem):
        window.session.save()
    window.rescue.open_copy()
    add(window.session, "in de kopie")
    assert texts(window.session) == ["eerste", "in de kopie"]
    assert window.session.path is None
    assert window.session.document.document_id != first.document.document_id
    first.close()


def test_a_moment_is_kept_compared_and_brought_back(show: Show, qtbot: QtBot) -> None:
    window = show(new_session("canvas", "nl", shelf=private_shelf()))
    add(window.session, "blijft")
    window.session.keep_moment_now("named", "Vóór de stemronde")
    with window.session.store.transaction() as tx:
        tx.remove("note:blijft")
    add(window.session, "later")
    asked = answer(HistoryDialog, "Terughalen")
    window.rescue.show_history()
    words = [label.text() for label in asked[0].findChildren(QLabel)]
    assert any("Toen 1 briefjes, nu 1." in each and "Alleen toen: 1" in each for each in words)
    assert texts(window.session) == ["blijft"]
    window.session.history.undo()
    assert texts(window.session) == ["later"]
    answer(HistoryDialog, "Als kopie openen")
    window.session._saved_revision = window.session.store.revision
    window.rescue.show_history()
    assert window.session.path is None


def test_many_notes_are_not_deleted_before_they_are_kept(show: Show, qtbot: QtBot) -> None:
    window = show(new_session("canvas", "nl", shelf=private_shelf()))
    for number in range(12):
        add(window.session, str(number))
    window.stage.selection.set(window.stage.layout.notes)
    window._commands.run(BY_ID["edit.delete"])
    assert texts(window.session) == []
    backups = window.session.keeping.backups
    assert backups is not None
    qtbot.waitUntil(lambda: [each.kind for each in backups.moments()] == ["delete"], timeout=3000)
    assert len(backups.read(backups.moments()[0]).split(b'"kind":"note"')) == 13


def test_a_damaged_file_is_not_the_end(show: Show, file: Path) -> None:
    session = open_session(file, private_shelf())
    add(session, "tweede")
    session.save()
    session.close()
    file.write_bytes(b"\0" * 4096)
    window = show(new_session("canvas", "nl", shelf=private_shelf()))
    QTimer.singleShot(50, lambda: QApplication.activeModalWidget().close())
    assert not window.open_file(file)
    assert texts(window.session) == ["eerste"]  # what the last save replaced
    assert file.read_bytes() == b"\0" * 4096


def test_closing_saves_what_has_a_file(show: Show, file: Path) -> None:
    window = show(open_session(file, private_shelf()))
    add(window.session, "op het laatst")
    window.close()
    assert texts(open_session(file)) == ["eerste", "op het laatst"]


def test_a_second_start_hands_its_file_over(show: Show, file: Path, qtbot: QtBot) -> None:
    assert not hand_over(file)  # nobody is there
    window = show(new_session("canvas", "nl", shelf=private_shelf()))
    first = FirstWindow(window)
    called: list[str] = []
    first.called.connect(called.append)
    assert first.listen()
    path = os.pathsep.join(path for path in sys.path if path)
    code = "import sys; from pathlib import Path; from plakbord.window.handover import hand_over; "
    code += "sys.exit(0 if hand_over(Path(sys.argv[1])) else 3)"
    process = _started(sys.executable, "-c", code, str(file), PYTHONPATH=path)
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=10_000)
    assert process.returncode == 0
    qtbot.waitUntil(lambda: called == [str(file)], timeout=2000)
    first.close()


def test_an_error_nobody_caught_becomes_a_report_that_can_be_read(show: Show, tmp_path: Path, qtbot: QtBot) -> None:
    window = show(new_session("canvas", "nl"))
    reports = CrashReports(tmp_path / "reports")
    callers = Callers(window, window, reports)
    hooks = sys.excepthook
    try:
        try:
            raise ValueError("wat iemand schreef")
        except ValueError as error:
            shown: list[str] = []
            QTimer.singleShot(100, lambda: _read_and_close(shown))
            reports.on_error(type(error), error, error.__traceback__)
            reports.on_error(type(error), error, error.__traceback__)
        qtbot.waitUntil(lambda: bool(shown), timeout=3000)
        (report,) = (tmp_path / "reports").iterdir()
        text = report.read_text("utf-8")
        assert str(report) in shown[0].replace(BREAK, "")
        assert "ValueError" in text
        assert "test_safety.py" in text
        assert "has not been sent" in text
        assert "wat iemand schreef" not in text.replace('raise ValueError("wat iemand schreef")', "")
    finally:
        sys.excepthook = hooks
        callers.close()


def _read_and_close(shown: list[str]) -> None:
    box = QApplication.activeModalWidget()
    shown.append(" ".join(label.text() for label in box.findChildren(QLabel)))
    box.close()


def _started(*command: str, **variables: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, env={**os.environ, **variables})
