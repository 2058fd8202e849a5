"""The first quarter of an hour: five notes, one in another block, a mistake taken back, saved, and opened again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from canvas_files.records import Note
from helpers.sample_workshops import notes_of
from helpers.windows import answering, drag, keys, middle_of, on, write
from plakbord.session import open_session
from plakbord.window.main_window import MainWindow

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

WRITTEN = {
    "customer_segments": "Bakkers",
    "value_propositions": "Elke dag vers",
    "channels": "Eigen winkel",
    "revenue_streams": "Abonnement",
    "cost_structure": "Huur",
}


def hanging(window: MainWindow) -> dict[str, str]:
    """The text of every note and the block it hangs in."""
    return {note.text: note.zone for note in notes_of(window.session)}


def note_of(window: MainWindow, text: str) -> Note:
    return next(note for note in notes_of(window.session) if note.text == text)


def test_a_first_canvas(open_one: Callable[..., MainWindow], tmp_path: Path) -> None:
    window = open_one()
    for zone, text in WRITTEN.items():
        write(window, zone, text)
    wanted = {text: zone for zone, text in WRITTEN.items()}
    assert hanging(window) == wanted

    drag(window, on(window, note_of(window, "Huur")), middle_of(window, "key_partners"))
    moved = {**wanted, "Huur": "key_partners"}
    assert hanging(window) == moved
    keys(window, Qt.Key.Key_Z, CONTROL)
    assert hanging(window) == wanted
    keys(window, Qt.Key.Key_Z, CONTROL, SHIFT)
    assert hanging(window) == moved

    path = tmp_path / "bakkerij.plakbord"
    assert window.isWindowModified()
    with answering(lambda dialog: save_as(dialog, path), QFileDialog):
        keys(window, Qt.Key.Key_S, CONTROL)
    assert not window.isWindowModified()
    assert window.windowTitle().startswith("bakkerij")
    before = notes_of(window.session)
    window.close()

    again = open_one(open_session(path))
    assert notes_of(again.session) == before
    shown = ["".join(line.text for line in face.text.laid.lines) for face in again.stage.layout.notes.values()]
    assert set(shown) == set(wanted)
    assert not again.isWindowModified()


def save_as(dialog: QFileDialog, path: Path) -> None:
    dialog.selectFile(str(path))
    dialog.accept()
