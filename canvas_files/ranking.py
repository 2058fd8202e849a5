"""What a round came to: the ranking with its ties, how many dots were given and not, how they came in, and where a line
between what stays and what goes would fall. Never says who voted what."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from canvas_files.problems import Problem
from canvas_files.queries import Records
from canvas_files.records import Option, Round, Way
from canvas_files.votes import Ballots, ballots, corrections, round_of, rounds, voters

WAYS: tuple[Way, ...] = ("kiosk", "phone", "hands", "paper", "free")
MOST_IN_RUN_OFF = 4


class Rank(Struct, frozen=True):
    """One line of a ranking: `place` counts 1, 2, 2, 4; `voters` are the people who put dots on it; `tied` says that
    others have as many dots, and more than none."""

    place: int
    option: Option
    dots: int
    voters: int
    tied: bool


class Count(Struct, frozen=True):
    """People and dots that came in one way; `done` are the people who said so."""

    voters: int
    done: int
    dots: int


class Results(Struct, frozen=True):
    """A whole result: dots given and unused, by those who voted. `people` is the head count, 0 when unknown."""

    round: Round
    ranks: tuple[Rank, ...]
    given: int
    unused: int
    voters: int
    people: int
    by_way: dict[Way, Count]
    corrections: int = 0


class Cut(Struct, frozen=True):
    """Where a line falls: what stays, what goes, and the options on the line that would be parted, so that all of them
    stay; with more than one of them a run-off can decide."""

    kept: tuple[Rank, ...]
    parked: tuple[Rank, ...]
    tied: tuple[Rank, ...]


def ranking(records: Records, voted_in: Round) -> list[Rank]:
    """The options, most dots first; those with as many by number."""
    return ranked(voted_in, ballots(records, voted_in))


def ranked(voted_in: Round, everybody: Ballots) -> list[Rank]:
    """The ranking that ballots come to."""
    dots = dict.fromkeys((option.note for option in voted_in.options), 0)
    people = dict(dots)
    for ballot in everybody.values():
        for note, count in ballot.items():
            dots[note] += count
            people[note] += 1
    return _ranks(voted_in.options, dots, people)


def _ranks(options: list[Option], dots: Mapping[str, int], people: Mapping[str, int]) -> list[Rank]:
    ordered = sorted(options, key=lambda option: (-dots[option.note], option.number))
    counts = [dots[option.note] for option in ordered]
    places: dict[int, int] = {}
    for place, count in enumerate(counts, start=1):
        places.setdefault(count, place)
    shared = {count for at, count in enumerate(counts[1:]) if count and counts[at] == count}
    return [
        Rank(places[count], option, count, people[option.note], count in shared)
        for option, count in zip(ordered, counts, strict=True)
    ]


def final_ranking(records: Records, voted_in: Round) -> list[Rank]:
    """The ranking, with ties in the order that a run-off decided, when there was one; what that left tied stays so."""
    ranks = ranking(records, voted_in)
    for later in rounds(records):  # a damaged file may hold a circle of run-offs, but numbers only go up
        if later.runoff_of == voted_in.id and later.state == "revealed" and later.number > voted_in.number:
            ranks = _decided(ranks, final_ranking(records, later))
    return ranks


def _decided(ranks: list[Rank], run_off: list[Rank]) -> list[Rank]:
    """Puts the lines that a run-off was about in its order, when it was about all that share one place."""
    place_of = {note: rank.place for rank in run_off for note in rank.option.notes}
    better = {rank.option.note: place_of[note] for rank in ranks for note in rank.option.notes if note in place_of}
    firsts = {rank.place for rank in ranks if rank.option.note in better}
    tied = [rank for rank in ranks if rank.place in firsts]
    if len(firsts) != 1 or any(rank.option.note not in better for rank in tied):
        return ranks
    tied.sort(key=lambda rank: (better[rank.option.note], rank.option.number))
    order = [better[rank.option.note] for rank in tied]
    first = min(firsts)
    settled = [
        Rank(first + order.index(place), rank.option, rank.dots, rank.voters, order.count(place) > 1)
        for rank, place in zip(tied, order, strict=True)
    ]
    return [*ranks[: first - 1], *settled, *ranks[first - 1 + len(settled) :]]


def results(records: Records, which: Round | str) -> Results:
    """Everything that may be told of a round. Raises Problem before it is revealed."""
    voted_in = round_of(records, which)
    if voted_in.state != "revealed":
        raise Problem(f"results_{voted_in.state}", round=voted_in.number)
    everybody = ballots(records, voted_in)
    given = sum(sum(ballot.values()) for ballot in everybody.values())
    return Results(
        round=voted_in,
        ranks=tuple(ranked(voted_in, everybody)),
        given=given,
        unused=len(everybody) * voted_in.dots - given,
        voters=len(everybody),
        people=voted_in.people,
        by_way=audit(records, voted_in),
        corrections=len(corrections(records, voted_in)),
    )


def audit(records: Records, voted_in: Round) -> dict[Way, Count]:
    """How many people and dots came in which way; only ways that were used. Dots are 0 until the round is closed."""
    everybody = ballots(records, voted_in) if voted_in.state in ("closed", "revealed") else {}
    found: dict[Way, Count] = {}
    present = voters(records, voted_in)
    for way in WAYS:
        those = [voter for voter in present if voter.way == way]
        if those:
            dots = sum(sum(everybody.get(voter.id, {}).values()) for voter in those)
            found[way] = Count(len(those), sum(voter.done for voter in those), dots)
    return found


def tied_for(records: Records, voted_in: Round, keep: int = 1) -> list[Rank]:
    """The options among which it is not decided which are the best `keep`: none when it is."""
    return list(cut(records, voted_in, keep).tied)


def cut(records: Records, voted_in: Round, keep: int) -> Cut:
    """Where the line falls when the best `keep` stay, run-offs counted. Whatever has as many dots as the last that
    stays, stays too: nobody chose between them."""
    ranks = final_ranking(records, voted_in)
    last = ranks[min(keep, len(ranks)) - 1].place if keep > 0 and ranks else 0
    kept = [rank for rank in ranks if rank.place <= last]
    on_line = [rank for rank in kept if rank.place == last] if len(kept) > keep else []
    return Cut(tuple(kept), tuple(ranks[len(kept) :]), tuple(on_line))
