"""Voting: one dot at a time, a whole ballot at once, and the facilitator's recorded correction. Who may vote for whom
is for who calls; everything else is refused here or by the rules, each with a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from canvas_files.change import Origin
from canvas_files.plain_text import clean_text
from canvas_files.problems import Problem
from canvas_files.records import Correction, Dot, Round, Voter, Way, dot_id, new_id
from canvas_files.store import Store, Transaction
from canvas_files.votes import as_voter, ballot_of, dots_of, option_numbered, options_by_note, round_of
from canvas_files.voting_rules import check_counts, not_open, voted_on_in

LABEL = "step.vote"
Choice = Mapping[int, int]
"""Number of an option -> dots."""


def place_dot(
    store: Store,
    round_id: str,
    voter: str,
    note_id: str,
    way: Way = "kiosk",
    name: str = "",
    origin: Origin = "vote",
) -> Dot:
    """One more dot of this voter on a note. Raises Problem: not open, no dots left, too many on one, no option."""
    voted_in = open_round_of(store, round_id)
    note = voted_on_in(voted_in, note_id)
    ballot = ballot_of(store.records, voted_in, voter)
    if sum(ballot.values()) >= voted_in.dots:
        raise Problem("no_dots_left", dots=voted_in.dots)
    if ballot.get(note, 0) >= voted_in.most:
        raise Problem("full_option", option=options_by_note(voted_in)[note].number, most=voted_in.most)
    with store.transaction(LABEL, origin) as tx:
        _let_vote(tx, voted_in, voter, way, name, done=False)
        lay(tx, voted_in, voter, {**ballot, note: ballot.get(note, 0) + 1})
    return next(dot for dot in reversed(dots_of(store.records, voted_in, voter)) if dot.note == note)


def take_dot_back(store: Store, round_id: str, voter: str, note_id: str, origin: Origin = "vote") -> None:
    """One dot of this voter off a note. Raises Problem: not open, or this voter has none there."""
    voted_in = open_round_of(store, round_id)
    note = voted_on_in(voted_in, note_id)
    ballot = ballot_of(store.records, voted_in, voter)
    if not ballot.get(note):
        raise Problem("no_dot_there", option=options_by_note(voted_in)[note].number)
    with store.transaction(LABEL, origin) as tx:
        present = as_voter(tx.get(voter), voted_in)
        if present is not None and present.done:
            tx.put(present.changed(done=False))
        lay(tx, voted_in, voter, {**ballot, note: ballot[note] - 1})


def set_dots(
    store: Store,
    round_id: str,
    voter: str,
    number: int,
    dots: int,
    way: Way = "kiosk",
    name: str = "",
    origin: Origin = "vote",
) -> None:
    """From now on this voter has so many dots on the option with that number: sent twice, it counts once. Raises
    Problem."""
    voted_in = open_round_of(store, round_id)
    options = options_by_note(voted_in)
    before = {options[note].number: had for note, had in ballot_of(store.records, voted_in, voter).items()}
    ballot = chosen(voted_in, {**before, number: dots})
    with store.transaction(LABEL, origin) as tx:
        _let_vote(tx, voted_in, voter, way, name, done=False)
        lay(tx, voted_in, voter, ballot)


def cast(
    store: Store,
    round_id: str,
    voter: str,
    choice: Choice,
    way: Way = "paper",
    name: str = "",
    number: int = 0,
    origin: Origin = "vote",
) -> None:
    """A whole ballot, in place of what this voter had; the voter is done then. Raises Problem, also for a paper ballot
    that was entered before (`number` is said then)."""
    voted_in = open_round_of(store, round_id)
    if way == "paper" and as_voter(store.records.get(voter), voted_in) is not None:
        raise Problem("ballot_twice", ballot=number or name)
    ballot = chosen(voted_in, choice)
    with store.transaction(LABEL, origin) as tx:
        _let_vote(tx, voted_in, voter, way, name, number=number, done=True)
        lay(tx, voted_in, voter, ballot)


def done(store: Store, round_id: str, voter: str, is_done: bool = True, origin: Origin = "vote") -> None:
    """Says that this voter is done, or is not after all; somebody who placed nothing can be done too."""
    voted_in = open_round_of(store, round_id)
    with store.transaction(LABEL, origin) as tx:
        present = as_voter(tx.get(voter), voted_in) or Voter(id=voter, round=voted_in.id)
        tx.put(present.changed(done=is_done))


def begin(
    store: Store,
    round_id: str,
    voter: str,
    way: Way = "kiosk",
    name: str = "",
    number: int = 0,
    origin: Origin = "vote",
) -> Voter:
    """Notes that somebody takes part, who may not have placed a dot yet."""
    voted_in = open_round_of(store, round_id)
    with store.transaction(LABEL, origin) as tx:
        present = as_voter(tx.get(voter), voted_in)
        if present is None:
            present = _let_vote(tx, voted_in, voter, way, name, number=number, done=False)
    return present


def correct(store: Store, round_id: str, voter: str, choice: Choice, text: str) -> None:
    """The facilitator changes the ballot of a voter, in an open or closed round, and it is recorded why; in a secret
    round not whose. Raises Problem."""
    voted_in = round_of(store.records, round_id)
    if voted_in.state not in ("open", "closed"):
        raise not_open(voted_in)
    reason = clean_text(text).strip()[:2000]
    if not reason:
        raise Problem("correction_without_words")
    if as_voter(store.records.get(voter), voted_in) is None:
        raise Problem("unknown_voter", round=voted_in.number)
    ballot = chosen(voted_in, choice)
    with store.transaction(LABEL, "vote") as tx:
        whose = "" if voted_in.secret else voter
        tx.put(Correction(id=new_id("correction"), round=voted_in.id, voter=whose, text=reason))
        lay(tx, voted_in, voter, ballot)


def open_round_of(store: Store, round_id: str) -> Round:
    """The round, in which people can vote now. Raises Problem."""
    voted_in = round_of(store.records, round_id)
    if voted_in.state != "open":
        raise not_open(voted_in)
    return voted_in


def chosen(voted_in: Round, choice: Choice) -> dict[str, int]:
    """What a choice by numbers comes to: dots by the options' notes. Raises Problem when it is not a valid ballot."""
    ballot: dict[str, int] = {}
    for number, dots in choice.items():
        option = option_numbered(voted_in, number)
        if dots < 0:
            raise Problem("bad_dots_on_one", option=number, dots=dots)
        if dots > voted_in.most:
            raise Problem("too_many_on_one", option=number, count=dots, most=voted_in.most)
        ballot[option.note] = dots
    check_counts(voted_in, spread(voted_in, ballot))
    return ballot


def spread(voted_in: Round, ballot: Mapping[str, int]) -> list[str]:
    """One note for every dot, in the order of the options' numbers: where a dot lies says nothing about when it was
    placed."""
    options = options_by_note(voted_in)
    ordered = sorted(ballot, key=lambda note: options[note].number)
    return [note for note in ordered for _ in range(ballot[note])]


def lay(tx: Transaction, voted_in: Round, voter: str, ballot: Mapping[str, int]) -> None:
    """Makes the dots of a voter exactly these; what is right already is not touched."""
    notes = spread(voted_in, ballot)
    for slot in range(max(voted_in.dots, len(notes))):
        name = dot_id(voted_in.id, voter, slot)
        present = tx.get(name)
        if slot >= len(notes):
            tx.remove(name)
        elif not isinstance(present, Dot) or present.note != notes[slot]:
            tx.put(Dot(id=name, round=voted_in.id, voter=voter, slot=slot, note=notes[slot]))


def _let_vote(
    tx: Transaction, voted_in: Round, voter: str, way: Way, name: str, *, number: int = 0, done: bool
) -> Voter:
    """The voter, made when new. A secret round keeps neither name nor number."""
    present = as_voter(tx.get(voter), voted_in)
    if present is None:
        shown = "" if voted_in.secret else " ".join(clean_text(name).split())[:200]
        present = Voter(id=voter, round=voted_in.id, name=shown, way=way, number=0 if voted_in.secret else number)
    voting = present.changed(done=done)
    if tx.get(voter) != voting:
        tx.put(voting)
    return voting
