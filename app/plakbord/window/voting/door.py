"""Voting as the window shows it: the round at hand, its timer, the panel, and the covers on which people vote. What a
round may do is for canvas_files; what an action does to it for the actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtWidgets import QMainWindow

from canvas_files import rounds
from canvas_files.change import Change
from canvas_files.problems import Problem
from canvas_files.rounds import Round
from plakbord.actions import round_plan
from plakbord.actions.round_plan import Plan
from plakbord.board.voted import show_votes
from plakbord.session import Session
from plakbord.sheet.votes import votes_on_notes
from plakbord.window.clipping import Clipping
from plakbord.window.panels.side import SidePanels
from plakbord.window.stage import Kit, Stage
from plakbord.window.voting.clock import Clock
from plakbord.window.voting.covers import Covers, CoverWindow

if TYPE_CHECKING:
    from plakbord.window.voting.cover import Cover
    from plakbord.window.voting.free import Free

PANEL = "voting"


class VotingWindow(CoverWindow, Protocol):
    """What voting needs of its window."""

    def tell(self, problem: Problem) -> None: ...
    def show_sheet(self, sheet_id: str) -> None: ...


class RoundPanel(Protocol):
    """What is asked of the panel."""

    @property
    def plan(self) -> Plan: ...
    def write(self) -> None: ...
    def refresh(self) -> None: ...
    def show_paper(self) -> None: ...
    def setFocus(self) -> None: ...


class Voting:
    """Made once for a window; `parent` is the same window, for covers and dialogs."""

    def __init__(
        self, window: VotingWindow, parent: QMainWindow, kit: Kit, panels: SidePanels, clipboard: Clipping
    ) -> None:
        self._window = window
        self._parent = parent
        self._kit = kit
        self._panels = panels
        self._clipboard = clipboard
        self._session: Session | None = None
        self._leave: Callable[[], None] | None = None
        self._free: Free | None = None
        self._keeps: dict[str, int] = {}
        self.plan: Plan | None = None
        """The round that is being set up in the panel; None when a round of the workshop is looked at."""
        self._chosen = ""
        self._aside: tuple[Plan | None, str] = (None, "")
        self.planned = ""
        """The round in the document that it is the plan of; a new one has none yet."""
        self.clock = Clock(parent)
        self.clock.over.connect(lambda: self.say("vote.time.is_over"))
        self.covers = Covers(window, parent, kit, self.clock, self._uncovered)

    @property
    def cover(self) -> Cover | None:
        """The cover that lies over the window now."""
        return self.covers.current

    # The round at hand

    @property
    def round(self) -> Round | None:
        """The round that actions are about: the chosen one, else one that is open, else the last."""
        record = self._window.session.store.records.get(self._chosen)
        if isinstance(record, Round):
            return record
        there = self._window.session.votes_shown.rounds
        running = [each for each in there if each.state == "open"]
        return (running or there)[-1] if there else None

    @property
    def keep(self) -> int:
        """How many of the round at hand are to stay: what somebody chose, else what its block may hold."""
        voted_in = self.round
        if voted_in is None:
            return 1
        return self._keeps.get(voted_in.id) or round_plan.room_for(self._window.session.document, voted_in)

    def keep_best(self, keep: int) -> None:
        """So many of the round at hand are to stay."""
        if self.round is not None and keep > 0:
            self._keeps[self.round.id] = keep
            self._refresh()

    def choose(self, round_id: str) -> None:
        """Another round is at hand."""
        self.plan, self.planned, self._chosen = None, "", round_id
        self._window.session.votes_shown.choose(round_id)
        self._refresh()

    @property
    def shows_dots(self) -> bool:
        """Whether the round at hand is on the notes of the board."""
        shown, here = self._window.session.votes_shown.round, self.round
        return shown is not None and here is not None and shown.id == here.id

    def show_dots(self, on: bool) -> None:
        """Shows the round at hand on the notes, or takes it off."""
        here = self.round
        self._window.session.votes_shown.choose(here.id if on and here is not None else "")
        self._refresh()

    # The panel

    @property
    def panel(self) -> RoundPanel | None:
        """The panel, while it is open."""
        panel = self._panels.current if self._panels.open_name == PANEL else None
        return cast(RoundPanel, panel) if panel is not None else None

    def set_up(self, plan: Plan, planned: str = "") -> None:
        """Lets the person make a round of a plan in the panel."""
        self.plan, self.planned = plan, planned
        if self._panels.open_name != PANEL:
            self._panels.open(PANEL)
        else:
            self._refresh()
        if self.panel is not None:
            self.panel.write()

    def plan_now(self) -> Plan | None:
        """The plan as it stands in the panel; None when nothing is being set up."""
        if self.plan is not None and self.panel is not None:
            self.plan = self.panel.plan
        return self.plan

    def opened(self, voted_in: Round, keep: int = 0) -> None:
        """A round was opened: it is at hand, and its timer runs."""
        if keep:
            self._keeps[voted_in.id] = keep
        self._window.stage.selection.set(())
        self.choose(voted_in.id)
        self._panels.open(PANEL)
        self.clock.start(voted_in.id, voted_in.seconds)

    def lay_aside(self) -> None:
        """The panel is closed: what is being set up waits there, and actions are about the round at hand."""
        if self.plan is not None:
            self._aside = self.plan, self.planned
            self.plan, self.planned = None, ""

    def take_up(self) -> None:
        """The panel is open again: what was being set up goes on, unless people are voting."""
        voted_in = self.round
        if self.plan is None and not (voted_in is not None and voted_in.state == "open"):
            self.plan, self.planned = self._aside
        self._aside = None, ""

    # The ways in

    def read_through(self) -> None:
        """The options large on the window, one by one."""
        plan, voted_in, document = self.plan_now(), self.round, self._window.session.document
        if plan is None and voted_in is not None and voted_in.state == "setup":
            plan = round_plan.planned(voted_in)
        if plan is not None:
            options, title = round_plan.options_of(document, plan), plan.title
        elif voted_in is not None:
            options, title = voted_in.options, voted_in.title
        else:
            return
        if options:
            self._cover(lambda: self.covers.read_through(title, options))

    def kiosk(self) -> None:
        """The laptop goes round."""
        voted_in = self.round
        if voted_in is not None:
            self._cover(lambda: self.covers.kiosk(voted_in))

    def hands(self) -> None:
        """Hands are raised and counted."""
        voted_in = self.round
        if voted_in is not None:
            self._cover(lambda: self.covers.hands(voted_in))

    def paper(self) -> None:
        """Ballots are printed and entered in the panel."""
        self.plan = None
        self._panels.open(PANEL)
        if self.panel is not None:
            self.panel.show_paper()

    def free(self) -> None:
        """People stick dots on the board themselves, or are ready with that."""
        from plakbord.window.voting.free import Free

        voted_in, window = self.round, self._window
        if self._free is not None:
            self._end_free()
        elif voted_in is not None:
            self._free = Free(window.session, voted_in, window.stage.board, window.t, self._say_words, self._end_free)
        self._refresh()

    def reveal_slowly(self) -> None:
        """The result of the round at hand on the whole window, from the bottom up."""
        voted_in = self.round
        if voted_in is not None and voted_in.state == "revealed":
            self._cover(lambda: self.covers.reveal(voted_in))

    @property
    def sticking(self) -> bool:
        """Whether people stick dots on the board now."""
        return self._free is not None

    # Files and words

    def save_results(self) -> None:
        """Writes the results as a table where the person chooses."""
        from plakbord.window.voting.files import save_results

        if self.round is not None:
            name = save_results(self._parent, self._window.session, self.round, self._window.t)
            if name:
                self.say("vote.saved", name=name)

    def print_ballots(self, copies: int = 0) -> None:
        """Writes the paper ballots where the person chooses, and shows them."""
        from plakbord.window.voting.files import save_ballots

        if self.round is not None:
            name = save_ballots(self._parent, self._window.session, self._kit, self.round, copies, self._window.t)
            if name:
                self.say("vote.saved", name=name)

    def agree(self, key: str, **values: object) -> bool:
        """Whether the person really wants something that cannot be taken back."""
        from plakbord.window.dialogs import ask_sure

        return ask_sure(self._parent, key, self._window.t, **values)

    def show_alike(self) -> None:
        """The options that say nearly the same, to be stacked before the vote."""
        from plakbord.window.voting.alike import AlikeDialog

        plan = self.plan_now()
        if plan is not None:
            options = round_plan.options_of(self._window.session.document, plan)
            pairs = rounds.look_alikes(self._window.session.store.records, options)
            AlikeDialog(self._parent, pairs, self._stack, self._window.t).exec()
            self._refresh()

    def _stack(self, sheet_id: str, notes: list[str]) -> None:
        """Stacks notes on a sheet, which is shown."""
        from plakbord.actions.meaning import stack

        self._window.show_sheet(sheet_id)
        self._window.stage.selection.set(notes)
        stack(self._window.stage)

    def correct(self) -> None:
        """The facilitator's correction of somebody's ballot, which is recorded."""
        from plakbord.window.voting.correction import CorrectionDialog

        if self.round is not None:
            CorrectionDialog(self._parent, self._window.session, self.round, self._window.t).exec()

    def say(self, key: str, **values: object) -> None:
        """A passing remark."""
        self._say_words(self._window.t(key, **values))

    def _say_words(self, words: str) -> None:
        self._clipboard.notice.say(words)

    # What the window goes through

    def join(self, stage: Stage) -> None:
        """Another sheet is shown, perhaps of another workshop."""
        if self._session is not stage.session:
            self._meet(stage.session)
        if self._free is not None:
            self._free.join(stage.board)
        self._show_votes()

    def follow(self, change: Change) -> None:
        """The document changed."""
        if not any(isinstance(record, rounds.Round | rounds.Dot | rounds.Voter) for record in change.records()):
            return
        record = self._window.session.store.records.get(self.clock.round_id)
        if self.clock.round_id and not (isinstance(record, Round) and record.state == "open"):
            self.clock.stop()
        if self._free is not None and not self._free.follow():
            self._end_free()
        self.covers.follow()

    def _meet(self, session: Session) -> None:
        """Another workshop: nothing of the one before goes on."""
        if self._leave is not None:
            self._leave()
        self._session = session
        self._leave = session.votes_shown.listen(self._show_votes)
        self.clock.stop()
        self._end_free(finish=False)
        self.covers.leave()
        self.plan, self.planned, self._chosen = None, "", ""  # last: what goes away may still show itself once
        self._aside = None, ""
        self._keeps = {}

    def _show_votes(self) -> None:
        """Numbers and dots on the notes of the board, as far as they may be seen."""
        if self._free is not None:
            self._free.show()
            return
        shown, board = self._window.session.votes_shown, self._window.stage.board
        show_votes(board, votes_on_notes(shown.round, shown.dots) if shown.round is not None else {})

    def _end_free(self, *, finish: bool = True) -> None:
        free, self._free = self._free, None
        if free is not None:
            free.end(finish=finish)
            self._show_votes()
            self._refresh()

    def _cover(self, show: Callable[[], None]) -> None:
        """Lays a cover over the window, or tells why not."""
        self._end_free()
        try:
            show()
        except Problem as problem:
            self._window.tell(problem)

    def _uncovered(self) -> None:
        self._refresh()
        if self.panel is None:
            self._window.stage.board.setFocus()
        else:
            self.panel.setFocus()

    def _refresh(self) -> None:
        if self.panel is not None:
            self.panel.refresh()
