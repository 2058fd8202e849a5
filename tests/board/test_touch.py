"""Fingers on the screen: one is the mouse, two move and zoom the sheet, and a second finger takes a drag back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QSignalSpy, QTest

from canvas_files.records import Note
from helpers.sample_workshops import add_note, new_session, notes_of
from helpers.shown_boards import ShownBoard
from plakbord.board import touch
from plakbord.session import Session


@pytest.fixture(scope="module")
def screen(qapp: object) -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def board(show: Callable[[Session], ShownBoard]) -> ShownBoard:
    session = new_session()
    add_note(session, "een", "channels", x=0, y=1500)
    return show(session)


def only(board: ShownBoard) -> Note:
    (note,) = notes_of(board.session)
    return note


class Hand:
    """Up to two fingers on a board."""

    def __init__(self, board: ShownBoard, screen: QPointingDevice) -> None:
        self.view, self._screen = board.view, screen
        self._there: dict[int, QPoint] = {}

    def put(self, **fingers: QPoint) -> None:
        """Puts down or moves fingers, `first` and `second`; the others stay where they are."""
        event = QTest.touchEvent(self.view, self._screen)
        places = {("first", "second").index(name): at for name, at in fingers.items()}
        for finger, at in sorted({**self._there, **places}.items()):
            act = event.move if finger in self._there else event.press
            act(finger, at, self.view)
        self._there |= places
        event.commit()

    def lift(self, *fingers: str) -> None:
        """Takes fingers from the screen."""
        event = QTest.touchEvent(self.view, self._screen)
        gone = [("first", "second").index(name) for name in fingers]
        for finger, at in sorted(self._there.items()):
            act = event.release if finger in gone else event.move
            act(finger, at, self.view)
        for finger in gone:
            del self._there[finger]
        event.commit()


def under(board: ShownBoard, at: QPointF) -> tuple[float, float]:
    assert board.view.camera is not None
    return board.view.camera.sheet(at.x(), at.y())


def test_a_tap_selects(board: ShownBoard, screen: QPointingDevice) -> None:
    hand = Hand(board, screen)
    hand.put(first=board.on(only(board)))
    hand.lift("first")
    assert board.selection.ids == {only(board).id}


def test_a_finger_drags_a_note(board: ShownBoard, screen: QPointingDevice) -> None:
    hand, start = Hand(board, screen), board.on(only(board))
    end = board.at(20_000, 12_000).toPoint()
    hand.put(first=start)
    hand.put(first=(start + end) / 2)
    hand.put(first=end)
    hand.lift("first")
    assert only(board).zone == "value_propositions"


def test_a_second_finger_takes_the_drag_back(board: ShownBoard, screen: QPointingDevice) -> None:
    hand, note, start = Hand(board, screen), only(board), board.on(only(board))
    hand.put(first=start)
    hand.put(first=start + QPoint(60, 0))
    assert board.view.tool.lift.ids == {note.id}
    hand.put(second=start + QPoint(200, 0))
    assert not board.view.tool.busy
    hand.put(first=start + QPoint(40, 0), second=start + QPoint(240, 0))
    hand.lift("first", "second")
    assert only(board) == note
    assert board.session.history.undo_label is None


def test_two_fingers_zoom_around_their_middle(board: ShownBoard, screen: QPointingDevice) -> None:
    hand, percent, point = Hand(board, screen), board.view.percent, under(board, QPointF(400, 300))
    hand.put(first=QPoint(350, 300), second=QPoint(450, 300))
    hand.put(first=QPoint(300, 300), second=QPoint(500, 300))
    assert board.view.percent == pytest.approx(2 * percent, abs=1)
    assert under(board, QPointF(400, 300)) == pytest.approx(point, abs=1)
    hand.lift("first", "second")


def test_two_fingers_move_the_sheet(board: ShownBoard, screen: QPointingDevice) -> None:
    hand, percent, point = Hand(board, screen), board.view.percent, under(board, QPointF(400, 300))
    hand.put(first=QPoint(350, 300), second=QPoint(450, 300))
    hand.put(first=QPoint(380, 260), second=QPoint(480, 260))
    assert under(board, QPointF(430, 260)) == pytest.approx(point, abs=0.01)
    assert board.view.percent == percent
    hand.lift("first", "second")


def test_the_finger_that_is_left_after_two_drags_nothing(board: ShownBoard, screen: QPointingDevice) -> None:
    hand, note, start = Hand(board, screen), only(board), board.on(only(board))
    hand.put(first=start)
    hand.put(second=start + QPoint(150, 0))
    hand.lift("second")
    hand.put(first=start + QPoint(80, 60))
    hand.lift("first")
    assert only(board) == note


def tap(hand: Hand, at: QPoint) -> None:
    hand.put(first=at)
    hand.lift("first")


def test_two_taps_on_a_spot_are_a_double_click(
    board: ShownBoard, screen: QPointingDevice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(touch, "TAP_TIME", 60.0)  # also on a machine that is busy with other things
    hand, writes, makes = Hand(board, screen), QSignalSpy(board.view.wants_edit), QSignalSpy(board.view.wants_note)
    tap(hand, board.on(only(board)))
    tap(hand, board.on(only(board)) + QPoint(3, 3))
    assert (writes.count(), makes.count()) == (1, 0)
    tap(hand, QPoint(30, 30))
    tap(hand, QPoint(300, 30))
    assert (writes.count(), makes.count()) == (1, 0)
    tap(hand, QPoint(303, 33))
    assert (writes.count(), makes.count()) == (1, 1)


def test_two_slow_taps_are_two_taps(
    board: ShownBoard, screen: QPointingDevice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(touch, "TAP_TIME", 0.0)
    hand, writes = Hand(board, screen), QSignalSpy(board.view.wants_edit)
    tap(hand, board.on(only(board)))
    tap(hand, board.on(only(board)))
    assert writes.count() == 0
