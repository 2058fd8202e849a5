"""Voting: dot by dot, whole ballots, corrections; and every refusal in a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from canvas_files.document import check
from canvas_files.problems import Problem
from canvas_files.records import Correction, Dot, Round, Voter
from canvas_files.rounds import (
    begin,
    cancel_round,
    cast,
    close_round,
    correct,
    done,
    done_count,
    dots_left,
    dots_of,
    place_dot,
    reopen_round,
    take_dot_back,
    totals,
    voter_id,
    voters,
)
from canvas_files.store import Store
from helpers.voting import KEY, board, note_of, opened, revealed, vote


def refused(key: str, wish: Callable[[], object], store: Store) -> Problem:
    """The problem that a wish meets; it changes nothing and says so in both languages."""
    before, revision = dict(store.records), store.revision
    with pytest.raises(Problem) as met:
        wish()
    assert met.value.key == key
    assert dict(store.records) == before
    assert store.revision == revision
    for language in ("nl", "en"):
        assert met.value.sentence(language).endswith(".")
        assert "{" not in met.value.sentence(language)
    return met.value


@pytest.fixture
def store() -> Store:
    return board().store


def test_dots_are_placed_and_taken_back_one_by_one(store: Store) -> None:
    voted_in = opened(store, 3)
    jan = voter_id(voted_in, "Jan")
    for number in (2, 1, 2):
        dot = place_dot(store, voted_in.id, jan, note_of(voted_in, number), name="Jan")
        assert store.records[dot.id] == dot
        assert dot.note == note_of(voted_in, number)
    assert dots_left(store.records, voted_in, jan) == 0
    take_dot_back(store, voted_in.id, jan, note_of(voted_in, 2))
    assert totals(store.records, voted_in) == {
        "note:0": 1,
        "note:1": 1,
        "note:2": 0,
        "note:3": 0,
        "note:4": 0,
        "note:5": 0,
    }
    assert dots_left(store.records, voted_in, jan) == 1
    assert store.records[jan] == Voter(id=jan, round=voted_in.id, name="Jan", way="kiosk")


def test_the_dots_of_a_voter_lie_in_the_order_of_the_numbers(store: Store) -> None:
    voted_in = opened(store, 4)
    jan = voter_id(voted_in, "Jan")
    for number in (5, 1, 3, 1):
        place_dot(store, voted_in.id, jan, note_of(voted_in, number))
    assert [dot.note for dot in dots_of(store.records, voted_in, jan)] == ["note:0", "note:0", "note:2", "note:4"]
    assert [dot.slot for dot in dots_of(store.records, voted_in, jan)] == [0, 1, 2, 3]


def test_a_whole_ballot_takes_the_place_of_the_one_before(store: Store) -> None:
    voted_in = opened(store, 5)
    jan = vote(store, voted_in, "Jan", 1, 1, 2)
    vote(store, voted_in, "Jan", 6)
    assert {dot.note for dot in dots_of(store.records, voted_in, jan)} == {"note:5"}
    assert len(voters(store.records, voted_in)) == 1


def test_who_is_done_is_counted_and_going_on_makes_undone(store: Store) -> None:
    voted_in = opened(store, 2)
    jan, els = vote(store, voted_in, "Jan", 1), voter_id(voted_in, "Els")
    done(store, voted_in.id, els)
    assert done_count(store.records, voted_in) == 2
    place_dot(store, voted_in.id, jan, "note:3")
    assert done_count(store.records, voted_in) == 1
    done(store, voted_in.id, jan)
    take_dot_back(store, voted_in.id, jan, "note:3")
    done(store, voted_in.id, els, False)
    assert done_count(store.records, voted_in) == 0


def test_too_many_dots_are_refused(store: Store) -> None:
    voted_in = opened(store, 3)
    jan = vote(store, voted_in, "Jan", 1, 2, 3)
    refused("no_dots_left", lambda: place_dot(store, voted_in.id, jan, "note:4"), store)
    problem = refused("too_many_dots", lambda: cast(store, voted_in.id, jan, {1: 2, 2: 2}, "kiosk"), store)
    assert problem.sentence("nl").startswith("Dat zijn 4 stippen; iedereen heeft er 3.")


def test_the_fourth_dot_on_one_note_is_refused(store: Store) -> None:
    voted_in = opened(store, 5, most=3)
    jan = vote(store, voted_in, "Jan", 2, 2, 2)
    refused("full_option", lambda: place_dot(store, voted_in.id, jan, "note:1"), store)
    problem = refused("too_many_on_one", lambda: cast(store, voted_in.id, jan, {2: 4}, "kiosk"), store)
    assert problem.sentence("en").startswith("Number 2 would get 4 dots of one person; the most is 3.")


def test_an_unknown_number_and_a_strange_note_are_refused(store: Store) -> None:
    voted_in = opened(store)
    jan = voter_id(voted_in, "Jan")
    refused("unknown_option", lambda: cast(store, voted_in.id, jan, {7: 1}), store)
    refused("unknown_option", lambda: cast(store, voted_in.id, jan, {0: 1}), store)
    refused("bad_dots_on_one", lambda: cast(store, voted_in.id, jan, {1: -1}), store)
    refused("not_an_option", lambda: place_dot(store, voted_in.id, jan, "note:99"), store)
    refused("no_dot_there", lambda: take_dot_back(store, voted_in.id, jan, "note:1"), store)
    refused("round_gone", lambda: place_dot(store, "round:gone", jan, "note:1"), store)


def test_a_paper_ballot_counts_once(store: Store) -> None:
    for secret in (False, True):
        voted_in = opened(store, secret=secret)
        paper = voter_id(voted_in, "paper 12", KEY)
        cast(store, voted_in.id, paper, {1: 1}, number=12)
        problem = refused("ballot_twice", lambda r=voted_in, p=paper: cast(store, r.id, p, {2: 1}, number=12), store)
        assert "12" in problem.sentence("nl")
        assert totals(store.records, voted_in)["note:0"] == 1


def test_an_empty_ballot_is_a_ballot(store: Store) -> None:
    voted_in = opened(store)
    cast(store, voted_in.id, voter_id(voted_in, "paper 1"), {}, number=1)
    assert done_count(store.records, voted_in) == 1
    assert sum(totals(store.records, voted_in).values()) == 0


def test_nobody_votes_in_a_round_that_is_not_open(store: Store) -> None:
    voted_in = opened(store)
    jan = vote(store, voted_in, "Jan", 1)
    close_round(store, voted_in.id)
    refused("round_is_closed", lambda: place_dot(store, voted_in.id, jan, "note:1"), store)
    refused("round_is_closed", lambda: take_dot_back(store, voted_in.id, jan, "note:0"), store)
    refused("round_is_closed", lambda: cast(store, voted_in.id, jan, {1: 1}, "kiosk"), store)
    refused("round_is_closed", lambda: done(store, voted_in.id, jan, False), store)
    reopen_round(store, voted_in.id)
    place_dot(store, voted_in.id, jan, "note:1")
    cancel_round(store, voted_in.id)
    refused("round_is_cancelled", lambda: begin(store, voted_in.id, "voter:new"), store)


def test_the_facilitator_corrects_and_it_is_recorded(store: Store) -> None:
    voted_in = opened(store)
    jan = vote(store, voted_in, "Jan", 1, 1)
    close_round(store, voted_in.id)
    refused("correction_without_words", lambda: correct(store, voted_in.id, jan, {2: 1}, " "), store)
    refused("unknown_voter", lambda: correct(store, voted_in.id, "voter:x", {2: 1}, "Verkeerd getikt"), store)
    refused("too_many_on_one", lambda: correct(store, voted_in.id, jan, {2: 4}, "Verkeerd getikt"), store)
    correct(store, voted_in.id, jan, {2: 1}, "Verkeerd getikt")
    found = [record for record in store.records.values() if isinstance(record, Correction)]
    assert [(each.voter, each.text) for each in found] == [(jan, "Verkeerd getikt")]
    assert totals(store.records, voted_in)["note:0"] == 0
    assert totals(store.records, voted_in)["note:1"] == 1


def test_dots_beyond_the_rules_in_a_damaged_file_do_not_count() -> None:
    document = board()
    voted_in = opened(document.store, 3, most=2)
    jan = vote(document.store, voted_in, "Jan", 1)
    with document.store.transaction(origin="load") as tx:  # as from a file that somebody wrote by hand
        for slot, note in ((1, "note:0"), (2, "note:0"), (3, "note:1"), (0, "note:1")):
            who = jan if slot else "voter:nobody"
            tx.put(Dot(id=f"dot:{voted_in.id}:{who}:{slot}", round=voted_in.id, voter=who, slot=slot, note=note))
    assert totals(document.records, voted_in)["note:0"] == 2
    assert sum(totals(document.records, voted_in).values()) == 2
    (problem,) = [each for each in check(document) if each.key == "votes_that_do_not_count"]
    assert problem.sentence("nl").startswith("In ronde 1 tellen 3 stippen niet mee")


def test_a_workshop_that_is_full_takes_no_more_votes(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    voted_in = opened(store)
    jan = vote(store, voted_in, "Jan", 1)
    monkeypatch.setattr("canvas_files.voting_rules.MOST_RECORDS", len(store.records))
    refused("no_room_for_votes", lambda: place_dot(store, voted_in.id, jan, "note:3"), store)
    take_dot_back(store, voted_in.id, jan, "note:0")


def test_a_correction_in_a_secret_round_does_not_say_whose(store: Store) -> None:
    voted_in = opened(store, secret=True)
    jan = vote(store, voted_in, "Jan", 1, 1)
    correct(store, voted_in.id, jan, {2: 1}, "Verkeerd getikt")
    assert [each.voter for each in store.records.values() if isinstance(each, Correction)] == [""]


def test_a_secret_round_keeps_no_names_and_no_numbers(store: Store) -> None:
    voted_in = opened(store, secret=True)
    jan = vote(store, voted_in, "Jan", 1)
    begin(store, voted_in.id, voter_id(voted_in, "person 3", KEY), number=3)
    assert all(not each.name and not each.number for each in voters(store.records, voted_in))
    assert "Jan" not in jan
    assert voted_in.id not in jan
    assert jan == voter_id(voted_in, "Jan", KEY) != voter_id(voted_in, "Jan", b"another")
    with pytest.raises(ValueError, match="key"):
        voter_id(voted_in, "Jan")


def test_the_ids_of_an_open_round_can_be_read_and_always_fit() -> None:
    voted_in = Round(id="round:1", number=1, secret=False)
    assert voter_id(voted_in, "  Jan  Smit ") == "voter:round:1:Jan Smit"
    long = voter_id(voted_in, "Jan" * 500)
    assert len(long) < 100
    assert long != voter_id(voted_in, "Jan" * 501)
    Dot(id="dot:" + long, round="r", voter=long, slot=0, note="n")


def test_who_began_keeps_the_name_and_the_dots(store: Store) -> None:
    voted_in = opened(store)
    jan = vote(store, voted_in, "Jan", 1, 2)
    revision = store.revision
    again = begin(store, voted_in.id, jan, name="Piet")
    assert again.name == "Jan"
    assert store.revision == revision
    assert len(dots_of(store.records, voted_in, jan)) == 2


def test_nothing_is_corrected_when_the_results_are_known(store: Store) -> None:
    voted_in = opened(store)
    jan = vote(store, voted_in, "Jan", 1)
    revealed(store, voted_in)
    refused("round_is_revealed", lambda: correct(store, voted_in.id, jan, {2: 1}, "Verkeerd getikt"), store)


def test_a_dot_is_taken_back_by_somebody_who_is_not_done(store: Store) -> None:
    voted_in = opened(store)
    jan = voter_id(voted_in, "Jan")
    place_dot(store, voted_in.id, jan, "note:1")
    take_dot_back(store, voted_in.id, jan, "note:1")
    assert dots_of(store.records, voted_in, jan) == []
    assert done_count(store.records, voted_in) == 0
