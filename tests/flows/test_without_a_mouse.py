"""A whole piece of work with the keyboard alone, on the board and in the outline; no mouse event anywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from canvas_files.records import Note
from helpers.walked_windows import key, note_with, open_window, settle, texts, workshop
from plakbord.window.main_window import MainWindow
from plakbord.window.voice import WAIT

K = Qt.Key
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Typist:
    """Somebody with a keyboard and nothing else."""

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        self.window = window
        self._app = app

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for each in keys:
            key(self.window, each, held)
            settle(self._app, 5)

    def choose(self, menu: Qt.Key, *keys: Qt.Key) -> None:
        """Opens a menu by its letter and goes on in it."""
        self.press(menu, held=ALT)
        for each in keys:
            opened = QApplication.activePopupWidget()
            assert opened is not None
            QTest.keyClick(opened, each)
            settle(self._app, 5)

    def write(self, words: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), words)

    @property
    def zones(self) -> dict[str, str]:
        """Where every note hangs, by its text."""
        records = self.window.session.store.records.values()
        return {note.text: note.zone for note in records if isinstance(note, Note)}

    @property
    def selected(self) -> set[str]:
        """The texts of the selected notes."""
        records = self.window.session.store.records
        found = (records[note_id] for note_id in self.window.stage.selection.ids)
        return {note.text for note in found if isinstance(note, Note)}


def fill(typist: Typist) -> None:
    """In the outline: two notes in the first block, one in the second."""
    typist.press(K.Key_O, held=CTRL | SHIFT)
    typist.press(K.Key_Down, K.Key_Insert)
    typist.write("Students")
    typist.press(K.Key_Return, held=CTRL)
    typist.write("Parents")
    typist.press(K.Key_Escape, K.Key_Down, K.Key_N)
    typist.write("Fresh bread")
    typist.press(K.Key_Return)
    in_first = {"Students": "customer_segments", "Parents": "customer_segments"}
    assert typist.zones == {**in_first, "Fresh bread": "value_propositions"}


def tidy(typist: Typist) -> None:
    """Moves one, selects two, colours them from the menu, and takes the colour back."""
    typist.press(K.Key_Right, held=ALT)
    assert typist.zones["Fresh bread"] == "channels"
    typist.press(K.Key_Up, K.Key_Up, K.Key_Up)
    typist.press(K.Key_Up, held=SHIFT)
    assert typist.selected == {"Students", "Parents"}
    typist.choose(K.Key_N, K.Key_C, K.Key_Down, K.Key_Down, K.Key_Return)
    assert note_with(typist.window.session, "Parents").color == "pink"
    typist.press(K.Key_Z, held=CTRL)
    assert note_with(typist.window.session, "Parents").color == "yellow"


def work_on_the_board(typist: Typist) -> None:
    """Walks to a note, writes on it, walks on, selects and deletes."""
    board = typist.window.stage.board
    typist.press(K.Key_Escape)
    assert board.hasFocus()
    typist.press(K.Key_Escape, K.Key_Tab)
    for _ in range(5):
        if board.walk.focused != note_with(typist.window.session, "Fresh bread").id:
            typist.press(K.Key_Tab)
    typist.press(K.Key_Return)
    typist.write("Bread every day")
    typist.press(K.Key_Escape, K.Key_Escape)
    assert "Bread every day" in texts(typist.window.session)
    typist.press(K.Key_Left, K.Key_Space)
    assert len(typist.selected) == 1
    typist.press(K.Key_Delete)
    assert len(typist.zones) == 2


def test_a_canvas_is_filled_in_and_tidied_by_keyboard(qapp: QApplication) -> None:
    session = workshop()
    with open_window(qapp, session) as window:
        said: list[str] = []
        window._voice.said.connect(said.append)
        typist = Typist(qapp, window)
        window._voice._soon.setInterval(60_000)  # a slow machine would say it in two parts
        fill(typist)
        window._voice.speak()
        window._voice._soon.setInterval(WAIT)
        assert "3 notes added" in said
        tidy(typist)
        work_on_the_board(typist)
        settle(qapp, 150)
        for _ in range(20):
            typist.press(K.Key_Z, held=CTRL)
        assert typist.zones == {}
        assert session.history.undo_label is None
        settle(qapp, 150)
        assert any(words.startswith("Undone.") for words in said)
