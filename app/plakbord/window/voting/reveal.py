"""The result on the whole window, from the bottom up: each press shows the next better place, so that the room gets to
the winner together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from canvas_files.rounds import Rank
from plakbord.window.cards import plain
from plakbord.window.icons import Icons
from plakbord.window.voting.cover import BigWords, Cover
from plakbord.window.voting.parts import push
from plakbord.window.voting.ranking_list import RankingList, spoken
from plakbord.window.voting.read_through import BACK, FORWARD
from plakbord.words import Words

POINTS = 22.0


class Reveal(Cover):
    """Shows a ranking place by place; those that share one come together, and those without dots first, at once."""

    def __init__(self, window: QWidget, title: str, ranks: Sequence[Rank], t: Words, icons: Icons) -> None:
        super().__init__(window, t("vote.slowly"))
        self._t = t
        self._ranks = list(ranks)
        self._steps = [list(group) for _, group in groupby(reversed(self._ranks), lambda rank: rank.place)]
        self.shown = 0
        self.list = RankingList(POINTS)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.dress(t)
        self._begin = BigWords(40, bold=False)
        self._hint = plain("", quiet=True)
        self._next = push(primary=True)
        self._close = push("close")
        self._lay_out(title, icons)
        self._show()
        self._begin.say(t("vote.reveal.begin"))

    @property
    def complete(self) -> bool:
        """Whether every place is shown."""
        return self.shown >= len(self._steps)

    def press(self, event: QKeyEvent) -> bool:
        if event.key() in FORWARD:
            self._go_on()
        elif event.key() in BACK:
            self.shown = max(0, self.shown - 1)
            self._show()
        elif event.key() == Qt.Key.Key_End:
            self.shown = len(self._steps)
            self._show()
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere shows the next."""
        if event.button() == Qt.MouseButton.LeftButton and not self.complete:
            self._go_on()

    def _go_on(self) -> None:
        if self.complete:
            self.leave()
            return
        self.shown += 1
        self._show()

    def _show(self) -> None:
        seen = [rank for step in self._steps[: self.shown] for rank in step]
        places = [rank for rank in self._ranks if rank in seen]
        self.list.show_ranks(places, max((rank.dots for rank in self._ranks), default=1))
        self.list.scrollToTop()
        self.list.setVisible(self.shown > 0)
        self._begin.setVisible(self.shown == 0)
        t = self._t
        self._next.setText(t("vote.reveal.end" if self.complete else "vote.reveal.next"))
        self._hint.setText(t("vote.reveal.count", n=len(places), of=len(self._ranks)))
        latest = self._steps[self.shown - 1] if self.shown else []
        self.setAccessibleDescription(". ".join(spoken(rank, t) for rank in latest))

    def _lay_out(self, title: str, icons: Icons) -> None:
        heading = plain(title, bold=True)
        heading.setObjectName("coverTitle")
        self._close.setText(self._t("vote.reveal.close"))
        self._close.setIcon(icons("x"))
        for button, do in ((self._close, self.leave), (self._next, self._go_on)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(do)
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self._close)
        below = QHBoxLayout()
        below.addWidget(self._hint, 1)
        below.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 32, 48, 32)
        column.setSpacing(20)
        column.addLayout(head)
        column.addWidget(self._begin, 1)
        column.addWidget(self.list, 1)
        column.addLayout(below)
