"""Stands where the window's voting stands: it remembers the round at hand, the plan of one, and what it was asked."""

from __future__ import annotations

from canvas_files.rounds import Round, rounds
from plakbord.actions.round_plan import Plan
from plakbord.session import Session


class PlainVoting:
    """`agrees` is the answer to whether somebody is sure."""

    def __init__(self, session: Session, asked: list[str]) -> None:
        self._session = session
        self.asked = asked
        self.plan: Plan | None = None
        self.planned = ""
        self.keep = 1
        self.sticking = False
        self.agrees = True
        self.chosen = ""

    @property
    def round(self) -> Round | None:
        there = rounds(self._session.store.records)
        return next((each for each in there if each.id == self.chosen), there[-1] if there else None)

    @property
    def shows_dots(self) -> bool:
        shown = self._session.votes_shown.round
        return shown is not None and self.round is not None and shown.id == self.round.id

    def plan_now(self) -> Plan | None:
        return self.plan

    def choose(self, round_id: str) -> None:
        self.plan, self.planned, self.chosen = None, "", round_id
        self._session.votes_shown.choose(round_id)

    def set_up(self, plan: Plan, planned: str = "") -> None:
        self.plan, self.planned = plan, planned

    def opened(self, voted_in: Round, keep: int = 0) -> None:
        self.choose(voted_in.id)
        self.keep = keep or self.keep

    def show_dots(self, on: bool) -> None:
        here = self.round
        self._session.votes_shown.choose(here.id if on and here is not None else "")

    def show_alike(self) -> None:
        self.asked.append("alike")

    def read_through(self) -> None:
        self.asked.append("read_through")

    def kiosk(self) -> None:
        self.asked.append("kiosk")

    def hands(self) -> None:
        self.asked.append("hands")

    def paper(self) -> None:
        self.asked.append("paper")

    def free(self) -> None:
        self.asked.append("free")

    def correct(self) -> None:
        self.asked.append("correct")

    def reveal_slowly(self) -> None:
        self.asked.append("reveal_slowly")

    def save_results(self) -> None:
        self.asked.append("save_results")

    def print_ballots(self, copies: int = 0) -> None:
        self.asked.append(f"print_ballots {copies}")

    def agree(self, key: str, **values: object) -> bool:
        self.asked.append(key)
        return self.agrees

    def say(self, key: str, **values: object) -> None:
        self.asked.append(key)
