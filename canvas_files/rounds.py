"""Rounds of dot-voting, from setting one up to what a group does with its result: the one place to import them from.
Each operation makes one transaction and raises Problem when it is refused; then nothing has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from canvas_files.records import Correction, Dot, Option, Round, Scope, Voter
from canvas_files.votes import (
    ballot_of,
    ballots,
    corrections,
    done_count,
    dots_left,
    dots_of,
    may_be_shown,
    open_rounds,
    option_numbered,
    option_of,
    round_by_number,
    round_of,
    rounds,
    totals,
    voters,
    votes_on,
)

__all__ = [
    "LEAST_OPTIONS", "MANY_OPTIONS", "MOST_IN_RUN_OFF", "WAYS",
    "Advice", "Correction", "Count", "Cut", "Dot", "Option", "Rank", "Results", "Round",
    "Scope", "Tally", "Voter", "advice", "audit", "ballot_of", "ballots", "begin", "cancel_round", "candidates",
    "cast", "change_round", "close_round", "correct", "corrections", "cut", "cut_line", "delete_round", "done",
    "done_count", "dots_left", "dots_of", "final_ranking", "hand_voter_id", "hand_voters", "hands", "hands_left",
    "let_in", "look_alikes", "may_be_shown", "new_round", "notes_to_park", "open_round", "open_rounds",
    "option_numbered", "option_of", "place_dot", "ranking", "reopen_round", "results", "reveal_round",
    "round_by_number", "round_of", "rounds", "run_off", "set_dots", "set_hand_voters", "set_hands",
    "take_dot_back", "tidy_order", "tied_for", "totals", "voter_id", "voters", "votes_on", "zone_order",
]  # fmt: skip

if TYPE_CHECKING:
    from canvas_files.after_a_round import cut_line, notes_to_park, run_off, tidy_order
    from canvas_files.ballots import begin, cast, correct, done, place_dot, set_dots, take_dot_back
    from canvas_files.hands import hand_voters, hands, hands_left, set_hand_voters, set_hands
    from canvas_files.options import MANY_OPTIONS, Advice, advice, candidates, look_alikes, zone_order
    from canvas_files.ranking import (
        MOST_IN_RUN_OFF,
        WAYS,
        Count,
        Cut,
        Rank,
        Results,
        audit,
        cut,
        final_ranking,
        ranking,
        results,
        tied_for,
    )
    from canvas_files.round_steps import (
        LEAST_OPTIONS,
        cancel_round,
        change_round,
        close_round,
        delete_round,
        let_in,
        new_round,
        open_round,
        reopen_round,
        reveal_round,
    )
    from canvas_files.tally import Tally
    from canvas_files.voter_ids import hand_voter_id, voter_id

else:

    def __getattr__(name: str) -> object:
        """What makes and counts votes is loaded when something of it is asked for: most workshops have no round."""
        if name in __all__:
            from canvas_files import after_a_round, ballots, hands, options, ranking, round_steps, tally, voter_ids

            parts = (ballots, ranking, options, round_steps, hands, after_a_round, tally, voter_ids)
            globals()[name] = found = next(vars(part)[name] for part in parts if name in vars(part))
            return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
