"""The laptop that goes round: who is next says so, votes alone with the own dots in view, and hides all again. Nobody
here sees what others voted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from canvas_files import rounds
from canvas_files.problems import Problem
from canvas_files.rounds import Round
from plakbord.session import Session
from plakbord.window.icons import Icons
from plakbord.window.voting.clock import Clock
from plakbord.window.voting.cover import Cover
from plakbord.window.voting.kiosk_ballot import KioskBallot
from plakbord.window.voting.kiosk_board import KioskBoard
from plakbord.window.voting.kiosk_who import FACILITATOR, KioskWho
from plakbord.words import Words

MakeBoard = Callable[[str, Round], KioskBoard]
"""Makes a board of the sheet with that id."""


class Kiosk(Cover):
    """Works on one open round until it is left or the round is closed. `person` is who votes now, "" nobody."""

    voted = Signal()

    def __init__(
        self, window: QWidget, session: Session, voted_in: Round, make: MakeBoard, clock: Clock, t: Words, icons: Icons
    ) -> None:
        super().__init__(window, t("vote.way.kiosk"))
        self._session = session
        self._round = voted_in
        self._t = t
        self.person = ""
        self._voter = ""
        self.who = KioskWho(voted_in, t, icons)
        sheets = list(dict.fromkeys(option.sheet for option in voted_in.options))
        self.ballot = KioskBallot(voted_in, [partial(make, each, voted_in) for each in sheets], clock, t, icons)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.who)
        self._pages.addWidget(self.ballot)
        self.who.chosen.connect(self.begin)
        self.who.left.connect(self.leave)
        self.ballot.placed.connect(self.place)
        self.ballot.taken.connect(self.take)
        self.ballot.finished.connect(self.finish)

    @property
    def _fresh(self) -> Round:
        return rounds.round_of(self._session.store.records, self._round)

    def open(self) -> None:
        """Shows itself, ready for the next person."""
        super().open()
        self._show_who()

    def follow(self) -> None:
        """The document changed: a round that is not open any more cannot be voted in."""
        record = self._session.store.records.get(self._round.id)
        if not isinstance(record, Round) or record.state != "open":
            self.leave()
        elif self.person:
            self._show_dots()

    def begin(self, person: str) -> None:
        """It is this person's turn. Who was here before finds the own dots back; in a secret round not after being
        done, for whoever holds the laptop could say to be that person."""
        try:
            self._let_in(person)
            self._voter = self._session.voter_id(self._round.id, person)
            before = self._session.store.records.get(self._voter)
            if self._round.secret and isinstance(before, rounds.Voter) and before.done:
                self.who.say(self._t("vote.kiosk.final", name=self.who.name_of(person)))
                return
            rounds.begin(self._session.store, self._round.id, self._voter, "kiosk", person)
        except Problem as problem:
            self.who.say(problem.sentence(self._t.language))
            return
        self.person = person
        self._pages.setCurrentWidget(self.ballot)
        self.ballot.welcome(self.who.name_of(person))
        self._show_dots()
        self.ballot.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self, note: str) -> None:
        """One more dot on the option of that note."""
        self._try(
            lambda: rounds.place_dot(self._session.store, self._round.id, self._voter, note, "kiosk", self.person)
        )

    def take(self, note: str) -> None:
        """One own dot back."""
        self._try(lambda: rounds.take_dot_back(self._session.store, self._round.id, self._voter, note))

    def finish(self) -> None:
        """Done: the dots are hidden, and the next person can come."""
        if not self.person:
            return
        self._try(lambda: rounds.done(self._session.store, self._round.id, self._voter))
        self.person = self._voter = ""
        self.ballot.hide_dots()
        self._show_who()
        self.voted.emit()

    def leave(self) -> None:
        """The dots are not left in view."""
        self.person = ""
        super().leave()

    def press(self, event: QKeyEvent) -> bool:
        if self.person:
            return self.ballot.press(event)
        return self.who.press(event)

    def _let_in(self, person: str) -> None:
        """Somebody who came late, and whose name was not on the list, is on it from now on."""
        voted_in = self._fresh
        if voted_in.names and person not in (*voted_in.names, FACILITATOR):
            names = [*voted_in.names, person]
            people = len(names) + voted_in.facilitator_votes
            rounds.let_in(self._session.store, voted_in.id, names=names, people=people)

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
            self.ballot.say("")
        except Problem as problem:
            self.ballot.say(problem.sentence(self._t.language))
        if self.person:
            self._show_dots()

    def _show_dots(self) -> None:
        records, voted_in = self._session.store.records, self._fresh
        ballot = rounds.ballot_of(records, voted_in, self._voter)
        self.ballot.show_ballot(ballot, rounds.dots_left(records, voted_in, self._voter))

    def _show_who(self) -> None:
        records, voted_in = self._session.store.records, self._fresh
        self.who.show_round(voted_in, self._done_people(voted_in), rounds.done_count(records, voted_in))
        self._pages.setCurrentWidget(self.who)
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done_people(self, voted_in: Round) -> dict[str, bool]:
        """Who is done, and who only began, of the people that this page offers."""
        found: dict[str, bool] = {}
        for person in self.who.people(voted_in):
            try:
                voter = self._session.store.records.get(self._session.voter_id(voted_in.id, person))
            except Problem:
                return found  # the page says so when somebody begins
            if isinstance(voter, rounds.Voter):
                found[person] = voter.done
        return found
