"""The tool for everyday: what clicks, drags and the rubber band do, and that Escape is back to where it began."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas_files.problems import Problem
from canvas_files.records import Note, Scope
from canvas_files.rounds import close_round, new_round, open_round
from helpers.board_driver import REACH, BoardDriver
from helpers.sample_workshops import ZONES, add_note, add_notes, new_session, notes_of
from plakbord.sheet.votes import votes_on_notes

FREE = (2000.0, 26_000.0)
"""A place on the sheet where no note hangs."""


@pytest.fixture
def board() -> BoardDriver:
    """Three notes beside each other in the block of channels, a fourth below the first."""
    session = new_session()
    add_notes(session, [{"text": text, "x": x, "y": y} for text, x, y in THREE])
    return BoardDriver(session)


THREE = (("een", 0, 0), ("twee", 3700, 0), ("drie", 0, 4000))


def notes(board: BoardDriver) -> tuple[Note, Note, Note]:
    first, second, third = sorted(notes_of(board.session), key=lambda note: ("een", "twee", "drie").index(note.text))
    return first, second, third


def test_a_click_selects_a_note_alone(board: BoardDriver) -> None:
    one, two, _ = notes(board)
    board.click(board.middle(one)).expect(selected=[one], busy=False, undo="")
    board.click(board.middle(two)).expect(selected=[two])


def test_shift_adds_and_takes_away(board: BoardDriver) -> None:
    one, two, _ = notes(board)
    board.click(board.middle(one)).click(board.middle(two), shift=True).expect(selected=[one, two])
    board.click(board.middle(one), shift=True).expect(selected=[two])


def test_a_click_on_one_of_several_selects_that_one_at_release(board: BoardDriver) -> None:
    one, two, three = notes(board)
    board.selection.set({one.id, two.id, three.id})
    board.press(*board.middle(two)).expect(selected=[one, two, three])
    board.release().expect(selected=[two])


def test_a_click_beside_the_notes_lets_go(board: BoardDriver) -> None:
    one, *_ = notes(board)
    board.click(board.middle(one)).click(FREE).expect(selected=[])
    board.click(board.middle(one)).click(FREE, shift=True).expect(selected=[one])


def test_the_topmost_note_is_the_one_that_is_meant(board: BoardDriver) -> None:
    one, *_ = notes(board)
    above = add_note(board.session, x=200, y=200)
    board.click(board.middle(one)).expect(selected=[above])


def test_a_small_move_is_still_a_click(board: BoardDriver) -> None:
    one, *_ = notes(board)
    x, y = board.middle(one)
    board.drag((x, y), (x + REACH / 2, y)).expect(selected=[one], undo="")
    assert board.now(one) == one


def test_a_drag_moves_the_note_in_one_step(board: BoardDriver) -> None:
    one, *_ = notes(board)
    x, y = board.middle(one)
    revision = board.session.store.revision
    board.press(x, y).move(x + 300, y).move(x + 500, y + 700).expect(lifted=[one], busy=True)
    assert (board.tool.lift.dx, board.tool.lift.dy) == (500, 700)
    assert board.now(one) == one
    board.release().expect(lifted=[], selected=[one], busy=False, undo="step.note.move")
    assert (board.now(one).x, board.now(one).y) == (one.x + 500, one.y + 700)
    assert board.session.store.revision == revision + 1
    board.key("Undo")
    assert board.now(one) == one


def test_a_drag_to_another_block_hangs_the_note_there(board: BoardDriver) -> None:
    one, *_ = notes(board)
    x, y = board.middle(one)
    there = board.surface.layout.rooms["key_partners"][0]
    board.press(x, y).move(there.x + 2000, there.y + 2000)
    assert board.tool.lift.zone == "key_partners"
    board.release()
    assert board.now(one).zone == "key_partners"
    face, before = board.surface.layout.notes[one.id], (there.x + 2000, there.y + 2000)
    assert (round(face.x + face.w / 2), round(face.y + face.h / 2)) == before


def test_a_drag_to_the_strip_parks_and_back_again(board: BoardDriver) -> None:
    one, *_ = notes(board)
    strip = board.surface.layout.strip
    board.drag(board.middle(one), (strip.x + 3000, 4000))
    assert board.now(one).zone == ""
    box = board.surface.layout.template.zones[0].box
    board.drag(board.middle(board.now(one)), (box.x + 3000, box.y + 5000))
    assert board.now(one).zone == board.surface.layout.template.zones[0].id


def test_between_two_blocks_the_nearest_one_takes_the_note(board: BoardDriver) -> None:
    one, *_ = notes(board)
    board.drag(board.middle(one), (8970, 15_000))
    assert board.now(one).zone == "key_partners"
    board.drag(board.middle(one), (-5000, 26_000))
    assert board.now(one).zone == "cost_structure"


def test_what_was_dragged_lies_on_top_in_the_order_it_lay_in(board: BoardDriver) -> None:
    one, two, three = notes(board)
    board.selection.set({one.id, two.id})
    board.drag(board.middle(two), (20_000, 10_000))
    assert three.z < board.now(one).z < board.now(two).z


def test_several_notes_keep_their_distances(board: BoardDriver) -> None:
    one, two, three = notes(board)
    board.selection.set({one.id, two.id, three.id})
    (ax, ay), (bx, by) = board.middle(one), board.middle(three)
    board.drag((ax, ay), (ax - 9000, ay - 3000))
    (cx, cy), (dx, dy) = board.middle(one), board.middle(three)
    assert (cx - dx, cy - dy) == (ax - bx, ay - by)
    board.key("Undo")
    assert [board.now(note) for note in (one, two, three)] == [one, two, three]


def test_dragging_an_unselected_note_drags_it_alone(board: BoardDriver) -> None:
    one, two, _ = notes(board)
    board.click(board.middle(one))
    x, y = board.middle(two)
    board.press(x, y).move(x + 500, y).expect(selected=[two], lifted=[two])


def test_dragging_an_unselected_note_with_shift_takes_it_along(board: BoardDriver) -> None:
    one, two, _ = notes(board)
    board.click(board.middle(one))
    x, y = board.middle(two)
    board.press(x, y, shift=True).move(x + 500, y, shift=True).expect(selected=[one, two], lifted=[one, two])


def test_escape_in_a_drag_restores_everything(board: BoardDriver) -> None:
    one, two, _ = notes(board)
    board.selection.set({one.id, two.id})
    records, revision = dict(board.session.store.records), board.session.store.revision
    board.press(*board.middle(one)).move(9000, 9000).key("Escape")
    board.expect(lifted=[], busy=False, selected=[one, two], undo="")
    board.move(12_000, 12_000).release()
    assert (dict(board.session.store.records), board.session.store.revision) == (records, revision)


def test_escape_with_nothing_pressed_lets_go_of_the_selection(board: BoardDriver) -> None:
    one, *_ = notes(board)
    board.click(board.middle(one)).key("Escape").expect(selected=[])


def test_a_band_selects_what_it_touches_while_it_is_drawn(board: BoardDriver) -> None:
    one, two, three = notes(board)
    face = board.surface.layout.notes[one.id]
    start = face.x - 500, face.y - 500
    board.press(*start).move(face.x + 100, face.y + 100).expect(selected=[one])
    band = board.tool.band
    assert band is not None
    assert (band.left, band.top) == start
    board.move(face.x + 5000, face.y + 5000).expect(selected=[one, two, three])
    board.move(face.x + 5000, face.y + 100).expect(selected=[one, two])
    board.release().expect(selected=[one, two], busy=False, undo="")
    assert board.tool.band is None


def test_a_band_can_be_drawn_to_all_sides(board: BoardDriver) -> None:
    one, two, three = notes(board)
    face = board.surface.layout.notes[three.id]
    board.press(face.x + 5000, face.y + face.h + 300).move(face.x - 300, face.y - 4300)
    board.expect(selected=[one, two, three])


def test_a_band_with_shift_adds(board: BoardDriver) -> None:
    one, two, three = notes(board)
    board.click(board.middle(three))
    face = board.surface.layout.notes[one.id]
    board.press(face.x - 500, face.y - 500, shift=True).move(face.x + 4000, face.y + 100, shift=True)
    board.expect(selected=[one, two, three])


def test_escape_in_a_band_gives_the_selection_back(board: BoardDriver) -> None:
    _, two, three = notes(board)
    board.click(board.middle(three))
    x, y = board.middle(two)
    board.press(x + 3000, y + 3000).move(x, y).expect(selected=[two]).key("Escape")
    board.expect(selected=[three], busy=False)
    assert board.tool.band is None


def test_a_note_removed_by_a_phone_leaves_the_drag(board: BoardDriver) -> None:
    one, two, _ = notes(board)
    board.selection.set({one.id, two.id})
    x, y = board.middle(one)
    board.press(x, y).move(x + 900, y).remove_by_phone(one)
    board.expect(lifted=[two], selected=[two], busy=True)
    board.move(x + 1000, y).release().expect(busy=False, undo="step.note.move")
    assert board.now(two).x == two.x + 1000
    assert one.id not in board.session.store.records


def test_the_only_note_removed_by_a_phone_ends_the_drag(board: BoardDriver) -> None:
    one, *_ = notes(board)
    x, y = board.middle(one)
    board.press(x, y).move(x + 900, y).remove_by_phone(one).expect(lifted=[], busy=False)
    board.move(x + 1000, y).release().expect(undo="")


def test_a_pressed_note_removed_by_a_phone_is_no_longer_pressed(board: BoardDriver) -> None:
    one, *_ = notes(board)
    board.press(*board.middle(one)).remove_by_phone(one).expect(busy=False, selected=[])
    board.release().expect(selected=[])


def test_a_note_moved_by_a_phone_is_dropped_from_where_it_is_now(board: BoardDriver) -> None:
    one, *_ = notes(board)
    x, y = board.middle(one)
    board.press(x, y).move(x + 900, y)
    with board.session.store.transaction("step.note.move", "phone") as tx:
        tx.update(one.id, y=one.y + 900)
    board.move(x + 1000, y).release()
    assert (board.now(one).x, board.now(one).y) == (one.x + 1000, one.y + 900)


@pytest.mark.parametrize("way", [(1e7, -1e7), (-1e9, 1e9), (1e300, 0.0)])
def test_a_note_dragged_very_far_stays_within_what_the_document_holds(
    board: BoardDriver, way: tuple[float, float]
) -> None:
    one, *_ = notes(board)
    x, y = board.middle(one)
    board.drag((x, y), (x + way[0], y + way[1]))
    kept = board.now(one)
    assert max(abs(kept.x), abs(kept.y)) <= 1_000_000
    assert kept.changed(x=kept.x) == kept


places = st.tuples(st.floats(-3000, 54_000), st.floats(-3000, 33_000))
pointing = st.sampled_from(("press", "press note", "move", "move", "release", "remove", "add"))
gestures = st.lists(
    st.one_of(
        st.tuples(pointing, places, st.booleans()),
        st.tuples(st.sampled_from(("Escape", "Undo", "Redo")), st.just((0.0, 0.0)), st.just(False)),
    ),
    max_size=30,
)


@settings(max_examples=150)
@given(gestures)
def test_random_gestures_lose_no_note_and_leave_nothing_open(
    events: list[tuple[str, tuple[float, float], bool]],
) -> None:
    board = BoardDriver(new_session())
    made = add_notes(board.session, [{"text": str(at), "zone": zone} for at, zone in enumerate((*ZONES, ""))])
    alive = {note.id: note.text for note in made}
    for what, at, shift in events:
        if what == "press":
            board.press(*at, shift)
        elif what == "press note" and alive:
            board.press(*board.middle(board.now(made_note(board, int(at[0])))), shift)
        elif what == "move":
            board.move(*at, shift)
        elif what == "release":
            board.release(shift)
        elif what == "remove" and alive:
            gone = made_note(board, int(at[1]))
            board.remove_by_phone(gone)
            del alive[gone.id]
        elif what == "add":
            added = add_note(board.session, "nieuw", x=round(at[0]))
            alive[added.id] = added.text
        elif what in ("Escape", "Undo", "Redo"):
            board.key(what)  # type: ignore[arg-type]
        assert not board.session.store.in_transaction
        assert board.selection.ids <= alive.keys()
        assert board.tool.lift.ids <= alive.keys()
    board.key("Escape")
    assert not board.tool.busy
    assert {note.id: note.text for note in notes_of(board.session)} == alive
    assert board.surface.layout.notes.keys() == alive.keys()
    assert all(board.surface.note_at(*board.middle(note)) for note in notes_of(board.session))


def made_note(board: BoardDriver, number: int) -> Note:
    notes_now = notes_of(board.session)
    return notes_now[number % len(notes_now)]


def test_what_is_voted_on_stays_on_the_board(board: BoardDriver) -> None:
    one, two, _ = notes(board)
    store = board.session.store
    voted_in = open_round(store, new_round(store, Scope(), 3).id)
    board.surface.show_votes(votes_on_notes(voted_in, None))
    x, y = board.middle(one)
    board.drag((x, y), (x + 3000, y + 3000)).expect(lifted=[], busy=False)
    assert board.now(one) == one
    close_round(store, voted_in.id)
    board.surface.show_votes({})
    board.drag((x, y), (x + 3000, y + 3000))
    assert board.now(one).x == one.x + 3000
    assert board.now(two) == two


def test_a_drop_that_is_refused_ends_the_gesture(board: BoardDriver) -> None:
    one, *_ = notes(board)
    x, y = board.middle(one)
    board.press(x, y).move(x + 3000, y + 3000).expect(lifted=[one])
    open_round(board.session.store, new_round(board.session.store, Scope(), 3).id)  # meanwhile, from the command bar
    with pytest.raises(Problem, match="being voted on"):
        board.release()
    board.expect(lifted=[], busy=False)
    assert board.now(one) == one
