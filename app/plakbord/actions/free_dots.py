"""Dots that people stick on the board themselves, one person after the other, in an informal vote: who is sticking now,
and whose turn it is next. The rules of the round hold for each of them."""

from __future__ import annotations

from canvas_files import rounds
from canvas_files.problems import Problem
from canvas_files.rounds import Round, Voter
from plakbord.session import Session


class FreeDots:
    """The people who stick dots in one open round; `person` counts from 1."""

    def __init__(self, session: Session, round_id: str) -> None:
        self._session = session
        self.round_id = round_id
        self.person = 1
        while self._is_done(self.person):
            self.person += 1

    @property
    def round(self) -> Round:
        """The round as it is now. Raises Problem when it is gone."""
        return rounds.round_of(self._session.store.records, self.round_id)

    @property
    def left(self) -> int:
        """The dots that the person still has."""
        return rounds.dots_left(self._session.store.records, self.round, self._voter(self.person))

    @property
    def ballot(self) -> dict[str, int]:
        """The person's own dots, by the options' notes."""
        return rounds.ballot_of(self._session.store.records, self.round, self._voter(self.person))

    def place(self, note_id: str) -> None:
        """One more dot; who has none left is done, and the dot is the next person's. Raises Problem."""
        if self.left == 0:
            self.next_person()
        rounds.place_dot(self._session.store, self.round_id, self._voter(self.person), note_id, "free", self._name)

    def take(self, note_id: str) -> None:
        """One own dot back. Raises Problem."""
        rounds.take_dot_back(self._session.store, self.round_id, self._voter(self.person), note_id)

    def finish(self) -> None:
        """The person who is sticking is done, if there was one."""
        if isinstance(self._session.store.records.get(self._voter(self.person)), Voter):
            rounds.done(self._session.store, self.round_id, self._voter(self.person))

    def next_person(self) -> None:
        """The person is done and the next one comes. Raises Problem when everybody has voted."""
        present = len(rounds.voters(self._session.store.records, self.round))
        here = isinstance(self._session.store.records.get(self._voter(self.person)), Voter)
        if self.round.people and here and present >= self.round.people:
            self.finish()
            raise Problem("everybody_voted", people=self.round.people)
        self.finish()
        self.person += 1

    @property
    def _name(self) -> str:
        return f"free {self.person}"

    def _voter(self, person: int) -> str:
        return self._session.voter_id(self.round_id, f"free {person}")

    def _is_done(self, person: int) -> bool:
        voter = self._session.store.records.get(self._voter(person))
        return isinstance(voter, Voter) and voter.done
