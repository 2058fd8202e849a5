"""Storms: phones that stop reading, everybody coming back at once, a bad neighbour, and 30,000 votes counted twice."""

from __future__ import annotations

import sys
import time

from benchmarks.phone_runs import Figures, at, shared, sharing
from benchmarks.timing import Row, Target
from helpers.counted_votes import HASTY, disagreements

SOME, DEAF = 120, 20
ALL = 1_000
VOTES, VOTERS = 30_000, 60
RUNS = 3
TWICE = Target(2, 2.0)
"""Two milliseconds more, because a quiet room answers in less than one."""
BACK_SECONDS = 5.0
HELD = Target(1)


def storms() -> list[Row]:
    """What others do may cost a phone at most twice the time, and nobody a vote."""
    quiet = best([shared(SOME, writing=True) for _ in range(RUNS)])
    deaf = best([shared(SOME, writing=True, deaf=DEAF) for _ in range(RUNS)])
    bad = best([shared(SOME, writing=True, bad=True) for _ in range(RUNS)])
    return [
        *beside(f"{DEAF} of {SOME} stop reading", deaf, quiet),
        *beside("a bad neighbour", bad, quiet),
        all_back(),
        counted(),
    ]


def best(found: list[Figures]) -> Figures:
    """The run that was disturbed least."""
    return min(found, key=lambda one: at(one["acknowledged"], 99))


def beside(case: str, storm: Figures, quiet: Figures) -> list[Row]:
    """The others in a storm, beside the same phones without."""
    lost = storm["unanswered"]
    return [
        Row(
            "phones",
            f"{case}: acknowledged p{percent}, {lost} lost",
            SOME,
            at(storm["acknowledged"], percent),
            at(storm["acknowledged"], 99),
            at(quiet["acknowledged"], percent),
            TWICE,
        )
        for percent in (50, 99)
    ]


def all_back() -> Row:
    """A thousand phones lose their line at the same moment, and are all back as who they were."""
    figures = shared(ALL, again=True)
    took = figures["again"] * 1000
    case = "all back at once" if figures["same"] else "all back at once, NOT as who they were"
    return Row("phones", case, ALL, took, took, BACK_SECONDS * 1000 if figures["same"] else 0.001, HELD)


def counted() -> Row:
    """What the laptop counts and what every phone was told, after replays and lost lines."""
    start = time.perf_counter()
    with sharing(VOTERS, **HASTY) as (one, _):
        wrong = disagreements(one, VOTERS, VOTES)
    for line in wrong:
        print(line, file=sys.stderr)
    took = (time.perf_counter() - start) * 1000
    return Row("phones", f"{VOTES:,} votes, {len(wrong)} wrong", VOTES, took, took, 0.001 if wrong else took, HELD)
