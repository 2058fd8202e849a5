"""Workshops to vote in: notes on a sheet, a round about them, and people who vote."""

from __future__ import annotations

from canvas_files.document import Document
from canvas_files.records import WORKSHOP, Note, Record, Round, Scope, Sheet, Workshop
from canvas_files.rounds import cast, close_round, new_round, open_round, option_numbered, reveal_round, voter_id
from canvas_files.store import Store

KEY = b"a key that is on no disk"
GOALS = (
    "Meer vaste klanten", "Op tijd naar huis", "Minder brood weggooien", "Een tweede winkel", "Rust op zaterdag",
    "Goede bakkers vinden", "De oven afbetalen", "Trots zijn op het brood", "Bekend in de wijk", "Leren van anderen",
    "Eigen recepten bewaren", "Minder papierwerk", "Vroeger kunnen sluiten", "Groene stroom",
)  # fmt: skip


def board(count: int = 6, *more: Record) -> Document:
    """A sheet with so many notes, four in a row, in the block `goals`."""
    notes = [
        Note(
            id=f"note:{at}",
            sheet="sheet:1",
            zone="goals",
            x=4000 * (at % 4),
            y=3000 * (at // 4),
            text=GOALS[at] if at < len(GOALS) else f"Wens {at + 1}",
        )
        for at in range(count)
    ]
    sheet = Sheet(id="sheet:1", template="persona", title="Bakker Bart")
    return Document([Workshop(id=WORKSHOP, title="Bakkerij"), sheet, *notes, *more])


def opened(store: Store, dots: int = 3, *, most: int = 3, secret: bool = False, people: int = 0) -> Round:
    """A round about everything, in which people can vote."""
    made = new_round(store, Scope(), dots, most=most, secret=secret, people=people, title="Wat eerst?")
    return open_round(store, made.id)


def vote(store: Store, voted_in: Round, who: str, *numbers: int) -> str:
    """Somebody votes: one dot for every number; returns the voter's id."""
    voter = voter_id(voted_in, who, KEY)
    cast(store, voted_in.id, voter, {each: numbers.count(each) for each in numbers}, way="kiosk", name=who)
    return voter


def revealed(store: Store, voted_in: Round) -> Round:
    """Closes the round and shows its results."""
    close_round(store, voted_in.id)
    return reveal_round(store, voted_in.id)


def note_of(voted_in: Round, number: int) -> str:
    """The note of the option with that number."""
    return option_numbered(voted_in, number).note
