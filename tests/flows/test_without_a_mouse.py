"""A whole piece of work with the keyboard alone, on the board and in the outline; no mouse event anywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from canvas_files.records import Note
from helpers.windows import key, note_with, open_window, settle, texts, workshop
from plakbord.session import Session

K = Qt.Key
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def zones(session: Session) -> dict[str, str]:
    """Where every note hangs, by its text."""
    return {note.text: note.zone for note in session.store.records.values() if isinstance(note, Note)}


def test_a_canvas_is_filled_in_and_tidied_by_keyboard(qapp: QApplication) -> None:
    session = workshop()
    with open_window(qapp, session) as window:
        said: list[str] = []
        window._voice.said.connect(said.append)

        def press(which: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
            key(window, which, held)
            settle(qapp, 5)

        def write(words: str) -> None:
            QTest.keyClicks(QApplication.focusWidget(), words)

        # In the outline: two notes in the first block, one in the second.
        press(K.Key_O, CTRL | SHIFT)
        press(K.Key_Down)
        press(K.Key_Insert)
        write("Students")
        press(K.Key_Return, CTRL)
        write("Parents")
        press(K.Key_Escape)
        press(K.Key_Down)
        press(K.Key_N)
        write("Fresh bread")
        press(K.Key_Return)
        settle(qapp, 150)
        assert zones(session) == {
            "Students": "customer_segments",
            "Parents": "customer_segments",
            "Fresh bread": "value_propositions",
        }

        # Move one, colour two, swap them, and take the colouring back.
        press(K.Key_Right, ALT)
        assert zones(session)["Fresh bread"] == "channels"
        press(K.Key_Up)
        press(K.Key_Up)
        press(K.Key_Up)
        press(K.Key_Up, SHIFT)
        assert {session.store.records[note_id].text for note_id in window.stage.selection.ids} == {  # type: ignore[attr-defined]
            "Students",
            "Parents",
        }
        window._commands.by_id["note.color.pink"].trigger()
        settle(qapp)
        assert note_with(session, "Parents").color == "pink"
        press(K.Key_Z, CTRL)
        assert note_with(session, "Parents").color == "yellow"

        # On the board: walk, write, select and delete.
        press(K.Key_Escape)
        assert window.stage.board.hasFocus()
        press(K.Key_Escape)
        press(K.Key_Tab)
        while window.stage.board.walk.focused != note_with(session, "Fresh bread").id:
            press(K.Key_Tab)
        press(K.Key_Return)
        write("Bread every day")
        press(K.Key_Escape)
        press(K.Key_Escape)
        assert "Bread every day" in texts(session)
        press(K.Key_Tab)
        press(K.Key_Space)
        assert len(window.stage.selection) == 1
        press(K.Key_Delete)
        assert len(texts(session)) == 2

        # Everything can be taken back, and was said.
        while session.history.undo_label is not None:
            press(K.Key_Z, CTRL)
        assert texts(session) == set()
        settle(qapp, 150)
        assert "3 notes added" in said
        assert any(words.startswith("Undone.") for words in said)
        board = QAccessible.queryAccessibleInterface(window.stage.board)
        assert board.text(QAccessible.Text.Name) == "Board"
