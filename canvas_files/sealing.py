"""Taking the votes of a secret round out of earlier states that were kept while people voted: one after the other they
would show who voted when. The round itself, and everything else, stays."""

from __future__ import annotations

from collections.abc import Set

from canvas_files.change import Change
from canvas_files.file import decode, encode
from canvas_files.problems import Problem
from canvas_files.records import Correction, Dot, Round, Voter

_OVER = ("revealed", "cancelled")


def now_over(change: Change) -> set[str]:
    """The secret rounds that this change revealed or cancelled."""
    pairs = change.updated.values()
    ended = (after for before, after in pairs if isinstance(after, Round) and isinstance(before, Round))
    return {each.id for each in ended if each.secret and each.state in _OVER}


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
