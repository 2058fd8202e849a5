"""Undo and redo beside rounds of voting, in random sessions: what is refused while people vote changes nothing at all,
and works as soon as they are done."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas_files.history import History
from canvas_files.problems import Problem
from canvas_files.records import Cluster, Note, Record, Scope, Sheet
from canvas_files.rounds import (
    change_round,
    close_round,
    new_round,
    open_round,
    open_rounds,
    reopen_round,
    rounds,
    totals,
)
from canvas_files.store import Store, Transaction
from helpers.documents import SESSIONS
from helpers.voting import board, vote

NOTES = 5
GENTLE, HARD = ("text", "color", "x", "tags", "cluster", "new note", "parked"), ("cluster goes", "remove", "sheet goes")
ROUND = ("set up", "open", "open", "open", "close", "close", "reopen", "gesture", "end", "cancel")

edits = st.lists(
    st.tuples(st.sampled_from((*GENTLE, *GENTLE, *HARD)), st.integers(0, NOTES - 1), st.integers(0, 3)),
    min_size=1,
    max_size=3,
)
buttons = st.sampled_from(("undo", "undo", "redo"))
steps = st.one_of(edits, edits, st.sampled_from(ROUND), buttons, buttons)
Step: TypeAlias = str | list[tuple[str, int, int]]


def two_sheets() -> Store:
    """Notes that hang on two sheets, in a block or beside it."""
    parked = Note(id="parked", sheet="sheet:2", zone="", text="Ligt ernaast")
    cluster = Cluster(id="c", sheet="sheet:1", name="Rust")
    return board(NOTES, Sheet(id="sheet:2", template="persona", title="Fatima", order="b"), parked, cluster).store


def edit(tx: Transaction, what: str, at: int, number: int) -> None:
    note = tx.get("parked" if what == "parked" else f"note:{at}")
    if what == "sheet goes":
        tx.remove(f"sheet:{1 + number % 2}")
    elif what == "cluster goes":
        tx.remove("c")
    elif what == "new note" and tx.get("sheet:2") is not None:
        tx.put(Note(id=f"new:{number}", sheet="sheet:2", zone="goals", text=f"Erbij {at}"))
    elif what == "remove":
        tx.remove(f"note:{at}")
    elif isinstance(note, Note):
        values: dict[str, dict[str, Any]] = {
            "color": {"color": ("yellow", "pink", "blue", "green")[number]},
            "x": {"x": 4000 * number},
            "tags": {"tags": [str(number)]},
            "cluster": {"cluster": "c" if number % 2 and tx.get("c") is not None else ""},
        }
        tx.update(note.id, **values.get(what, {"text": f"Wens {number}"}))


class Room:
    """One person at a board on which rounds are held."""

    def __init__(self) -> None:
        self.store = two_sheets()
        new_round(self.store, Scope(), 2)
        self.history = History(self.store)

    def state(self) -> tuple[dict[str, Record], str | None, str | None, int]:
        """All that a refusal leaves alone."""
        return dict(self.store.records), self.history.undo_label, self.history.redo_label, self.store.revision

    def do(self, step: Step) -> None:
        if isinstance(step, list):
            with self.store.transaction("edit") as tx:
                for what, at, number in step:
                    edit(tx, what, at, number)
        elif step == "set up":
            new_round(self.store, Scope(), 2)
        elif step == "open":
            made = next((each for each in rounds(self.store.records) if each.state == "setup"), None)
            begun = open_round(self.store, (made or new_round(self.store, Scope(), 2)).id)
            vote(self.store, begun, "Jan", 1)
        elif step == "close":
            self.close_one()
        elif step == "reopen":
            for over in [each for each in rounds(self.store.records) if each.state == "closed"]:
                reopen_round(self.store, over.id)
        else:
            {"gesture": self.history.begin}.get(step, getattr(self.history, step, None))()  # type: ignore[misc]

    def close_one(self) -> bool:
        """Closes a round; whether one was open."""
        running = open_rounds(self.store.records)
        if running:
            close_round(self.store, running[-1].id)
        return bool(running)

    def press(self, button: str) -> None:
        """Presses undo or redo. What is refused changed nothing; after the round it does what it would have done
        without one."""
        self.history.end()
        before = self.state()
        if self._refused(button) is None:
            return
        assert self.state() == before
        while self.close_one():
            assert self.state()[1:3] == before[1:3]
        here = dict(self.store.records)
        assert getattr(self.history, button)(), "what had to wait could be done after all"
        self._there_and_back(button, here)

    def _refused(self, button: str) -> Problem | None:
        try:
            getattr(self.history, button)()
        except Problem as problem:
            return problem
        return None

    def _there_and_back(self, button: str, here: dict[str, Record]) -> None:
        """The opposite gives exactly what was there before."""
        assert getattr(self.history, "redo" if button == "undo" else "undo")()
        assert dict(self.store.records) == here
        assert getattr(self.history, button)()


@SESSIONS
@given(st.lists(steps, min_size=12, max_size=30))
def test_what_is_refused_while_people_vote_changes_nothing_and_can_be_done_afterwards(session: list[Step]) -> None:
    room = Room()
    for step in session:
        if step in ("undo", "redo"):
            room.press(str(step))
            continue
        with suppress(Problem):
            room.do(step)


def test_a_gesture_that_cannot_go_back_yet_can_be_undone_later() -> None:
    store = board().store
    history = History(store)
    start = dict(store.records)
    made = new_round(store, Scope(), 3)
    history.begin()
    with store.transaction("write") as tx:
        tx.update("note:1", text="Bijna klaar")
    voted_in = open_round(store, made.id)
    here = dict(store.records)
    history.cancel()
    assert dict(store.records) == here
    assert history.undo_label == "write"
    close_round(store, voted_in.id)
    assert history.undo()
    assert store.records["note:1"] == start["note:1"]


def test_a_refused_redo_can_be_done_after_the_round() -> None:
    store = board().store
    history = History(store)
    made = new_round(store, Scope(), 3)
    with store.transaction("remove") as tx:
        tx.remove("note:1")
    history.undo()
    voted_in = open_round(store, made.id)
    for _ in range(3):
        with pytest.raises(Problem, match="until the round is closed"):
            history.redo()
        assert history.redo_label == "remove"
    close_round(store, voted_in.id)
    assert history.redo()
    assert "note:1" not in store.records


def test_what_was_made_for_a_round_is_the_rounds_once_it_is_open() -> None:
    store = board().store
    history = History(store)
    with store.transaction("write") as tx:
        tx.put(Note(id="parked", sheet="sheet:1", zone="", text="Ligt ernaast"))
    made = new_round(store, Scope(), 3)
    assert history.undo_label == "step.round.new"
    open_round(store, made.id)
    assert history.undo_label == "write"
    assert history.undo()
    assert "parked" not in store.records
    assert sum(totals(store.records, open_rounds(store.records)[0]).values()) == 0


def test_what_was_done_together_with_setting_up_a_round_comes_back_without_it() -> None:
    store = board().store
    history = History(store)
    start = dict(store.records)
    made = new_round(store, Scope(), 3)
    history.begin()
    change_round(store, made.id, dots=5)
    with store.transaction("write") as tx:
        tx.update("note:1", text="Tegelijk veranderd")
    history.end()
    close_round(store, open_round(store, made.id).id)
    assert history.undo_label == "write"
    assert history.undo()
    assert store.records["note:1"] == start["note:1"]
    assert rounds(store.records)[0].dots == 5
