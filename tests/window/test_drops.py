"""Text and files dragged from other programs onto the board."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from canvas_files.file import save_file
from helpers.open_windows import close, make_kit, make_window, notes_of, point_at
from plakbord.window.main_window import MainWindow
from plakbord.window.workshops import new_session

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ANY = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    opened = make_window(qapp, make_kit())
    yield opened
    close(opened)


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def text(words: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(words)
    return mime


def enter(app: QApplication, window: MainWindow, at: QPoint, mime: QMimeData) -> QDragMoveEvent:
    app.sendEvent(window, QDragEnterEvent(at, ANY, mime, LEFT, NONE))
    move = QDragMoveEvent(at, ANY, mime, LEFT, NONE)
    app.sendEvent(window, move)
    return move


def drop(app: QApplication, window: MainWindow, at: QPoint, mime: QMimeData) -> QDropEvent:
    enter(app, window, at, mime)
    event = QDropEvent(QPointF(at), ANY, mime, LEFT, NONE)
    app.sendEvent(window, event)
    QTest.qWait(20)
    return event


def test_the_block_lights_up_while_something_is_over_it(qapp: QApplication, window: MainWindow) -> None:
    mime = text("a")
    at = point_at(window, "channels")
    board = window.stage.board
    calm = board.grab().toImage()
    move = enter(qapp, window, at, mime)
    assert move.isAccepted()
    assert move.dropAction() == Qt.DropAction.CopyAction
    lit = board.grab().toImage()
    inside = board.mapFrom(window, at)
    assert lit.pixelColor(inside) != calm.pixelColor(inside)
    qapp.sendEvent(window, QDragLeaveEvent())
    assert board.grab().toImage().pixelColor(inside) == calm.pixelColor(inside)


def test_text_becomes_notes_in_the_block(qapp: QApplication, window: MainWindow) -> None:
    event = drop(qapp, window, point_at(window, "channels"), text("- een\n- twee"))
    assert event.isAccepted()
    assert event.dropAction() == Qt.DropAction.CopyAction
    assert [(note.zone, note.text) for note in notes_of(window.session)] == [("channels", "een"), ("channels", "twee")]


def test_text_files_become_notes(qapp: QApplication, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("x;y\r\n1,5;z".encode("utf-8-sig"))
    (tmp_path / "b.txt").write_bytes("café".encode("cp1252"))
    drop(qapp, window, point_at(window, "key_partners"), files(tmp_path / "a.csv", tmp_path / "b.txt"))
    assert [note.text for note in notes_of(window.session)] == ["x", "y", "1,5", "z", "café"]


def test_other_files_are_said(qapp: QApplication, window: MainWindow, tmp_path: Path) -> None:
    drop(qapp, window, point_at(window, "channels"), files(tmp_path / "verslag.docx"))
    assert notes_of(window.session) == []
    assert window.doors.clipboard.notice.text().startswith("Van verslag.docx kan Plakbord geen briefjes maken")


def test_a_workshop_opens_wherever_it_is_dropped(qapp: QApplication, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "Bakkerij.plakbord"
    save_file(new_session("canvas", "nl", "Bakkerij").document, path)
    assert enter(qapp, window, QPoint(20, 20), files(path)).isAccepted()
    drop(qapp, window, QPoint(20, 20), files(path))
    assert window.session.path == path


def test_beside_the_board_text_is_not_taken(qapp: QApplication, window: MainWindow) -> None:
    assert not enter(qapp, window, QPoint(20, 5), text("a")).isAccepted()
    assert not drop(qapp, window, QPoint(20, 5), text("a")).isAccepted()
    assert notes_of(window.session) == []
