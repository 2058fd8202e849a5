"""A morning on the board: twenty notes by keyboard alone, thirty lines pasted, put in order, given meaning, and all of
it taken back and done again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from canvas_files.file import encode
from canvas_files.records import Cluster, Link
from helpers.sample_workshops import notes_of
from helpers.windows import answering, keys, settle
from plakbord.window.main_window import MainWindow
from plakbord.window.paste_dialog import PasteDialog
from plakbord.window.tag_dialog import TagDialog

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key

BLOCKS = {
    "customer_segments": 8,
    "value_propositions": 8,
    "channels": 4,
}


def typed(window: MainWindow, text: str) -> None:
    """Letters for whatever has the focus."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, text)
    settle()


def pressed(key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """A key for whatever has the focus."""
    target = QApplication.focusWidget()
    assert target is not None
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(target, key, held)
    settle()


def write_twenty(window: MainWindow) -> None:
    """Ctrl+Enter for the next note below, Tab for the next block."""
    keys(window, Key.Key_N)
    for number, (zone, count) in enumerate(BLOCKS.items()):
        for each in range(count):
            typed(window, f"{zone} {each + 1}")
            if each < count - 1:
                pressed(Key.Key_Return, CONTROL)
        pressed(Key.Key_Tab if number < len(BLOCKS) - 1 else Key.Key_Escape)


def test_a_morning_on_the_board(open_one: Callable[..., MainWindow]) -> None:
    window = open_one()
    blank = records(window)
    write_twenty(window)
    assert {zone: sum(note.zone == zone for note in notes_of(window.session)) for zone in BLOCKS} == BLOCKS
    assert len(notes_of(window.session)) == 20
    covering(window)

    paste_thirty(window)
    assert len(notes_of(window.session)) == 50

    keys(window, Key.Key_A, CONTROL)
    keys(window, Key.Key_T)
    tag_all(window)
    assert all(note.tags == ["Bakkerij"] for note in notes_of(window.session))

    first, second, third, *others = [note.id for note in notes_of(window.session) if note.zone == "customer_segments"]
    window.stage.selection.set({first, second})
    keys(window, Key.Key_L)
    assert [record for record in window.session.store.records.values() if isinstance(record, Link)]

    window.stage.selection.set({third, others[0]})
    keys(window, Key.Key_G, CONTROL)
    assert [record for record in window.session.store.records.values() if isinstance(record, Cluster)]

    window.stage.selection.set(others[1:3])
    keys(window, Key.Key_P)
    assert sum(note.zone == "" for note in notes_of(window.session)) >= 2

    search_for(window, "channels 3")

    end = records(window)
    steps = 0
    while window.session.history.undo_label is not None:
        keys(window, Key.Key_Z, CONTROL)
        steps += 1
    assert records(window) == blank
    assert steps < 60
    while window.session.history.redo_label is not None:
        keys(window, Key.Key_Z, CONTROL, SHIFT)
    assert records(window) == end


def records(window: MainWindow) -> dict[str, object]:
    """Everything in the document."""
    assert encode(window.session.document)
    return dict(window.session.store.records)


def covering(window: MainWindow) -> None:
    """No note that was written hides another."""
    faces = list(window.stage.layout.notes.values())
    for face in faces:
        assert not [other for other in faces if other is not face and other.touches(*face.edges)]


def paste_thirty(window: MainWindow) -> None:
    """Thirty lines from another program, in the block of the selection, after a look at them."""
    lines = QMimeData()
    lines.setText("\n".join(f"idee nummer {number}" for number in range(1, 31)))
    QGuiApplication.clipboard().setMimeData(lines)
    window.stage.selection.set(())
    with answering(lambda dialog: dialog.accept(), PasteDialog):
        keys(window, Key.Key_V, CONTROL)


def tag_all(window: MainWindow) -> None:
    """An own tag for everything that is selected."""
    window.ask_tags()
    settle()
    (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, TagDialog) and each.isVisible()]
    (field,) = dialog.findChildren(type(dialog._find))
    QTest.keyClicks(field, "Bakkerij")
    QTest.keyClick(field, Key.Key_Return)
    dialog.close()
    settle()


def search_for(window: MainWindow, words: str) -> None:
    """The rest steps back, the one hit does not; Escape ends it."""
    keys(window, Key.Key_F, CONTROL)
    typed(window, words)
    dimmed = window.stage.board.surface.dimmed
    (found,) = [note for note in notes_of(window.session) if note.text == words]
    assert found.id not in dimmed
    assert len(dimmed) == len(notes_of(window.session)) - 1
    pressed(Key.Key_Escape)
    assert not window.stage.board.surface.dimmed
