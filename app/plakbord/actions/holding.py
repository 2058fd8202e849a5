"""Which notes hold still because people are voting on them."""

from __future__ import annotations

from canvas_files import rounds
from canvas_files.problems import Problem
from canvas_files.queries import Records


def why_held(records: Records, note_id: str) -> Problem | None:
    """Why the words on a note cannot change now; None when they can."""
    for voted_in in rounds.open_rounds(records):
        if rounds.option_of(voted_in, note_id) is not None:
            return Problem("note_in_round", round=voted_in.number)
    return None
