"""What always holds in rounds of voting, whatever the way in: checked inside the transaction. A person's wish against
a rule is a Problem with a sentence, and so is a step of undo that has to wait for the end of a round. Where waiting
would not help, because people voted since, a step of undo is put right silently, and the rest of it is done."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from canvas_files.change import Origin
from canvas_files.problems import Problem
from canvas_files.records import (
    MOST_RECORDS,
    Cluster,
    Correction,
    Dot,
    Note,
    Record,
    Round,
    Sheet,
    State,
    Voter,
    dot_id,
)
from canvas_files.store import RuleBroken, Transaction
from canvas_files.votes import option_of, options_by_note

Vote = Dot | Voter | Correction
MAY_BECOME: Mapping[State, frozenset[State]] = MappingProxyType(
    {
        "setup": frozenset({"open", "cancelled"}),
        "open": frozenset({"closed", "cancelled"}),
        "closed": frozenset({"open", "revealed", "cancelled"}),
        "revealed": frozenset({"open"}),
        "cancelled": frozenset({"open"}),
    }
)
"""What can follow; a secret round that is revealed or cancelled stays so, because nobody can be recognised in it."""
LATE = frozenset({"state", "people", "names"})
"""What can still change in a round that was opened: people come late."""
FROZEN = ("sheet", "zone", "x", "y", "w", "h", "text", "color", "cluster")
"""What cannot change on a note that is being voted on: what it says and where it hangs."""
_NOT_CHECKED: frozenset[Origin] = frozenset({"load", "recovery"})


def open_rounds_hold_still(tx: Transaction) -> None:
    """While a round is open its notes keep their text and place, and neither they nor their sheets go away. Raises
    Problem, also in undo: of a step that half came back nobody would know what is left to take back later."""
    if tx.origin in _NOT_CHECKED:
        return
    touched = tx.touched()
    if not any(isinstance(before, Note | Sheet | Cluster) for before in touched.values()) and not any(
        isinstance(tx.get(record_id), Note) for record_id in touched
    ):
        return
    for voted_in in _open_rounds(tx):
        frozen = {note for option in voted_in.options for note in option.notes}
        sheets = {option.sheet for option in voted_in.options}
        clusters = _clusters_of(tx, touched, frozen)
        for record_id, before in touched.items():
            after = tx.get(record_id)
            if isinstance(before, Note) and record_id in frozen:
                _hold_note(voted_in, before, after)
            elif isinstance(before, Sheet) and record_id in sheets and after is None:
                raise Problem("sheet_in_round", round=voted_in.number)
            elif isinstance(before, Cluster) and record_id in clusters and before != after:
                raise Problem("note_in_round", round=voted_in.number)
            elif isinstance(after, Note) and after.cluster in clusters:
                _hold_out(voted_in, before, after)


def _open_rounds(tx: Transaction) -> list[Round]:
    """The rounds that are open after this transaction and were before it, or were brought back by it."""
    found = (tx.get(record_id) for record_id in tx.rounds())
    return [each for each in found if isinstance(each, Round) and each.state == "open"]


def _clusters_of(tx: Transaction, touched: Mapping[str, Record | None], frozen: set[str]) -> set[str]:
    notes = (touched[note] if touched.get(note) is not None else tx.get(note) for note in frozen)
    return {note.cluster for note in notes if isinstance(note, Note) and note.cluster}


def _hold_note(voted_in: Round, before: Note, after: Record | None) -> None:
    if not isinstance(after, Note) or any(getattr(before, name) != getattr(after, name) for name in FROZEN):
        raise Problem("note_in_round", round=voted_in.number)


def _hold_out(voted_in: Round, before: Record | None, after: Note) -> None:
    """Nobody else joins a cluster that is being voted on."""
    was = before.cluster if isinstance(before, Note) else ""
    if was != after.cluster:
        raise Problem("note_in_round", round=voted_in.number)


def rounds_keep_their_form(tx: Transaction) -> None:
    """A round goes from state to state in one order, and once it was opened nothing else in it changes. Undo leaves an
    opened round as it is. No two rounds have the same number."""
    if tx.origin in _NOT_CHECKED:
        return
    for record_id, before in tx.touched().items():
        after = tx.get(record_id)
        if isinstance(before, Round) and isinstance(after, Round):
            if tx.origin == "history" and before.state != "setup":
                tx.put(before)
            elif tx.origin != "history":
                _check_step(tx.origin, before, after)
        elif isinstance(after, Round):
            if after.state != "setup" and tx.origin != "history":
                _check_opened(tx.origin, after)
            _give_own_number(tx, after)


def _check_step(origin: Origin, before: Round, after: Round) -> None:
    changed = {name for name in before.__struct_fields__ if getattr(before, name) != getattr(after, name)}
    if not changed:
        return
    if before.state != after.state:
        fixed = after.secret and before.state in ("revealed", "cancelled")
        if after.state not in MAY_BECOME[before.state] or fixed or origin != "vote":
            raise RuleBroken(f"round {before.number} cannot become {after.state} by {origin}")
    if before.state == "setup":
        wrong = changed & {"options"} if after.state == "setup" else changed - {"state", "options"}
    else:
        wrong = changed - LATE
    if wrong:
        raise RuleBroken(f"round {before.number} is {before.state}: {', '.join(sorted(wrong))}")
    if after.state == "open":
        _check_opened(origin, after)


def _check_opened(origin: Origin, opened: Round) -> None:
    """A round can be made and opened at once, a run-off; not with other states, and not without options."""
    if opened.state != "open" or origin != "vote" or not opened.options:
        raise RuleBroken(f"round {opened.number} cannot be {opened.state} by {origin}")


def _give_own_number(tx: Transaction, made: Round) -> None:
    numbers = [
        each.number for record_id in tx.rounds() if isinstance(each := tx.get(record_id), Round) and each is not made
    ]
    if made.number in numbers:
        tx.put(made.changed(number=max(numbers) + 1))


def votes_keep_the_rules(tx: Transaction) -> None:
    """Votes go with their round, and are only made while it is open, on its options, within budget and most."""
    if tx.origin in _NOT_CHECKED:
        return
    _follow_their_rounds(tx)
    touched = tx.touched()
    corrected = {each.round for each in map(tx.get, touched) if isinstance(each, Correction) and not touched[each.id]}
    ballots: dict[tuple[str, str], Round] = {}
    full = len(tx.records) > MOST_RECORDS  # such a file could not be opened again
    for record_id, before in touched.items():
        after = tx.get(record_id)
        vote = after if isinstance(after, Vote) else before
        if not isinstance(vote, Vote) or before == after or (after is None and tx.get(vote.round) is None):
            continue
        if full and before is None and tx.origin != "history":
            raise Problem("no_room_for_votes", limit=MOST_RECORDS)
        with_its_round = vote.round in touched and touched[vote.round] is None
        voted_in = _check_vote(tx, before, after, vote, with_its_round, corrected)
        if isinstance(vote, Dot):
            ballots[vote.round, vote.voter] = voted_in
        elif isinstance(vote, Voter):
            ballots[vote.round, vote.id] = voted_in
    for (_, voter), voted_in in ballots.items():
        _check_ballot(tx, voted_in, voter)


def _follow_their_rounds(tx: Transaction) -> None:
    """The votes of a round that goes, go; a round in which somebody voted since stays when a step of undo would take
    it away."""
    touched = tx.touched()
    gone = {before.id: before for before in touched.values() if isinstance(before, Round) and tx.get(before.id) is None}
    if not gone:
        return
    left = [there for there in tx.records.values() if isinstance(there, Vote) and there.round in gone]
    kept = {vote.round for vote in left} if tx.origin == "history" else set()
    for round_id in kept:
        tx.put(gone[round_id])
    for before in touched.values():
        if isinstance(before, Vote) and before.round in kept:
            tx.put(before)
    for vote in left:
        if vote.round not in kept:
            tx.remove(vote.id)


def _check_vote(
    tx: Transaction, before: Record | None, after: Record | None, vote: Vote, with_its_round: bool, corrected: set[str]
) -> Round:
    """The round of a vote that may be made, changed or taken away."""
    voted_in = tx.get(vote.round)
    if not isinstance(voted_in, Round):
        raise RuleBroken(f"{vote.id} would be a vote in a round that is not there")
    if tx.origin == "history":
        if not with_its_round:
            tx.remove(vote.id) if before is None else tx.put(before)
        return voted_in
    if tx.origin not in ("vote", "phone"):
        raise RuleBroken(f"{vote.id} would be changed by {tx.origin}")
    if isinstance(before, Vote) and isinstance(after, Vote) and before.round != after.round:
        raise RuleBroken(f"{vote.id} would change rounds")
    if voted_in.state != "open" and not (voted_in.id in corrected and voted_in.state == "closed"):
        raise not_open(voted_in)
    if isinstance(after, Dot):
        if after.slot >= voted_in.dots:
            raise Problem("too_many_dots", count=after.slot + 1, dots=voted_in.dots)
        if after.id != dot_id(after.round, after.voter, after.slot):
            raise RuleBroken(f"{after.id} is not the id of that dot")
    return voted_in


def not_open(voted_in: Round) -> Problem:
    """Why nobody can vote in that round now."""
    return Problem(f"round_is_{voted_in.state}", round=voted_in.number)


def _check_ballot(tx: Transaction, voted_in: Round, voter: str) -> None:
    present = tx.get(voter)
    slots = (tx.get(dot_id(voted_in.id, voter, slot)) for slot in range(voted_in.dots))
    dots = [dot for dot in slots if isinstance(dot, Dot)]
    if not dots and present is None:
        return
    if not isinstance(present, Voter) or present.round != voted_in.id:
        raise RuleBroken(f"{voter} does not vote in {voted_in.id}")
    if voted_in.secret and (present.name or (present.number and present.way != "hands")):
        raise RuleBroken(f"{voter} would have a name in a secret round")
    notes = [dot.note for dot in dots]
    check_counts(voted_in, notes)
    numbers = {option.note: option.number for option in voted_in.options}
    if [dot.slot for dot in dots] != list(range(len(dots))) or notes != sorted(notes, key=numbers.__getitem__):
        raise RuleBroken(f"the dots of {voter} would tell in which order they were placed")


def check_counts(voted_in: Round, notes: list[str]) -> None:
    """That dots on those notes may be one person's ballot. Raises Problem."""
    options = options_by_note(voted_in)
    if len(notes) > voted_in.dots:
        raise Problem("too_many_dots", count=len(notes), dots=voted_in.dots)
    for note in dict.fromkeys(notes):
        if note not in options:
            raise Problem("not_an_option", round=voted_in.number)
        if notes.count(note) > voted_in.most:
            number = options[note].number
            raise Problem("too_many_on_one", option=number, count=notes.count(note), most=voted_in.most)


def voted_on_in(voted_in: Round, note_id: str) -> str:
    """The note that dots on this note point to. Raises Problem when it does not take part."""
    option = option_of(voted_in, note_id)
    if option is None:
        raise Problem("not_an_option", round=voted_in.number)
    return option.note
