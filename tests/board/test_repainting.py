"""What the board repaints bit by bit is, pixel for pixel, what it would paint afresh: after changes, selections, drags,
rubber bands, panning and zooming, at every scale."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from canvas_files.records import WORKSHOP, Note
from helpers.sample_workshops import LONG_WORDS, ZONES, add_note, add_notes, new_session, notes_of
from helpers.shown_boards import ShownBoard, differing
from plakbord.board import sheet_view
from plakbord.session import Session
from plakbord.sheet import theme

SCALES = (0.0061, 0.0137, 0.0212, 0.0507, 0.11, 0.37)
"""Device pixels for a hundredth of a millimetre: notes as plain dots, texts as bars, and up to letters of a finger."""
TEXTS = ("", "Ja", "Bakkers in de buurt 🍞", LONG_WORDS * 9)
COLORS = tuple(theme.NOTE_COLORS)
SIZES = tuple(theme.NOTE_SIZES_ON_PAPER.values())

Show = Callable[[Session], ShownBoard]


@pytest.fixture(autouse=True)
def always_sharp(monkeypatch: pytest.MonkeyPatch) -> None:
    """Zooming paints sharp at once, also on a slow machine."""
    monkeypatch.setattr(sheet_view, "SLOW", math.inf)


def full_session(count: int = 40) -> Session:
    """Notes of all colours, sizes and lengths, many over each other, some beside the sheet."""
    random = Random(count)
    session = new_session(title="De Gouden Korst")
    add_notes(session, [some_note(random) for _ in range(count)])
    return session


def some_note(random: Random) -> dict[str, Any]:
    w, h = random.choice(SIZES)
    place = {"x": random.randrange(-300, 6000), "y": random.randrange(0, 9000), "w": w, "h": h}
    return {"zone": random.choice((*ZONES, "")), "text": random.choice(TEXTS), "color": random.choice(COLORS), **place}


def same(board: ShownBoard) -> None:
    """But for what nobody sees: Qt may round the soft edge of a bar otherwise where it is clipped."""
    assert differing(board.shown(), board.afresh(), more_than=3) == 0


def nearly_same(board: ShownBoard) -> None:
    """For what was scrolled: Qt places a letter that begins left of the picture a fraction of a pixel otherwise."""
    assert differing(board.shown(), board.afresh(), more_than=64) == 0
    assert differing(board.shown(), board.afresh()) < 900 * 640 / 1000


def look_at(board: ShownBoard, scale: float, note: Note) -> None:
    """Shows a note in the middle at a scale."""
    board.view.zoom_at(scale / board.view._camera_now().scale, QPointF(450, 320))
    at = board.on(note)
    board.view.pan_by(450 - at.x(), 320 - at.y())


def change(session: Session, note: Note, **fields: Any) -> None:
    with session.store.transaction("step.note.edit", "phone") as tx:
        tx.update(note.id, **fields)


def test_the_comparison_sees_what_was_not_repainted(show: Show) -> None:
    board = show(full_session())
    note = add_note(board.session, x=100, y=5000)
    same(board)
    board.view.setUpdatesEnabled(False)
    change(board.session, note, x=900)
    assert differing(board.shown(), board.afresh(), more_than=64) > 100


@pytest.mark.parametrize("scale", SCALES)
def test_changed_notes(show: Show, scale: float) -> None:
    board = show(full_session())
    note = notes_of(board.session)[17]
    look_at(board, scale, note)
    same(board)
    for fields in ({"color": "green"}, {"text": LONG_WORDS * 20}, {"text": "Kort"}, {"x": note.x + 731}, {"z": "a0"}):
        change(board.session, note, **fields)
        same(board)


@pytest.mark.parametrize("scale", SCALES)
def test_added_and_removed_notes(show: Show, scale: float) -> None:
    board = show(new_session())
    same(board)
    note = add_note(board.session, "Eerste", x=311, y=1207)
    look_at(board, scale, note)
    same(board)
    add_note(board.session, "Tweede", x=800, y=1507, color="blue")
    same(board)
    with board.session.store.transaction("") as tx:
        tx.remove(note.id)
    same(board)


@pytest.mark.parametrize("scale", SCALES)
def test_the_selection(show: Show, scale: float) -> None:
    board = show(full_session())
    notes = notes_of(board.session)
    look_at(board, scale, notes[5])
    for chosen in ([5, 6], [5, 6, 7], range(40), [], [38, 39]):
        board.selection.set(notes[at].id for at in chosen)
        same(board)


@pytest.mark.parametrize("scale", SCALES)
def test_a_drag_from_press_to_drop(show: Show, scale: float) -> None:
    board = show(full_session())
    notes = notes_of(board.session)
    board.selection.set(note.id for note in notes[30:])
    look_at(board, scale, notes[39])
    at = QPointF(board.on(notes[39]))
    board.view.press_at(at)
    same(board)
    for dx, dy in ((9, 2), (40.3, -31.7), (200, 100), (-300, 250), (-301, 250)):
        board.view.move_to(at + QPointF(dx, dy))
        same(board)
    board.view.release_at(at + QPointF(-301, 250))
    same(board)
    assert board.session.history.undo_label == "step.note.move"
    board.session.history.undo()
    same(board)


@pytest.mark.parametrize("scale", SCALES)
def test_a_drag_that_is_cancelled(show: Show, scale: float) -> None:
    board = show(full_session())
    note = notes_of(board.session)[39]
    look_at(board, scale, note)
    at = QPointF(board.on(note))
    board.view.press_at(at)
    board.view.move_to(at + QPointF(120, 80))
    same(board)
    board.view.cancel()
    same(board)


@pytest.mark.parametrize("scale", SCALES)
def test_a_rubber_band(show: Show, scale: float) -> None:
    board = show(full_session())
    look_at(board, scale, notes_of(board.session)[20])
    for start in (QPointF(3, 3), QPointF(890, 630)):
        board.view.press_at(start)
        for x, y in ((100, 80), (640.5, 500.25), (30, 600), (450, 320), (9, 14)):
            board.view.move_to(QPointF(x, y))
            same(board)
        board.view.release_at(QPointF(9, 14))
        same(board)


@pytest.mark.parametrize("scale", SCALES)
def test_panning(show: Show, scale: float) -> None:
    board = show(full_session())
    look_at(board, scale, notes_of(board.session)[11])
    for dx, dy in ((1, 0), (0, -1), (37, 53), (-210.4, 90.6), (3000, 0), (-3000, 20), (0, 0)):
        board.view.pan_by(dx, dy)
        nearly_same(board)


def test_zooming(show: Show) -> None:
    board = show(full_session())
    for factor in (1.2, 1.2, 3, 0.5, 0.1, 7, 1000, 0.00001, 20):
        board.view.zoom_at(factor, QPointF(300, 200))
        same(board)
    board.view.fit()
    same(board)


def test_a_change_while_zooming_and_panning(show: Show) -> None:
    board = show(full_session())
    notes = notes_of(board.session)
    for at, note in enumerate(notes[:8]):
        change(board.session, note, color=COLORS[at % 6], x=note.x + 200)
        board.view.pan_by(11 * at, -7 * at)
        change(board.session, note, text=TEXTS[at % 4])
        board.view.zoom_at(1.3, QPointF(100 + at * 90, 300))
        change(board.session, note, zone=ZONES[at])
        nearly_same(board)


def test_another_size_of_the_window(show: Show) -> None:
    board = show(full_session())
    for size in ((905, 640), (700, 480), (1001, 733)):
        board.view.resize(*size)
        same(board)
    board.view.zoom_at(2, QPointF(100, 100))
    for size in ((905, 641), (700, 480), (1001, 733)):
        board.view.resize(*size)
        same(board)


def test_titles_and_the_legend(show: Show) -> None:
    board = show(full_session())
    with board.session.store.transaction("") as tx:
        tx.update(WORKSHOP, title="Anders", captions={"pink": "Twijfel"})
    same(board)


def test_a_note_whose_text_is_in_an_editor(show: Show) -> None:
    board = show(full_session())
    notes = notes_of(board.session)
    for note_id in (notes[39].id, notes[38].id, None):
        board.view.set_edited(note_id)
        same(board)


def test_a_drag_that_is_called_off_after_the_camera_moved(show: Show) -> None:
    board = show(full_session(25))
    note = notes_of(board.session)[12]
    look_at(board, 0.02, note)
    board.shown()
    board.view.press_at(QPointF(board.on(note)))
    board.view.move_to(QPointF(700, 500))
    board.shown()
    board.view.zoom_at(0.6, QPointF(100, 100))
    board.view.pan_by(-120, 40)
    board.shown()
    board.view.cancel()
    nearly_same(board)


HAPPENINGS = (
    "press",
    "press_note",
    "move",
    "move",
    "move",
    "release",
    "escape",
    "pan",
    "zoom",
    "select",
    "edit",
    "add",
)
steps = st.lists(
    st.tuples(st.sampled_from(HAPPENINGS), st.integers(0, 899), st.integers(0, 639)), min_size=3, max_size=14
)


@settings(max_examples=15, phases=[Phase.generate])  # to find the shortest story takes minutes
@given(st.sampled_from(SCALES), steps)
def test_whatever_happens(qapp: QApplication, scale: float, happening: list[tuple[str, int, int]]) -> None:
    board = ShownBoard(full_session(25))
    try:
        board.view.show()
        look_at(board, scale, notes_of(board.session)[12])
        board.shown()
        for what, x, y in happening:
            happen(board, what, x, y)
            if (x + y) % 3:
                nearly_same(board)
        nearly_same(board)
    finally:
        board.close()


def happen(board: ShownBoard, what: str, x: int, y: int) -> None:
    view, notes = board.view, notes_of(board.session)
    note = notes[x % len(notes)]
    if what == "release":
        view.move_to(QPointF(x, y))
        board.shown()
    elif what in ("edit", "add", "undo", "select"):
        view.cancel()  # what was pressed
        view.cancel()  # what was selected
        board.shown()
    {
        "press": lambda: press(board, QPointF(x, y)),
        "press_note": lambda: press(board, QPointF(board.on(note))),
        "move": lambda: view.move_to(QPointF(x, y)),
        "release": lambda: view.release_at(QPointF(x, y)),
        "escape": view.cancel,
        "pan": lambda: view.pan_by(x - 450, (y - 320) / 2),
        "zoom": lambda: view.zoom_at((0.6, 0.9, 1.3, 2.1)[x % 4], QPointF(x, y)),
        "select": lambda: board.selection.set(each.id for each in notes[x % 9 :: 3]),
        "edit": lambda: change(board.session, note, color=COLORS[y % 6], text=TEXTS[y % 4], x=note.x + y),
        "add": lambda: add_note(board.session, TEXTS[y % 4], zone=ZONES[x % 9], x=x * 5, y=y * 9),
        "undo": board.session.history.undo,
    }[what]()
    if len(board.selection) == 1 and not view.tool.busy:
        view.cancel()


def press(board: ShownBoard, at: QPointF) -> None:
    """Presses, on a note with another selected too: what one note alone shows is for tests of its own."""
    note_id = board.view.surface.note_at(*board.view._on_sheet(at))
    if note_id is not None and not board.view.tool.busy:
        board.selection.set({note_id, *(note.id for note in notes_of(board.session)[:2])})
    board.view.press_at(at)
