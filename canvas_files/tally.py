"""The totals of all rounds, kept up to date with every change: for windows and phones that show them many times. What
may be shown when is for who asks (votes.may_be_shown)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from canvas_files.change import Change
from canvas_files.records import Dot, Option, Round, Voter
from canvas_files.store import Store
from canvas_files.votes import ballot_of, options_by_note, rounds, voters

_NOTHING: Mapping[str, int] = MappingProxyType({})


class Tally:
    """Listens to a store. Each change costs as much as the ballots it touches, not as the round."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._counts: dict[str, _Counts] = {}
        self.refresh()
        self.forget = store.listen(self._on_change)

    def refresh(self) -> None:
        """Counts everything anew."""
        self._counts = {each.id: _Counts(self._store, each) for each in rounds(self._store.records)}

    def totals(self, round_id: str) -> Mapping[str, int]:
        """The dots on every option, by the options' notes."""
        counts = self._counts.get(round_id)
        return MappingProxyType(counts.totals) if counts else _NOTHING

    def given(self, round_id: str) -> int:
        """All dots placed in a round."""
        counts = self._counts.get(round_id)
        return sum(sum(ballot.values()) for ballot in counts.ballots.values()) if counts else 0

    def dots_left(self, round_id: str, voter: str) -> int:
        """What a voter can still place; a whole budget for who has not begun."""
        counts = self._counts.get(round_id)
        return counts.round.dots - sum(counts.ballots.get(voter, _NOTHING).values()) if counts else 0

    def ballot(self, round_id: str, voter: str) -> Mapping[str, int]:
        """The voter's own dots, by the options' notes."""
        counts = self._counts.get(round_id)
        return MappingProxyType(counts.ballots.get(voter, {})) if counts else _NOTHING

    def voters(self, round_id: str) -> int:
        """How many take part."""
        counts = self._counts.get(round_id)
        return len(counts.ballots) if counts else 0

    def done(self, round_id: str) -> int:
        """How many said that they are done."""
        counts = self._counts.get(round_id)
        return len(counts.done) if counts else 0

    def _on_change(self, change: Change) -> None:
        stale: dict[str, set[str]] = {}
        for record in change.records():
            if isinstance(record, Round):
                self._take(record)
            elif isinstance(record, Dot):
                stale.setdefault(record.round, set()).add(record.voter)
            elif isinstance(record, Voter):
                stale.setdefault(record.round, set()).add(record.id)
        for round_id, who in stale.items():
            counts = self._counts.get(round_id)
            if counts is not None:
                for voter in who:
                    counts.count(self._store, voter)

    def _take(self, record: Round) -> None:
        now, known = self._store.records.get(record.id), self._counts.get(record.id)
        if not isinstance(now, Round):
            self._counts.pop(record.id, None)
        elif known is None or (known.round.options, known.round.dots, known.round.most) != (
            now.options,
            now.dots,
            now.most,
        ):
            self._counts[now.id] = _Counts(self._store, now)
        else:
            known.round = now


class _Counts:
    """What one round comes to."""

    def __init__(self, store: Store, voted_in: Round) -> None:
        self.round = voted_in
        self.options: dict[str, Option] = options_by_note(voted_in)
        self.totals = dict.fromkeys(self.options, 0)
        self.ballots: dict[str, dict[str, int]] = {}
        self.done: set[str] = set()
        for voter in voters(store.records, voted_in):
            self.count(store, voter.id)

    def count(self, store: Store, voter: str) -> None:
        """Takes a voter's ballot as it was out of the totals, and as it is now in."""
        for note, dots in self.ballots.pop(voter, {}).items():
            self.totals[note] -= dots
        self.done.discard(voter)
        present = store.records.get(voter)
        if not isinstance(present, Voter) or present.round != self.round.id:
            return
        self.ballots[voter] = ballot_of(store.records, self.round, voter, self.options)
        for note, dots in self.ballots[voter].items():
            self.totals[note] += dots
        if present.done:
            self.done.add(voter)
