"""The outline with real keys: in step with the board both ways, and everything done without a mouse."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from canvas_files.records import Note, new_id
from helpers.patience import FOR_EVER
from helpers.walked_windows import key, note_with, open_window, settle, texts, workshop
from plakbord.window.main_window import MainWindow
from plakbord.window.panels.outline_model import OutlineModel

K = Qt.Key
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NOTES = (("channels", "Web"), ("channels", "Shop"), ("key_partners", "Bakers"), ("channels", "Post"))


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    with open_window(qapp, workshop(*NOTES, kinds=("canvas", "persona"))) as shown:
        key(shown, K.Key_O, CTRL | SHIFT)
        settle(qapp)
        yield shown


def model_of(window: MainWindow) -> OutlineModel:
    model = window._outline.tree.model()
    assert isinstance(model, OutlineModel)
    return model


def lines(window: MainWindow, index: QModelIndex | None = None) -> list[str]:
    """The rows that stand under a row, as they are shown, opened or not."""
    model, above = model_of(window), index or QModelIndex()
    found = []
    for row in range(model.rowCount(above)):
        here = model.index(row, 0, above)
        found += [here.data(), *lines(window, here)]
    return found


def block(window: MainWindow, zone: str) -> list[str]:
    model = model_of(window)
    return lines(window, model.block_index(window.stage.layout.sheet_id, zone))


def go_to(window: MainWindow, text: str) -> None:
    """Puts the keyboard on a note's row with the mouse."""
    tree, note = window._outline.tree, note_with(window.session, text)
    index = model_of(window).note_index(note.id)
    tree.scrollTo(index)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(index).center())
    QTest.qWait(5)  # what can be done is brought up to date a moment later


def selected(window: MainWindow) -> set[str]:
    records = window.session.store.records
    found = (records[note_id] for note_id in window.stage.selection.ids)
    return {note.text for note in found if isinstance(note, Note)}


def test_the_outline_shows_sheets_blocks_and_notes_in_reading_order(window: MainWindow) -> None:
    assert block(window, "channels") == ["Web", "Shop", "Post"]
    assert block(window, "key_partners") == ["Bakers"]
    shown = lines(window)
    assert shown.index("3  Channels") < shown.index("Shop") < shown.index("Bakers") < shown.index("Parking strip")
    assert window._outline.tree.hasFocus()


def test_a_row_reads_as_a_sentence(window: MainWindow) -> None:
    note = note_with(window.session, "Shop")
    with window.session.store.transaction("step.note.edit") as tx:
        tx.update(note.id, tags=["own word"], status="proven", color="pink")
    index = model_of(window).note_index(note.id)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Shop, Channels, 2 of 3, pink, tag own word, proven"
    heading = model_of(window).block_index(note.sheet, "channels").data(Qt.ItemDataRole.AccessibleTextRole)
    assert heading == "block 3: Channels, 3 notes"
    row = QAccessible.queryAccessibleInterface(window._outline.tree)
    assert row.role() == QAccessible.Role.Tree
    assert row.text(QAccessible.Text.Name) == "Outline of sheets, blocks and notes"


def test_choosing_a_row_selects_the_note_and_the_other_way_round(qapp: QApplication, window: MainWindow) -> None:
    go_to(window, "Shop")
    assert selected(window) == {"Shop"}
    key(window, K.Key_Down, SHIFT)
    assert selected(window) == {"Shop", "Post"}
    window.stage.selection.set({note_with(window.session, "Bakers").id})
    settle(qapp)
    tree = window._outline.tree
    assert [index.data() for index in tree.selectionModel().selectedRows()] == ["Bakers"]
    assert tree.currentIndex().data() == "Bakers"


def test_enter_writes_in_place_over_several_lines(qapp: QApplication, window: MainWindow) -> None:
    go_to(window, "Shop")
    key(window, K.Key_Return)
    editor = QApplication.focusWidget()
    assert editor is not None
    assert editor.objectName() == "rowEditor"
    QTest.keyClicks(editor, "Shop around")
    key(window, K.Key_Return, ALT)
    QTest.keyClicks(editor, "the corner")
    key(window, K.Key_Return)
    settle(qapp)
    assert texts(window.session) == {"Web", "Shop around\nthe corner", "Bakers", "Post"}
    assert window._outline.tree.hasFocus()
    assert window._outline.tree.currentIndex().data() == "Shop around"
    key(window, K.Key_Z, CTRL)
    assert "Shop" in texts(window.session)


def test_insert_makes_a_note_and_ctrl_enter_the_next(qapp: QApplication, window: MainWindow) -> None:
    go_to(window, "Bakers")
    key(window, K.Key_Insert)
    QTest.keyClicks(QApplication.focusWidget(), "Millers")
    key(window, K.Key_Return, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "Farmers")
    key(window, K.Key_Escape)
    settle(qapp)
    assert set(block(window, "key_partners")) == {"Bakers", "Millers", "Farmers"}
    assert selected(window) == {"Farmers"}
    key(window, K.Key_Z, CTRL)
    assert "Farmers" not in texts(window.session)
    assert "Millers" in texts(window.session)


def test_a_note_that_stays_empty_leaves_nothing(qapp: QApplication, window: MainWindow) -> None:
    go_to(window, "Bakers")
    before = window.session.history.undo_label
    key(window, K.Key_N)
    assert len(block(window, "key_partners")) == 2
    key(window, K.Key_Return)
    settle(qapp)
    assert block(window, "key_partners") == ["Bakers"]
    assert window.session.history.undo_label == before
    assert not window.session.history.in_gesture


def test_delete_goes_on_with_the_neighbour(qapp: QApplication, window: MainWindow) -> None:
    go_to(window, "Shop")
    key(window, K.Key_Delete)
    settle(qapp)
    assert block(window, "channels") == ["Web", "Post"]
    assert len(selected(window)) == 1
    assert window._outline.tree.hasFocus()


def test_alt_arrows_move_between_blocks_and_change_the_order(qapp: QApplication, window: MainWindow) -> None:
    go_to(window, "Shop")
    key(window, K.Key_Down, ALT)
    assert block(window, "channels") == ["Web", "Post", "Shop"]
    settle(qapp)
    key(window, K.Key_Up, ALT)
    assert block(window, "channels") == ["Web", "Shop", "Post"]
    settle(qapp)
    key(window, K.Key_Right, ALT)
    settle(qapp)
    assert block(window, "customer_relationships") == ["Shop"]
    assert window._outline.tree.currentIndex().data() == "Shop"
    assert selected(window) == {"Shop"}
    key(window, K.Key_Z, CTRL)
    assert block(window, "channels") == ["Web", "Shop", "Post"]


def test_a_locked_note_stays(window: MainWindow) -> None:
    with window.session.store.transaction("step.note.edit") as tx:
        tx.update(note_with(window.session, "Shop").id, locked=True)
    go_to(window, "Shop")
    key(window, K.Key_Right, ALT)
    key(window, K.Key_Down, ALT)
    assert block(window, "channels") == ["Web", "Shop", "Post"]


def test_walking_to_another_sheet_shows_it_and_keeps_the_keyboard(qapp: QApplication, window: MainWindow) -> None:
    tree = window._outline.tree
    go_to(window, "Post")
    key(window, K.Key_End)
    settle(qapp)
    assert window.stage.layout.sheet_id == window.session.document.sheets[1].id
    assert tree.hasFocus()
    key(window, K.Key_Insert)
    QTest.keyClicks(QApplication.focusWidget(), "On the persona")
    key(window, K.Key_Return)
    assert note_with(window.session, "On the persona").sheet == window.session.document.sheets[1].id


def test_a_new_sheet_and_its_undo_are_followed(qapp: QApplication, window: MainWindow) -> None:
    window._commands.by_id["sheet.add_canvas"].trigger()
    settle(qapp)
    assert model_of(window).rowCount() == 3
    window._commands.by_id["edit.undo"].trigger()
    settle(qapp)
    assert model_of(window).rowCount() == 2
    assert window._outline.tree.model() is model_of(window)


def test_closing_the_outline_gives_the_keyboard_back(qapp: QApplication, window: MainWindow) -> None:
    assert window.settings.outline
    key(window, K.Key_O, CTRL | SHIFT)
    settle(qapp)
    assert not window._outline.is_open
    assert window.stage.board.hasFocus()
    assert not window.settings.outline


def test_escape_goes_to_the_board_and_f6_from_part_to_part(qapp: QApplication, window: MainWindow) -> None:
    key(window, K.Key_Escape)
    assert window.stage.board.hasFocus()
    key(window, K.Key_F6)
    assert window._outline.tree.hasFocus()
    key(window, K.Key_F6)
    assert window._bottom.tabs.hasFocus()
    key(window, K.Key_F6, SHIFT)
    assert window._outline.tree.hasFocus()


def test_many_notes_are_followed_row_by_row(qapp: QApplication) -> None:
    """With thousands of notes a change touches its own rows: no tree made anew, nothing closed, and no waiting."""
    many = [("channels" if n % 3 else "key_partners", f"Note {n}") for n in range(3_000)]
    with open_window(qapp, workshop(*many)) as window:
        window.show_outline(True)
        settle(qapp)
        model, store = model_of(window), window.session.store
        resets: list[str] = []
        model.modelReset.connect(lambda: resets.append("reset"))
        sheet = window.stage.layout.sheet_id
        took = []
        for number in range(20):
            note = Note(id=new_id("note"), sheet=sheet, zone="channels", x=100, y=50 * number, text="New")
            with store.transaction("step.note.add") as tx:
                tx.put(note)
            start = time.perf_counter()
            with store.transaction("step.note.move") as tx:
                tx.update(note.id, zone="key_partners")
            qapp.processEvents()
            took.append(time.perf_counter() - start)
        assert resets == []
        assert model.rowCount(model.block_index(sheet, "key_partners")) == 1_000 + 20
        assert model.note_index(note.id).data() == "New"
        assert sorted(took)[10] < FOR_EVER
        gc.collect()
