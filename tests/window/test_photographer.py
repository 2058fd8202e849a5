"""Pictures of sheets for phones: whole, in the order they were asked for, and painted between other things."""

from __future__ import annotations

import io

from PIL import Image as Opened
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from helpers.sample_workshops import bundled_fonts, new_session, words
from plakbord.board.painter import MarkPainter
from plakbord.live.setup import Image
from plakbord.sheet.layout import Layout
from plakbord.window.photographer import WIDTH, Photographer


def test_a_sheet_is_painted_as_it_is_printed(qtbot: QtBot) -> None:
    session, parent = new_session(), QObject()
    sheet = session.document.sheets[0].id

    def layout(sheet_id: str) -> Layout:
        return Layout(session.document, sheet_id, bundled_fonts(), words("nl"))

    photographer, got = Photographer(parent, layout, MarkPainter()), list[tuple[str, Image | None]]()
    for name in (sheet, "sheet:nowhere", sheet):
        photographer.paint(name, lambda image, name=name: got.append((name, image)))  # type: ignore[misc]
    assert got == [], "nobody is held up"
    qtbot.waitUntil(lambda: len(got) == 3, timeout=20_000)
    assert [name for name, _ in got] == [sheet, "sheet:nowhere", sheet]
    (_, first), (_, nowhere), (_, again) = got
    assert nowhere is None
    assert first is not None
    assert first == again
    with Opened.open(io.BytesIO(first.png)) as picture:
        assert picture.size == (first.w, first.h) == (WIDTH, round(WIDTH * 29700 / 42000))
        assert len(picture.convert("L").getcolors() or []) > 10, "something is painted"
    photographer.paint(sheet, lambda image: got.append(("late", image)))
    photographer.rest()
    qtbot.wait(50)
    assert len(got) == 3
