"""The window with real keys and a real mouse: writing, dragging, taking back, sheets, languages and themes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QTabBar

from canvas_files.records import Language
from helpers.sample_workshops import ZONES, add_note, new_session, notes_of
from helpers.windows import LEFT, NO_KEY, answering, drag, editor_of, keys, middle_of, on, press, settle, write
from plakbord.actions.all import BY_ID
from plakbord.sheet import theme as paper
from plakbord.window.about_dialog import AboutDialog
from plakbord.window.details_dialog import DetailsDialog
from plakbord.window.main_window import MainWindow
from plakbord.window.new_dialog import NewDialog
from plakbord.window.selection_bar import SelectionBar
from plakbord.window.tone import DARK, LIGHT
from plakbord.words import LANGUAGES

OpenOne = Callable[..., MainWindow]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BOTH = pytest.mark.parametrize("language", LANGUAGES)


def texts(window: MainWindow) -> list[str]:
    return [note.text for note in notes_of(window.session)]


def tabs(window: MainWindow) -> QTabBar:
    (bar,) = window.findChildren(QTabBar)
    return bar


def labels(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.text()]


def bar(window: MainWindow) -> SelectionBar:
    (found,) = window.stage.board.findChildren(SelectionBar)
    return found


# --- writing


def test_a_double_click_makes_a_note_and_typing_fills_it(window: MainWindow) -> None:
    QTest.mouseDClick(window.stage.board, LEFT, NO_KEY, middle_of(window, "channels"))
    settle()
    editor = editor_of(window)
    QTest.keyClicks(editor, "Winkel")
    assert texts(window) == [""]  # the document hears of it at the end
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    settle()
    (note,) = notes_of(window.session)
    assert (note.text, note.zone) == ("Winkel", "channels")
    assert window.stage.selection.ids == {note.id}
    assert not window.stage.editing.active
    assert window.stage.board.hasFocus()


def test_a_new_note_and_its_text_are_one_step(window: MainWindow) -> None:
    write(window, "channels", "Winkel")
    keys(window, Qt.Key.Key_Z, CONTROL)
    assert texts(window) == []
    keys(window, Qt.Key.Key_Y, CONTROL)
    assert texts(window) == ["Winkel"]


@pytest.mark.parametrize("text", ["", "   "])
def test_a_note_on_which_nothing_was_written_is_not_there(window: MainWindow, text: str) -> None:
    write(window, "channels", text)
    assert texts(window) == []
    assert window.session.history.undo_label is None
    assert not window.stage.selection.ids


def test_the_note_shows_what_is_typed_while_it_is_typed(window: MainWindow) -> None:
    QTest.mouseDClick(window.stage.board, LEFT, NO_KEY, middle_of(window, "channels"))
    settle()
    (note,) = notes_of(window.session)
    before = window.stage.layout.notes[note.id].text.laid.size
    QTest.keyClicks(editor_of(window), "Een heel lange zin die niet meer in grote letters past, en nog wat meer")
    face = window.stage.layout.notes[note.id]
    assert "".join(line.text for line in face.text.laid.lines).startswith("Een heel lange zin")
    assert face.text.laid.size < before
    QTest.keyClick(editor_of(window), Qt.Key.Key_Escape)


def test_keys_of_actions_are_letters_while_writing(window: MainWindow) -> None:
    QTest.mouseDClick(window.stage.board, LEFT, NO_KEY, middle_of(window, "channels"))
    settle()
    editor = editor_of(window)
    QTest.keyClicks(editor, "nN")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "xy")
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    settle()
    assert texts(window) == ["nN\nx"]


def test_clicking_elsewhere_keeps_the_text(window: MainWindow) -> None:
    QTest.mouseDClick(window.stage.board, LEFT, NO_KEY, middle_of(window, "channels"))
    settle()
    QTest.keyClicks(editor_of(window), "Winkel")
    QTest.mouseClick(window.stage.board, LEFT, NO_KEY, middle_of(window, "key_partners"))
    settle()
    assert texts(window) == ["Winkel"]
    assert not window.stage.editing.active


def test_writing_two_notes_in_a_row(window: MainWindow) -> None:
    for zone, text in (("channels", "Winkel"), ("key_partners", "Molen")):
        QTest.mouseDClick(window.stage.board, LEFT, NO_KEY, middle_of(window, zone))
        settle()
        QTest.keyClicks(editor_of(window), text)
    keys(window, Qt.Key.Key_Escape)
    assert texts(window) == ["Winkel", "Molen"]
    keys(window, Qt.Key.Key_Z, CONTROL)
    assert texts(window) == ["Winkel"]


def test_a_note_is_written_on_again(window: MainWindow) -> None:
    write(window, "channels", "Winkel")
    (note,) = notes_of(window.session)
    QTest.mouseDClick(window.stage.board, LEFT, NO_KEY, on(window, note))
    settle()
    assert editor_of(window).toPlainText() == "Winkel"
    QTest.keyClicks(editor_of(window), "Webwinkel")
    keys(window, Qt.Key.Key_Escape)
    assert texts(window) == ["Webwinkel"]
    QTest.mouseClick(window.stage.board, LEFT, NO_KEY, on(window, note))
    settle()
    keys(window, Qt.Key.Key_Return)
    assert window.stage.editing.active
    keys(window, Qt.Key.Key_Escape)
    keys(window, Qt.Key.Key_Z, CONTROL)
    assert texts(window) == ["Winkel"]


def test_what_is_pasted_becomes_plain_text(window: MainWindow) -> None:
    QTest.mouseDClick(window.stage.board, LEFT, NO_KEY, middle_of(window, "channels"))
    settle()
    editor_of(window).setPlainText("  a\u202eb\tc\u0007\ne\u0301  \n\n")
    keys(window, Qt.Key.Key_Escape)
    assert texts(window) == ["ab c\né"]


def test_an_action_finishes_the_writing_first(window: MainWindow) -> None:
    QTest.mouseDClick(window.stage.board, LEFT, NO_KEY, middle_of(window, "channels"))
    settle()
    QTest.keyClicks(editor_of(window), "Winkel")
    window._commands.by_id["view.zoom_in"].trigger()
    assert texts(window) == ["Winkel"]
    assert not window.stage.editing.active


def test_n_makes_a_note(window: MainWindow) -> None:
    keys(window, Qt.Key.Key_N)
    QTest.keyClicks(editor_of(window), "Klant")
    keys(window, Qt.Key.Key_Escape)
    (note,) = notes_of(window.session)
    assert note.text == "Klant"
    assert note.zone in ZONES  # the one under the pointer, wherever that was left


# --- moving and choosing


def test_a_note_is_dragged_to_another_block_and_back(window: MainWindow) -> None:
    write(window, "channels", "Winkel")
    (note,) = notes_of(window.session)
    drag(window, on(window, note), middle_of(window, "key_partners"))
    assert notes_of(window.session)[0].zone == "key_partners"
    keys(window, Qt.Key.Key_Z, CONTROL)
    assert notes_of(window.session) == [note]
    keys(window, Qt.Key.Key_Z, CONTROL, SHIFT)
    assert notes_of(window.session)[0].zone == "key_partners"


def test_all_are_selected_and_deleted_by_keys(open_one: OpenOne) -> None:
    session = new_session()
    for zone in ZONES:
        add_note(session, zone, zone)
    window = open_one(session)
    keys(window, Qt.Key.Key_A, CONTROL)
    assert len(window.stage.selection) == 9
    keys(window, Qt.Key.Key_Delete)
    assert texts(window) == []
    keys(window, Qt.Key.Key_Z, CONTROL)
    assert sorted(texts(window)) == sorted(ZONES)


def test_a_bar_floats_over_the_selection_and_colours_it(open_one: OpenOne) -> None:
    session = new_session()
    note = add_note(session, y=3000)
    window = open_one(session)
    assert not bar(window).isVisible()
    QTest.mouseClick(window.stage.board, LEFT, NO_KEY, on(window, note))
    settle()
    assert bar(window).isVisible()
    assert window.stage.board.rect().contains(bar(window).geometry())
    bar(window)._buttons["note.color.pink"].click()
    assert notes_of(window.session)[0].color == "pink"
    at = on(window, note)
    QTest.mousePress(window.stage.board, LEFT, NO_KEY, at)
    QTest.mouseMove(window.stage.board, at + QPoint(50, 0))
    assert not bar(window).isVisible()
    keys(window, Qt.Key.Key_Escape)
    assert bar(window).isVisible()
    keys(window, Qt.Key.Key_Escape)
    assert not bar(window).isVisible()


def test_the_line_below_says_how_many_and_what_is_saved(window: MainWindow) -> None:
    assert {window.t("status.new"), "0 briefjes"} <= set(labels(window))
    write(window, "channels", "Winkel")
    assert {window.t("status.memory"), "1 briefje · 1 geselecteerd"} <= set(labels(window))
    assert f"{window.stage.board.percent} %" in labels(window)


# --- sheets


def test_two_sheets_and_their_tabs(window: MainWindow) -> None:
    write(window, "channels", "Winkel")
    window._commands.by_id["sheet.add_persona"].trigger()
    settle()
    bar = tabs(window)
    assert [bar.tabText(at) for at in range(bar.count())] == ["Business Model Canvas", "Persona"]
    assert bar.currentIndex() == 1
    write(window, "goals", "Op tijd klaar")
    bar.setCurrentIndex(0)
    settle()
    assert [face.zone for face in window.stage.layout.notes.values()] == ["channels"]
    keys(window, Qt.Key.Key_PageDown, CONTROL)
    assert bar.currentIndex() == 1
    assert [face.zone for face in window.stage.layout.notes.values()] == ["goals"]
    assert {note.text for note in notes_of(window.session)} == {"Winkel", "Op tijd klaar"}


def test_taking_back_a_sheet_shows_another(window: MainWindow) -> None:
    window._commands.by_id["sheet.add_persona"].trigger()
    settle()
    keys(window, Qt.Key.Key_Z, CONTROL)
    assert tabs(window).count() == 1
    assert window.stage.layout.template.id == "business-model-canvas"
    write(window, "channels", "Winkel")
    assert texts(window) == ["Winkel"]


def test_turning_sheets_keeps_what_is_being_written(open_one: OpenOne) -> None:
    window = open_one(new_session("canvas", "persona"))
    QTest.mouseDClick(window.stage.board, LEFT, NO_KEY, middle_of(window, "channels"))
    settle()
    QTest.keyClicks(editor_of(window), "Winkel")
    window.show_sheet(window.session.document.sheets[1].id)
    assert texts(window) == ["Winkel"]


def test_many_turns_leave_one_board(open_one: OpenOne) -> None:
    window = open_one(new_session("canvas", "persona"))
    for _ in range(10):
        keys(window, Qt.Key.Key_PageDown, CONTROL)
    boards = [each for each in window.findChildren(type(window.stage.board)) if each.isVisible()]
    assert boards == [window.stage.board]


# --- how it looks


@pytest.mark.parametrize(("name", "tone"), [("light", LIGHT), ("dark", DARK)])
def test_the_theme_changes_the_desk_and_not_the_paper(window: MainWindow, name: str, tone: object) -> None:
    write(window, "channels", "Winkel")
    window._commands.by_id["edit.select_all"].trigger()
    window._commands.by_id[f"view.theme.{name}"].trigger()
    keys(window, Qt.Key.Key_Escape)
    settle()
    picture = window.stage.board.grab().toImage()
    assert tone in (LIGHT, DARK)
    assert picture.pixelColor(3, 3) == QColor(LIGHT.desk if name == "light" else DARK.desk)
    (note,) = notes_of(window.session)
    face = window.stage.layout.notes[note.id]
    at = on(window, note) + QPoint(0, round(face.h * 0.4 * window.stage.board.camera.scale))  # type: ignore[union-attr]
    assert picture.pixelColor(at) == QColor(paper.NOTE_COLORS["yellow"].fill)
    assert window.settings.theme == name


@BOTH
def test_the_language_of_the_window_is_not_that_of_the_sheet(window: MainWindow, language: Language) -> None:
    window._commands.by_id[f"view.language.{language}"].trigger()
    assert window.t.language == language
    assert window.stage.layout.t.language == "nl"
    assert window.menuBar().actions()[1].text() == window.t("menu.edit")


def test_the_mouse_and_keys_zoom_and_fit(window: MainWindow) -> None:
    fitted = window.stage.board.percent
    keys(window, Qt.Key.Key_1, CONTROL)
    assert window.stage.board.percent == 100
    keys(window, Qt.Key.Key_0, CONTROL)
    assert window.stage.board.percent == fitted


# --- dialogs


@BOTH
def test_every_dialog_opens_in_both_languages(open_one: OpenOne, language: Language) -> None:
    window = open_one(language=language)
    for ask, kind in (
        (window.about, AboutDialog),
        (window.workshop_details, DetailsDialog),
        (window.new_workshop, NewDialog),
    ):
        with answering(QDialog.reject, kind) as asked:
            ask()
        assert asked[0].windowTitle()
    assert not window.session.changed


def test_a_new_workshop_is_as_was_asked(window: MainWindow) -> None:
    def answer(dialog: NewDialog) -> None:
        dialog.choose("persona")
        dialog._title.setText(" Bakkerij ")
        dialog._language.setCurrentIndex(1)
        dialog.accept()

    with answering(answer, NewDialog):
        window.new_workshop()
    workshop = window.session.document.workshop
    assert (workshop.title, workshop.language) == ("Bakkerij", "en")
    assert window.stage.layout.template.id == "persona"
    assert not window.session.changed
    assert window.windowTitle().startswith("Bakkerij")


def test_details_change_the_sheet_and_can_be_taken_back(window: MainWindow) -> None:
    write(window, "channels", "Winkel")

    def answer(dialog: DetailsDialog) -> None:
        dialog._title.setText("De Gouden Korst")
        dialog._captions["pink"].setText("Twijfel\u202e")
        press(dialog, window.t("dialog.ok"))

    with answering(answer, DetailsDialog):
        window.workshop_details()
    settle()
    assert window.stage.layout.title == "De Gouden Korst · Business Model Canvas"
    assert window.session.document.workshop.captions == {"pink": "Twijfel"}
    keys(window, Qt.Key.Key_Z, CONTROL)
    assert window.stage.layout.title == "Business Model Canvas"


def test_details_that_stay_the_same_are_no_step(window: MainWindow) -> None:
    with answering(QDialog.accept, DetailsDialog):
        window.workshop_details()
    assert window.session.history.undo_label is None
    assert not window.session.changed


@pytest.mark.parametrize("action_id", sorted(set(BY_ID) - {"workshop.quit"}))
def test_no_action_fails_in_a_window(open_one: OpenOne, action_id: str) -> None:
    session = new_session("canvas", "persona")
    add_note(session)
    window = open_one(session)
    window.stage.selection.set(window.stage.layout.notes)
    settle()
    with answering(QDialog.reject, QDialog, must_ask=False):
        window._commands.by_id[action_id].trigger()
        settle()
    assert not window.session.store.in_transaction
