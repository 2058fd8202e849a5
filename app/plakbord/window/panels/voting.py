"""The panel for voting: a round that is being set up, one in which people vote, or what came out of one. Which
round, is for the window's voting."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from canvas_files import queries
from canvas_files.change import Change
from canvas_files.records import Workshop
from canvas_files.rounds import Round
from plakbord.actions.all import BY_ID
from plakbord.actions.round_plan import Plan, plan_for_selection, planned
from plakbord.board.reveal import reveal
from plakbord.window.commands import Commands
from plakbord.window.icons import Icons
from plakbord.window.panels.side import SidePanel
from plakbord.window.stage import Stage
from plakbord.window.voting.door import Voting, VotingWindow
from plakbord.window.voting.outcome import OutcomeView
from plakbord.window.voting.paper import PaperView
from plakbord.window.voting.parts import RoundBox, holds_keyboard, push
from plakbord.window.voting.running import RunningView
from plakbord.window.voting.setup import SetupView
from plakbord.words import Words


class PanelDoors(Protocol):
    """The doors of a window that can vote."""

    @property
    def voting(self) -> Voting: ...


class PanelWindow(VotingWindow, Protocol):
    """What the panel needs of its window."""

    @property
    def doors(self) -> PanelDoors: ...
    @property
    def commands(self) -> Commands: ...


def _is_function_key(key: int) -> bool:
    return Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35


class VotingPanel(SidePanel):
    """Shows the round at hand, or the plan of one."""

    def __init__(self, parent: QMainWindow) -> None:
        self._body = QWidget()
        super().__init__(parent, "voting", self._body)
        self._window = cast(PanelWindow, parent)
        self._voting = self._window.doors.voting
        self._t: Words | None = None
        self._stage: Stage | None = None
        self.rounds = RoundBox()
        self.rounds.setObjectName("voteRounds")
        self.new = push("voteNew")
        self.setup = SetupView()
        self.running = RunningView(self._voting.clock)
        self.outcome = OutcomeView()
        self.paper = PaperView()
        self.pages = QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._lay_out()
        self._join()

    def event(self, event: QEvent) -> bool:
        """Enter, arrows and digits are for the panel while the keyboard is in it, not for the notes that are selected
        on the board; letters, and keys with Ctrl, are shortcuts as everywhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            if not held and not event.text().isalpha() and not _is_function_key(event.key()):
                event.accept()
                return True
        return super().event(event)

    # What it shows

    def dress(self, t: Words, icons: Icons) -> None:
        super().dress(t, icons)
        self._t = t
        self.call(t("vote.panel"))
        self.rounds.setAccessibleName(t("vote.rounds"))
        self.new.setText(t("vote.new"))
        self.new.setIcon(icons("plus"))
        for page in (self.setup, self.running, self.outcome, self.paper):
            page.dress(t, icons)
        if self._stage is not None:
            self.refresh()

    def join(self, stage: Stage) -> None:
        if self._stage is not stage:
            self._stage = stage
            stage.selection.listen(lambda _: self._on_selection(stage))
        self._voting.take_up()
        self.refresh()
        self._on_selection(stage)

    def finish(self) -> None:
        if self._voting.plan is not None:
            self._voting.plan = self.setup.plan

    def leave(self) -> None:
        self._voting.lay_aside()

    def follow(self, change: Change) -> None:
        if self._voting.plan is not None and not all(isinstance(each, Workshop) for each in change.records()):
            self._voting.plan_now()
        self._soon.start()

    def refresh(self) -> None:
        """Shows what is at hand as it is now."""
        voting, stage = self._voting, self._stage
        if self._t is None or stage is None:
            return
        voted_in = voting.round
        self._list_rounds(voted_in)
        if voting.plan is None and voted_in is None:
            voting.plan = self._first_plan(stage)
        if voting.plan is None and voted_in is not None and voted_in.state == "setup":
            voting.plan, voting.planned = planned(voted_in), voted_in.id
        if voting.plan is not None:
            if self.pages.currentWidget() is not self.setup or self.setup.plan != voting.plan:
                self.setup.show_plan(stage.session.document, voting.plan)
            else:
                self.setup.refresh()
            self._turn_to(self.setup)
        elif voted_in is not None:
            self._show(voted_in, stage)

    @property
    def plan(self) -> Plan:
        """The round as it is being set up."""
        return self.setup.plan

    def write(self) -> None:
        """Puts the keyboard where a round is set up."""
        self.setup.setFocus()

    def show_paper(self) -> None:
        """Paper ballots of the round at hand."""
        voted_in = self._voting.round
        if voted_in is not None and voted_in.state == "open" and self._stage is not None:
            self.paper.show_round(self._stage.session, voted_in)
            self._turn_to(self.paper)
            self.paper.setFocus()

    def _show(self, voted_in: Round, stage: Stage) -> None:
        records = stage.session.store.records
        if voted_in.state == "revealed":
            shown = stage.session.votes_shown.round
            self.outcome.show_round(records, voted_in, self._voting.keep, shown is not None and shown.id == voted_in.id)
            self._turn_to(self.outcome)
            return
        self.running.show_round(records, voted_in, voted_in.people)
        if self.pages.currentWidget() is not self.paper or voted_in.state != "open":
            self._turn_to(self.running)

    def _first_plan(self, stage: Stage) -> Plan:
        return plan_for_selection(stage.session.document, stage.layout, stage.selection.ids)

    def _list_rounds(self, voted_in: Round | None) -> None:
        """The rounds of the workshop to choose from, the one at hand chosen."""
        stage, t = self._stage, self._t
        if stage is None or t is None:
            return
        there = stage.session.votes_shown.rounds
        self.rounds.blockSignals(True)
        self.rounds.clear()
        for each in there:
            name, state = t("vote.round.number", number=each.number), t(f"vote.state.{each.state}.short")
            self.rounds.addItem(" · ".join(part for part in (name, state, each.title) if part), each.id)
        if self._voting.plan is not None and not self._voting.planned:
            self.rounds.addItem(t("vote.round.new"), "")
            self.rounds.setCurrentIndex(self.rounds.count() - 1)
        elif voted_in is not None:
            self.rounds.setCurrentIndex(self.rounds.findData(self._voting.planned or voted_in.id))
        self.rounds.blockSignals(False)
        self._head.setVisible(bool(there))

    def _turn_to(self, page: QWidget) -> None:
        if self.pages.currentWidget() is page:
            return
        inside = holds_keyboard(self)
        self.pages.setCurrentWidget(page)
        self.setFocusProxy(page)
        if inside and page is self.running:
            self.running.take_keyboard()
        elif inside:
            page.setFocus()

    # What the person does

    def _run(self, action: str) -> None:
        self._window.commands.run(BY_ID[action])

    def _choose(self, place: int) -> None:
        round_id = self.rounds.itemData(place)
        if round_id:
            self._voting.choose(round_id)

    def _on_selection(self, stage: Stage) -> None:
        if stage is self._stage and self.isVisible():
            self.setup.scope.select(sorted(stage.selection.ids))

    def _look_at(self, note_id: str) -> None:
        """Brings the note of an option into view on the board."""
        note = queries.note(self._window.session.store.records, note_id)
        if note is not None:
            self._window.show_sheet(note.sheet)
            reveal(self._window.stage.board, note_id)
            self._window.stage.selection.set({note_id})

    def _lay_out(self) -> None:
        self._head = QWidget()
        self._head.setObjectName("voteHead")
        row = QHBoxLayout(self._head)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(8)
        self.rounds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        row.addWidget(self.rounds, 1)
        row.addWidget(self.new)
        for page in (self.setup, self.running, self.outcome, self.paper):
            self.pages.addWidget(page)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.pages, 1)
        self.setFocusProxy(self.setup)

    def _join(self) -> None:
        self.rounds.activated.connect(self._choose)
        self.new.clicked.connect(lambda: self._run("vote.new"))
        self.setup.wants_read.connect(lambda: self._run("vote.read"))
        self.setup.wants_open.connect(lambda: self._run("vote.open"))
        self.setup.wants_keep.connect(lambda: self._run("vote.keep"))
        self.setup.wants_alike.connect(lambda: self._run("vote.alike"))
        self.running.wanted.connect(self._run)
        self.outcome.wanted.connect(self._run)
        self.outcome.kept.connect(self._voting.keep_best)
        self.outcome.chosen.connect(self._look_at)
        self.outcome.first_wanted.connect(self._voting.choose)
        self.running.totals.chosen.connect(self._look_at)
        self.paper.back.connect(self._back_from_paper)
        self.paper.wants_ballots.connect(self._voting.print_ballots)

    def _back_from_paper(self) -> None:
        self._turn_to(self.running)
        self.refresh()
