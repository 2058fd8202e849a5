"""Notes that came in by themselves have a dot at their corner until somebody looks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from helpers.sample_workshops import add_note, new_session
from helpers.shown_boards import LOOK, ShownBoard
from plakbord.session import Session


def test_the_dot_stands_at_the_corner_of_what_is_new(show: Callable[[Session], ShownBoard]) -> None:
    session = new_session()
    old, new = add_note(session, "Winkel"), add_note(session, "Markt", zone="key_partners")
    board = show(session)

    def corner(note_id: str) -> QColor:
        face = board.view.surface.layout.notes[note_id]
        QCoreApplication.processEvents()
        at = board.at(face.x, face.y).toPoint()
        return QColor(board.view.grab().toImage().pixel(at * board.view.ratio))

    accent = QColor(LOOK.accent)
    assert corner(new.id) != accent
    board.view.fresh = {new.id, "note:gone"}
    assert corner(new.id) == accent
    assert corner(old.id) != accent
    board.view.fresh = ()
    assert corner(new.id) != accent
