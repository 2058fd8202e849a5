"""Copying and pasting with real keys: within a window, between two, and from other programs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QListWidget

from helpers import clipboard_samples as samples
from helpers.open_windows import close, in_the_dialog, make_kit, make_window, notes_of, point_at, press
from plakbord.window.clipboard import MOST
from plakbord.window.main_window import MainWindow
from plakbord.window.stage import Kit


@pytest.fixture(scope="module")
def kit(qapp: QApplication) -> Kit:
    return make_kit()


@pytest.fixture
def window(qapp: QApplication, kit: Kit) -> Iterator[MainWindow]:
    opened = make_window(qapp, kit)
    yield opened
    close(opened)


@pytest.fixture
def other(qapp: QApplication, kit: Kit) -> Iterator[MainWindow]:
    opened = make_window(qapp, kit)
    opened.move(2000, 0)  # beside the first: what the mouse is over depends on nothing else
    yield opened
    close(opened)


def offer(app: QApplication, text: str = "", html: str = "", image: bool = False) -> None:
    mime = QMimeData()
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    if image:
        mime.setImageData(QImage(9, 9, QImage.Format.Format_RGB32))
    app.clipboard().setMimeData(mime)


def texts_in(window: MainWindow, zone: str) -> list[str]:
    return [note.text for note in notes_of(window.session) if note.zone == zone]


def said(window: MainWindow) -> str:
    return window.doors.clipboard.notice.text() if window.doors.clipboard.notice.isVisible() else ""


def test_a_few_notes_go_straight_into_the_block_under_the_pointer(qapp: QApplication, window: MainWindow) -> None:
    offer(qapp, samples.EXCEL_TEXT, samples.EXCEL_HTML, image=True)
    point_at(window, "channels")
    press(window, "V")
    assert texts_in(window, "channels") == samples.EXCEL_NOTES
    assert len(window.stage.selection) == len(samples.EXCEL_NOTES)
    assert said(window) == "4 briefjes geplakt in Kanalen."
    faces = list(window.stage.layout.notes.values())
    assert not any(a.touches(b.x, b.y, b.x + b.w, b.y + b.h) for a in faces for b in faces if a is not b)
    press(window, "Z")
    assert notes_of(window.session) == []


def test_between_two_windows_everything_is_kept(qapp: QApplication, window: MainWindow, other: MainWindow) -> None:
    offer(qapp, "een\ntwee")
    point_at(window, "channels")
    press(window, "V")
    first, second = notes_of(window.session)
    with window.session.store.transaction() as tx:
        tx.update(first.id, color="blue", tags=["own", "eigen"], status="seen", w=5600, h=4400)
        tx.update(second.id, x=first.x + 700, y=first.y + 4600, color="pink", author="Sanne")
    press(window, "A")
    press(window, "C")
    assert said(window) == "2 briefjes gekopieerd."
    point_at(other, "key_partners")
    press(other, "V")
    kept = [
        (note.text, note.color, note.tags, note.status, note.author, note.w, note.h) for note in notes_of(other.session)
    ]
    assert kept == [
        ("een", "blue", ["own", "eigen"], "seen", "", 5600, 4400),
        ("twee", "pink", [], "", "Sanne", second.w, second.h),
    ]
    one, two = notes_of(other.session)
    assert {one.zone, two.zone} == {"key_partners"}
    assert (two.x - one.x, two.y - one.y) == (700, 4600)
    assert not {one.id, two.id} & {first.id, second.id}


def test_notes_of_several_blocks_each_go_to_their_own(
    qapp: QApplication, window: MainWindow, other: MainWindow
) -> None:
    for zone in ("channels", "key_partners"):
        offer(qapp, f"in {zone}")
        point_at(window, zone)
        press(window, "V")
    press(window, "A")
    press(window, "X")
    assert notes_of(window.session) == []
    press(window, "Z")
    assert len(notes_of(window.session)) == 2
    press(other, "V")
    assert texts_in(other, "channels") == ["in channels"]
    assert texts_in(other, "key_partners") == ["in key_partners"]
    assert said(other) == "2 briefjes geplakt, elk in zijn eigen vak."


def test_other_programs_get_text_and_html(qapp: QApplication, window: MainWindow) -> None:
    offer(qapp, "een\ntwee & drie")
    point_at(window, "channels")
    press(window, "V")
    press(window, "C")
    mime = qapp.clipboard().mimeData()
    assert mime.text() == "een\ntwee & drie"
    assert "<li>twee &amp; drie</li>" in mime.html()


def test_many_notes_are_shown_first(qapp: QApplication, window: MainWindow) -> None:
    offer(qapp, "\n".join(f"- Idee {number}" for number in range(30)))
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        ticks = dialog.findChild(QListWidget)
        zones, colors = dialog.findChildren(QComboBox)
        seen.extend((zones.currentText(), colors.currentText(), str(ticks.count())))
        ticks.item(0).setCheckState(Qt.CheckState.Unchecked)
        colors.setCurrentIndex(colors.findData("green"))
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    QTimer.singleShot(200, in_the_dialog(qapp, look))
    point_at(window, "cost_structure")
    press(window, "V")
    assert seen == ["Kostenstructuur", "Geel", "30"]
    notes = notes_of(window.session)
    assert [note.text for note in notes] == [f"Idee {number}" for number in range(1, 30)]
    assert {note.color for note in notes} == {"green"}
    assert window.session.history.undo_label == "step.note.paste"
    press(window, "Z")
    assert notes_of(window.session) == []


def test_escape_in_the_preview_pastes_nothing(qapp: QApplication, window: MainWindow) -> None:
    offer(qapp, "\n".join(str(number) for number in range(13)))
    QTimer.singleShot(200, in_the_dialog(qapp, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape)))
    press(window, "V")
    assert notes_of(window.session) == []
    assert said(window) == ""


def test_ten_thousand_lines(qapp: QApplication, window: MainWindow) -> None:
    offer(qapp, "\n".join(f"Regel {number}" for number in range(10_000)))
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        seen.extend(label.text() for label in dialog.findChildren(type(window.doors.clipboard.notice).__base__))
        QTest.keyClick(dialog.findChild(QListWidget), Qt.Key.Key_Return)

    QTimer.singleShot(300, in_the_dialog(qapp, look))
    point_at(window, "channels")
    press(window, "V")
    assert any("9500" in words for words in seen)
    notes = notes_of(window.session)
    assert len(notes) == MOST
    hung = [note for note in notes if note.zone]
    assert {note.zone for note in hung} == {"channels"}
    assert f"Nog {MOST - len(hung)} passen daar niet" in said(window)


def test_an_image_and_nothing_are_said(qapp: QApplication, window: MainWindow) -> None:
    offer(qapp, image=True)
    press(window, "V")
    assert said(window).startswith("Op het klembord staat een afbeelding")
    qapp.clipboard().clear()
    press(window, "V")
    assert said(window).startswith("Er is niets om te plakken")
    assert notes_of(window.session) == []
    QTest.mouseClick(window.doors.clipboard.notice, Qt.MouseButton.LeftButton)
    assert said(window) == ""


def test_while_writing_the_keys_are_for_the_text(qapp: QApplication, window: MainWindow) -> None:
    offer(qapp, "een")
    press(window, "V")
    (note,) = notes_of(window.session)
    offer(qapp, "twee\ndrie")
    window.edit_note(note.id)
    editor = qapp.focusWidget()
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    window.stage.editing.finish()
    assert [note.text for note in notes_of(window.session)] == ["twee\ndrie"]
