"""What nobody gets past in a round of voting, and what the rules leave alone."""

from __future__ import annotations

import pytest

from canvas_files.history import History
from canvas_files.problems import Problem
from canvas_files.records import Cluster, Dot, Note, Record, Scope
from canvas_files.rounds import change_round, close_round, new_round, open_round, place_dot, reopen_round, round_of
from canvas_files.rules import RuleBroken
from canvas_files.store import Store
from helpers.voting import board, opened, vote


@pytest.fixture
def store() -> Store:
    return board().store


def put(store: Store, *records: Record) -> None:
    with store.transaction("", "vote") as tx:
        for record in records:
            tx.put(record)


def test_who_joined_the_cluster_while_the_round_was_closed_is_not_held(store: Store) -> None:
    with store.transaction() as tx:
        tx.put(Cluster(id="c", sheet="sheet:1", name="Rust"))
        tx.update("note:1", cluster="c")
        tx.update("note:2", cluster="c")
    voted_in = open_round(store, new_round(store, Scope(notes=["note:0", "note:1", "note:2"]), 3).id)
    close_round(store, voted_in.id)
    with store.transaction() as tx:
        tx.update("note:3", cluster="c")
    reopen_round(store, voted_in.id)
    with store.transaction() as tx:
        tx.update("note:3", text="Anders")
    note = store.records["note:3"]
    assert isinstance(note, Note)
    assert (note.text, note.cluster) == ("Anders", "c")
    with pytest.raises(Problem) as told, store.transaction() as tx:
        tx.update("note:4", cluster="c")
    assert told.value.key == "note_in_round"


def test_undo_while_a_round_is_set_up_gives_its_settings_back(store: Store) -> None:
    history = History(store)
    made = new_round(store, Scope(), 3, title="Eerst")
    change_round(store, made.id, dots=5)
    history.undo()
    assert round_of(store.records, made) == made
    history.redo()
    assert round_of(store.records, made).dots == 5


def test_a_round_put_as_it_is_is_no_change(store: Store) -> None:
    voted_in = opened(store)
    revision = store.revision
    put(store, voted_in)
    assert store.revision == revision


def test_a_vote_stays_in_its_round(store: Store) -> None:
    first, second = opened(store), opened(store)
    jan = vote(store, first, "Jan", 1)
    dot = store.records[f"dot:{first.id}:{jan}:0"]
    with pytest.raises(RuleBroken, match="change rounds"):
        put(store, dot.changed(round=second.id))
    assert store.records[dot.id] == dot


@pytest.mark.parametrize(("slots", "notes"), [((0, 2), (0, 1)), ((0, 1), (3, 1))], ids=["a gap", "not in order"])
def test_dots_may_not_tell_in_which_order_they_were_placed(
    store: Store, slots: tuple[int, int], notes: tuple[int, int]
) -> None:
    voted_in = opened(store, 3, secret=True)
    place_dot(store, voted_in.id, "voter:a", "note:0")
    before = dict(store.records)
    dots = [
        Dot(id=f"dot:{voted_in.id}:voter:a:{slot}", round=voted_in.id, voter="voter:a", slot=slot, note=f"note:{note}")
        for slot, note in zip(slots, notes, strict=True)
    ]
    with pytest.raises(RuleBroken, match="in which order"):
        put(store, *dots)
    assert dict(store.records) == before


def test_dots_put_by_hand_are_counted_by_the_same_rules(store: Store) -> None:
    voted_in = opened(store, 3, most=1)
    jan = vote(store, voted_in, "Jan", 1)
    with pytest.raises(Problem) as told:
        put(store, Dot(id=f"dot:{voted_in.id}:{jan}:1", round=voted_in.id, voter=jan, slot=1, note="note:0"))
    assert told.value.key == "too_many_on_one"
