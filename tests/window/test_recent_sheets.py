"""Going back to a sheet shows what is there now, however it was kept: the same pixels as a board made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvas_files.document import Document
from canvas_files.entries import fill_in
from canvas_files.records import Link, Note, Sheet
from helpers.plain_windows import open_window, session_with, shut
from plakbord.sheet.templates import sheet_for
from plakbord.window.main_window import MainWindow
from plakbord.window.recent_sheets import MOST_PICTURES

NOTES = tuple(
    Note(id=f"note:{number}", sheet="s", zone="customer_segments", x=300, y=3000 * number, text=f"Forenzen {number}")
    for number in range(3)
)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = open_window(session_with(NOTES, persona=True))
    yield window
    shut(window)


def sheets(window: MainWindow) -> list[str]:
    return [sheet.id for sheet in window.session.document.sheets]


def shown(window: MainWindow) -> QImage:
    QApplication.processEvents()
    return window.stage.board.grab().toImage()


def made_anew(window: MainWindow) -> QImage:
    window.restage()
    return shown(window)


def to(window: MainWindow, number: int) -> None:
    window.show_sheet(sheets(window)[number])
    QApplication.processEvents()


def write(document: Document) -> None:
    with document.store.transaction("step.note.edit") as tx:
        tx.update("note:1", text="Gezinnen met een bakfiets")


def take_away(document: Document) -> None:
    with document.store.transaction("step.note.delete") as tx:
        tx.remove("note:0")


def tie(document: Document) -> None:
    persona = next(sheet for sheet in document.sheets if sheet.template == "persona")
    with document.store.transaction("step.sheet.link") as tx:
        tx.put(Link(id="link:1", start=persona.id, end="note:1"))


def name(document: Document) -> None:
    with document.store.transaction("step.workshop.details") as tx:
        tx.update("workshop", title="De Gouden Korst", date="2026-11-22")


def answer(document: Document) -> None:
    persona = next(sheet for sheet in document.sheets if sheet.template == "persona")
    with document.store.transaction("step.field.edit") as tx:
        fill_in(tx, persona.id, "name", "Yara de Groot")


def move_over(document: Document) -> None:
    persona = next(sheet for sheet in document.sheets if sheet.template == "persona")
    with document.store.transaction("step.note.move_to") as tx:
        tx.update("note:2", sheet=persona.id, zone="goals")


CHANGES = (write, take_away, tie, name, answer, move_over)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("number", [0, 1])
def test_what_changed_meanwhile_is_seen(window: MainWindow, number: int, change: Callable[[Document], None]) -> None:
    to(window, 1)
    to(window, number)
    shown(window)
    to(window, 1 - number)
    change(window.session.document)
    to(window, number)
    back = shown(window)
    assert back == made_anew(window)


def test_a_persona_about_a_note_follows_its_words(window: MainWindow) -> None:
    tie(window.session.document)
    to(window, 1)
    assert "Forenzen 1" in window.stage.layout.title
    to(window, 0)
    write(window.session.document)
    to(window, 1)
    assert "Gezinnen met een bakfiets" in window.stage.layout.title


def test_going_back_paints_nothing_anew(window: MainWindow) -> None:
    to(window, 1)
    shown(window)
    to(window, 0)
    shown(window)
    layout = window.stage.layout
    to(window, 1)
    to(window, 0)
    assert window.stage.layout is layout
    assert window.stage.board._backing._camera is not None


def test_what_is_only_seen_while_working_is_not_kept(window: MainWindow) -> None:
    before = shown(window)
    window.stage.selection.set({"note:1"})
    window.stage.board.dim({"note:0"})
    assert shown(window) != before
    to(window, 1)
    to(window, 0)
    assert not window.stage.selection.ids
    back = shown(window)
    assert back == made_anew(window)


def test_the_desk_around_it_follows_the_theme(window: MainWindow) -> None:
    to(window, 1)
    shown(window)
    to(window, 0)
    window.use_theme("dark")
    to(window, 1)
    assert shown(window) == made_anew(window)
    window.use_theme("light")


def test_handwriting_and_another_workshop_begin_anew(window: MainWindow) -> None:
    first = window.stage.layout
    to(window, 1)
    window.kit.write_notes_by_hand(True)
    window.restage()
    to(window, 0)
    assert window.stage.layout is not first
    window.kit.write_notes_by_hand(False)
    window.restage()
    other = session_with(NOTES[:1])
    window.session._saved_revision = window.session.store.revision
    window.show_session(other)
    assert list(window.stage.layout.notes) == ["note:0"]


def test_only_few_pictures_are_kept(window: MainWindow) -> None:
    document = window.session.document
    with document.store.transaction("step.sheet.add") as tx:
        for number in range(6):
            sheet: Sheet = sheet_for(document, "canvas")
            tx.put(sheet.changed(order=f"b{number}"))
    for number in range(8):
        to(window, number)
        shown(window)
    kept = window.kit.recent._kept.values()
    assert len(kept) == 7
    assert sum(not backing._pixmap.isNull() for backing in kept) == MOST_PICTURES
