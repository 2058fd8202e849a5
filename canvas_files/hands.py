"""Raised hands: only how many were counted for each option is known, so their dots are dealt out over as many voters
as raise hands, each within an ordinary voter's budget."""

from __future__ import annotations

from collections.abc import Mapping

from canvas_files.ballots import LABEL, lay, open_round_of
from canvas_files.problems import Problem
from canvas_files.queries import Records
from canvas_files.records import Round, Voter
from canvas_files.store import Store, Transaction
from canvas_files.voter_ids import hand_voter_id
from canvas_files.votes import ballot_of, option_numbered, options_by_note, voters


def hand_voters(records: Records, voted_in: Round) -> list[Voter]:
    """Those who vote by raising hands, by number."""
    found = [voter for voter in voters(records, voted_in) if voter.way == "hands"]
    return sorted(found, key=lambda voter: (voter.number, voter.id))


def hands(records: Records, voted_in: Round) -> dict[int, int]:
    """Number of an option -> hands counted for it; only where there are any."""
    counted: dict[int, int] = {}
    options = options_by_note(voted_in)
    for voter in hand_voters(records, voted_in):
        for note, dots in ballot_of(records, voted_in, voter.id, options).items():
            number = options[note].number
            counted[number] = counted.get(number, 0) + dots
    return dict(sorted(counted.items()))


def hands_left(records: Records, voted_in: Round) -> int:
    """How many hands can still be counted."""
    return len(hand_voters(records, voted_in)) * voted_in.dots - sum(hands(records, voted_in).values())


def set_hand_voters(store: Store, round_id: str, people: int) -> None:
    """How many vote by raising hands. Raises Problem when more people would vote than there are, or when fewer could
    not have raised the hands that were counted."""
    voted_in = open_round_of(store, round_id)
    others = sum(voter.way != "hands" for voter in voters(store.records, voted_in))
    if people < 0 or (voted_in.people and people + others > voted_in.people):
        raise Problem(
            "too_many_hand_voters", people=voted_in.people, others=others, most=max(0, voted_in.people - others)
        )
    counted = hands(store.records, voted_in)
    _check(voted_in, people, counted)
    with store.transaction(LABEL, "vote") as tx:
        _deal(tx, voted_in, people, counted)


def set_hands(store: Store, round_id: str, number: int, count: int) -> None:
    """How many hands were raised for the option with that number, in place of what was counted before. Raises
    Problem."""
    voted_in = open_round_of(store, round_id)
    option_numbered(voted_in, number)
    people = len(hand_voters(store.records, voted_in))
    if not people:
        raise Problem("no_hand_voters")
    counted = {**hands(store.records, voted_in), number: count}
    _check(voted_in, people, counted)
    with store.transaction(LABEL, "vote") as tx:
        _deal(tx, voted_in, people, counted)


def _check(voted_in: Round, people: int, counted: Mapping[int, int]) -> None:
    for number, count in counted.items():
        if count < 0:
            raise Problem("bad_dots_on_one", option=number, dots=count)
        if count > people * voted_in.most:
            raise Problem(
                "too_many_hands_on_one", option=number, count=count, people=people, most=people * voted_in.most
            )
    if sum(counted.values()) > people * voted_in.dots:
        raise Problem("too_many_hands", count=sum(counted.values()), people=people, dots=people * voted_in.dots)


def _deal(tx: Transaction, voted_in: Round, people: int, counted: Mapping[int, int]) -> None:
    """Deals the dots like cards, option after option. Nobody then has more than the total divided by the people,
    rounded up, and on one option its count divided likewise: within budget and most whenever _check passed."""
    notes = {option.number: option.note for option in voted_in.options}
    cards = [notes[number] for number in sorted(counted) for _ in range(counted[number])]
    before = {voter.id for voter in hand_voters(tx.records, voted_in)}
    for place in range(people):
        voter = Voter(
            id=hand_voter_id(voted_in, place + 1), round=voted_in.id, way="hands", number=place + 1, done=True
        )
        if tx.get(voter.id) != voter:
            tx.put(voter)
        mine = cards[place::people]
        lay(tx, voted_in, voter.id, {note: mine.count(note) for note in mine})
        before.discard(voter.id)
    for voter_id in before:
        lay(tx, voted_in, voter_id, {})
        tx.remove(voter_id)
