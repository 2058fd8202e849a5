"""The facilitator's correction of a ballot: whose it is, what it should say, and why. It is recorded with the round."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from canvas_files import rounds
from canvas_files.plain_text import clean_text
from canvas_files.problems import Problem
from canvas_files.rounds import Round
from plakbord.actions.ballot_text import read_choice
from plakbord.session import Session
from plakbord.window.cards import heading, plain
from plakbord.window.dialogs import answer_buttons
from plakbord.window.still_box import StillBox
from plakbord.window.voting.kiosk_who import person
from plakbord.words import Words

KINDS = ("paper", "person", "name")
"""How the facilitator knows whose ballot it is: by its number, by the number somebody took, or by name."""


class CorrectionDialog(QDialog):
    """Changes the ballot when it is accepted; stays open with the reason when that is refused."""

    def __init__(self, parent: QWidget, session: Session, voted_in: Round, t: Words) -> None:
        super().__init__(parent)
        self._session, self._round, self._t = session, voted_in, t
        self.setWindowTitle(t("vote.correct.title"))
        self.kind = StillBox()
        for kind in KINDS:
            self.kind.addItem(t(f"vote.correct.{kind}"), kind)
        self.who, self.choice, self.why = QLineEdit(), QLineEdit(), QLineEdit()
        self.choice.setPlaceholderText(t("vote.paper.example"))
        self.why.setPlaceholderText(t("vote.correct.why.hint"))
        for edit in (self.who, self.choice, self.why):
            edit.setMaxLength(400)
        self.said = plain("")
        self.said.setObjectName("refused")
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(t("vote.correct.whose"), self.kind)
        form.addRow(t("vote.correct.who"), self.who)
        form.addRow(t("vote.paper.choice"), self.choice)
        form.addRow(t("vote.correct.why"), self.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(heading(t("vote.correct.title")))
        column.addWidget(plain(t("vote.correct.about"), quiet=True))
        column.addLayout(form)
        column.addWidget(self.said)
        column.addLayout(answer_buttons(self, t("dialog.cancel"), t("vote.correct.do")))
        self.setMinimumWidth(480)
        self.who.setFocus()

    def accept(self) -> None:
        typed = " ".join(clean_text(self.who.text()).split())
        try:
            voter = self._session.voter_id(self._round.id, self._called(typed))
            choice = read_choice(clean_text(self.choice.text()))
            rounds.correct(self._session.store, self._round.id, voter, choice, clean_text(self.why.text()))
        except Problem as problem:
            self.said.setText(problem.sentence(self._t.language))
            return
        super().accept()

    def _called(self, typed: str) -> str:
        kind = self.kind.currentData()
        if kind == "name":
            return typed
        return f"paper {typed}" if kind == "paper" or not typed.isdigit() else person(int(typed))
