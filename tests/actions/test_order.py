"""Moving notes by keyboard: from block to block and past their neighbours, in one undo step, never onto another."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from helpers.walked_windows import note_with, open_window, workshop
from plakbord.actions.all import BY_ID
from plakbord.window.main_window import MainWindow

NOTES = (("channels", "Web"), ("channels", "Shop"), ("channels", "Post"), ("cost_structure", "Rent"))


def do(window: MainWindow, action: str, *texts: str) -> None:
    """Runs an action on notes as the window would."""
    window.stage.selection.set({note_with(window.session, text).id for text in texts})
    if BY_ID[action].enabled(window.stage):
        BY_ID[action].run(window.stage)


def zone(window: MainWindow, text: str) -> str:
    return note_with(window.session, text).zone


def test_notes_go_round_all_blocks_and_the_strip(qapp: QApplication) -> None:
    with open_window(qapp, workshop(*NOTES)) as window:
        met = []
        for _ in range(10):
            do(window, "note.to_next_block", "Rent")
            met.append(zone(window, "Rent"))
        assert met[0] == ""
        assert met[-1] == "cost_structure"
        assert len(set(met)) == 10
        do(window, "note.to_previous_block", "Rent")
        assert zone(window, "Rent") == met[-2]


def test_several_notes_find_places_of_their_own_and_come_back_together(qapp: QApplication) -> None:
    with open_window(qapp, workshop(*NOTES)) as window:
        do(window, "note.to_next_block", "Web", "Shop", "Post")
        faces = list(window.stage.layout.notes.values())
        moved = [face for face in faces if face.zone == "customer_relationships"]
        assert len(moved) == 3
        for face in moved:
            others = [other for other in moved if other is not face]
            assert not any(other.touches(face.x, face.y, face.x + face.w, face.y + face.h) for other in others)
        window.session.history.undo()
        assert {zone(window, text) for text in ("Web", "Shop", "Post")} == {"channels"}
        assert window.session.history.undo_label is None


@pytest.mark.parametrize(
    ("action", "text", "partner"), [("note.later", "Web", "Shop"), ("note.earlier", "Post", "Shop")]
)
def test_neighbours_change_places(qapp: QApplication, action: str, text: str, partner: str) -> None:
    with open_window(qapp, workshop(*NOTES)) as window:
        before, other = note_with(window.session, text), note_with(window.session, partner)
        do(window, action, text)
        after = note_with(window.session, text)
        assert (after.x, after.y) == (other.x, other.y)
        assert (note_with(window.session, partner).x, note_with(window.session, partner).y) == (before.x, before.y)


def test_nothing_happens_at_the_ends_or_to_what_is_locked(qapp: QApplication) -> None:
    with open_window(qapp, workshop(*NOTES)) as window:
        revision = window.session.store.revision
        do(window, "note.earlier", "Web")
        do(window, "note.later", "Rent")
        do(window, "note.later", "Web", "Shop")
        assert window.session.store.revision == revision
        with window.session.store.transaction("step.note.edit") as tx:
            tx.update(note_with(window.session, "Shop").id, locked=True)
        do(window, "note.later", "Web")
        do(window, "note.to_next_block", "Shop")
        assert zone(window, "Shop") == "channels"
        assert window.session.store.revision == revision + 1
