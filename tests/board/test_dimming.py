"""Notes that step back: how they look, and that the kept picture follows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from canvas_files.records import Note
from helpers.plain_windows import open_window, session_with, shut
from plakbord.board.view import BoardView
from plakbord.sheet import theme
from plakbord.window.main_window import MainWindow

NOTES = (
    Note(id="under", sheet="s", zone="key_partners", x=500, y=6000, color="blue"),
    Note(id="over", sheet="s", zone="key_partners", x=1500, y=7000, color="pink"),
    Note(id="away", sheet="s", zone="customer_segments", x=500, y=6000, color="yellow"),
)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = open_window(session_with(NOTES))
    QTest.qWaitForWindowExposed(window)
    yield window
    shut(window)


def color_at(image: QImage, board: BoardView, x: float, y: float) -> str:
    camera = board.camera
    assert camera is not None
    place = camera.device(x, y)
    return QColor(image.pixel(QPoint(round(place[0]), round(place[1])))).name()


def free_corner(board: BoardView, note_id: str) -> tuple[float, float]:
    face = board.surface.face(note_id)
    assert face is not None
    return face.x + 400, face.y + face.h - 200


def faded(fill: str) -> str:
    over, ground = QColor(fill), QColor(theme.BLOCK)
    parts = [round(0.25 * a + 0.75 * b) for a, b in zip(over.toTuple()[:3], ground.toTuple()[:3], strict=True)]
    return QColor(*parts).name()


def close_to(one: str, other: str) -> bool:
    return all(abs(a - b) <= 3 for a, b in zip(QColor(one).toTuple(), QColor(other).toTuple(), strict=True))


@pytest.mark.parametrize("zoom", [1.0, 9.0])
def test_a_quarter_of_the_note_is_left_on_the_blocks_colour(window: MainWindow, zoom: float) -> None:
    board = window.stage.board
    assert board.camera is not None
    camera = board.camera.zoomed(zoom, 0, 0)
    x, y = free_corner(board, "under")
    board.look_from(camera.panned(round(300 - camera.device(x, y)[0]), round(300 - camera.device(x, y)[1])))
    lit = color_at(board.grab().toImage(), board, x, y)
    board.dim({"under"})
    assert close_to(lit, theme.note_color("blue").fill)
    assert close_to(color_at(board.grab().toImage(), board, x, y), faded(theme.note_color("blue").fill))
    board.dim(())
    assert close_to(color_at(board.grab().toImage(), board, x, y), lit)


def test_what_was_found_lies_over_what_was_not(window: MainWindow) -> None:
    board = window.stage.board
    face = board.surface.face("over")
    assert face is not None
    shared = face.x + 300, face.y + 600
    assert board.surface.note_at(*shared) == "over"
    board.dim({"over"})
    assert close_to(color_at(board.grab().toImage(), board, *shared), theme.note_color("blue").fill)
    assert board.surface.note_at(*shared) == "under"
    board.dim({"over", "under"})
    assert close_to(color_at(board.grab().toImage(), board, *shared), faded(theme.note_color("pink").fill))
    assert board.surface.note_at(*shared) == "over"


def test_the_kept_picture_equals_a_fresh_one(window: MainWindow) -> None:
    board = window.stage.board
    board.grab()
    for ids in ({"under"}, {"over", "away"}, {"under", "over", "away"}, set[str]()):
        board.dim(ids)
        board.pan_by(7, -3)
        kept = board.grab().toImage()
        board._backing.forget()
        assert board.grab().toImage() == kept
