"""Raised hands: option after option, large, with a count to type or click. Nobody's hands can count for more dots than
they have; what is refused says why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from canvas_files import rounds
from canvas_files.problems import Problem
from canvas_files.rounds import Round
from canvas_files.store import Store
from plakbord.window.cards import plain
from plakbord.window.icons import Icons
from plakbord.window.voting.cover import BigWords, Cover
from plakbord.window.voting.parts import LARGE, Stepper, push, row
from plakbord.words import Words

MOST_PEOPLE = 500


class Hands(Cover):
    """Works on one open round. Enter goes on to the next option, Shift+Enter back; digits and arrows set the count."""

    def __init__(self, window: QWidget, store: Store, voted_in: Round, t: Words, icons: Icons) -> None:
        super().__init__(window, t("vote.way.hands"))
        self._t = t
        self._store = store
        self._round = voted_in
        self.at = 0
        self.people = Stepper(0, MOST_PEOPLE)
        self.count = Stepper(0, 0, LARGE)
        self.words, self._number = BigWords(48), QLabel()
        self._number.setObjectName("bigNumber")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._left, self.said = plain("", quiet=True), plain("")
        self.said.setObjectName("refused")
        self._place = plain("", quiet=True)
        self._back, self._next, self._close = push("back"), push(primary=True), push("close")
        self._lay_out(icons)
        self.people.changed.connect(self._set_people)
        self.count.changed.connect(self._set_count)
        if not self._voters:
            self._set_people(self._expected())
        self.show_option(0)

    def open(self) -> None:
        """Shows itself with the keyboard at the count."""
        super().open()
        self.show_option(self.at)

    @property
    def _voters(self) -> int:
        return len(rounds.hand_voters(self._store.records, self._round))

    def _expected(self) -> int:
        """The people of whom nothing is known yet; one when nobody knows how many there are."""
        others = len(rounds.voters(self._store.records, self._round))
        return max(0, self._round.people - others) if self._round.people else 1

    def show_option(self, at: int) -> None:
        """Shows the option at a place, counted from 0."""
        self.at = max(0, min(at, len(self._round.options) - 1))
        option = self._round.options[self.at]
        self._number.setText(str(option.number))
        self.words.say(option.text)
        self._refresh()
        self.count.setFocus()
        self.count.spin.selectAll()
        self.count.dress(self._t("vote.hands.count", number=option.number), self._icons, self._t)
        self.setAccessibleDescription(f"{option.number}. {option.text}")

    def _set_people(self, people: int) -> None:
        self._try(lambda: rounds.set_hand_voters(self._store, self._round.id, people))

    def _set_count(self, count: int) -> None:
        number = self._round.options[self.at].number
        self._try(lambda: rounds.set_hands(self._store, self._round.id, number, count))

    def _try(self, work: Callable[[], None]) -> None:
        """Does it, or says why not; the numbers show what is so."""
        try:
            work()
            self.said.setText("")
        except Problem as problem:
            self.said.setText(problem.sentence(self._t.language))
        self._refresh()

    def _refresh(self) -> None:
        t, voters, records = self._t, self._voters, self._store.records
        number = self._round.options[self.at].number
        here, left = rounds.hands(records, self._round).get(number, 0), rounds.hands_left(records, self._round)
        self.people.set(voters)
        self.count.bound(max(here, min(voters * self._round.most, here + left)))
        self.count.set(here)
        self._left.setText(t("vote.hands.left", n=left, of=voters * self._round.dots))
        self._place.setText(t("vote.read.count", n=self.at + 1, of=len(self._round.options)))
        self._back.setEnabled(self.at > 0)
        self._next.setText(t("vote.hands.end" if self.at == len(self._round.options) - 1 else "vote.next"))

    def press(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.show_option(self.at - 1)
        else:
            self._go_on()
        return True

    def _go_on(self) -> None:
        self.count.spin.interpretText()
        if self.said.text():
            return  # what was typed was refused: first read why
        if self.at + 1 < len(self._round.options):
            self.show_option(self.at + 1)
        else:
            self.leave()

    def _lay_out(self, icons: Icons) -> None:
        t = self._t
        self._icons = icons
        heading = plain(t("vote.hands.title"), bold=True)
        heading.setObjectName("coverTitle")
        self._close.setText(t("vote.hands.end"))
        self._close.setIcon(icons("x"))
        self._back.setText(t("vote.back"))
        self.people.dress(t("vote.hands.people"), icons, t)
        self.count.dress(t("vote.hands.count", number=1), icons, t)
        self._close.clicked.connect(self.leave)
        self._back.clicked.connect(lambda: self.show_option(self.at - 1))
        self._next.clicked.connect(self._go_on)
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(heading, 1)
        head.addLayout(row(plain(t("vote.hands.people")), self.people))
        head.addWidget(self._close)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.count)
        middle.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self._back)
        below.addWidget(self._place, 1)
        below.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 32, 48, 32)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self._number)
        column.addWidget(self.words, 1)
        column.addLayout(middle)
        for label in (self._left, self.said, self._place):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._left)
        column.addWidget(self.said)
        column.addLayout(below)
