"""Paper ballots in the panel: printing them, and entering them by number, one for each person. A ballot that cannot
count is named with the reason, and stays out of the round."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from canvas_files import rounds
from canvas_files.plain_text import clean_text
from canvas_files.problems import Problem
from canvas_files.rounds import Round
from plakbord.actions.ballot_text import read_choice
from plakbord.session import Session
from plakbord.window.cards import plain
from plakbord.window.icons import Icons
from plakbord.window.voting.parts import Column, Stepper, foot, push, row, section, whole
from plakbord.words import Words

MOST_BALLOTS = 500


class PaperView(QWidget):
    """Works on one open round; `back` returns to it."""

    back = Signal()
    wants_ballots = Signal(int)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._t: Words | None = None
        self._icons: Icons | None = None
        self._session: Session | None = None
        self._round: Round | None = None
        self.number, self.copies = Stepper(1, 10_000), Stepper(1, MOST_BALLOTS)
        self.choice = QLineEdit()
        self.choice.setMaxLength(400)
        self.said = plain("")
        self.said.setObjectName("refused")
        self.list = QListWidget()
        self.list.setObjectName("paperList")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._print, self._count, self._back = push("print"), push(primary=True), push("back")
        self._hint, self._about = plain("", True), plain("", True)
        self._sections = (section(""), section(""))
        self._labels = (plain(""), plain(""), plain(""))
        column = Column()
        column.put(self._sections[0], self._about, row(self._labels[0], self.copies), self._print, 12)
        column.put(self._sections[1], self._hint, row(self._labels[1], self.number), self._labels[2], self.choice)
        column.put(self.said, self._count)
        column.column.addWidget(self.list, 1)
        self.setLayout(whole(column, foot(self._back)))
        self.choice.returnPressed.connect(self._enter)
        self._count.clicked.connect(self._enter)
        self._back.clicked.connect(self.back)
        self._print.clicked.connect(lambda: self.wants_ballots.emit(self.copies.value))
        self.setFocusProxy(self.choice)

    def show_round(self, session: Session, voted_in: Round) -> None:
        """Works on a round from now on; what was entered before in another is not shown any more."""
        if self._round is None or self._round.id != voted_in.id or self._session is not session:
            self.list.clear()
            self.choice.clear()
            self.said.setText("")
            self.copies.set(voted_in.people or 10)
            self.number.set(self._next_number(session, voted_in))
        self._session, self._round = session, voted_in

    def dress(self, t: Words, icons: Icons) -> None:
        """Gives it its words and icons."""
        self._t, self._icons = t, icons
        self._sections[0].setText(t("vote.paper.print"))
        self._sections[1].setText(t("vote.paper.enter"))
        self._about.setText(t("vote.paper.about"))
        self._hint.setText(t("vote.paper.hint"))
        for label, key in zip(
            self._labels, ("vote.paper.copies", "vote.paper.number", "vote.paper.choice"), strict=True
        ):
            label.setText(t(key))
        self.copies.dress(t("vote.paper.copies"), icons, t)
        self.number.dress(t("vote.paper.number"), icons, t)
        self.choice.setPlaceholderText(t("vote.paper.example"))
        self.choice.setAccessibleName(t("vote.paper.choice"))
        self.list.setAccessibleName(t("vote.paper.list"))
        self._print.setText(t("vote.paper.pdf"))
        self._print.setIcon(icons("printer"))
        self._count.setText(t("vote.paper.count"))
        self._back.setText(t("vote.paper.back"))

    def _enter(self) -> None:
        """Counts the ballot, or says why it does not."""
        session, voted_in, t = self._session, self._round, self._t
        if session is None or voted_in is None or t is None:
            return
        number = self.number.value
        try:
            choice = read_choice(clean_text(self.choice.text()))
            voter = session.voter_id(voted_in.id, f"paper {number}")
            rounds.cast(session.store, voted_in.id, voter, choice, "paper", f"paper {number}", number)
        except Problem as problem:
            words = problem.sentence(t.language)
            self.said.setText(words)
            self._note(t("vote.paper.invalid", number=number, why=words), "circle-alert")
            self.choice.selectAll()
            self.choice.setFocus()
            return
        self.said.setText("")
        self._note(t("vote.paper.counted", number=number, n=sum(choice.values())), "check")
        self.choice.clear()
        self.choice.setFocus()
        self.number.set(self._next_number(session, voted_in, number))
        self.entered.emit()

    def _note(self, words: str, icon: str) -> None:
        item = QListWidgetItem(words)
        if self._icons is not None:
            item.setIcon(self._icons(icon))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.list.insertItem(0, item)

    def _next_number(self, session: Session, voted_in: Round, after: int = 0) -> int:
        """The first number after one that was not entered yet."""
        number = after + 1
        try:
            while session.voter_id(voted_in.id, f"paper {number}") in session.store.records:
                number += 1
        except Problem:
            return number  # said when a ballot is entered
        return number
