"""The page of the laptop that goes round on which one person votes: the sheet with the own dots, how many are left, and
the options as a list. Digits place a dot too, and Enter hands on only when nothing else can be meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from canvas_files.rounds import Round
from plakbord.window.cards import plain
from plakbord.window.icons import Icons
from plakbord.window.voting.ballot_list import BallotList
from plakbord.window.voting.clock import Clock
from plakbord.window.voting.dot_row import DotRow
from plakbord.window.voting.kiosk_board import KioskBoard
from plakbord.window.voting.parts import push
from plakbord.window.voting.typed_number import TypedNumber
from plakbord.words import Words

LIST_WIDTH = 300


class KioskBallot(QWidget):
    """Tells what the person wants; what then is so is shown by `show_ballot`."""

    placed = Signal(str)
    taken = Signal(str)
    finished = Signal()

    def __init__(
        self, voted_in: Round, boards: Sequence[Callable[[], KioskBoard]], clock: Clock, t: Words, icons: Icons
    ) -> None:
        super().__init__()
        self._round = voted_in
        self._t = t
        self._clock = clock
        self._last = ""
        self._asked = False
        """Whether was asked if somebody who has dots left is done."""
        self.boards = [make() for make in boards]
        self.list = BallotList(voted_in, t)
        self.dots = DotRow(voted_in.dots)
        self._name, self._left = plain("", bold=True), plain("", quiet=True)
        self.time = QLabel()
        self.said = QLabel()
        self.done = push(primary=True)
        self._turn = push("turn")
        self._typed = TypedNumber(max(option.number for option in voted_in.options), self)
        self._stack = QStackedLayout()
        self._lay_out(icons)
        self._join()

    def welcome(self, name: str) -> None:
        """Says whose turn it is."""
        self._name.setText(name)
        self._last = ""
        self._typed.clear()
        self.say("")

    def show_ballot(self, ballot: Mapping[str, int], left: int) -> None:
        """Shows the person's own dots, and how many there still are."""
        for board in self.boards:
            board.show_ballot(ballot)
        self.list.show_ballot(ballot)
        self.dots.show_left(left)
        words = self._t("vote.left", n=left) if left else self._t("vote.left.none")
        self._left.setText(words)
        self.setAccessibleDescription(words)

    def hide_dots(self) -> None:
        """Nobody's dots are shown."""
        for board in self.boards:
            board.show_ballot({})
        self.list.show_ballot({})

    def say(self, words: str) -> None:
        """Says why something cannot be, or how it goes."""
        self._remark(words or self._t("vote.kiosk.how"), "refused" if words else "quiet")

    def _remark(self, words: str, manner: str) -> None:
        self._asked = False
        self.said.setObjectName(manner)
        self.said.setText(words)
        self.said.style().polish(self.said)

    def press(self, event: QKeyEvent) -> bool:
        """Digits are the number of an option; Backspace takes back what was last typed or placed; Enter confirms a
        number, presses the button that has the keyboard, and is done when there is nothing to confirm."""
        if event.text().isdigit() and event.text().isascii() and event.text():
            self._typed.type(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            if not self._typed.back() and self._last:
                self.taken.emit(self._last)
                self._last = ""
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._enter()
        elif event.key() == Qt.Key.Key_Escape:
            self._typed.clear()  # only "done" hands the laptop on
        elif event.key() == Qt.Key.Key_PageDown:
            self._turn_on()
        else:
            return False
        return True

    def _enter(self) -> None:
        """An Enter too many may not hand the laptop on: in a secret round nobody gets the dots back."""
        focused = self.window().focusWidget()
        if self._typed.confirm():
            return
        if isinstance(focused, QPushButton) and self.isAncestorOf(focused):
            focused.click()
        elif self.dots.left and not self._asked:
            self.say(self._t("vote.kiosk.sure", left=self._t("vote.left", n=self.dots.left)))
            self._asked = True
        else:
            self.finished.emit()

    def _finish(self) -> None:
        """Done, by the button: a number that was typed counts too."""
        self._typed.confirm()
        self.finished.emit()

    def _choose(self, note: str) -> None:
        """An option that was not typed; what was begun to be typed is not meant."""
        self._typed.clear()
        self._place(note)

    def _place(self, note: str) -> None:
        self._last = note
        self.placed.emit(note)

    def _on_number(self, number: int) -> None:
        option = next((each for each in self._round.options if each.number == number), None)
        if option is None:
            self.say(self._t("vote.kiosk.unknown", number=number))
            return
        self._show_sheet(option.sheet)
        self._place(option.note)

    def _look_at(self, note: str) -> None:
        sheet = next((each.sheet for each in self._round.options if each.note == note), "")
        self._show_sheet(sheet)

    def _show_sheet(self, sheet_id: str) -> None:
        for board in self.boards:
            if board.surface.layout.sheet_id == sheet_id:
                self._stack.setCurrentWidget(board)

    def _turn_on(self) -> None:
        self._stack.setCurrentIndex((self._stack.currentIndex() + 1) % len(self.boards))

    def _show_typed(self) -> None:
        digits = self._typed.digits
        self._remark(self._t("vote.kiosk.typed", digits=digits) if digits else self._t("vote.kiosk.how"), "quiet")

    def _show_time(self) -> None:
        shown = self._clock.round_id == self._round.id and self._clock.total > 0
        self.time.setVisible(shown)
        self.time.setText(self._clock.words if self._clock.left else self._t("vote.time.over"))

    def _lay_out(self, icons: Icons) -> None:
        t = self._t
        self._name.setObjectName("coverTitle")
        self._name.setWordWrap(False)
        self.time.setObjectName("voteClock")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.done.setText(t("vote.kiosk.done"))
        self._turn.setText(t("vote.kiosk.turn"))
        self._turn.setIcon(icons("chevron-right"))
        self._turn.setVisible(len(self.boards) > 1)
        head = QHBoxLayout()
        head.setSpacing(20)
        own: tuple[QWidget, ...] = (self._name, self.dots, self._left)
        others: tuple[QWidget, ...] = (self.time, self._turn, self.done)
        for part in own:
            head.addWidget(part)
        head.addStretch(1)
        for part in others:
            head.addWidget(part)
        for board in self.boards:
            self._stack.addWidget(board)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(self._stack, 1)
        self.list.setFixedWidth(LIST_WIDTH)
        middle.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 12)
        column.setSpacing(12)
        head.setContentsMargins(24, 0, 24, 0)
        column.addLayout(head)
        column.addLayout(middle, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addWidget(self.said, 1)
        column.addLayout(foot)
        self.setFocusProxy(self.list)
        self._show_time()

    def _join(self) -> None:
        self.done.clicked.connect(self._finish)
        self._turn.clicked.connect(self._turn_on)
        self._typed.complete.connect(self._on_number)
        self._typed.changed.connect(self._show_typed)
        self._clock.ticked.connect(self._show_time)
        self.list.placed.connect(self._choose)
        self.list.taken.connect(self.taken)
        self.list.looked_at.connect(self._look_at)
        for board in self.boards:
            board.placed.connect(self._choose)
            board.taken.connect(self.taken)
