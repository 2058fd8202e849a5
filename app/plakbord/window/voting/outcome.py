"""What came out of a round that was revealed: the ranking, how the dots came in, and what a group does next with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from canvas_files import rounds
from canvas_files.queries import Records
from canvas_files.ranking import MOST_IN_RUN_OFF
from canvas_files.rounds import Cut, Results, Round
from plakbord.window.cards import plain
from plakbord.window.icons import Icons
from plakbord.window.voting.parts import Stepper, push, row
from plakbord.window.voting.ranking_list import RankingList
from plakbord.window.voting.running import round_name
from plakbord.words import Words

NEXT = (
    ("vote.tidy", "layout-grid"),
    ("vote.top", "play"),
    ("vote.csv", "file-output"),
    ("vote.reopen", "undo-2"),
    ("vote.delete", "trash-2"),
)
"""Actions on a result besides the run-off and the line, with their icons."""


class OutcomeView(QWidget):
    """Shows one round; what the person wants is told by the id of an action, the line's place by its number."""

    wanted = Signal(str)
    kept = Signal(int)
    chosen = Signal(str)
    first_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._t: Words | None = None
        self.title, self.sum = plain("", bold=True), plain("", quiet=True)
        self.title.setObjectName("voteTitle")
        self.ranking = RankingList()
        self.on_board = QCheckBox()
        self.keep = Stepper(1, 1)
        self._keep_label, self.tie = plain(""), plain("")
        self.run_off, self.cut = push(primary=True), push("cut")
        self.to_first, self._first = push(primary=True), ""
        self.others = {action: push("voteQuiet") for action, _ in NEXT}
        self._grid = QGridLayout()
        self._lay_out()
        self.keep.changed.connect(self.kept)
        self.ranking.chosen.connect(self.chosen)
        self.on_board.clicked.connect(lambda: self.wanted.emit("vote.dots"))
        self.run_off.clicked.connect(lambda: self.wanted.emit("vote.runoff"))
        self.to_first.clicked.connect(lambda: self.first_wanted.emit(self._first))
        self.cut.clicked.connect(lambda: self.wanted.emit("vote.cut"))
        for action, button in self.others.items():
            button.clicked.connect(lambda _=False, action=action: self.wanted.emit(action))

    def show_round(self, records: Records, voted_in: Round, keep: int, on_board: bool) -> None:
        """Shows a revealed round with the line after the best `keep`."""
        t = self._t
        if t is None:
            return
        found = rounds.results(records, voted_in)
        self.title.setText(round_name(voted_in, t))
        self.sum.setText(summary(found, t))
        self.ranking.show_ranks(rounds.final_ranking(records, voted_in))
        self.on_board.setChecked(on_board)
        self.keep.bound(max(1, len(voted_in.options) - 1))
        self.keep.set(keep)
        self._show_line(rounds.cut(records, voted_in, keep), t)
        self._offer({action for action in self.others if action != "vote.reopen" or not voted_in.secret})
        first = records.get(voted_in.runoff_of)
        decides = isinstance(first, Round) and first.state == "revealed"
        for part in (self.keep, self._keep_label, self.cut):
            part.setVisible(not decides)
        self.to_first.setVisible(decides)
        if isinstance(first, Round):
            self._first = first.id
            self.to_first.setText(t("vote.to_first", number=first.number))

    def _show_line(self, line: Cut, t: Words) -> None:
        tied = line.tied
        if tied and tied[0].dots:
            self.tie.setText(t("vote.tie", place=tied[0].place, n=len(tied), dots=t("vote.dots.count", n=tied[0].dots)))
        elif tied:
            self.tie.setText(t("vote.tie.none", place=tied[0].place))
        self.tie.setVisible(bool(tied))
        self.run_off.setVisible(2 <= len(tied) <= MOST_IN_RUN_OFF and tied[0].dots > 0)
        self.cut.setText(t("vote.cut", n=len(line.kept)))
        self.cut.setEnabled(bool(line.parked))

    def _offer(self, actions: set[str]) -> None:
        """Shows these buttons beside each other, without holes."""
        shown = [button for action, button in self.others.items() if action in actions]
        for button in self.others.values():
            self._grid.removeWidget(button)
            button.setVisible(button in shown)
        for number, button in enumerate(shown):
            self._grid.addWidget(button, number // 2, number % 2)

    def dress(self, t: Words, icons: Icons) -> None:
        """Gives it its words and icons."""
        self._t = t
        self.ranking.dress(t)
        self.keep.dress(t("vote.keep.label"), icons, t)
        self._keep_label.setText(t("vote.keep.label"))
        self.on_board.setText(t("vote.on_board"))
        self.run_off.setText(t("vote.runoff"))
        for action, icon in NEXT:
            self.others[action].setText(t(f"{action}.short"))
            self.others[action].setIcon(icons(icon))

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(16, 8, 16, 4)
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addWidget(self.sum)
        head.addWidget(self.on_board)
        under = QVBoxLayout()
        under.setContentsMargins(16, 12, 16, 16)
        under.setSpacing(8)
        under.addLayout(row(self._keep_label, self.keep))
        for each in (self.tie, self.run_off, self.to_first, self.cut):
            under.addWidget(each)
        self._grid.setSpacing(8)
        under.addLayout(self._grid)
        below = QWidget()
        below.setObjectName("voteFoot")
        below.setLayout(under)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        beside = QHBoxLayout()
        beside.setContentsMargins(4, 0, 4, 0)
        beside.addWidget(self.ranking)
        column.addLayout(beside, 1)
        column.addWidget(below)
        self.ranking.setMinimumHeight(140)
        self.setFocusProxy(self.ranking)


def summary(found: Results, t: Words) -> str:
    """Who voted, in which ways, and how many dots were given and left."""
    people = t("vote.people.of", n=found.voters, of=found.people) if found.people else t("vote.voted", n=found.voters)
    ways = ", ".join(t(f"vote.by.{way}", n=count.voters) for way, count in found.by_way.items())
    given = t("vote.given", given=t("vote.dots.count", n=found.given), unused=found.unused)
    return f"{people}: {ways}.\n{given}" if ways else f"{people}.\n{given}"
