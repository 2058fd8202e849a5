"""Reading votes: the rounds of a workshop, who has how many dots left, how many lie on what. Nothing here changes
anything, and nothing here hides anything: what may be shown when is for who shows it (see may_be_shown)."""

from __future__ import annotations

from collections.abc import Mapping

from canvas_files.problems import Problem
from canvas_files.queries import Records
from canvas_files.records import Correction, Dot, Option, Record, Round, Voter, dot_id

Ballots = dict[str, dict[str, int]]
"""Voter -> note of an option -> dots."""


def rounds(records: Records) -> list[Round]:
    """All rounds, by number."""
    found = [record for record in records.values() if isinstance(record, Round)]
    return sorted(found, key=lambda each: (each.number, each.id))


def open_rounds(records: Records) -> list[Round]:
    """The rounds in which people can vote now, by number."""
    return [each for each in rounds(records) if each.state == "open"]


def round_of(records: Records, which: Round | str) -> Round:
    """The round as it is now. Raises Problem when it is not there (any more)."""
    record = records.get(which if isinstance(which, str) else which.id)
    if not isinstance(record, Round):
        raise Problem("round_gone")
    return record


def round_by_number(records: Records, number: int) -> Round:
    """The round that people call so. Raises Problem."""
    everyone = rounds(records)
    for each in everyone:
        if each.number == number:
            return each
    if not everyone:
        raise Problem("no_rounds")
    raise Problem("unknown_round", round=number, rounds=", ".join(str(each.number) for each in everyone))


def may_be_shown(voted_in: Round) -> bool:
    """Whether totals may be seen, by the facilitator or anybody."""
    return voted_in.state == "revealed" or (voted_in.open_count and voted_in.state in ("open", "closed"))


def option_of(voted_in: Round, note_id: str) -> Option | None:
    """The option that a note is, or is a part of."""
    return next((option for option in voted_in.options if note_id == option.note or note_id in option.notes), None)


def option_numbered(voted_in: Round, number: int) -> Option:
    """The option with that number. Raises Problem."""
    options = voted_in.options
    if 1 <= number <= len(options) and options[number - 1].number == number:
        return options[number - 1]
    found = next((option for option in options if option.number == number), None)
    if found is None:
        raise Problem("unknown_option", option=number, round=voted_in.number, count=len(options))
    return found


def voters(records: Records, voted_in: Round) -> list[Voter]:
    """Everybody who voted or began to, by id: which says nothing about who came first."""
    found = [record for record in records.values() if isinstance(record, Voter) and record.round == voted_in.id]
    return sorted(found, key=lambda voter: voter.id)


def dots_of(records: Records, voted_in: Round, voter: str) -> list[Dot]:
    """The dots of one voter that count, by slot."""
    present = records.get(voter)
    if not isinstance(present, Voter) or present.round != voted_in.id:
        return []
    found = (records.get(dot_id(voted_in.id, voter, slot)) for slot in range(voted_in.dots))
    return [dot for dot in found if isinstance(dot, Dot) and dot.round == voted_in.id and dot.voter == voter]


def ballot_of(
    records: Records, voted_in: Round, voter: str, among: Mapping[str, Option] | None = None
) -> dict[str, int]:
    """How many dots the voter has on which options, by the options' notes, in their order. What a damaged file holds
    beyond the rules does not count."""
    options = among if among is not None else options_by_note(voted_in)
    counted: dict[str, int] = {}
    for dot in dots_of(records, voted_in, voter):
        if dot.note in options and counted.get(dot.note, 0) < voted_in.most:
            counted[dot.note] = counted.get(dot.note, 0) + 1
    return dict(sorted(counted.items(), key=lambda item: options[item[0]].number))


def options_by_note(voted_in: Round) -> dict[str, Option]:
    """The options by what dots point to."""
    return {option.note: option for option in voted_in.options}


def dots_left(records: Records, voted_in: Round, voter: str) -> int:
    """How many dots a voter can still place; all of them for who has not begun."""
    return voted_in.dots - sum(ballot_of(records, voted_in, voter).values())


def ballots(records: Records, voted_in: Round) -> Ballots:
    """What everybody voted, by voter id."""
    options = options_by_note(voted_in)
    return {voter.id: ballot_of(records, voted_in, voter.id, options) for voter in voters(records, voted_in)}


def totals(records: Records, voted_in: Round) -> dict[str, int]:
    """The dots on every option, by the options' notes; also those on which nobody put any."""
    found = dict.fromkeys(options_by_note(voted_in), 0)
    for ballot in ballots(records, voted_in).values():
        for note, dots in ballot.items():
            found[note] += dots
    return found


def not_counted(records: Records, voted_in: Round) -> int:
    """How many dots of a round do not count, because a damaged file holds more than the rules allow."""
    present = sum(isinstance(record, Dot) and record.round == voted_in.id for record in records.values())
    return present - sum(totals(records, voted_in).values())


def corrections(records: Records, voted_in: Round) -> list[Correction]:
    """What the facilitator changed in people's votes."""
    found = [record for record in records.values() if isinstance(record, Correction) and record.round == voted_in.id]
    return sorted(found, key=lambda each: each.id)


def votes_on(records: Records, note_id: str, voted_in: Round) -> int:
    """The dots on the option that a note is or is a part of."""
    option = option_of(voted_in, note_id)
    return 0 if option is None else totals(records, voted_in)[option.note]


def done_count(records: Records, voted_in: Round) -> int:
    """How many said that they are done."""
    return sum(voter.done for voter in voters(records, voted_in))


def as_voter(record: Record | None, voted_in: Round) -> Voter | None:
    """The record, if it is a voter of that round."""
    return record if isinstance(record, Voter) and record.round == voted_in.id else None
