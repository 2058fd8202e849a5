"""Mouse, wheel and keys on a real board: what is asked of Qt is what the tool hears."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from canvas_files.records import Note
from helpers.sample_workshops import add_note, new_session
from helpers.shown_boards import LOOK, ShownBoard
from plakbord.board.camera import LEAST_SCALE, MOST_SCALE
from plakbord.session import Session

LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton
NO_KEY, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def board(show: Callable[[Session], ShownBoard]) -> ShownBoard:
    session = new_session()
    add_note(session, "een", "channels", x=0, y=1500)
    add_note(session, "twee", "key_partners", x=0, y=3000)
    return show(session)


def note(board: ShownBoard, text: str) -> Note:
    found = [each for each in board.session.store.records.values() if isinstance(each, Note) and each.text == text]
    return found[0]


def drag(board: ShownBoard, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT) -> None:
    QTest.mousePress(board.view, button, NO_KEY, start)
    for part in (0.3, 0.7, 1):
        QTest.mouseMove(board.view, start + (end - start) * part)
    QTest.mouseRelease(board.view, button, NO_KEY, end)


def turn_wheel(board: ShownBoard, at: QPointF, steps: int, keys: Qt.KeyboardModifier = NO_KEY, pixels: int = 0) -> None:
    phase = Qt.ScrollPhase.NoScrollPhase
    there = QPointF(board.view.mapToGlobal(at.toPoint()))
    event = QWheelEvent(at, there, QPoint(0, pixels), QPoint(0, steps), Qt.MouseButton.NoButton, keys, phase, False)
    QApplication.sendEvent(board.view, event)


def under(board: ShownBoard, at: QPointF) -> tuple[float, float]:
    assert board.view.camera is not None
    return board.view.camera.sheet(at.x() * board.view.ratio, at.y() * board.view.ratio)


def test_a_click_selects_and_shift_adds(board: ShownBoard) -> None:
    one, two = note(board, "een"), note(board, "twee")
    QTest.mouseClick(board.view, LEFT, NO_KEY, board.on(one))
    assert board.selection.ids == {one.id}
    QTest.mouseClick(board.view, LEFT, SHIFT, board.on(two))
    assert board.selection.ids == {one.id, two.id}
    QTest.keyClick(board.view, Qt.Key.Key_Escape)
    assert not board.selection.ids


def test_a_drag_moves_a_note_to_another_block(board: ShownBoard) -> None:
    one = note(board, "een")
    drag(board, board.on(one), board.at(20_000, 12_000).toPoint())
    assert note(board, "een").zone == "value_propositions"
    assert board.view.cursor().shape() == Qt.CursorShape.ArrowCursor
    assert not board.view.tool.busy


def test_escape_in_a_drag_leaves_everything(board: ShownBoard) -> None:
    one = note(board, "een")
    start = board.on(one)
    QTest.mousePress(board.view, LEFT, NO_KEY, start)
    QTest.mouseMove(board.view, start + QPoint(80, 10))
    assert board.view.tool.lift.ids == {one.id}
    assert board.view.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    QTest.keyClick(board.view, Qt.Key.Key_Escape)
    QTest.mouseMove(board.view, start + QPoint(120, 10))
    QTest.mouseRelease(board.view, LEFT, NO_KEY, start + QPoint(120, 10))
    assert note(board, "een") == one


def test_a_move_of_a_few_pixels_is_a_click_at_every_scale(board: ShownBoard) -> None:
    one = note(board, "een")
    for factor in (1.0, 0.7, 12.0):
        board.view.zoom_at(factor, QPointF(board.on(one)))
        drag(board, board.on(one), board.on(one) + QPoint(2, 2))
        assert note(board, "een") == one


def test_a_double_click_asks_to_write_or_for_a_note(board: ShownBoard) -> None:
    writes, makes = QSignalSpy(board.view.wants_edit), QSignalSpy(board.view.wants_note)
    one = note(board, "een")
    QTest.mouseDClick(board.view, LEFT, NO_KEY, board.on(one))
    assert (writes.count(), makes.count()) == (1, 0)
    assert writes.at(0) == [one.id]
    empty = board.at(35_000, 15_000).toPoint()
    QTest.mouseDClick(board.view, LEFT, NO_KEY, empty)
    assert (writes.count(), makes.count()) == (1, 1)
    assert makes.at(0) == pytest.approx(list(under(board, QPointF(empty))))


def test_the_right_button_chooses_what_the_menu_is_about(board: ShownBoard) -> None:
    one, two = note(board, "een"), note(board, "twee")
    QTest.mouseClick(board.view, RIGHT, NO_KEY, board.on(one))
    assert board.selection.ids == {one.id}
    board.selection.set({one.id, two.id})
    QTest.mouseClick(board.view, RIGHT, NO_KEY, board.on(two))
    assert board.selection.ids == {one.id, two.id}
    QTest.mouseClick(board.view, RIGHT, NO_KEY, board.at(35_000, 15_000).toPoint())
    assert not board.selection.ids


@pytest.mark.parametrize("way", ["middle button", "space"])
def test_the_hand_moves_the_sheet(board: ShownBoard, way: str) -> None:
    start = board.on(note(board, "een"))
    point = under(board, QPointF(start))
    if way == "space":
        QTest.keyPress(board.view, Qt.Key.Key_Space)
        assert board.view.cursor().shape() == Qt.CursorShape.OpenHandCursor
    drag(board, start, start + QPoint(40, -30), MIDDLE if way == "middle button" else LEFT)
    QTest.keyRelease(board.view, Qt.Key.Key_Space)
    assert under(board, QPointF(start + QPoint(40, -30))) == pytest.approx(point, abs=0.01)
    assert board.view.cursor().shape() == Qt.CursorShape.ArrowCursor
    assert not board.selection.ids


@pytest.mark.parametrize("steps", [120, -120, 15, 1200, -5000])
def test_the_wheel_zooms_around_the_pointer(board: ShownBoard, steps: int) -> None:
    at = QPointF(333, 222)
    point, scale = under(board, at), board.view.percent
    turn_wheel(board, at, steps)
    assert under(board, at) == pytest.approx(point, abs=0.01)
    assert (board.view.percent > scale) is (steps > 0)


def test_a_notch_and_back_is_where_it_was(board: ShownBoard) -> None:
    before = board.view.camera
    assert before is not None
    turn_wheel(board, QPointF(500, 100), 120)
    turn_wheel(board, QPointF(500, 100), -120)
    after = board.view.camera
    assert (after.scale, after.left, after.top) == pytest.approx((before.scale, before.left, before.top))


def test_a_touchpad_pans_and_with_control_zooms(board: ShownBoard) -> None:
    point, scale = under(board, QPointF(400, 300)), board.view.percent
    turn_wheel(board, QPointF(10, 10), 40, pixels=25)
    assert under(board, QPointF(400, 325)) == pytest.approx(point, abs=0.01)
    assert board.view.percent == scale
    turn_wheel(board, QPointF(10, 10), 40, CONTROL, pixels=25)
    assert board.view.percent > scale


def test_the_wheel_with_shift_goes_sideways(board: ShownBoard) -> None:
    point = under(board, QPointF(400, 300))
    turn_wheel(board, QPointF(10, 10), 120, SHIFT)
    assert under(board, QPointF(520, 300)) == pytest.approx(point, abs=0.01)


def test_a_hundred_percent_is_true_size(board: ShownBoard) -> None:
    board.view.zoom_to(100)
    assert board.view.percent == 100
    (x, _), (other, _) = under(board, QPointF(100, 100)), under(board, QPointF(196, 100))
    assert other - x == pytest.approx(2540)


def test_a_sheet_that_is_shown_whole_stays_so(board: ShownBoard) -> None:
    for size in ((500, 300), (1400, 500)):
        board.view.resize(*size)
        QApplication.processEvents()
        corners = board.at(0, 0), board.at(42_000, 29_700)
        assert all(board.view.rect().contains(corner.toPoint()) for corner in corners)


def test_the_middle_stays_in_the_middle_when_it_is_not_shown_whole(board: ShownBoard) -> None:
    board.view.zoom_at(3, QPointF(300, 200))
    middle = under(board, QPointF(450, 320))
    board.view.resize(1000, 500)
    QApplication.processEvents()
    assert under(board, QPointF(500, 250)) == pytest.approx(middle, abs=0.01)


def test_zooming_stays_within_limits(board: ShownBoard) -> None:
    for factor, limit in ((1e9, MOST_SCALE), (1e-9, LEAST_SCALE)):
        board.view.zoom_at(factor, QPointF(5, 5))
        assert board.view.camera is not None
        assert board.view.camera.scale == limit


def test_other_colours_around_the_paper_show_at_once(board: ShownBoard) -> None:
    def corner() -> str:
        return board.shown().pixelColor(2, 2).name().upper()

    assert corner() == LOOK.desk
    board.view.look_like(type(LOOK)("#23262B", "#7C9CFF", "#454B55"))
    assert corner() == "#23262B"


def test_the_hint_is_there_until_the_first_note(show: Callable[[Session], ShownBoard]) -> None:
    board = show(new_session())
    with_hint = board.shown()
    board.view.hint = ""
    board.view.update()
    assert board.shown() != with_hint
    board.view.hint = "Dubbelklik"
    board.view.update()
    assert board.shown() == with_hint
    first = add_note(board.session, "")
    assert board.shown() != with_hint
    with board.session.store.transaction("") as tx:
        tx.remove(first.id)
    assert board.shown() == with_hint
