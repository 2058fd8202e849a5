"""A round that is open, or closed and not revealed: who is done, how people can vote, and the timer. No totals, also
not for the facilitator, unless everybody may see them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from canvas_files import rounds
from canvas_files.queries import Records
from canvas_files.rounds import Round
from plakbord.window.cards import plain
from plakbord.window.icons import Icons
from plakbord.window.voting.clock import Clock
from plakbord.window.voting.parts import Column, foot, holds_keyboard, push, section, whole
from plakbord.window.voting.ranking_list import RankingList
from plakbord.words import Words

WAYS = (("kiosk", "user-round"), ("hands", "hand"), ("paper", "sticky-note"), ("free", "mouse-pointer-2"))
"""The ways of voting on this laptop, with their icons."""


class RunningView(QWidget):
    """Shows one round; what the person wants is told by the id of an action."""

    wanted = Signal(str)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._t: Words | None = None
        self._clock = clock
        self._round: Round | None = None
        self.title, self.about = plain("", bold=True), plain("", quiet=True)
        self.title.setObjectName("voteTitle")
        self.time = QLabel()
        self.time.setObjectName("voteClock")
        self.time.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pause, self.more = push("voteLink"), push("voteLink")
        self.done = plain("", bold=True)
        self.done.setObjectName("voteDone")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.split = plain("", quiet=True)
        self.late = push("voteLink")
        self.ways = {way: push("voteWay") for way, _ in WAYS}
        self.totals = RankingList()
        self.close_it, self.reveal = push(primary=True), push(primary=True)
        self.slowly, self.again, self.cancel = push("slowly"), push("again"), push("cancel")
        self._ways_title, self._count_title = section(""), section("")
        self._lay_out()
        self._join()

    def show_round(self, records: Records, voted_in: Round, head_count: int) -> None:
        """Shows a round as it is now; head_count is how many people are expected, 0 when nobody knows."""
        t = self._t
        self._round = voted_in
        if t is None:
            return
        is_open = voted_in.state == "open"
        inside, focused = holds_keyboard(self), self.window().focusWidget()
        self.title.setText(round_name(voted_in, t))
        self.about.setText(manner(voted_in, t))
        self._show_done(records, voted_in, head_count, t)
        self._show_clock()
        for part in (self._ways_title, *self.ways.values(), self.close_it):
            part.setVisible(is_open)
        for part in (self.reveal, self.slowly):
            part.setVisible(voted_in.state == "closed")
        self.again.setVisible(voted_in.state in ("closed", "cancelled") and not _stays(voted_in))
        self.cancel.setVisible(voted_in.state in ("open", "closed"))
        shown = rounds.may_be_shown(voted_in)
        self.totals.setVisible(shown)
        self._count_title.setVisible(shown)
        if shown:
            self.totals.show_ranks(rounds.ranking(records, voted_in))
        if inside and focused is not None and not focused.isVisibleTo(self):
            self.take_keyboard()  # Qt would give it to whatever comes next, which may be the button that cancels

    def take_keyboard(self) -> None:
        """Puts the keyboard at what one mostly does next."""
        state = self._round.state if self._round is not None else ""
        parts = {"open": self.ways["kiosk"], "closed": self.reveal}
        parts.get(state, self.again).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_done(self, records: Records, voted_in: Round, head_count: int, t: Words) -> None:
        counted = rounds.audit(records, voted_in)
        done, present = sum(each.done for each in counted.values()), sum(each.voters for each in counted.values())
        if voted_in.state == "cancelled":
            self.done.setText(t("vote.state.cancelled"))
        elif voted_in.state == "closed":
            self.done.setText(t("vote.state.closed", n=present))
        elif head_count:
            self.done.setText(t("vote.done.of", n=done, of=head_count))
        else:
            self.done.setText(t("vote.done.so_far", n=done))
        self.bar.setRange(0, max(head_count, done, 1))
        self.bar.setValue(done)
        self.bar.setVisible(bool(head_count) and voted_in.state == "open")
        self.late.setVisible(bool(head_count) and voted_in.state == "open")
        self.bar.setAccessibleName(self.done.text())
        ways = [t(f"vote.by.{way}", n=each.voters) for way, each in counted.items()]
        busy = present - done
        if busy and voted_in.state == "open":
            ways.append(t("vote.busy", n=busy))
        self.split.setText(" · ".join(ways) or t("vote.nobody"))

    def _show_clock(self) -> None:
        clock, voted_in = self._clock, self._round
        shown = bool(
            voted_in is not None and voted_in.state == "open" and clock.round_id == voted_in.id and clock.total
        )
        for part in (self.time, self.pause, self.more):
            part.setVisible(shown)
        if shown and self._t is not None:
            self.time.setText(clock.words if clock.left else self._t("vote.time.over"))
            self.time.setProperty("over", clock.left == 0)
            self.time.style().polish(self.time)
            self.pause.setText(self._t("vote.time.pause" if clock.running else "vote.time.on"))
            self.pause.setVisible(clock.left > 0)

    def dress(self, t: Words, icons: Icons) -> None:
        """Gives it its words and icons."""
        self._t = t
        self._ways_title.setText(t("vote.ways"))
        self._count_title.setText(t("vote.so_far"))
        self.totals.dress(t)
        for way, icon in WAYS:
            button = self.ways[way]
            button.setText(f"{t(f'vote.way.{way}')}\n{t(f'vote.way.{way}.hint')}")
            button.setAccessibleName(t(f"vote.way.{way}"))
            button.setAccessibleDescription(t(f"vote.way.{way}.hint"))
            button.setIcon(icons(icon))
        self.more.setText(t("vote.time.more"))
        self.late.setText(t("vote.late"))
        for button, key, icon in (
            (self.close_it, "vote.close", "check"),
            (self.reveal, "vote.reveal", "eye"),
            (self.slowly, "vote.slowly", ""),
            (self.again, "vote.again", ""),
            (self.cancel, "vote.cancel", ""),
        ):
            button.setText(t(key))
            if icon and button.objectName() != "votePrimary":
                button.setIcon(icons(icon))

    def _lay_out(self) -> None:
        column = Column()
        times = QHBoxLayout()
        times.addStretch(1)
        times.addWidget(self.pause)
        times.addWidget(self.more)
        times.addStretch(1)
        column.put(self.title, self.about, 8, self.time, times, 8, self.done, self.bar, self.split, self.late, 12)
        column.put(self._ways_title, *self.ways.values(), self._count_title)
        column.column.addWidget(self.totals, 1)
        column.column.addStretch(0)
        under = QHBoxLayout()
        under.setSpacing(8)
        under.addWidget(self.again)
        under.addWidget(self.cancel)
        lower = QVBoxLayout()
        lower.setSpacing(8)
        for each in (self.close_it, self.reveal, self.slowly):
            lower.addWidget(each)
        lower.addLayout(under)
        self.setLayout(whole(column, foot(lower)))
        self.totals.setMinimumHeight(160)

    def _join(self) -> None:
        for way, button in self.ways.items():
            button.clicked.connect(lambda _=False, way=way: self.wanted.emit(f"vote.{way}"))
        for button, action in (
            (self.close_it, "vote.close"),
            (self.reveal, "vote.reveal"),
            (self.slowly, "vote.reveal_slowly"),
            (self.again, "vote.reopen"),
            (self.cancel, "vote.cancel"),
            (self.late, "vote.late"),
        ):
            button.clicked.connect(lambda _=False, action=action: self.wanted.emit(action))
        self.pause.clicked.connect(self._clock.pause)
        self.more.clicked.connect(lambda: self._clock.add())
        self._clock.ticked.connect(self._show_clock)


def _stays(voted_in: Round) -> bool:
    """Whether a cancelled round cannot be opened again."""
    return voted_in.secret and voted_in.state == "cancelled"


def round_name(voted_in: Round, t: Words) -> str:
    """What people call a round."""
    name = t("vote.round.number", number=voted_in.number)
    return f"{name} · {voted_in.title}" if voted_in.title else name


def manner(voted_in: Round, t: Words) -> str:
    """How is voted in a round, in a line."""
    parts = [
        t("vote.options", n=len(voted_in.options)),
        t("vote.manner.dots", n=voted_in.dots),
        t("vote.manner.most", n=voted_in.most) if voted_in.most < voted_in.dots else "",
        t("vote.manner.secret" if voted_in.secret else "vote.manner.open"),
        t("vote.manner.open_count") if voted_in.open_count else "",
    ]
    return " · ".join(part for part in parts if part)
