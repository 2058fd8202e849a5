"""Opening, saving and exporting with their dialogs: what was asked is done, and nothing is lost on the way."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox

from helpers.sample_workshops import add_note, new_session, notes_of
from helpers.windows import answering, press, settle, write
from plakbord.paths import settings_file
from plakbord.session import Session, open_session
from plakbord.settings import Settings, load_settings
from plakbord.window import files
from plakbord.window.conflict_dialog import ConflictDialog
from plakbord.window.main_window import MainWindow

OpenOne = Callable[..., MainWindow]


def choose(path: Path) -> Callable[[QFileDialog], None]:
    def answer(dialog: QFileDialog) -> None:
        dialog.selectFile(str(path))
        dialog.accept()

    return answer


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A workshop in a file, with a note."""
    session = new_session(title="Bakkerij")
    add_note(session, "Op schijf")
    path = tmp_path / "bakkerij.plakbord"
    session.save(path)
    return path


def write_here(session: Session, text: str) -> None:
    with session.store.transaction("step.note.edit") as tx:
        tx.update(notes_of(session)[0].id, text=text)


def texts(window: MainWindow) -> list[str]:
    return [note.text for note in notes_of(window.session)]


# --- saving


def test_saving_asks_for_a_name_once(window: MainWindow, tmp_path: Path) -> None:
    write(window, "channels", "Winkel")
    with answering(choose(tmp_path / "een.plakbord"), QFileDialog):
        assert window.save_workshop()
    write(window, "key_partners", "Molen")
    assert window.isWindowModified()
    assert window.save_workshop()
    assert not window.isWindowModified()
    assert [note.text for note in notes_of(open_session(tmp_path / "een.plakbord"))] == ["Winkel", "Molen"]


def test_not_choosing_a_name_saves_nothing(window: MainWindow, tmp_path: Path) -> None:
    write(window, "channels", "Winkel")
    with answering(QFileDialog.reject, QFileDialog):
        assert not window.save_workshop()
    assert window.session.path is None
    assert window.isWindowModified()


def test_saving_as_goes_on_in_the_other_file(open_one: OpenOne, saved: Path) -> None:
    window = open_one(open_session(saved))
    other = saved.with_name("kopie.plakbord")
    with answering(choose(other), QFileDialog):
        assert window.save_workshop_as()
    assert window.session.path == other
    assert window.windowTitle().startswith("kopie")


def test_a_failed_save_says_why_and_keeps_the_work(open_one: OpenOne, saved: Path) -> None:
    window = open_one(open_session(saved))
    write_here(window.session, "Anders")
    with answering(lambda box: press(box, "OK"), QMessageBox) as asked:
        assert not files.save(window, window.session, saved.parent / "weg" / "x.plakbord", window.t, lambda: False)
    assert "weg" in asked[0].text()
    assert window.isWindowModified()
    assert texts(window) == ["Anders"]


@pytest.mark.parametrize(("button", "texts_then"), [("Overschrijven", "Van mij"), ("Later beslissen", "Van een ander")])
def test_a_file_that_others_changed_is_asked_about(
    open_one: OpenOne, saved: Path, button: str, texts_then: str
) -> None:
    window = open_one(open_session(saved))
    other = open_session(saved)
    write_here(other, "Van een ander")
    other.save()
    write_here(window.session, "Van mij")
    with answering(lambda dialog: press(dialog, button), ConflictDialog):
        worked = window.save_workshop()
    assert worked is (button == "Overschrijven")
    assert window.session.changed is not worked
    assert [note.text for note in notes_of(open_session(saved))] == [texts_then]


# --- opening


def test_opening_shows_the_workshop_and_remembers_it(window: MainWindow, saved: Path) -> None:
    with answering(choose(saved), QFileDialog):
        window.open_workshop()
    assert texts(window) == ["Op schijf"]
    assert window.settings.recent == (str(saved),)
    assert load_settings(settings_file()).recent == (str(saved),)


def test_what_cannot_be_opened_says_why_and_changes_nothing(window: MainWindow, tmp_path: Path) -> None:
    broken = tmp_path / "kapot.plakbord"
    broken.write_text("{", "utf-8")
    session = window.session
    for path in (broken, tmp_path / "weg.plakbord", tmp_path):
        with answering(lambda box: press(box, "OK"), QMessageBox) as asked:
            assert not window.open_file(path)
        assert path.name in asked[0].text()
        assert asked[0].textFormat() == Qt.TextFormat.PlainText
    assert window.session is session
    assert QApplication.overrideCursor() is None


def test_remarks_about_a_file_are_told(window: MainWindow, saved: Path) -> None:
    raw = json.loads(saved.read_bytes())
    (note,) = [record for record in raw["records"] if record["kind"] == "note"]
    note["x"] = "nul"
    saved.write_text(json.dumps(raw), "utf-8")
    with answering(lambda box: press(box, "OK"), QMessageBox) as asked:
        assert window.open_file(saved)
    assert "note:" in asked[0].text()


def test_a_problem_at_the_start_is_told_after_the_window_shows(window: MainWindow, tmp_path: Path) -> None:
    with pytest.raises(files.Problem) as found:
        open_session(tmp_path / "weg.plakbord")
    with answering(lambda box: press(box, "OK"), QMessageBox) as asked:
        window.welcome(found.value)
        for _ in range(50):
            settle()
            if asked:
                break
    assert "weg" in asked[0].text()


def test_recent_workshops_open_from_the_menu(open_one: OpenOne, saved: Path) -> None:
    window = open_one(settings=Settings(language="nl", recent=(str(saved), "/weg/ander & co.plakbord")))
    menu = recent_menu(window)
    assert [entry.text().split("  –")[0] for entry in menu.actions()] == ["bakkerij", "ander && co"]
    menu.actions()[0].trigger()
    assert texts(window) == ["Op schijf"]


def test_without_recent_workshops_the_menu_says_so(window: MainWindow) -> None:
    (entry,) = recent_menu(window).actions()
    assert (entry.text(), entry.isEnabled()) == (window.t("menu.recent.none"), False)


def recent_menu(window: MainWindow) -> QMenu:
    bar: list[QAction] = window.menuBar().actions()
    first = bar[0].menu()
    assert isinstance(first, QMenu)
    menu = next(entry.menu() for entry in first.actions() if entry.text() == window.t("menu.recent"))
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


# --- dropping


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drags files over the window and drops them; whether they were welcome."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(300, 300), *how)
    QApplication.sendEvent(window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), *how))
        settle()
    return entering.isAccepted()


def test_a_dropped_workshop_is_opened(window: MainWindow, saved: Path) -> None:
    assert drop(window, saved)
    assert texts(window) == ["Op schijf"]


def test_a_picture_that_is_dropped_changes_nothing(window: MainWindow, tmp_path: Path) -> None:
    drop(window, tmp_path / "foto.jpg")
    assert texts(window) == []
    assert not window.isWindowModified()


def test_a_drop_on_unsaved_work_asks_first(window: MainWindow, saved: Path) -> None:
    write(window, "channels", "Van mij")
    with answering(lambda box: press(box, "Annuleren"), QMessageBox):
        drop(window, saved)
    assert texts(window) == ["Van mij"]
    with answering(lambda box: press(box, "Niet opslaan"), QMessageBox):
        drop(window, saved)
    assert texts(window) == ["Op schijf"]


# --- closing


def test_nothing_is_asked_when_nothing_changed(window: MainWindow) -> None:
    with answering(QDialog.reject, QDialog, must_ask=False) as asked:
        assert window.close()
    assert not asked


def test_closing_asks_about_unsaved_work(window: MainWindow, tmp_path: Path) -> None:
    write(window, "channels", "Winkel")
    with answering(lambda box: press(box, "Annuleren"), QMessageBox):
        assert not window.close()
    assert window.isVisible()
    with answering(QDialog.reject, QMessageBox):
        window.quit()
    assert window.isVisible()
    with answering(lambda box: press(box, "Niet opslaan"), QMessageBox):
        assert window.close()


def test_closing_saves_without_a_question(open_one: OpenOne, saved: Path) -> None:
    window = open_one(open_session(saved))
    write_here(window.session, "Anders")
    assert window.close()
    assert [note.text for note in notes_of(open_session(saved))] == ["Anders"]


def test_a_note_that_is_being_written_counts(open_one: OpenOne, saved: Path) -> None:
    window = open_one(open_session(saved))
    window.edit_note(notes_of(window.session)[0].id)
    (editor,) = window.stage.board.findChildren(type(window.stage.editing._editor))
    editor.setPlainText("Nog niet klaar")
    assert window.close()
    assert [note.text for note in notes_of(open_session(saved))] == ["Nog niet klaar"]


def test_place_and_size_come_back(open_one: OpenOne) -> None:
    window = open_one()
    window.resize(701, 533)
    window.close()
    again = open_one(settings=load_settings(settings_file()))
    assert (again.width(), again.height()) == (701, 533)


def test_a_damaged_place_is_no_obstacle(open_one: OpenOne) -> None:
    assert open_one(settings=Settings(language="nl", geometry="geen base64!")).isVisible()


# --- names


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Bakkerij", "Bakkerij"),
        ("", "leeg"),
        (" ... ", "leeg"),
        ('a/b\\c:d*?"<>|', "a b c d"),
        ("twee\nregels\ten tab", "twee regels en tab"),
        ("NUL", "leeg"),
        ("com1", "leeg"),
        ("Concept", "Concept"),
        ("é" * 100, "é" * 60),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert files.file_name(title, "leeg") == name


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/a/b", "/a/b.plakbord"),
        ("/a/b.plakbord", "/a/b.plakbord"),
        ("/a/b.PLAKBORD", "/a/b.PLAKBORD"),
        ("/a/versie 1.2", "/a/versie 1.2.plakbord"),
        ("", None),
    ],
)
def test_the_suffix_is_added_when_it_is_not_there(typed: str, path: str | None) -> None:
    assert files.with_suffix(typed, ".plakbord") == (Path(path) if path else None)
