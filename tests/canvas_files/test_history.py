"""Undo and redo by hand-made stories: what comes back, what stays because it is someone else's, and gestures."""

from __future__ import annotations

from typing import Any

import pytest

from canvas_files.change import Origin
from canvas_files.document import Document
from canvas_files.history import History
from canvas_files.records import Entry, Link, Note, Record, Sheet, Workshop


def note(record_id: str, **fields: Any) -> Note:
    return Note(id=record_id, sheet="s", zone="z", **fields)


class Board:
    """A document with two notes and its history, with short words for what people do."""

    def __init__(self, limit: int = 1000) -> None:
        start = (Workshop(id="workshop"), Sheet(id="s", template="t"), note("a"), note("b"))
        self.store = Document(start).store
        self.history = History(self.store, limit)

    def does(self, who: Origin, record_id: str, **fields: Any) -> None:
        with self.store.transaction(f"{who} {record_id}", who) as tx:
            tx.update(record_id, **fields)

    def puts(self, who: Origin, record: Record) -> None:
        with self.store.transaction(f"{who} puts", who) as tx:
            tx.put(record)

    def removes(self, who: Origin, record_id: str) -> None:
        with self.store.transaction(f"{who} removes", who) as tx:
            tx.remove(record_id)

    def __getitem__(self, record_id: str) -> Record | None:
        return self.store.records.get(record_id)


@pytest.fixture
def board() -> Board:
    return Board()


def test_undo_and_redo_of_a_move(board: Board) -> None:
    board.does("user", "a", x=5)
    assert (board.history.undo_label, board.history.redo_label) == ("user a", None)
    board.history.undo()
    assert board["a"] == note("a")
    assert (board.history.undo_label, board.history.redo_label) == (None, "user a")
    board.history.redo()
    assert board["a"] == note("a", x=5)


def test_undo_leaves_what_others_did(board: Board) -> None:
    board.does("user", "a", x=50, y=60)
    board.puts("phone", note("c"))
    board.does("phone", "a", text="van een telefoon")
    board.history.undo()
    assert board["a"] == note("a", text="van een telefoon")
    assert board["c"] == note("c")
    board.history.redo()
    assert board["a"] == note("a", x=50, y=60, text="van een telefoon")


def test_a_field_that_someone_else_changed_since_stays_even_when_the_value_is_the_same(board: Board) -> None:
    board.does("user", "a", text="A", x=5)
    board.does("phone", "a", text="B")
    board.does("phone", "a", text="A")
    board.history.undo()
    assert board["a"] == note("a", text="A")


def test_a_field_that_someone_else_changed_before_is_given_back(board: Board) -> None:
    board.does("phone", "a", text="van een telefoon")
    board.does("user", "a", text="van mij")
    board.history.undo()
    assert board["a"] == note("a", text="van een telefoon")


def test_a_record_that_someone_else_put_back_stays_theirs(board: Board) -> None:
    board.does("user", "a", x=5)
    board.removes("import", "a")
    board.puts("import", note("a", x=9))
    board.history.undo()
    assert board["a"] == note("a", x=9)


def test_others_cannot_be_undone(board: Board) -> None:
    for origin in ("phone", "import", "recovery", "load"):
        board.does(origin, "a", text=origin)
    board.history.undo()
    board.history.redo()
    assert board["a"] == note("a", text="load")


def test_a_removed_sheet_comes_back_with_all_that_was_on_it(board: Board) -> None:
    board.puts("phone", Link(id="l", start="a", end="b"))
    board.puts("user", Entry(id="e", sheet="s", field="f"))
    before = dict(board.store.records)
    board.removes("user", "s")
    assert set(board.store.records) == {"workshop"}
    board.history.undo()
    assert dict(board.store.records) == before
    board.history.redo()
    assert set(board.store.records) == {"workshop"}


def test_a_note_does_not_come_back_on_a_sheet_that_someone_else_removed(board: Board) -> None:
    with board.store.transaction("both") as tx:
        tx.remove("a")
        tx.update("workshop", title="Nieuw")
    board.removes("import", "s")
    board.history.undo()
    assert board["a"] is None
    assert board["workshop"] == Workshop(id="workshop")


def test_a_note_does_not_move_back_to_a_sheet_that_someone_else_removed(board: Board) -> None:
    board.puts("import", Sheet(id="other", template="t"))
    board.does("user", "a", sheet="other", text="mee")
    board.removes("import", "s")
    board.history.undo()
    assert board["a"] == note("a", text="mee").changed(sheet="other")


def test_undo_of_a_change_to_what_is_gone_does_nothing(board: Board) -> None:
    board.does("user", "a", x=5)
    board.removes("phone", "a")
    board.history.undo()
    assert board["a"] is None
    assert board.history.redo_label is None


def test_undo_of_removing_does_not_overwrite_what_came_in_its_place(board: Board) -> None:
    board.removes("user", "a")
    board.puts("phone", note("a", text="opnieuw"))
    board.history.undo()
    assert board["a"] == note("a", text="opnieuw")


def test_fields_of_a_newer_version_are_given_back_one_by_one(board: Board) -> None:
    board.puts("load", note("a", extra={"old": 1, "gone": 2, "extra": 3}))
    board.puts("user", note("a", extra={"old": 5, "new": 6, "extra": 7}))
    board.puts("phone", note("a", extra={"old": 5, "new": 6, "extra": 7, "theirs": 8}))
    board.history.undo()
    assert board["a"] == note("a", extra={"old": 1, "gone": 2, "extra": 3, "theirs": 8})
    board.history.redo()
    assert board["a"] == note("a", extra={"old": 5, "new": 6, "extra": 7, "theirs": 8})


def test_a_new_change_forgets_what_could_be_redone(board: Board) -> None:
    board.does("user", "a", x=5)
    board.history.undo()
    board.does("phone", "b", x=1)
    assert board.history.redo_label == "user a"
    board.does("user", "b", x=2)
    assert board.history.redo_label is None


def test_only_so_many_steps_are_kept() -> None:
    board = Board(limit=3)
    for x in range(1, 6):
        board.does("user", "a", x=x)
    for _ in range(9):
        board.history.undo()
    assert board["a"] == note("a", x=2)


def test_forgetting_ends_the_listening(board: Board) -> None:
    board.history.forget()
    board.does("user", "a", x=5)
    assert board.history.undo_label is None


# --- gestures


def test_a_gesture_is_one_step(board: Board) -> None:
    seen = [board.history.in_gesture]
    board.history.begin()
    seen.append(board.history.in_gesture)
    for x in range(100):
        board.does("user", "a", x=x, y=x)
    board.does("user", "b", x=1)
    board.history.end()
    assert [*seen, board.history.in_gesture] == [False, True, False]
    board.history.undo()
    assert (board["a"], board["b"], board.history.undo_label) == (note("a"), note("b"), None)
    board.history.redo()
    assert (board["a"], board["b"]) == (note("a", x=99, y=99), note("b", x=1))


def test_a_cancelled_gesture_leaves_nothing(board: Board) -> None:
    board.history.begin()
    board.does("user", "a", x=9)
    board.puts("user", note("c"))
    board.history.cancel()
    assert (board["a"], board["c"]) == (note("a"), None)
    assert (board.history.undo_label, board.history.redo_label, board.history.in_gesture) == (None, None, False)


def test_a_gesture_in_which_nothing_happened_is_no_step(board: Board) -> None:
    for finish in (board.history.end, board.history.cancel):
        board.history.begin()
        finish()
    board.history.begin()
    board.does("user", "a", x=9)
    board.does("user", "a", x=0)
    board.history.end()
    assert board.history.undo_label is None


def test_a_gesture_that_was_not_ended_ends_where_the_next_begins(board: Board) -> None:
    for x in (1, 2):
        board.history.begin()
        board.does("user", "a", x=x)
    board.history.end()
    board.history.undo()
    assert board["a"] == note("a", x=1)
    board.history.undo()
    assert board["a"] == note("a")


def test_undo_in_the_middle_of_a_gesture_takes_the_gesture_back(board: Board) -> None:
    board.does("user", "a", y=1)
    board.history.begin()
    board.does("user", "a", x=9)
    board.history.undo()
    assert board["a"] == note("a", y=1)
    assert not board.history.in_gesture


@pytest.mark.parametrize("finish", ["undo", "cancel"])
def test_what_others_do_during_a_gesture_stays(board: Board, finish: str) -> None:
    board.history.begin()
    board.does("user", "a", x=1)
    board.does("phone", "a", text="van een telefoon")
    board.does("user", "a", x=2)
    if finish == "undo":
        board.history.end()
    getattr(board.history, finish)()
    assert board["a"] == note("a", text="van een telefoon")


@pytest.mark.parametrize("finish", ["undo", "cancel"])
def test_a_note_removed_in_a_gesture_comes_back_with_what_others_wrote(board: Board, finish: str) -> None:
    board.history.begin()
    board.does("user", "a", x=1)
    board.does("phone", "a", text="van een telefoon")
    board.removes("user", "a")
    board.puts("phone", note("c"))
    if finish == "undo":
        board.history.end()
    getattr(board.history, finish)()
    assert board["a"] == note("a", text="van een telefoon")
    assert board["c"] == note("c")


def test_a_gesture_that_moved_back_before_someone_else_came_in_holds_only_the_rest(board: Board) -> None:
    board.history.begin()
    board.does("user", "a", x=1)
    board.does("user", "a", x=0)
    board.does("phone", "b", text="van een telefoon")
    board.does("user", "b", x=3)
    board.history.end()
    board.history.undo()
    assert (board["a"], board["b"]) == (note("a"), note("b", text="van een telefoon"))
