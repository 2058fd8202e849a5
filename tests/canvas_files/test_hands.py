"""Raised hands: counted per option, and always dealt out within everybody's budget."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas_files.problems import Problem
from canvas_files.rounds import ballots, hand_voters, hands, hands_left, set_hand_voters, set_hands, voters
from helpers.voting import board, opened, vote


def test_hands_are_counted_per_option() -> None:
    store = board(6).store
    voted_in = opened(store, 3, people=5)
    set_hand_voters(store, voted_in.id, 4)
    set_hands(store, voted_in.id, 2, 7)
    set_hands(store, voted_in.id, 5, 3)
    assert hands(store.records, voted_in) == {2: 7, 5: 3}
    assert hands_left(store.records, voted_in) == 2
    set_hands(store, voted_in.id, 2, 0)
    assert hands(store.records, voted_in) == {5: 3}
    set_hand_voters(store, voted_in.id, 1)
    assert len(voters(store.records, voted_in)) == 1
    set_hand_voters(store, voted_in.id, 5)
    assert [voter.number for voter in hand_voters(store.records, voted_in)] == [1, 2, 3, 4, 5]


def test_hands_stay_within_what_the_people_have() -> None:
    store = board(6).store
    voted_in = opened(store, 3, people=5)
    vote(store, voted_in, "Jan", 1)

    def refused(key: str, wish: str, *numbers: int) -> None:
        before = dict(store.records)
        with pytest.raises(Problem) as met:
            {"people": set_hand_voters, "hands": set_hands}[wish](store, voted_in.id, *numbers)
        assert met.value.key == key
        assert dict(store.records) == before
        assert all("{" not in met.value.sentence(language) for language in ("nl", "en"))

    refused("no_hand_voters", "hands", 1, 1)
    refused("too_many_hand_voters", "people", 5)
    refused("too_many_hand_voters", "people", -1)
    set_hand_voters(store, voted_in.id, 4)
    refused("unknown_option", "hands", 7, 1)
    refused("bad_dots_on_one", "hands", 1, -1)
    refused("too_many_hands_on_one", "hands", 1, 13)
    set_hands(store, voted_in.id, 1, 8)
    refused("too_many_hands", "hands", 2, 5)
    refused("too_many_hands_on_one", "people", 2)


@given(st.integers(1, 6), st.integers(1, 8), st.integers(1, 5), st.lists(st.integers(0, 30), min_size=4, max_size=4))
def test_whatever_fits_together_is_dealt_within_every_budget(
    people: int, dots: int, most: int, wanted: list[int]
) -> None:
    store = board(4).store
    voted_in = opened(store, dots, most=most)
    set_hand_voters(store, voted_in.id, people)
    counted: dict[int, int] = {}
    for number, count in enumerate(wanted, start=1):
        fits = count <= people * most and sum(counted.values()) + count <= people * dots
        try:
            set_hands(store, voted_in.id, number, count)
        except Problem:
            assert not fits
        else:
            assert fits
            counted |= {number: count} if count else {}
        assert hands(store.records, voted_in) == counted
    for ballot in ballots(store.records, voted_in).values():
        assert sum(ballot.values()) <= dots
        assert all(count <= most for count in ballot.values())
