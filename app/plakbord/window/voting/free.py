"""Sticking dots on the board itself: joins the people who do so, the tool in their hand, and the bar that says whose
turn it is."""

from __future__ import annotations

from collections.abc import Callable

from canvas_files import rounds
from canvas_files.problems import Problem
from canvas_files.rounds import Round
from plakbord.actions.free_dots import FreeDots
from plakbord.board.view import BoardView
from plakbord.board.voted import show_votes
from plakbord.session import Session
from plakbord.sheet.votes import votes_on_notes
from plakbord.window.voting.free_bar import FreeBar
from plakbord.words import Words


class Free:
    """Goes on until it is ended; `say` tells the person why a dot is refused."""

    def __init__(
        self,
        session: Session,
        voted_in: Round,
        board: BoardView,
        t: Words,
        say: Callable[[str], None],
        ready: Callable[[], None],
    ) -> None:
        self._session = session
        self._round = voted_in
        self._t = t
        self._say = say
        self._ready = ready
        self.people = FreeDots(session, voted_in.id)
        self.join(board)

    def join(self, board: BoardView) -> None:
        """Goes on on the board of another sheet."""
        self._board = board
        board.selection.set(())
        board.dots.pick_up(
            lambda note: self._try(self.people.place, note), lambda note: self._try(self.people.take, note)
        )
        self.bar = FreeBar(board, self._round.dots, self._t)
        self.bar.next.connect(self._next)
        self.bar.ready.connect(self._ready)
        self.show()

    def follow(self) -> bool:
        """The document changed; whether people can still stick dots."""
        record = self._session.store.records.get(self._round.id)
        return isinstance(record, Round) and record.state == "open"

    def show(self) -> None:
        """Numbers on the notes, with all dots when the round shows them while it is open, else the person's own."""
        voted_in, records = self.people.round, self._session.store.records
        dots = rounds.totals(records, voted_in) if rounds.may_be_shown(voted_in) else self.people.ballot
        show_votes(self._board, votes_on_notes(voted_in, dots))
        self.bar.show_person(self.people.person, self.people.left)

    def end(self, *, finish: bool = True) -> None:
        """The tool is put away; who was sticking is done, unless the workshop was left."""
        if finish and self.follow():
            self.people.finish()
        self._board.dots.put_down()
        self.bar.hide()
        self.bar.deleteLater()

    def _next(self) -> None:
        self._try(lambda _: self.people.next_person(), "")

    def _try(self, work: Callable[[str], None], note: str) -> None:
        try:
            work(note)
        except Problem as problem:
            self._say(problem.sentence(self._t.language))
        if self.follow():
            self.show()
