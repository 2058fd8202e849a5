"""Which notes hold still because people are voting on them."""

from __future__ import annotations

from canvas_files.problems import Problem
from canvas_files.queries import Records
from canvas_files.votes import open_rounds, option_of


def why_held(records: Records, note_id: str) -> Problem | None:
    """Why a note stays where and as it is now; None when nobody votes on it."""
    for voted_in in open_rounds(records):
        if option_of(voted_in, note_id) is not None:
            return Problem("note_in_round", round=voted_in.number)
    return None
