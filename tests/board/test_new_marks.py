"""Notes that came in by themselves have a dot on their upper edge until somebody looks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from helpers.sample_workshops import add_note, new_session
from helpers.shown_boards import LOOK, ShownBoard
from plakbord.session import Session


def test_the_dot_stands_on_what_is_new(show: Callable[[Session], ShownBoard]) -> None:
    session = new_session()
    old, new = add_note(session, "Winkel"), add_note(session, "Markt", zone="key_partners")
    board = show(session)

    def edge(note_id: str) -> QColor:
        face = board.view.surface.layout.notes[note_id]
        QCoreApplication.processEvents()
        at = board.at(face.x + face.w / 2, face.y).toPoint()
        return QColor(board.view.grab().toImage().pixel(at * board.view.ratio))

    accent = QColor(LOOK.accent)
    assert edge(new.id) != accent
    board.view.fresh = frozenset({new.id, "note:gone"})
    assert edge(new.id) == accent
    assert edge(old.id) != accent
    board.view.fresh = frozenset()
    assert edge(new.id) != accent
