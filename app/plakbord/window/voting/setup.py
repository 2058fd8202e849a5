"""Setting up a round: what is voted on, how many dots, who votes and how. It shows a plan and answers with the plan
that the person made of it; making the round is for who asks."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from canvas_files import rounds
from canvas_files.document import Document
from canvas_files.plain_text import clean_text
from canvas_files.records import MOST_DOTS, Option
from plakbord.actions import round_plan
from plakbord.actions.round_plan import TIMES, Plan
from plakbord.window.cards import plain
from plakbord.window.icons import Icons
from plakbord.window.still_box import StillBox
from plakbord.window.voting.parts import Column, Stepper, foot, push, row, section, whole
from plakbord.window.voting.scope_part import ScopePart
from plakbord.words import Words

MOST_PEOPLE = 500


class SetupView(QWidget):
    """Tells what the person wants next: to read the options together, to open, to keep the round for later, or to look
    at the notes that say nearly the same."""

    wants_read = Signal()
    wants_open = Signal()
    wants_keep = Signal()
    wants_alike = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._t: Words | None = None
        self._document: Document | None = None
        self._plan = Plan()
        self.options: list[Option] = []
        self.scope = ScopePart()
        self.title = QLineEdit()
        self.title.setMaxLength(200)
        self.dots, self.most = Stepper(1, MOST_DOTS), Stepper(1, MOST_DOTS)
        self.people = Stepper(0, MOST_PEOPLE)
        self.secret, self.open = QRadioButton(), QRadioButton()
        self.by_number, self.by_name = QRadioButton(), QRadioButton()
        self.names = QPlainTextEdit()
        self.facilitator, self.open_count = QCheckBox(), QCheckBox()
        self.timer = StillBox()
        self.count, self.sum, self.root, self.many = (plain(""), plain("", True), plain("", True), plain(""))
        self.alike, self.first, self.advised = push("voteLink"), push("voteLink"), push("voteLink")
        self.read, self.keep, self.start = push("read"), push("keep"), push(primary=True)
        self._words: dict[str, QLabel] = {}
        self._lay_out()
        self._join()

    # What goes in and comes out

    def show_plan(self, document: Document, plan: Plan) -> None:
        """Shows a plan for a round in this workshop."""
        self._document, self._plan = document, plan
        self.scope.show_scope(document, plan.scope)
        for each, value in ((self.most, plan.most), (self.people, plan.people)):
            each.set(value)
        self.title.setText(plan.title)
        (self.secret if plan.secret else self.open).setChecked(True)
        (self.by_name if plan.names else self.by_number).setChecked(True)
        self.names.setPlainText("\n".join(plan.names))
        self.facilitator.setChecked(plan.facilitator_votes)
        self.open_count.setChecked(plan.open_count)
        self.timer.setCurrentIndex(max(0, self.timer.findData(plan.seconds)))
        self._show_who()
        self._say_secret()
        self._count()

    @property
    def plan(self) -> Plan:
        """The plan as it stands now."""
        named = self.by_name.isChecked()
        return Plan(
            scope=self.scope.scope,
            title=clean_text(self.title.text()).strip(),
            dots=self._plan.dots,
            most=self.most.value,
            secret=self.secret.isChecked(),
            open_count=self.open_count.isChecked(),
            people=self.people.value,
            names=round_plan.names_in(clean_text(self.names.toPlainText())) if named else (),
            facilitator_votes=self.facilitator.isChecked(),
            seconds=self.timer.currentData() or 0,
            keep=self._plan.keep,
        )

    def refresh(self) -> None:
        """The workshop changed."""
        self.scope.refresh()
        self._count()

    def _count(self) -> None:
        """Brings up to date how many options there are, and what that means."""
        document, t = self._document, self._t
        if document is None or t is None:
            return
        plan = self.plan
        self.options = round_plan.options_of(document, plan)
        count = len(self.options)
        self.count.setText(t("vote.options", n=count) if count else t("vote.options.none"))
        self._show_advice(rounds.advice(count, plan.voters), plan, t)
        pairs = len(rounds.look_alikes(document.records, self.options)) if count <= round_plan.MOST_COMPARED else 0
        self.alike.setText(t("vote.alike", n=pairs))
        self.alike.setVisible(pairs > 0)
        for button in (self.read, self.start, self.keep):
            button.setEnabled(count > 1)

    def _show_advice(self, advice: rounds.Advice, plan: Plan, t: Words) -> None:
        count = advice.options
        self.dots.set(plan.dots or advice.suggested)
        one = advice.low == advice.high
        key = "vote.advice.exact" if one else "vote.advice.range"
        self.sum.setText(t(key, count=count, low=advice.low, high=advice.high))
        self.sum.setVisible(count > 1)
        self.root.setText(t("vote.advice.root", n=count, root=advice.root))
        self.root.setVisible(advice.root is not None)
        self.advised.setText(t("vote.advice.take", n=advice.suggested))
        self.advised.setVisible(bool(plan.dots) and plan.dots != advice.suggested and count > 1)
        self.many.setText(t("vote.many", n=count))
        self.many.setVisible(advice.many)
        self.first.setVisible(advice.many and plan.most > 1)

    def _take(self, plan: Plan) -> None:
        if self._document is not None:
            self.show_plan(self._document, plan)

    def _chose_dots(self, dots: int) -> None:
        self._plan = replace(self._plan, dots=dots)
        self._count()

    def _show_who(self) -> None:
        named = self.by_name.isChecked()
        self.names.setVisible(named)
        self.people.setVisible(not named)
        self._words["vote.people"].setVisible(not named)

    # Putting it together

    def dress(self, t: Words, icons: Icons) -> None:
        """Gives it its words and icons."""
        self._t = t
        for key, label in self._words.items():
            label.setText(t(key))
        self.scope.dress(t)
        for stepper, key in ((self.dots, "vote.dots"), (self.most, "vote.most"), (self.people, "vote.people")):
            stepper.dress(t(key), icons, t)
        self.title.setPlaceholderText(t("vote.title.hint"))
        self.title.setAccessibleName(t("vote.title"))
        self.names.setPlaceholderText(t("vote.names.hint"))
        self.names.setAccessibleName(t("vote.by_name"))
        named = {
            "secret": self.secret,
            "open": self.open,
            "by_number": self.by_number,
            "by_name": self.by_name,
            "facilitator": self.facilitator,
            "open_count": self.open_count,
            "first": self.first,
            "read": self.read,
            "keep": self.keep,
            "open_now": self.start,
        }
        for key, each in named.items():
            each.setText(t(f"vote.{key}"))
        for each, icon in ((self.read, "eye"), (self.keep, "save")):
            each.setIcon(icons(icon))
        chosen = self.timer.currentIndex()
        self.timer.clear()
        for seconds in TIMES:
            words = t("vote.timer.minutes", n=seconds // 60) if seconds else t("vote.timer.none")
            self.timer.addItem(words, seconds)
        self.timer.setCurrentIndex(max(0, chosen))
        self.timer.setAccessibleName(t("vote.timer"))
        self._say_secret()
        self._count()

    def _label(self, key: str) -> QLabel:
        label = self._words[key] = plain("")
        return label

    def _section(self, key: str) -> QLabel:
        label = self._words[key] = section("")
        return label

    def _lay_out(self) -> None:
        column = Column()
        self.names.setFixedHeight(104)
        self.names.setTabChangesFocus(True)
        column.put(self._section("vote.about"), self.title, self.scope, self.count, self.alike, self.many, self.first)
        column.put(12, self._section("vote.dots.each"), row(self._label("vote.dots"), self.dots))
        column.put(self.sum, self.root, self.advised, row(self._label("vote.most"), self.most))
        column.put(12, self._section("vote.who"), _beside(self.by_number, self.by_name))
        column.put(row(self._label("vote.people"), self.people), self.names, self.facilitator)
        column.put(12, self._section("vote.how"), self.secret, self.open, self._label("vote.secret.hint"))
        column.put(self.open_count, row(self._label("vote.timer"), self.timer))
        column.column.addStretch(1)
        self._words["vote.secret.hint"].setObjectName("quiet")
        for label in ("vote.dots", "vote.most", "vote.people", "vote.timer"):
            self._words[label].setWordWrap(True)
        quiet = QHBoxLayout()
        quiet.setSpacing(8)
        quiet.addWidget(self.read)
        quiet.addWidget(self.keep)
        self.setLayout(whole(column, foot(quiet, self.start)))
        groups = ((self.secret, self.open), (self.by_number, self.by_name))
        for group in groups:  # they stand on one page and are two choices
            together = QButtonGroup(self)
            for each in group:
                together.addButton(each)
        self.setFocusProxy(self.title)

    def _join(self) -> None:
        self.scope.changed.connect(self._count)
        self.dots.changed.connect(self._chose_dots)
        self.most.changed.connect(lambda _: self._count())
        self.people.changed.connect(lambda _: self._count())
        self.names.textChanged.connect(self._count)
        self.facilitator.toggled.connect(lambda _: self._count())
        self.by_name.toggled.connect(lambda _: self._show_who())
        self.by_name.toggled.connect(lambda _: self._count())
        self.secret.toggled.connect(lambda _: self._say_secret())
        self.advised.clicked.connect(lambda: self._take(replace(self.plan, dots=0)))
        self.first.clicked.connect(lambda: self._take(round_plan.preliminary(self.plan, len(self.options))))
        self.read.clicked.connect(self.wants_read)
        self.keep.clicked.connect(self.wants_keep)
        self.start.clicked.connect(self.wants_open)
        self.alike.clicked.connect(self.wants_alike)

    def _say_secret(self) -> None:
        if self._t is not None:
            key = "vote.secret.hint" if self.secret.isChecked() else "vote.open.hint"
            self._words["vote.secret.hint"].setText(self._t(key))


def _beside(*parts: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(16)
    for part in parts:
        line.addWidget(part)
    line.addStretch(1)
    return line
