"""What a group does with a result: a run-off between those that are tied, or a line below which notes are parked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from canvas_files import queries
from canvas_files.ballots import LABEL
from canvas_files.options import candidates
from canvas_files.problems import Problem
from canvas_files.queries import Records
from canvas_files.ranking import MOST_IN_RUN_OFF, Cut, cut, ranking, results, tied_for
from canvas_files.records import Note, Round, Scope, new_id
from canvas_files.round_steps import LEAST_OPTIONS, next_number
from canvas_files.store import Store
from canvas_files.votes import round_of

_GAP = 300
_ACROSS = 3
"""Notes side by side on the parking strip when nobody says where they go."""

Places = Mapping[str, tuple[int, int]]
"""Note -> its place on the parking strip, in hundredths of a millimetre."""


def run_off(store: Store, round_id: str, zones: Sequence[str] = (), keep: int = 1) -> Round:
    """A new round, open at once, on the two to four that are tied for the best `keep` places: one dot each for
    everybody. Raises Problem when nothing is tied or too much is."""
    first = results(store.records, round_id).round
    tied = tied_for(store.records, first, keep)
    if any(rank.dots == 0 for rank in tied) or not tied:
        raise Problem("nothing_tied", round=first.number)
    if len(tied) > MOST_IN_RUN_OFF:
        raise Problem("too_many_tied", round=first.number, count=len(tied), most=MOST_IN_RUN_OFF)
    scope = Scope(notes=[note for rank in tied for note in rank.option.notes])
    options = candidates(store.records, scope, zones)
    if len(options) < LEAST_OPTIONS:
        raise Problem("options_gone", round=first.number)
    made = first.changed(
        id=new_id("round"),
        number=next_number(store.records),
        scope=scope,
        options=options,
        dots=1,
        most=1,
        state="open",
        runoff_of=first.id,
        extra={},
    )
    with store.transaction(LABEL, "vote") as tx:
        tx.put(made)
    return round_of(store.records, made.id)


def cut_line(store: Store, round_id: str, keep: int, places: Places | None = None) -> Cut:
    """Keeps the best `keep` in their blocks, with what is tied with the last of them, and moves the notes of the other
    options to the parking strip: to `places`, or in rows below what is parked. Nothing is deleted, and undo takes it
    back. Raises Problem before the round is revealed."""
    voted_in = results(store.records, round_id).round
    if keep < 1:
        raise Problem("bad_keep")
    line = cut(store.records, voted_in, keep)
    moving = notes_to_park(store.records, line)
    spots = {**_rows_below(store.records, moving), **(places or {})}
    with store.transaction("step.round.cut") as tx:
        for note in moving:
            x, y = spots[note.id]
            tx.update(note.id, zone="", x=x, y=y)
    return line


def notes_to_park(records: Records, line: Cut) -> list[Note]:
    """The notes that a line moves: those that still are where they were voted on."""
    found = [queries.note(records, note_id) for rank in line.parked for note_id in rank.option.notes]
    return [note for note in found if note is not None and note.zone]


def _rows_below(records: Records, moving: Sequence[Note]) -> dict[str, tuple[int, int]]:
    spots: dict[str, tuple[int, int]] = {}
    for sheet in dict.fromkeys(note.sheet for note in moving):
        top = max((note.y + note.h for note in queries.notes_in(records, sheet, "")), default=0) + _GAP
        row = [note for note in moving if note.sheet == sheet]
        for start in range(0, len(row), _ACROSS):
            x = _GAP
            for note in row[start : start + _ACROSS]:
                spots[note.id] = (x, top)
                x += note.w + _GAP
            top += max(note.h for note in row[start : start + _ACROSS]) + _GAP
    return spots


def tidy_order(records: Records, voted_in: Round) -> list[str]:
    """The notes that were voted on, most dots first: for sorting a block by votes."""
    return [note for rank in ranking(records, voted_in) for note in rank.option.notes]
