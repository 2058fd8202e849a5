"""Voting by phone: a person's own dots, and the round as everybody may see it. The rules of a round are the
document's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from canvas_files import rounds
from canvas_files.change import Change
from canvas_files.document import Document
from canvas_files.problems import Problem
from canvas_files.records import Round
from plakbord.live.refusal import No, Why
from plakbord.live.setup import Mode

View = dict[str, Any]
_STATES = ("open", "closed", "revealed")
_WHY: Mapping[str, Why] = MappingProxyType(
    {
        "no_dots_left": "budget",
        "too_many_dots": "budget",
        "full_option": "most",
        "too_many_on_one": "most",
        "unknown_option": "option",
        "not_an_option": "option",
        "round_gone": "round",
        "round_is_setup": "closed",
        "round_is_closed": "closed",
        "round_is_revealed": "closed",
        "round_is_cancelled": "closed",
    }
)


class Ballots:
    """`voter` gives the id of a voter in a round for who somebody is."""

    def __init__(self, document: Document, voter: Callable[[str, str], str]) -> None:
        self._document = document
        self._store = document.store
        self._voter = voter
        self._tally = rounds.Tally(self._store)
        self._found: list[Round] | None = None
        self._ids: dict[tuple[str, str], str] = {}
        self._options: tuple[Round, list[View]] | None = None

    def close(self) -> None:
        """Stops counting."""
        self._tally.forget()

    def shown(self, mode: Mode) -> Round | None:
        """The round that phones show: the open one, or the last that was voted in."""
        if self._found is None:
            self._found = [each for each in rounds.rounds(self._store.records) if each.state in _STATES]
        found = self._found
        opened = [each for each in found if each.state == "open"]
        if opened:
            return opened[-1]
        return found[-1] if found and mode in ("vote", "results") else None

    def round_of(self, round_id: str) -> Round:
        """The round that is meant. Raises No."""
        found = self._store.records.get(round_id)
        if not isinstance(found, Round) or found.state not in _STATES:
            raise No("round")
        return found

    def view(self, shown: Round | None) -> View | None:
        """The round as everybody may see it."""
        if shown is None:
            return None
        return {
            "id": shown.id,
            "number": shown.number,
            "title": shown.title,
            "state": shown.state,
            "dots": shown.dots,
            "most": shown.most,
            "secret": shown.secret,
            "options": self._options_of(shown),
        }

    def totals(self, shown: Round | None) -> View | None:
        """The dots on every option by its number, as long as they may be seen."""
        if shown is None or not rounds.may_be_shown(shown):
            return None
        counted = self._tally.totals(shown.id)
        return {str(option.number): counted.get(option.note, 0) for option in shown.options}

    def results(self, shown: Round | None) -> View | None:
        """The ranking, once it is revealed; never who voted what."""
        if shown is None or shown.state != "revealed":
            return None
        found = rounds.results(self._store.records, shown)
        ranking = [
            {
                "place": rank.place,
                "n": rank.option.number,
                "text": rank.option.text,
                "color": rank.option.color,
                "dots": rank.dots,
                "voters": rank.voters,
                "tied": rank.tied,
            }
            for rank in found.ranks
        ]
        counted = {"given": found.given, "unused": found.unused, "people": found.voters}
        return {"round": shown.id, "ranking": ranking, **counted}

    def vote(self, shown: Round | None, who: str) -> View | None:
        """A person's own ballot."""
        if shown is None or (voter := self.id_of(shown, who)) is None:
            return None
        ballot = self._tally.ballot(shown.id, voter)
        present = self._store.records.get(voter)
        return {
            "round": shown.id,
            "dots": {str(option.number): ballot[option.note] for option in shown.options if option.note in ballot},
            "left": shown.dots - sum(ballot.values()),
            "done": isinstance(present, rounds.Voter) and present.done,
            "budget": shown.dots,
        }

    def is_done(self, shown: Round | None, who: str) -> bool:
        """Whether a person said so."""
        if shown is None or (voter := self.id_of(shown, who)) is None:
            return False
        present = self._store.records.get(voter)
        return isinstance(present, rounds.Voter) and present.done

    def counts(self, shown: Round | None) -> tuple[int, int]:
        """How many are done, and how many vote."""
        return (0, 0) if shown is None else (self._tally.done(shown.id), self._tally.voters(shown.id))

    def put(self, voted_in: Round, who: str, name: str, number: int, dots: int) -> None:
        """From now on this person has so many dots on an option. Raises No."""
        voter = self._open_id(voted_in, who)
        try:
            rounds.set_dots(self._store, voted_in.id, voter, number, dots, "phone", name, "phone")
        except Problem as problem:
            raise No(_WHY.get(problem.key, "failed")) from problem

    def done(self, voted_in: Round, who: str, name: str, is_done: bool) -> None:
        """This person is done, or not after all. Raises No."""
        voter = self._open_id(voted_in, who)
        try:
            with self._store.transaction("step.vote", "phone"):
                rounds.begin(self._store, voted_in.id, voter, "phone", name, origin="phone")
                rounds.done(self._store, voted_in.id, voter, is_done, origin="phone")
        except Problem as problem:
            raise No(_WHY.get(problem.key, "failed")) from problem

    def _open_id(self, voted_in: Round, who: str) -> str:
        if self._store.read_only:
            raise No("looking")
        voter = self.id_of(voted_in, who)
        if voter is None:
            raise No("closed")
        return voter

    def follow(self, change: Change) -> None:
        """The document changed."""
        if any(isinstance(record, Round) for record in change.records()):
            self._found = None
            self._ids.clear()

    def id_of(self, voted_in: Round, who: str) -> str | None:
        """The voter that somebody is. None when the key of a secret round is gone, as it is after the reveal: then
        nobody can tell any more."""
        known = self._ids.get((voted_in.id, who))
        if known is None:
            try:
                known = self._ids[voted_in.id, who] = self._voter(voted_in.id, who)
            except (Problem, ValueError, LookupError):
                return None
        return known

    def _options_of(self, shown: Round) -> list[View]:
        if self._options is None or self._options[0].options is not shown.options or self._options[0].id != shown.id:
            fields = [
                {"n": each.number, "text": each.text, "color": each.color, "sheet": each.sheet, "block": each.zone}
                for each in shown.options
            ]
            self._options = (shown, fields)
        return self._options[1]
