"""The mark of a data note still says what it is when the whole sheet is in view on a small laptop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor

from helpers.sample_workshops import add_note, new_session
from helpers.shown_boards import ShownBoard
from plakbord.board.region import MARK_PIXELS, PLAIN_PIXELS
from plakbord.session import Session


def test_a_small_mark_is_no_blank_square(show: Callable[[Session], ShownBoard]) -> None:
    session = new_session()
    source = add_note(session, "Kassa", role="data_source", color="white", x=2000, y=4000)
    board = show(session)
    board.view.zoom_by(0.8)
    camera, face = board.view.camera, board.view.surface.layout.notes[source.id]
    assert camera is not None
    assert MARK_PIXELS < face.w * camera.scale < PLAIN_PIXELS
    middle, shown = board.on(source) * board.view.ratio, board.afresh()
    around = {
        QColor(shown.pixel(round(middle.x()) + dx, round(middle.y()) + dy)).lightness()
        for dx in range(-4, 5)
        for dy in range(-4, 5)
    }
    assert min(around) < 200
