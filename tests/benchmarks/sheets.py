"""A workshop of 12 sheets and 600 notes: showing another sheet, until the window rests, beside making the board of a
workshop with one sheet anew, and beside only painting that other sheet; opening and saving it beside only reading and
making its JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle

from benchmarks.timing import Row, Target, side_by_side
from benchmarks.workshops import folder
from canvas_files.document import Document, new_document
from canvas_files.file import encode, open_file, save_file
from canvas_files.records import Note, Sheet
from plakbord.sheet.templates import raw_template

SHEETS, NOTES = 12, 600
KINDS = ("canvas", "persona")


def workshop(sheets: int = SHEETS, notes: int = NOTES // SHEETS) -> Document:
    """Canvases and personas by turns, each with so many notes."""
    document = new_document("nl", "Proef", "2026-11-21")
    for number in range(sheets):
        template = document.add_template(raw_template(KINDS[number % len(KINDS)]))
        with document.store.transaction("", "load") as tx:
            sheet = document.new_sheet(template)
            tx.put(sheet)
            for at in range(notes):
                tx.put(_note(sheet, template.zones[at % len(template.zones)].id, number, at))
    return document


def _note(sheet: Sheet, zone: str, number: int, at: int) -> Note:
    words = f"Idee {number}.{at}: bezorging aan huis voor nieuwe klanten"
    place = {"x": 200 + at % 4 * 900, "y": 2_200 + at % 9 * 500}
    return Note(id=f"note:{number}:{at}", sheet=sheet.id, zone=zone, text=words, z=f"a{at % 10}", **place)


def rows() -> list[Row]:
    """Switching, opening and saving."""
    document = workshop()
    data = encode(document)
    with folder() as place:
        path, other = place / "many.plakbord", place / "saved.plakbord"
        path.write_bytes(data)
        plain = json.loads(data)
        return [
            *_switching(document),
            side_by_side(("sheets", "open", NOTES), lambda: open_file(path), lambda: json.loads(data), Target(8, 40)),
            side_by_side(
                ("sheets", "save", NOTES),
                lambda: save_file(document, other),
                lambda: other.with_suffix(".json").write_bytes(json.dumps(plain).encode()),
                Target(8, 40),
            ),
        ]


def _switching(document: Document) -> list[Row]:
    """On to the next sheet of twelve, when each was seen once, as in a workshop that goes on for hours, and when none
    was; and to and fro between two. Beside it stands painting all of the sheet that was shown last, and no more."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    ids = [sheet.id for sheet in document.sheets]
    with _window(workshop(1)) as single, _window(document) as many:
        all_round = _seen_once(many, ids)
        named = ("sheets", "switch, beside a board made anew", NOTES)
        rows = [side_by_side(named, lambda: _show(many, next(all_round)), lambda: _again(single), Target(3))]
    with _window(document) as many:
        rows.append(_beside_painting("switch for the first time, beside painting", many, cycle(ids[1:])))
        rows.append(_beside_painting("switch, beside painting", many, _seen_once(many, ids)))
        rows.append(_beside_painting("to and fro, beside painting", many, cycle(ids[:2])))
    app.processEvents()
    return rows


def _seen_once(window: object, ids: list[str]) -> Iterator[str]:
    """The sheets round and round, after all of them were shown; every turn is a turn."""
    all_round = cycle(ids)
    for _ in range(len(ids) + 1):
        _show(window, next(all_round))
    return all_round


def _beside_painting(case: str, window: object, ids: Iterator[str]) -> Row:
    named = ("sheets", case, NOTES)
    return side_by_side(named, lambda: _show(window, next(ids)), lambda: _paint(window), Target(3))


def _paint(window: object) -> None:
    """The whole sheet, and nothing else."""
    board = window.stage.board  # type: ignore[attr-defined]  # a MainWindow, which is loaded only here
    board._backing.forget()
    board.repaint()


def _show(window: object, sheet_id: str) -> None:
    window.show_sheet(sheet_id)  # type: ignore[attr-defined]  # a MainWindow, which is loaded only here
    _rest(window)


def _again(window: object) -> None:
    window.restage()  # type: ignore[attr-defined]
    _rest(window)


def _rest(window: object) -> None:
    """Everything is laid out and painted."""
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    window.stage.board.repaint()  # type: ignore[attr-defined]


@contextmanager
def _window(document: Document) -> Iterator[object]:
    from PySide6.QtTest import QTest

    from helpers.plain_windows import open_window, shut
    from plakbord.session import Session

    window = open_window(Session(document))
    pictures = window.doors.sheets._pictures
    while pictures is not None and pictures._stale:  # of the tabs; they come when nothing else is going on
        QTest.qWait(50)
    window.stage.board.repaint()
    yield window
    shut(window)
