"""A round with 300 options and 200 voters of 20 dots each: opening it, voting in it, revealing it. A session with its
history, journal and tally; the floor is going once through all its records."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle

from benchmarks.timing import Row, Target, side_by_side
from benchmarks.workshops import canvas_with, folder
from canvas_files.records import Round, Scope
from canvas_files.rounds import (
    Tally,
    cast,
    close_round,
    new_round,
    open_round,
    place_dot,
    reopen_round,
    results,
    reveal_round,
    take_dot_back,
)
from canvas_files.shelf import Shelf
from plakbord.session import Session

OPTIONS, VOTERS, DOTS = 300, 200, 20
MOST_MS = Target(0, 50)


def rows() -> list[Row]:
    """What the facilitator and the voters wait for."""
    with folder() as place:
        session = Session(canvas_with(OPTIONS), shelf=Shelf(place))
        tally = Tally(session.store)
        opening = measured(session, "opening a round", lambda: opened(session))
        voted_in = opened(session)
        voters = [session.voter_id(voted_in.id, f"person {number}") for number in range(VOTERS)]
        for at, voter in enumerate(voters):
            cast(session.store, voted_in.id, voter, ballot(at), "kiosk")
        assert tally.given(voted_in.id) == VOTERS * DOTS
        measurements = [
            opening,
            measured(session, "one dot and back", one_dot(session, voted_in, voters)),
            measured(session, "a whole ballot", one_ballot(session, voted_in, voters)),
            measured(session, "closing, revealing, the results, reopening", revealing(session, voted_in)),
        ]
        session.close()
    return measurements


def opened(session: Session) -> Round:
    """A new round about everything, open."""
    made = new_round(session.store, Scope(), DOTS, secret=False)
    return open_round(session.store, made.id)


def ballot(at: int) -> dict[int, int]:
    """Twenty dots on other options for everybody."""
    return {(at * 7 + step * 11) % OPTIONS + 1: 1 for step in range(DOTS)}


def one_dot(session: Session, voted_in: Round, voters: list[str]) -> Callable[[], None]:
    """A dot taken back and placed again, each time by the next voter."""
    turns = cycle(range(VOTERS))

    def work() -> None:
        at = next(turns)
        note = voted_in.options[min(ballot(at)) - 1].note
        take_dot_back(session.store, voted_in.id, voters[at], note)
        place_dot(session.store, voted_in.id, voters[at], note)

    return work


def one_ballot(session: Session, voted_in: Round, voters: list[str]) -> Callable[[], None]:
    """Another whole ballot, each time of the next voter."""
    turns = cycle(range(VOTERS))

    def work() -> None:
        at = next(turns)
        cast(session.store, voted_in.id, voters[at], ballot(at + 1), "kiosk")

    return work


def revealing(session: Session, voted_in: Round) -> Callable[[], None]:
    """From the last vote to everything that may be told, and back."""

    def work() -> None:
        close_round(session.store, voted_in.id)
        reveal_round(session.store, voted_in.id)
        assert results(session.store.records, voted_in.id).given == VOTERS * DOTS
        reopen_round(session.store, voted_in.id)

    return work


def measured(session: Session, case: str, work: Callable[[], object]) -> Row:
    """Beside going through all records once."""
    return side_by_side(
        ("voting", case, OPTIONS), work, lambda: [record.kind for record in session.store.records.values()], MOST_MS
    )
