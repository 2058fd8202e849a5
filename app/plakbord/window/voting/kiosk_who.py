"""The page of the laptop that goes round on which the next person says who they are: a name, or a number. It shows
who is done, never what was voted."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from canvas_files.plain_text import clean_text
from canvas_files.rounds import Round
from plakbord.window.cards import plain
from plakbord.window.find_field import ENTER, FindField, keys_for
from plakbord.window.icons import Icons
from plakbord.window.own_presses import SteadyButton
from plakbord.window.voting.parts import push
from plakbord.words import Words

ACROSS = 4
MOST_NUMBERS = 200
FACILITATOR = "facilitator"
"""What the facilitator is called as a voter; no name is typed so, because names come with capitals or in a list."""


def person(number: int) -> str:
    """What a person who took a number is called as a voter, the same in every language."""
    return f"person {number}"


class KioskWho(QWidget):
    """Tells who was chosen, as rounds call them; `left` goes back to the facilitator."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, voted_in: Round, t: Words, icons: Icons) -> None:
        super().__init__()
        self._t = t
        self._icons = icons
        self._named = bool(voted_in.names)
        self._secret = voted_in.secret
        self.title, self._hint = plain(t("vote.kiosk.who"), bold=True), plain("", quiet=True)
        self.title.setObjectName("coverTitle")
        self.said = plain("")
        self.said.setObjectName("refused")
        self._done = plain("", quiet=True)
        self.next = push("kioskNext")
        self.next.clicked.connect(self._choose_next)
        self.other = FindField(keys_for(self._choose_typed, ENTER), self, all_keys=True)
        self.other.setMaxLength(80)
        self._go = push("go")
        self._go.setText(t("vote.kiosk.go"))
        self._go.clicked.connect(self._choose_typed)
        self._close = push("close")
        self._close.setText(t("vote.kiosk.leave"))
        self._close.setIcon(icons("x"))
        self._close.clicked.connect(self.left)
        self.buttons: dict[str, QPushButton] = {}
        self._grid = QGridLayout()
        self._next_number = 1
        self._lay_out()
        self.setFocusProxy(self.next if not self._named else self.other)

    def people(self, voted_in: Round) -> list[str]:
        """Everybody who can be chosen with one click, as rounds call them."""
        if self._named:
            found = list(voted_in.names)
        else:
            found = [person(number) for number in range(1, min(voted_in.people or 30, MOST_NUMBERS) + 1)]
            if voted_in.facilitator_votes and voted_in.people:
                found.pop()  # the head count has the facilitator in it
        return [*found, FACILITATOR] if voted_in.facilitator_votes else found

    def name_of(self, who: str) -> str:
        """What somebody is called on the screen."""
        if who == FACILITATOR:
            return self._t("vote.facilitator.name")
        head, _, number = who.partition(" ")
        return self._t("vote.person", number=number) if head == "person" and number.isdigit() else who

    def show_round(self, voted_in: Round, done: Mapping[str, bool], count: int) -> None:
        """Shows who can vote, who is done, and how many are."""
        t = self._t
        everybody = self.people(voted_in)
        self._fill(everybody, done)
        free = [each for each in everybody if each not in done and each != FACILITATOR]
        self.next.setVisible(not self._named and bool(free))
        if free:
            self._next = free[0]
            self.next.setText(t("vote.kiosk.next", name=self.name_of(free[0])))
        if voted_in.people:
            self._done.setText(t("vote.done.of", n=count, of=voted_in.people))
        else:
            self._done.setText(t("vote.done.so_far", n=count))
        self._hint.setText(t("vote.kiosk.secret" if voted_in.secret else "vote.kiosk.open"))
        self.other.clear()
        self.say("")

    def say(self, words: str) -> None:
        """Says why somebody cannot vote now."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def press(self, event: QKeyEvent) -> bool:
        """Enter presses the button that has the keyboard, else it is for the next person when people have numbers."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        focused = self.window().focusWidget()
        if isinstance(focused, QPushButton) and self.isAncestorOf(focused):
            focused.click()
        elif self.next.isVisible():
            self._choose_next()
        return True

    def _choose_next(self) -> None:
        self.chosen.emit(self._next)

    def _choose_typed(self) -> None:
        typed = " ".join(clean_text(self.other.text()).split())
        if self._named and typed:
            known = {name.casefold(): name for name in self.buttons}
            self.chosen.emit(known.get(typed.casefold(), typed))
        elif typed.isdigit() and 1 <= int(typed) <= 10_000:
            self.chosen.emit(person(int(typed)))
        elif typed:
            self.say(self._t("vote.kiosk.no_number"))

    def _fill(self, everybody: list[str], done: Mapping[str, bool]) -> None:
        for button in self.buttons.values():
            self._grid.removeWidget(button)
            button.deleteLater()
        self.buttons = {}
        shown = everybody if self._named else [each for each in everybody if each in done or each == FACILITATOR]
        for number, who in enumerate(shown):
            button = SteadyButton(self.name_of(who).replace("&", "&&"))
            button.setObjectName("kioskName")
            button.setAutoDefault(False)
            if done.get(who):
                button.setIcon(self._icons("check"))
                button.setProperty("done", True)
                button.setEnabled(not self._secret)
                button.setAccessibleDescription(self._t("vote.kiosk.is_done"))
            button.clicked.connect(lambda _=False, who=who: self.chosen.emit(who))
            self._grid.addWidget(button, number // ACROSS, number % ACROSS)
            self.buttons[who] = button

    def _lay_out(self) -> None:
        t = self._t
        self.other.setPlaceholderText(t("vote.kiosk.other_name" if self._named else "vote.kiosk.other_number"))
        self.other.setAccessibleName(self.other.placeholderText())
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self._close)
        typed = QHBoxLayout()
        typed.setSpacing(8)
        typed.addWidget(self.other, 1)
        typed.addWidget(self._go)
        inside = QWidget()
        inside.setObjectName("kioskNames")
        names = QVBoxLayout(inside)
        names.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        names.addLayout(self._grid)
        names.addStretch(1)
        area = QScrollArea()
        area.setObjectName("kioskNames")
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 40, 64, 32)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addSpacing(8)
        column.addWidget(self.next, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(area, 1)
        column.addWidget(self.said)
        column.addLayout(typed)
        column.addWidget(self._done)
