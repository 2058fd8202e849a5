"""What of a vote may be seen: nothing before its time, and the round that was chosen afterwards."""

from __future__ import annotations

from canvas_files.rounds import close_round, delete_round
from canvas_files.votes_shown import VotesShown
from helpers.voting import board, opened, revealed, vote


def test_nothing_is_seen_before_it_is_revealed() -> None:
    store = board().store
    shown = VotesShown(store)
    told: list[bool] = []
    leave = shown.listen(lambda: told.append(shown.dots is not None))
    voted_in = opened(store)
    vote(store, voted_in, "Anna", 1, 1, 2)
    assert shown.round is not None
    assert shown.dots is None
    assert shown.on("note:0") is None
    close_round(store, voted_in.id)
    assert shown.round is None
    shown.choose(voted_in.id)
    assert shown.round is not None
    assert shown.dots is None
    leave()
    assert not any(told)


def test_dots_are_seen_when_they_are_revealed_and_chosen() -> None:
    store = board().store
    shown = VotesShown(store)
    voted_in = opened(store)
    shown.choose(voted_in.id)
    vote(store, voted_in, "Anna", 1, 1, 2)
    revealed(store, voted_in)
    assert (shown.on("note:0"), shown.on("note:1"), shown.on("note:2")) == (2, 1, 0)
    assert shown.on("another") is None
    shown.choose("")
    assert shown.dots is None


def test_a_round_that_is_open_comes_before_the_chosen_one() -> None:
    store = board().store
    shown = VotesShown(store)
    first = opened(store)
    vote(store, first, "Anna", 1)
    revealed(store, first)
    shown.choose(first.id)
    second = opened(store)
    assert shown.round is not None
    assert shown.round.id == second.id
    delete_round(store, second.id)
    assert shown.round is not None
    assert shown.round.id == first.id


def test_who_listens_hears_only_of_what_is_shown_and_until_leaving() -> None:
    store = board().store
    shown = VotesShown(store)
    told: list[str] = []
    leave = shown.listen(lambda: told.append(shown.chosen))
    voted_in = opened(store)
    assert len(told) == 1
    with store.transaction() as tx:
        tx.update("note:0", tags=["belangrijk"])
    vote(store, voted_in, "Anna", 1)
    assert len(told) == 1, "a secret count does not move when somebody votes"
    shown.choose(voted_in.id)
    shown.choose(voted_in.id)
    assert len(told) == 1, "it was on the notes already"
    leave()
    leave()
    revealed(store, voted_in)
    assert len(told) == 1
    assert shown.on("note:0") == 1
