"""Random sessions of voting: all rules hold after every step, totals are the sum of the votes, the order of arrival
does not matter, undo takes no vote away, and saving in the middle changes nothing."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.voting_sessions import OPTIONS, STEPS, Room, Step

SESSIONS_IN_A_RUN = 2_000
OFTEN = (
    "place",
    "place",
    "place",
    "take",
    "cast",
    "set",
    "hand voters",
    "hands",
    "reopen",
    "undo",
    "undo",
    "redo",
    "break in",
)

steps = st.tuples(st.sampled_from((*STEPS, *OFTEN)), st.integers(0, 6), st.integers(0, OPTIONS), st.integers(0, 4))
sessions = st.tuples(
    st.integers(1, 6), st.integers(1, 4), st.booleans(), st.lists(steps, min_size=8, max_size=20), st.integers(0, 99)
)


@settings(max_examples=max(SESSIONS_IN_A_RUN, settings().max_examples))
@given(sessions)
def test_every_session_keeps_the_rules(session: tuple[int, int, bool, list[Step], int]) -> None:
    dots, most, secret, wishes, seed = session
    room = Room(dots, most, secret)
    for step in wishes:
        room.do(step)
        room.check()
    room.results_in_another_order(Random(seed))
