"""Posters that come back: a PDF or PNG that Plakbord made opens as a workshop again, from the dialog, by dropping it,
and at the start; and pictures of sheets and notes on the clipboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from benchmarks.workshops import canvas_with
from canvas_files.document import Document
from helpers.open_windows import close, make_kit, make_window, notes_of
from helpers.pdf_reading import reader_of
from helpers.sample_pages import FONTS
from helpers.windows import answering
from plakbord.main import _opened
from plakbord.paths import private_shelf
from plakbord.poster.choices import Choices
from plakbord.poster.export import pdf_bytes
from plakbord.poster.png import png_bytes
from plakbord.sheet.text.fonts import Fonts
from plakbord.window.drops import workshop_in
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


@pytest.fixture(scope="module")
def document() -> Document:
    return canvas_with(9)


@pytest.fixture
def poster(tmp_path: Path, document: Document) -> Path:
    path = tmp_path / "Bakkerij.pdf"
    path.write_bytes(pdf_bytes(document, Choices(), Fonts(FONTS)).data)
    return path


@pytest.fixture
def picture(tmp_path: Path, document: Document) -> Path:
    path = tmp_path / "Bakkerij.png"
    path.write_bytes(png_bytes(document, Choices(dpi=30), Fonts(FONTS))[0][1])
    return path


def texts(window: MainWindow) -> list[str]:
    return sorted(note.text for note in notes_of(window.session))


def texts_in(document: Document) -> list[str]:
    return sorted(record.fields()["text"] for record in document.records.values() if record.kind == "note")


def drop(app: QApplication, window: MainWindow, path: Path) -> bool:
    """Drags a file over the window and lets it go; whether it was taken."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    at, copy = QPoint(500, 400), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    app.sendEvent(window, QDragEnterEvent(at, copy, mime, left, none))
    event = QDropEvent(QPointF(at), copy, mime, left, none)
    app.sendEvent(window, event)
    QTest.qWait(30)
    return event.isAccepted()


@pytest.mark.parametrize("name", ["poster", "picture"])
def test_a_poster_opens_as_a_new_workshop(
    window: MainWindow, document: Document, name: str, request: pytest.FixtureRequest
) -> None:
    path: Path = request.getfixturevalue(name)
    before = path.read_bytes()
    assert window.open_file(path)
    assert texts(window) == texts_in(document)
    assert window.session.path is None
    assert window.session.changed  # it is in no workshop file yet
    assert window.session.truth == "computer"  # but a crash would not take it
    assert window.session.document.document_id != document.document_id
    assert str(path) not in window.settings.recent
    assert path.name in window.doors.clipboard.notice.text()
    window.session.close(keep=False)
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["poster", "picture"])
def test_a_poster_that_is_dropped_is_opened(
    qapp: QApplication, window: MainWindow, document: Document, name: str, request: pytest.FixtureRequest
) -> None:
    assert drop(qapp, window, request.getfixturevalue(name))
    assert texts(window) == texts_in(document)


def test_a_poster_that_is_named_at_the_start_is_shown(poster: Path, document: Document) -> None:
    session, problem = _opened(poster, private_shelf())
    assert problem is None
    assert session is not None
    assert session.path is None
    assert len(session.document.sheets) == len(document.sheets)
    session.close(keep=False)


def test_a_pdf_of_somebody_else_says_what_it_is_not(window: MainWindow, tmp_path: Path, document: Document) -> None:
    path = tmp_path / "folder.pdf"
    path.write_bytes(pdf_bytes(document, Choices(attachment=False), Fonts(FONTS)).data)
    said: list[str] = []
    with answering(lambda box: (said.append(box.text() + box.informativeText()), box.accept()), QMessageBox):
        assert not window.open_file(path)
    assert "folder.pdf" in said[0]
    assert texts(window) == []
    session, problem = _opened(path, private_shelf())
    assert session is None
    assert problem is not None
    assert problem.key == "no_workshop_inside"


def test_a_photo_is_no_workshop(tmp_path: Path) -> None:
    from PIL import Image

    photo = tmp_path / "photo.png"
    Image.new("RGB", (20, 20)).save(photo)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo))])
    assert workshop_in(mime) is None


def test_the_contact_sheet_is_written_where_the_person_wants_it(
    qapp: QApplication, window: MainWindow, poster: Path, tmp_path: Path
) -> None:
    assert window.open_file(poster)
    out = tmp_path / "overzicht.pdf"

    def choose(dialog: QFileDialog) -> None:
        dialog.selectFile(str(out))
        dialog.accept()

    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    with answering(choose, QFileDialog):
        window._commands.by_id["workshop.contact_sheet"].trigger()
    assert "De Gouden Korst" in reader_of(out.read_bytes()).pages[0].extract_text()
    assert "overzicht.pdf" in window.doors.clipboard.notice.text()


def test_a_contact_sheet_that_cannot_be_written_says_why(
    qapp: QApplication, window: MainWindow, poster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.open_file(poster)
    monkeypatch.setattr(window.doors.poster, "_ask_path", lambda parent, kind: tmp_path / "nowhere" / "x.pdf")
    said: list[str] = []
    with answering(lambda box: (said.append(box.text()), box.accept()), QMessageBox):
        window._commands.by_id["workshop.contact_sheet"].trigger()
    assert said
    assert qapp.overrideCursor() is None


def test_the_sheet_is_copied_as_a_picture(qapp: QApplication, window: MainWindow) -> None:
    window._commands.by_id["sheet.copy_picture"].trigger()
    image = qapp.clipboard().image()
    page = window.stage.layout.template.page
    assert (image.width(), image.height()) == (round(page.w / 2540 * 199.57), round(page.h / 2540 * 199.57))
    assert window.doors.clipboard.notice.isVisible()


def test_selected_notes_are_copied_as_a_picture(qapp: QApplication, window: MainWindow, poster: Path) -> None:
    command = window._commands.by_id["edit.copy_picture"]
    assert window.open_file(poster)
    assert not window._commands.by_id["edit.copy_picture"].isEnabled()
    two = [note.id for note in notes_of(window.session)][:2]
    window.stage.selection.set(two)
    QTest.qWait(20)
    assert command.isEnabled()
    command.trigger()
    faces = [window.stage.layout.notes[note_id] for note_id in two]
    width = max(face.x + face.w for face in faces) - min(face.x for face in faces) + 800
    image = qapp.clipboard().image()
    assert abs(image.width() - min(3300, round(width / 2540 * 200))) <= 1
    colors = {image.pixelColor(x, y).name() for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)}
    assert "#ffffff" in colors
    assert colors & {"#ffed8c", "#ffd6a0", "#ffc7d6", "#cbefb9", "#bddfff"}
