"""The board by keyboard, and what a screen reader finds on it: Qt's own interfaces, asked in this process."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.walked_windows import key, note_with, open_window, settle, texts, workshop
from plakbord.board.reader import BoardReader
from plakbord.window.main_window import MainWindow

K = Qt.Key
NOTES = (
    ("customer_segments", "Students"),
    ("channels", "Web"),
    ("channels", "Shop"),
    ("customer_segments", "Parents"),
)
WALK = ["Students", "Parents", "Web", "Shop"]


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    with open_window(qapp, workshop(*NOTES)) as shown:
        yield shown


def reader_of(window: MainWindow) -> BoardReader:
    reader = QAccessible.queryAccessibleInterface(window.stage.board)
    assert isinstance(reader, BoardReader)
    return reader


def items(window: MainWindow) -> list[QAccessibleInterface]:
    reader = reader_of(window)
    found = [reader.child(number) for number in range(len(window.stage.layout.notes))]
    return [item for item in found if item is not None]


def names(window: MainWindow) -> list[str]:
    return [item.text(QAccessible.Text.Name) for item in items(window)]


def in_focus(window: MainWindow) -> str:
    item = reader_of(window).focusChild()
    return item.text(QAccessible.Text.Name) if item is not None else ""


def test_the_board_is_a_list_of_notes_in_working_order(window: MainWindow) -> None:
    reader = reader_of(window)
    assert reader.role() == QAccessible.Role.List
    assert reader.text(QAccessible.Text.Name) == "Board"
    assert "Tab" in reader.text(QAccessible.Text.Description)
    assert names(window) == WALK
    assert [reader.indexOfChild(item) for item in items(window)] == [0, 1, 2, 3]


def test_a_note_says_where_it_hangs_and_what_is_on_it(window: MainWindow) -> None:
    note = note_with(window.session, "Shop")
    with window.session.store.transaction("step.workshop.details") as tx:
        tx.update(note.id, color="pink", tags=["city"], status="assumption", locked=True)
        tx.update("workshop", captions={"pink": "elderly"})
    item = items(window)[3]
    assert item.role() == QAccessible.Role.ListItem
    about = item.text(QAccessible.Text.Description)
    assert about == "Channels, 2 of 2, pink (elderly), tag city, assumption, locked"


def test_a_note_is_where_it_is_painted(window: MainWindow) -> None:
    item = items(window)[2]
    middle = item.rect().center()
    found = reader_of(window).childAt(middle.x(), middle.y())
    assert found is not None
    assert found.text(QAccessible.Text.Name) == "Web"
    board = window.stage.board
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=board.mapFromGlobal(middle))
    assert window.stage.selection.ids == {note_with(window.session, "Web").id}
    assert item.state().selected
    assert item.parent() is reader_of(window)


def test_tab_walks_the_board_and_then_leaves_it(window: MainWindow) -> None:
    board = window.stage.board
    met = []
    while board.hasFocus() and len(met) < 9:
        key(window, K.Key_Tab)
        if board.hasFocus():
            met.append(in_focus(window))
    assert met == WALK
    board.setFocus(Qt.FocusReason.BacktabFocusReason)
    key(window, K.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert in_focus(window) == "Shop"


def test_arrows_walk_and_space_selects(window: MainWindow) -> None:
    key(window, K.Key_Tab)
    key(window, K.Key_Right)
    assert in_focus(window) == "Parents"
    key(window, K.Key_Left)
    assert in_focus(window) == "Students"
    key(window, K.Key_Space)
    assert window.stage.selection.ids == {note_with(window.session, "Students").id}
    key(window, K.Key_Tab)
    key(window, K.Key_Space)
    assert len(window.stage.selection) == 2
    key(window, K.Key_Space)
    assert window.stage.selection.ids == {note_with(window.session, "Students").id}


def test_enter_writes_on_the_note_in_focus(qapp: QApplication, window: MainWindow) -> None:
    key(window, K.Key_Tab)
    key(window, K.Key_Tab)
    key(window, K.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "Mothers")
    key(window, K.Key_Escape)
    settle(qapp)
    assert texts(window.session) == {"Students", "Mothers", "Web", "Shop"}
    assert window.stage.board.hasFocus()


def test_the_ring_shows_while_keys_are_used(qapp: QApplication, window: MainWindow) -> None:
    board = window.stage.board
    plain = board.grab().toImage()
    key(window, K.Key_Tab)
    settle(qapp)
    ring = board.walk.rect()
    shown = board.grab().toImage()
    assert shown.pixel(ring.left() + ring.width() // 2, ring.top()) == 0xFF2F5BEA
    assert shown != plain
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=board.rect().bottomLeft() + board.rect().topRight() / 50)
    settle(qapp)
    assert board.grab().toImage() == plain


def test_a_note_that_goes_hands_on_the_focus(qapp: QApplication, window: MainWindow) -> None:
    key(window, K.Key_Tab)
    key(window, K.Key_Space)
    settle(qapp)
    key(window, K.Key_Delete)
    settle(qapp)
    assert in_focus(window) == "Parents"


def test_changes_are_said(qapp: QApplication, window: MainWindow) -> None:
    said: list[str] = []
    window._voice.said.connect(said.append)
    note = note_with(window.session, "Web")
    store = window.session.store
    for fields in ({"zone": "key_partners"}, {"color": "green"}, {"text": "Website"}):
        with store.transaction("step.note.move") as tx:
            tx.update(note.id, **fields)
        settle(qapp, 150)
    window.stage.selection.set({note.id})
    settle(qapp)
    key(window, K.Key_Delete)
    settle(qapp, 150)
    key(window, K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qapp, 150)
    key(window, K.Key_Y, Qt.KeyboardModifier.ControlModifier)
    settle(qapp, 150)
    assert said == [
        "Web: moved, hangs in Key partners",
        "Web: green",
        "Website: written in Key partners",
        "Website: deleted from Key partners",
        "Undone. Website: added in Key partners",
        "Redone. Website: deleted from Key partners",
    ]


def test_taking_back_and_going_on_are_said_apart(qapp: QApplication, window: MainWindow) -> None:
    said: list[str] = []
    window._voice.said.connect(said.append)
    note, store = note_with(window.session, "Web"), window.session.store
    with store.transaction("step.note.move") as tx:
        tx.update(note.id, zone="key_partners")
    settle(qapp, 150)
    key(window, K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    with store.transaction("step.note.color") as tx:
        tx.update(note.id, color="blue")
    settle(qapp, 150)
    assert said[1:] == ["Undone. Web: moved, hangs in Channels", "Web: blue"]


def test_readers_live_as_long_as_their_notes(qapp: QApplication, window: MainWindow) -> None:
    """With a screen reader listening, notes come and go and the board is replaced; nothing is asked of what is gone."""
    QAccessible.setActive(True)
    try:
        for _ in range(20):
            assert names(window)[0] == "Students"
            with window.session.store.transaction("step.note.delete") as tx:
                tx.remove(note_with(window.session, "Students").id)
            gc.collect()
            assert names(window)[0] == "Parents"
            window.session.history.undo()
            key(window, K.Key_Tab)
        board = reader_of(window)
        assert len(board._readers) == 4
        window._set_stage(window.session.document.sheets[0])
        settle(qapp)
        assert not board._readers
        del board
        settle(qapp)
        gc.collect()
        assert names(window) == WALK
        settle(qapp, 150)
    finally:
        QAccessible.setActive(False)
