"""The totals that are kept up to date say the same as counting anew, for every round and every voter."""

from __future__ import annotations

from canvas_files.history import History
from canvas_files.records import Round, Scope, Voter
from canvas_files.rounds import (
    Tally,
    ballot_of,
    begin,
    change_round,
    delete_round,
    done,
    done_count,
    new_round,
    open_round,
    place_dot,
    take_dot_back,
    totals,
    voters,
)
from canvas_files.store import Store
from helpers.voting import board, opened, vote


def agrees(tally: Tally, store: Store, voted_in: Round) -> bool:
    """Whether the tally says what counting anew does."""
    people = voters(store.records, voted_in)
    return (
        dict(tally.totals(voted_in.id)) == totals(store.records, voted_in)
        and (tally.voters(voted_in.id), tally.done(voted_in.id)) == (len(people), done_count(store.records, voted_in))
        and all(tally.ballot(voted_in.id, v.id) == ballot_of(store.records, voted_in, v.id) for v in people)
    )


def test_every_step_is_counted() -> None:
    store = board().store
    tally, voted_in = Tally(store), opened(store, 3)
    jan, els = vote(store, voted_in, "Jan", 1, 1, 2), vote(store, voted_in, "Els", 2)
    assert dict(tally.ballot(voted_in.id, jan)) == {"note:0": 2, "note:1": 1}
    assert (tally.voters(voted_in.id), tally.done(voted_in.id), tally.given(voted_in.id)) == (2, 2, 4)
    assert agrees(tally, store, voted_in)
    take_dot_back(store, voted_in.id, jan, "note:0")
    done(store, voted_in.id, els, False)
    begin(store, voted_in.id, "voter:ria")
    assert (tally.voters(voted_in.id), tally.done(voted_in.id)) == (3, 0)
    assert tally.dots_left(voted_in.id, "voter:ria") == 3
    assert dict(tally.ballot(voted_in.id, "voter:ria")) == {}
    assert agrees(tally, store, voted_in)
    assert agrees(Tally(store), store, voted_in)


def test_what_is_not_there_counts_nothing() -> None:
    store = board().store
    tally, voted_in = Tally(store), opened(store)
    assert (tally.voters("gone"), tally.done("gone"), tally.given("gone"), tally.dots_left("gone", "x")) == (0, 0, 0, 0)
    assert dict(tally.totals("gone")) == dict(tally.ballot("gone", "x")) == {}
    assert dict(tally.ballot(voted_in.id, "voter:nobody")) == {}
    with store.transaction(origin="load") as tx:  # as a damaged file may hold
        tx.put(Voter(id="voter:x", round="gone"))
    vote(store, voted_in, "Jan", 1)
    assert agrees(tally, store, voted_in)


def test_a_round_goes_and_comes_back_and_changes_its_settings() -> None:
    store = board().store
    history, tally = History(store), Tally(store)
    made = new_round(store, Scope(), 3, secret=False)
    change_round(store, made.id, dots=5)
    voted_in = open_round(store, made.id)
    vote(store, voted_in, "Jan", 1, 2, 3, 4)
    delete_round(store, voted_in.id)
    assert tally.voters(voted_in.id) == tally.given(voted_in.id) == 0
    history.undo()
    assert agrees(tally, store, voted_in)
    tally.forget()
    place_dot(store, voted_in.id, "voter:late", "note:1")
    assert tally.voters(voted_in.id) == 1
