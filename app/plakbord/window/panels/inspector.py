"""The panel that asks about the one selected data note: four questions at a time in the room, the others behind "more".
Every answer is a step that can be undone."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from canvas_files import queries
from canvas_files.change import Change
from canvas_files.deciding import couple
from canvas_files.facts import BY_NAME, NEAR, ROLES, facts_of, read_fact, with_fact
from canvas_files.inventory import Inventory
from canvas_files.plain_text import note_text
from canvas_files.problems import Problem
from canvas_files.records import Note
from canvas_files.template import Term
from plakbord.session import Session
from plakbord.sheet.lens import lens_template
from plakbord.window.icons import Icons
from plakbord.window.lens import Lens
from plakbord.window.panels.coupling_rows import CouplingRows
from plakbord.window.panels.fact_fields import FactField, field_for
from plakbord.window.panels.own_keys import OwnKeys
from plakbord.window.panels.side import SidePanel
from plakbord.window.stage import Stage
from plakbord.window.still_box import StillBox
from plakbord.words import Words

COUPLED = ("data_source", "data_item", "kpi", "automation")
"""The kinds of note that are asked what they are coupled with."""


class InspectorWindow(Protocol):
    """What the panel needs of its window."""

    @property
    def stage(self) -> Stage: ...
    @property
    def session(self) -> Session: ...
    @property
    def t(self) -> Words: ...
    @property
    def doors(self) -> LensDoors: ...
    def tell(self, problem: Problem) -> None: ...


class LensDoors(Protocol):
    """The door that leads to the inventory."""

    @property
    def lens(self) -> Lens: ...


class NameEditor(QPlainTextEdit):
    """The text of a note in a few lines; going elsewhere keeps it."""

    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("nameEditor")
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 2 + 20)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Inspector(SidePanel):
    """Follows the selection of the board."""

    def __init__(self, parent: QMainWindow) -> None:
        area, self._inside = QScrollArea(), QWidget()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        super().__init__(parent, "inspector", area)
        self._window = cast(InspectorWindow, parent)
        self._area = area
        self._icons: Icons | None = None
        self._stage: Stage | None = None
        self._note: str | None = None
        self._role = ""
        self._more = False
        self.fields: dict[str, FactField] = {}
        self.name: NameEditor | None = None
        self.role: QComboBox | None = None
        self.couplings: CouplingRows | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show)

    def dress(self, t: Words, icons: Icons) -> None:
        super().dress(t, icons)
        self._icons = icons
        self.call(t("lens.panel"))
        self._note = None
        self._soon.start()

    def join(self, stage: Stage) -> None:
        self._stage = stage
        stage.selection.listen(lambda _: self._turn(stage))
        self._note = None
        self._show()

    def follow(self, _: Change) -> None:
        self._soon.start()

    def leave(self) -> None:
        self._soon.stop()

    def finish(self) -> None:
        if self.name is not None:
            self._rename()
        for field in self.fields.values():
            field.finish()

    @property
    def _inventory(self) -> Inventory:
        return self._window.doors.lens.inventory

    @property
    def note(self) -> Note | None:
        """The note that is asked about."""
        return queries.note(self._window.session.store.records, self._note) if self._note else None

    def _turn(self, stage: Stage) -> None:
        if stage is self._stage and self.isVisible():
            self.finish()
            self._soon.start()

    def _show(self) -> None:
        """Shows the selected note as it is now; the fields are made anew only for another note or kind."""
        stage = self._stage
        if stage is None or self._icons is None or stage is not self._window.stage:
            return
        ids = stage.selection.ids
        wanted = next(iter(ids)) if len(ids) == 1 else None
        note = queries.note(stage.session.store.records, wanted) if wanted else None
        if note is None:
            self._note, self._role = None, ""
            self._say_hint("lens.select_one" if len(ids) != 1 else "lens.gone")
            return
        if (note.id, note.role) != (self._note, self._role) or self.name is None:
            self._note, self._role = note.id, note.role
            self._make(note)
        self._fill(note)

    def _say_hint(self, key: str) -> None:
        self._forget()
        hint = QLabel(self._window.t(key))
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        self._column().addWidget(hint)
        self._column().addStretch(1)

    def _forget(self) -> None:
        self.fields, self.name, self.role, self.couplings = {}, None, None, None
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(4)
        self._area.setWidget(self._inside)

    def _column(self) -> QVBoxLayout:
        column = self._inside.layout()
        assert isinstance(column, QVBoxLayout)
        return column

    def _make(self, note: Note) -> None:
        """The questions for a kind of note."""
        self._forget()
        t = self._window.t
        self.role = StillBox()
        self.role.setAccessibleName(t("menu.role"))
        for role in ("", *ROLES):
            self.role.addItem(t(f"action.lens.role.{role or 'business'}"), role)
        self.role.setCurrentIndex(max(0, self.role.findData(note.role)))
        OwnKeys(self.role, self.role, self.role.view())
        self.role.activated.connect(lambda _: self._set_role())
        self._ask(t("menu.role"), self.role)
        self.name = NameEditor(t("lens.name_of_note"))
        OwnKeys(self.name, self.name)
        self.name.left.connect(self._rename)
        self._ask(t("lens.name_of_note"), self.name)
        near = NEAR.get(note.role, ())
        for name in near:
            self._ask_fact(name, note)
        if note.role in COUPLED:
            assert self._icons is not None
            self.couplings = CouplingRows(t, self._icons)
            self.couplings.said.connect(self._couple)
            self._ask(t("inventory.column.coupled"), self.couplings)
        rest = [fact.name for fact in facts_of(note.role) if fact.name not in near]
        if rest:
            self._add_more(rest, note)
        self._column().addStretch(1)

    def _add_more(self, rest: list[str], note: Note) -> None:
        button = QPushButton(self._window.t("lens.less" if self._more else "lens.more"))
        button.setObjectName("moreButton")
        OwnKeys(button, button)
        button.clicked.connect(self._turn_more)
        self._column().addSpacing(8)
        self._column().addWidget(button)
        if self._more:
            for name in rest:
                self._ask_fact(name, note)

    def _turn_more(self) -> None:
        self.finish()
        self._more = not self._more
        self._note = None
        self._show()

    def _ask_fact(self, name: str, note: Note) -> None:
        field = field_for(BY_NAME[name], self._phases(note), self._inventory.known_values, self._window.t)
        field.said.connect(lambda raw, name=name: self._set(name, raw))
        self.fields[name] = field
        self._ask(self._window.t(f"lens.fact.{name}"), field)

    def _ask(self, question: str, field: QWidget) -> None:
        label = QLabel(question)
        label.setObjectName("question")
        label.setBuddy(field)
        self._column().addSpacing(8)
        self._column().addWidget(label)
        self._column().addWidget(field)

    def _phases(self, note: Note) -> tuple[Term, ...]:
        sheet = queries.sheet(self._window.session.store.records, note.sheet)
        template = lens_template(self._window.session.document, sheet) if sheet is not None else None
        return template.journey() if template is not None else ()

    def _fill(self, note: Note) -> None:
        if self.name is not None and not self.name.hasFocus() and self.name.toPlainText() != note.text:
            self.name.setPlainText(note.text)
        for field in self.fields.values():
            field.show_note(note)
        if self.couplings is not None:
            self.couplings.show_note(self._inventory, note.id)

    # What is answered

    def _set(self, name: str, raw: str) -> None:
        note = self.note
        if note is None:
            return
        try:
            value = read_fact(name, raw, self._phases(note))
        except Problem as problem:
            self._window.tell(problem)
            self._soon.start()
            return
        facts = with_fact(note, name, value)
        if facts != note.facts:
            with self._window.session.store.transaction("step.lens.fact") as tx:
                tx.update(note.id, facts=facts)

    def _set_role(self) -> None:
        note = self.note
        if note is not None and self.role is not None and self.role.currentData() != note.role:
            with self._window.session.store.transaction("step.lens.role") as tx:
                tx.update(note.id, role=str(self.role.currentData()))

    def _rename(self) -> None:
        note = self.note
        if note is None or self.name is None or self.name.toPlainText() == note.text:
            return
        try:
            text = note_text(self.name.toPlainText())
        except Problem as problem:
            self._window.tell(problem)
            return
        if text != note.text:
            with self._window.session.store.transaction("step.note.edit") as tx:
                tx.update(note.id, text=text)

    def _couple(self, other: str, how: str) -> None:
        note = self.note
        if note is None:
            return
        try:
            with self._window.session.store.transaction("step.lens.couple") as tx:
                couple(tx, note.id, other, how)
        except Problem as problem:
            self._window.tell(problem)
