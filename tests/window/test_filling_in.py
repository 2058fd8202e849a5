"""A persona filled in with real clicks and keys, saved, opened again and printed: what was typed is what is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvas_files.crop import Crop, crop_of
from canvas_files.entries import answers
from canvas_files.file import open_file
from helpers.pdf_reading import reader_of
from helpers.plain_windows import kit, open_window, shut
from plakbord.board.field_editor import FieldEditor
from plakbord.poster.choices import Choices
from plakbord.poster.export import pdf_bytes
from plakbord.window.main_window import MainWindow
from plakbord.window.workshops import new_session

Key = Qt.Key
STORY = "Groot bedrijf.\nVeel overleg."


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = open_window(new_session("persona", "nl"))
    QTest.qWaitForWindowActive(window)
    window.stage.board.setFocus()
    yield window
    shut(window)


def value(window: MainWindow, field: str) -> object:
    return answers(window.session.store.records, window.stage.layout.sheet_id).get(field)


def place(window: MainWindow, x: float, y: float) -> QPoint:
    board = window.stage.board
    assert board.camera is not None
    device = board.camera.device(x, y)
    return QPointF(device[0] / board.ratio, device[1] / board.ratio).toPoint()


def middle(window: MainWindow, field: str) -> QPoint:
    box = window.stage.layout.slots[field].box
    return place(window, box.x + box.w / 2, box.y + box.h / 2)


def click(window: MainWindow, at: QPoint) -> None:
    QTest.mouseClick(window.stage.board, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QApplication.processEvents()


def press(*keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, modifiers)
        QApplication.processEvents()


def type_words(words: str) -> None:
    target = QApplication.focusWidget()
    assert isinstance(target, FieldEditor)
    for number, part in enumerate(words.split("\n")):
        if number:
            QTest.keyClick(target, Key.Key_Return)
        QTest.keyClicks(target, part)
    QApplication.processEvents()


def do(window: MainWindow, action: str) -> None:
    QApplication.processEvents()  # what can be done is brought up to date
    window._commands.by_id[action].trigger()
    QApplication.processEvents()


def test_by_keyboard_alone(window: MainWindow, tmp_path: Path) -> None:
    for words in ("Anna", "47", "Inkoper", "Zwemmen", "Getrouwd", "hbo"):
        press(Key.Key_Tab)
        type_words(words)
    press(Key.Key_Tab)
    press(Key.Key_Right, Key.Key_Space)
    press(Key.Key_Tab)
    type_words(STORY)
    press(Key.Key_Tab)
    type_words("Elke dag")
    press(Key.Key_Tab, Key.Key_Right)
    press(Key.Key_Tab, Key.Key_End)
    press(Key.Key_Tab, Key.Key_Home)
    press(Key.Key_Escape)
    wanted = {
        "name": "Anna",
        "age": "47",
        "role": "Inkoper",
        "hobby": "Zwemmen",
        "family": "Getrouwd",
        "education": "hbo",
        "sales_role": ["influencer"],
        "background": STORY,
        "context": "Elke dag",
        "information_depth": 4,
        "information_urgency": 7,
        "time_pressure": 1,
    }
    sheet = window.stage.layout.sheet_id
    assert answers(window.session.store.records, sheet) == wanted
    window.session.save(tmp_path / "anna.plakbord")
    document, _ = open_file(tmp_path / "anna.plakbord")
    assert answers(document.records, sheet) == wanted
    printed = (
        reader_of(pdf_bytes(document, Choices(sheets=(sheet,), language="nl"), kit().fonts).data)
        .pages[0]
        .extract_text()
    )
    for words in ("Anna", "47", "Inkoper", "Zwemmen", "Getrouwd", "hbo", "Veel overleg.", "Elke dag"):
        assert words in printed
    for _ in wanted:
        window.session.history.undo()
    assert answers(window.session.store.records, sheet) == {}


def test_by_mouse(window: MainWindow) -> None:
    click(window, middle(window, "age"))
    type_words("47")
    chip = window.stage.layout.slots["sales_role"].options[1]
    click(window, place(window, chip.x + chip.w / 2, chip.y + chip.h / 2))
    assert (value(window, "age"), value(window, "sales_role")) == ("47", ["influencer"])
    slot = window.stage.layout.slots["time_pressure"]
    board = window.stage.board
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(board, left, Qt.KeyboardModifier.NoModifier, place(window, slot.place_of(2), slot.track))
    QTest.mouseMove(board, place(window, slot.place_of(6), slot.track))
    QTest.mouseRelease(board, left, Qt.KeyboardModifier.NoModifier, place(window, slot.place_of(6), slot.track))
    assert value(window, "time_pressure") == 6


def test_back_with_shift_and_tab(window: MainWindow) -> None:
    click(window, middle(window, "age"))
    type_words("47")
    press(Key.Key_Backtab)
    type_words("Anna")
    press(Key.Key_Return)
    assert (value(window, "name"), value(window, "age")) == ("Anna", "47")
    assert window.stage.board.fields.focus == "name"
    assert not window.stage.field_editing.active


def test_typing_nothing_changes_nothing(window: MainWindow) -> None:
    before = window.session.store.revision
    press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Escape)
    assert window.session.store.revision == before


def test_a_text_without_end_is_kept_as_far_as_it_goes(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(window.stage.field_editing, "_tell", lambda problem: told.append(problem.key))
    click(window, middle(window, "age"))
    editor = QApplication.focusWidget()
    assert isinstance(editor, FieldEditor)
    editor.setPlainText("9" * 900)
    press(Key.Key_Return)
    assert (value(window, "age"), told) == ("9" * 300, ["field_cut"])


def test_switching_sheets_does_not_begin_to_write(window: MainWindow) -> None:
    click(window, middle(window, "age"))
    do(window, "sheet.duplicate")
    assert not window.stage.field_editing.active
    assert isinstance(QApplication.focusWidget(), type(window.stage.board))


def image(color: Qt.GlobalColor) -> QImage:
    made = QImage(60, 90, QImage.Format.Format_RGB32)
    made.fill(color)
    return made


def portrait(window: MainWindow) -> str:
    return window.session.document.sheets[0].portrait


def test_a_portrait_pasted_dropped_and_taken_away(window: MainWindow, tmp_path: Path) -> None:
    QApplication.clipboard().setImage(image(Qt.GlobalColor.red))
    do(window, "portrait.paste")
    pasted = portrait(window)
    assert pasted in window.session.store.records
    path = tmp_path / "blue.png"
    image(Qt.GlobalColor.blue).save(str(path))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    assert window.doors.portraits.takes(data)
    window.doors.portraits.take(data)
    assert portrait(window) not in ("", pasted)
    assert pasted not in window.session.store.records
    do(window, "portrait.square")
    do(window, "portrait.remove")
    assert portrait(window) == ""
    for _ in range(3):
        window.session.history.undo()
    assert portrait(window) == pasted


def test_what_is_no_picture_is_refused_with_a_sentence(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(MainWindow, "tell", lambda _, problem: told.append(problem.key))
    path = tmp_path / "drawing.jpg"
    path.write_text("<svg/>")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window.doors.portraits.take(data)
    window.doors.portraits.take(QMimeData())
    assert (told, portrait(window)) == (["picture_kind", "no_picture_to_paste"], "")


def posed(window: MainWindow) -> MainWindow:
    """With a portrait, twice as high as wide."""
    picture = QImage(100, 200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.blue)
    QApplication.clipboard().setImage(picture)
    do(window, "portrait.paste")
    return window


def crop(window: MainWindow) -> Crop:
    return crop_of(window.session.document.sheets[0])


def test_a_portrait_is_pushed_with_the_mouse(window: MainWindow) -> None:
    board, left, none = posed(window).stage.board, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    start = middle(window, "portrait")
    QTest.mousePress(board, left, none, start)
    for down in (4, 20, 40):
        QTest.mouseMove(board, start + QPoint(0, down))
    assert board.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    assert crop(window) == Crop()  # the document hears of it at the end
    QTest.mouseRelease(board, left, none, start + QPoint(0, 40))
    assert crop(window).y < 300
    assert window.session.history.undo_label == "step.portrait.crop"
    do(window, "edit.undo")
    assert crop(window) == Crop()


def test_escape_lets_go_of_a_portrait(window: MainWindow) -> None:
    board, left, none = posed(window).stage.board, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    start = middle(window, "portrait")
    QTest.mousePress(board, left, none, start)
    QTest.mouseMove(board, start + QPoint(0, 40))
    press(Key.Key_Escape)
    QTest.mouseRelease(board, left, none, start + QPoint(0, 40))
    assert crop(window) == Crop()


def test_a_portrait_is_pushed_by_keyboard(window: MainWindow) -> None:
    do(posed(window), "portrait.adjust")
    assert window.stage.board.fields.focus == "portrait"
    press(Key.Key_Up, Key.Key_Plus, Key.Key_Minus, Key.Key_Down, Key.Key_Up)
    assert crop(window).y > 300
    do(window, "portrait.uncrop")
    assert crop(window) == Crop()
    do(window, "portrait.larger")
    assert crop(window).zoom == 125
    press(Key.Key_Escape)
    assert window.stage.board.fields.focus is None
    before = crop(window)
    press(Key.Key_Up)
    assert crop(window) == before


def test_another_picture_begins_in_the_middle(window: MainWindow) -> None:
    do(posed(window), "portrait.larger")
    QApplication.clipboard().setImage(image(Qt.GlobalColor.red))
    do(window, "portrait.paste")
    assert crop(window) == Crop()


def test_a_double_click_asks_for_another_picture(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    posed(window)
    monkeypatch.setattr(window.doors.portraits, "choose", lambda: asked.append(True))
    at = middle(window, "portrait")
    click(window, at)
    assert not asked
    QTest.mouseDClick(window.stage.board, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert asked == [True]
