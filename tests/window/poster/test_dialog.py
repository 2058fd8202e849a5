"""Making a poster in its dialog, with the real pages: seen beforehand, written, stopped, refused."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from canvas_files.records import Language
from helpers.sample_workshops import add_note, add_notes, add_sheet, new_session
from helpers.windows import answering, press
from plakbord.poster.choices import Choices
from plakbord.session import Session
from plakbord.window.main_window import MainWindow
from plakbord.window.poster.dialog import SOON, PosterDialog
from plakbord.words import load_words

OpenOne = Callable[..., MainWindow]
PATIENCE = 30.0


def wait(until: Callable[[], bool]) -> None:
    """Lets the window go on until it is so."""
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end, "it did not come"
        QTest.qWait(5)


@pytest.fixture
def dialog(open_one: OpenOne, tmp_path: Path) -> Iterator[PosterDialog]:
    session = new_session(title="De Korenaar")
    add_note(session, "Arbeidsmarktkrapte in de bakkerij")
    window = open_one(session)
    names = [(sheet.id, "De Korenaar") for sheet in session.document.sheets]
    path = tmp_path / "poster"
    made = PosterDialog(
        window,
        session.document,
        Choices(),
        names,
        [],
        lambda _, kind: path.with_suffix(f".{kind}"),
        load_words("nl"),
        window.icons,
    )
    made.show()
    wait(lambda: not made.preview.view._image.isNull())
    yield made
    made.workroom.close()
    made.close()
    made.deleteLater()


def size_of(path: Path) -> tuple[float, float]:
    box = PdfReader(BytesIO(path.read_bytes())).pages[0].mediabox
    return round(float(box.width)), round(float(box.height))


def test_the_real_page_is_shown(dialog: PosterDialog) -> None:
    image = dialog.preview.view._image
    assert image.width() / image.height() == pytest.approx(42 / 29.7, rel=0.01)
    colors = {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colors) > 5  # blocks, headings and a note, no empty page
    assert "1 pagina" in dialog._said.text()


def test_other_choices_show_another_page(dialog: PosterDialog) -> None:
    dialog.form.choose("tiles", "A4")
    wait(lambda: dialog.preview.pages > 1)
    QTest.keyClick(dialog.preview.view, Qt.Key.Key_Right)
    assert dialog.preview.page == 1
    assert dialog.preview._count.text().startswith("2 van")


def test_the_preview_begins_with_the_sheet_in_the_window(open_one: OpenOne, tmp_path: Path) -> None:
    session = new_session(title="De Korenaar")
    for text in ("Arbeidsmarktkrapte in de bakkerij", "Een tekst die op een vervolgblad verder gaat. " * 60):
        add_note(session, text)
    persona = add_sheet(session.document, "persona")
    add_sheet(session.document, "canvas")
    window = open_one(session)
    window.show_sheet(persona.id)

    def look(dialog: PosterDialog) -> None:
        preview = dialog.preview
        wait(lambda: not preview.view._image.isNull())
        assert preview.pages == 4
        assert preview.page == 2, "the first sheet goes on on a page"
        QTest.keyClick(preview.view, Qt.Key.Key_Left)
        dialog.form.choose("questions", False)
        QTest.qWait(SOON * 2)
        wait(lambda: preview.pages == 4)
        assert preview.page == 1, "who turned the page stays there"
        dialog.form.choose("tiles", "A4")
        wait(lambda: preview.pages > 4)
        dialog.reject()

    with answering(look, PosterDialog):
        window.export_poster()


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        ("nl", "geen plaats voor keuzelijst ‘Karakteristieken’", "geen plaats voor keuzelijsten ‘Karakteristieken’, ‘"),
        ("en", "no room for checklist ‘Characteristics’", "no room for checklists ‘Characteristics’, ‘"),
    ],
)
def test_what_finds_no_room_is_called_what_the_switch_calls_it(
    open_one: OpenOne, language: Language, one: str, several: str
) -> None:
    session = new_session(title="De Korenaar")
    with session.store.transaction() as tx:
        tx.update(session.document.workshop.id, language=language)
    full(session, "value_propositions")
    window = open_one(session, language=language)

    def look(dialog: PosterDialog) -> None:
        dialog.form.choose("checklists", True)
        wait(lambda: one in dialog._said.text())
        dialog.reject()

    with answering(look, PosterDialog):
        window.export_poster()
    full(session, "cost_structure")

    def look_again(dialog: PosterDialog) -> None:
        dialog.form.choose("checklists", True)
        wait(lambda: several in dialog._said.text())
        dialog.reject()

    with answering(look_again, PosterDialog):
        window.export_poster()


def full(session: Session, zone: str) -> None:
    """Hangs a block full from its head to its foot."""
    box = session.document.templates["business-model-canvas"].zone(zone).box  # type: ignore[union-attr]
    rows, columns = box.h // 2000, box.w // 3500
    notes = [(row, column) for row in range(rows) for column in range(columns)]
    add_notes(
        session,
        [
            {"text": "Brood", "zone": zone, "x": 100 + column * 3700, "y": 300 + row * 1900, "w": 3600, "h": 2800}
            for row, column in notes
        ],
    )


def test_the_poster_is_written_as_chosen(dialog: PosterDialog, tmp_path: Path) -> None:
    dialog.form.choose("paper", "A2")
    press(dialog, "Opslaan…")
    wait(lambda: bool(dialog.files))
    assert dialog.files == [tmp_path / "poster.pdf"]
    assert size_of(dialog.files[0]) == (1684, 1191)


@pytest.mark.parametrize(("kind", "start"), [("png", b"\x89PNG"), ("svg", b"<")])
def test_pictures_are_written_too(dialog: PosterDialog, kind: str, start: bytes) -> None:
    dialog.form.choose("kind", kind)
    press(dialog, "Opslaan…")
    wait(lambda: bool(dialog.files))
    assert dialog.files[0].read_bytes().startswith(start)


def test_a_poster_that_cannot_be_written_says_why_and_the_dialog_stays(dialog: PosterDialog, tmp_path: Path) -> None:
    (tmp_path / "poster.pdf").mkdir()
    with answering(lambda box: press(box, "OK"), QMessageBox) as asked:
        press(dialog, "Opslaan…")
        wait(lambda: bool(asked) and not dialog.working)
    assert dialog.files == []
    assert dialog.isVisible()
    assert dialog.form.isEnabled()


def test_stopping_leaves_the_old_file_as_it_was(dialog: PosterDialog, tmp_path: Path) -> None:
    old = tmp_path / "poster.png"
    old.write_bytes(b"de oude poster")
    dialog.form.choose("kind", "png")
    dialog.form.choose("paper", "A0")
    dialog.form.choose("dpi", 300)
    press(dialog, "Opslaan…")
    assert dialog.working
    press(dialog, "Stoppen")
    wait(lambda: not dialog.working)
    assert dialog.isVisible()
    assert old.read_bytes() == b"de oude poster"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("poster")] == ["poster.png"]


def test_without_a_sheet_nothing_can_be_made(dialog: PosterDialog) -> None:
    dialog.form._sheets.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog._save.isEnabled()
    assert dialog._said.text() == "Kies ten minste één blad."


def test_the_window_remembers_what_was_chosen(qapp: QApplication, open_one: OpenOne, tmp_path: Path) -> None:
    window = open_one(new_session(title="De Korenaar"))

    def make(dialog: PosterDialog) -> None:
        dialog.form.choose("paper", "A4")
        dialog._ask_path = lambda _, kind: tmp_path / f"klein.{kind}"
        press(dialog, "Opslaan…")

    with answering(make, PosterDialog):
        window.export_poster()
    assert size_of(tmp_path / "klein.pdf") == (842, 595)
    assert window.settings.poster == {"paper": "A4"}
    assert "klein.pdf" in window._bottom._state.text()


def test_the_file_is_asked_for_with_its_kind(open_one: OpenOne, tmp_path: Path) -> None:
    window = open_one(new_session(title="De Korenaar"))

    def choose(box: QFileDialog) -> None:
        box.selectFile(str(tmp_path / "muur"))
        box.accept()

    with answering(choose, QFileDialog):
        assert window.doors.poster._ask_path(window, "png") == tmp_path / "muur.png"
