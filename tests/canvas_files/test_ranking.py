"""Results: ranking, ties, run-offs, the line between what stays and what goes, and what came in how."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas_files.history import History
from canvas_files.problems import Problem
from canvas_files.records import Note, Round
from canvas_files.rounds import (
    Count,
    audit,
    cast,
    close_round,
    cut,
    cut_line,
    final_ranking,
    ranking,
    results,
    run_off,
    set_hand_voters,
    set_hands,
    tidy_order,
    tied_for,
    voter_id,
)
from canvas_files.store import Store
from helpers.voting import board, opened, revealed, vote


def voted(store: Store, *ballots: tuple[int, ...], dots: int = 5) -> Round:
    voted_in = opened(store, dots)
    for at, numbers in enumerate(ballots):
        vote(store, voted_in, f"persoon {at}", *numbers)
    return revealed(store, voted_in)


def lines(store: Store, voted_in: Round) -> list[tuple[int, int, int, int, bool]]:
    return [(r.place, r.option.number, r.dots, r.voters, r.tied) for r in ranking(store.records, voted_in)]


def test_a_ranking_marks_ties_and_counts_voters() -> None:
    store = board(5).store
    voted_in = voted(store, (2, 2, 3), (2, 3, 3), (5,))
    assert lines(store, voted_in) == [
        (1, 2, 3, 2, True),
        (1, 3, 3, 2, True),
        (3, 5, 1, 1, False),
        (4, 1, 0, 0, False),
        (4, 4, 0, 0, False),
    ]
    assert tidy_order(store.records, voted_in)[:2] == ["note:1", "note:2"]


@given(st.lists(st.lists(st.integers(1, 8), max_size=6), max_size=8))
def test_the_ranking_is_what_an_independent_count_says(everybody: list[list[int]]) -> None:
    store = board(8).store
    ballots = [[n for at, n in enumerate(sorted(each)) if sorted(each)[:at].count(n) < 3] for each in everybody]
    voted_in = voted(store, *(tuple(each) for each in ballots), dots=6)
    counted = Counter(number for each in ballots for number in each)
    expected = sorted(range(1, 9), key=lambda number: (-counted[number], number))
    ranks = ranking(store.records, voted_in)
    assert [rank.option.number for rank in ranks] == expected
    for rank in ranks:
        number = rank.option.number
        assert rank.dots == counted[number]
        assert rank.place == 1 + sum(counted[other] > rank.dots for other in range(1, 9))
        assert rank.tied == (rank.dots > 0 and sum(counted[other] == rank.dots for other in range(1, 9)) > 1)
        assert rank.voters == sum(number in each for each in ballots)
    told = results(store.records, voted_in)
    assert (told.given, told.voters) == (sum(counted.values()), len(ballots))
    assert told.unused == 6 * len(ballots) - told.given


def test_every_way_in_is_shown_apart() -> None:
    store = board(5).store
    voted_in = opened(store, 3, people=6)
    vote(store, voted_in, "Jan", 1, 2)
    cast(store, voted_in.id, voter_id(voted_in, "paper 1"), {3: 3}, number=1)
    set_hand_voters(store, voted_in.id, 4)
    set_hands(store, voted_in.id, 2, 7)
    assert {way: count.dots for way, count in audit(store.records, voted_in).items()} == {
        "kiosk": 0,
        "hands": 0,
        "paper": 0,
    }
    revealed(store, voted_in)
    assert results(store.records, voted_in).by_way == {
        "kiosk": Count(1, 1, 2),
        "hands": Count(4, 4, 7),
        "paper": Count(1, 1, 3),
    }
    assert results(store.records, voted_in).unused == 6 * 3 - 12


def test_a_run_off_is_about_what_is_tied_and_settles_it() -> None:
    store = board(6).store
    first = voted(store, (1, 2, 3), (1, 2, 3), (4,))
    again = run_off(store, first.id)
    assert (again.state, again.number, again.runoff_of, again.dots, again.most) == ("open", 2, first.id, 1, 1)
    assert [option.note for option in again.options] == ["note:0", "note:1", "note:2"]
    vote(store, again, "Jan", 3)
    vote(store, again, "Els", 3)
    vote(store, again, "Ria", 1)
    assert [rank.place for rank in final_ranking(store.records, first)] == [1, 1, 1, 4, 5, 5]
    revealed(store, again)
    assert [(rank.place, rank.option.number) for rank in final_ranking(store.records, first)][:4] == [
        (1, 3), (2, 1), (3, 2), (4, 4),
    ]  # fmt: skip
    assert [rank.place for rank in ranking(store.records, first)] == [1, 1, 1, 4, 5, 5]


def test_a_run_off_of_a_run_off() -> None:
    store = board(4).store
    first = voted(store, (1, 2, 3), (1, 2, 3))
    second = run_off(store, first.id)
    vote(store, second, "Jan", 1)
    vote(store, second, "Els", 2)
    revealed(store, second)
    third = run_off(store, second.id)
    vote(store, third, "Jan", 2)
    revealed(store, third)
    assert [rank.option.number for rank in final_ranking(store.records, first)] == [2, 1, 3, 4]


@pytest.mark.parametrize(
    ("ballots", "key"),
    [([(1, 1, 2)], "nothing_tied"), ([], "nothing_tied"), ([(1, 2, 3, 4, 5)], "too_many_tied")],
)
def test_a_run_off_is_about_two_to_four(ballots: list[tuple[int, ...]], key: str) -> None:
    store = board(6).store
    voted_in = voted(store, *ballots)
    with pytest.raises(Problem) as met:
        run_off(store, voted_in.id)
    assert met.value.key == key


def test_a_run_off_waits_for_the_results_and_for_its_notes() -> None:
    store = board(6).store
    voted_in = opened(store, 5)
    vote(store, voted_in, "Jan", 1, 2)
    close_round(store, voted_in.id)
    with pytest.raises(Problem, match="not revealed yet"):
        run_off(store, voted_in.id)
    revealed_again = board(2).store
    first = voted(revealed_again, (1, 2))
    with revealed_again.transaction() as tx:
        tx.remove("note:0")
    with pytest.raises(Problem, match="were deleted meanwhile"):
        run_off(revealed_again, first.id)


def test_the_line_keeps_whatever_is_tied_with_the_last() -> None:
    store = board(6).store
    voted_in = voted(store, (1, 1, 1, 2, 3), (1, 2, 3))
    line = cut(store.records, voted_in, 2)
    assert [rank.option.number for rank in line.kept] == [1, 2, 3]
    assert [rank.option.number for rank in line.tied] == [2, 3]
    assert [rank.option.number for rank in line.parked] == [4, 5, 6]
    assert cut(store.records, voted_in, 3).tied == ()
    assert cut(store.records, voted_in, 99).parked == ()
    assert [rank.option.number for rank in tied_for(store.records, voted_in, 2)] == [2, 3]
    assert run_off(store, voted_in.id, keep=2).scope.notes == ["note:1", "note:2"]


def test_the_line_parks_and_undo_takes_it_back() -> None:
    store = board(6).store
    history = History(store)
    voted_in = voted(store, (1, 1, 2), (4,))
    before = dict(store.records)
    cut_line(store, voted_in.id, 2, {"note:5": (7, 8)})
    zones = {note.id: note.zone for note in store.records.values() if isinstance(note, Note)}
    assert [name for name, zone in zones.items() if zone] == ["note:0", "note:1", "note:3"], "2 and 4 are tied"
    places = {(note.x, note.y) for note in store.records.values() if isinstance(note, Note) and not note.zone}
    assert len(places) == 3
    assert (7, 8) in places
    assert history.undo_label == "step.round.cut"
    history.undo()
    assert dict(store.records) == before
    with pytest.raises(Problem, match="Keep at least one"):
        cut_line(store, voted_in.id, 0)


def test_a_run_off_about_other_options_settles_nothing() -> None:
    store = board(6).store
    first = voted(store, (1, 2, 3), (1, 2, 3), (4,))
    for number, about in enumerate(((0, 3), (0, 1)), start=2):  # of two places, and not of all that share one
        options = [first.options[at] for at in about]
        made = Round(id=f"round:{number}", number=number, state="revealed", runoff_of=first.id, options=options)
        with store.transaction(origin="load") as tx:  # as in a file that somebody wrote by hand
            tx.put(made)
        assert final_ranking(store.records, first) == ranking(store.records, first)
