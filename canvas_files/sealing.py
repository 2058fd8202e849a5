"""What a session has to do when a round goes to another state; and taking the votes of a secret round out of earlier
states that were kept while people voted: one after the other they would show who voted when."""

from __future__ import annotations

from collections.abc import Set

from msgspec import Struct

from canvas_files.change import Change
from canvas_files.file import decode, encode
from canvas_files.problems import Problem
from canvas_files.records import Correction, Dot, Record, Round, Voter

_OVER = ("revealed", "cancelled")


class StateChange(Struct, frozen=True):
    """A round that went to another state: whether voting begins there for the first time, and whether it is a secret
    round that is over."""

    round: Round
    begins: bool
    seals: bool


def state_changes(change: Change) -> list[StateChange]:
    """The rounds that a change took to another state."""
    pairs: list[tuple[Record | None, Record]] = [(None, added) for added in change.added.values()]
    pairs += change.updated.values()
    found = []
    for before, after in pairs:
        was = before.state if isinstance(before, Round) else "setup"
        if isinstance(after, Round) and after.state != was:
            begins = was == "setup" and after.state == "open"
            found.append(StateChange(after, begins, after.secret and after.state in _OVER))
    return found


def without_votes(data: bytes, rounds: Set[str]) -> bytes | None:
    """The bytes of a state without the votes in those rounds, where they were still going on; None when there are none
    or the state cannot be read."""
    if not any(round_id.encode("utf-8", "replace") in data for round_id in rounds):
        return None
    try:
        document = decode(data, "")
    except Problem:
        return None
    going_on = {
        record.id
        for record in document.records.values()
        if isinstance(record, Round) and record.id in rounds and record.state not in _OVER
    }
    votes = [
        record.id
        for record in document.records.values()
        if isinstance(record, Dot | Voter | Correction) and record.round in going_on
    ]
    if not votes:
        return None
    revision = document.store.revision
    with document.store.transaction(origin="load") as tx:
        for record_id in votes:
            tx.remove(record_id)
    document.store.revision = revision  # it still is the state of that moment
    return encode(document)
