"""The fields in which facts of a data note are filled in: a line that offers what was typed before, a list of items, a
row of choices, a scale and a phase. They say what was typed; what it means is read elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from canvas_files import facts
from canvas_files.facts import Fact
from canvas_files.records import Note
from canvas_files.template import Term
from plakbord.window.panels.own_keys import OwnKeys
from plakbord.window.still_box import StillBox
from plakbord.words import Words

Offer = Callable[[str], list[str]]
"""What was said of a fact before, by its name."""


class ItemsCompleter(QCompleter):
    """Completes the item behind the last comma."""

    def splitPath(self, path: str) -> list[str]:
        """What is being typed now."""
        return [path.replace(";", ",").rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex) -> str:  # type: ignore[override]
        """The whole line with the item that was chosen."""
        widget = self.widget()
        typed = widget.text() if isinstance(widget, QLineEdit) else ""
        before, comma, _ = typed.replace(";", ",").rpartition(",")
        return f"{before}{comma} {index.data()}".strip() if comma else str(index.data())


class OfferingLine(QLineEdit):
    """A line that offers, while one types, what was typed before in the same fact anywhere in the workshop."""

    def __init__(self, fact: Fact, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fact = fact
        self._offer = offer
        self._known = QStringListModel(self)
        completer = ItemsCompleter(self) if fact.form == "list" else QCompleter(self)
        completer.setModel(self._known)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        OwnKeys(self, self, *filter(None, [completer.popup()]))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is offered is looked up when it may be wanted."""
        self._known.setStringList(self._offer(self._fact.name))
        super().focusInEvent(event)


class FactField(QWidget):
    """One fact: how it is shown and what is said of it. `said` gives the text that a person would type for it."""

    said = Signal(str)

    def __init__(self, fact: Fact) -> None:
        super().__init__()
        self.fact = fact
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def show_note(self, note: Note) -> None:
        """Shows what is known of a note."""

    def finish(self) -> None:
        """Says what was typed and not said yet."""


class LineField(FactField):
    """A line of words, or items with commas between them."""

    def __init__(self, fact: Fact, offer: Offer, name: str) -> None:
        super().__init__(fact)
        self._shown = ""
        self.line = OfferingLine(fact, offer)
        self.line.setAccessibleName(name)
        self.line.editingFinished.connect(self.finish)
        self.column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def show_note(self, note: Note) -> None:
        list_form = self.fact.form == "list"
        words = ", ".join(facts.items_of(note)) if list_form else facts.text_of(note, self.fact.name)
        if words != self._shown or not self.line.hasFocus():
            self._shown = words
            if self.line.text() != words:
                self.line.setText(words)

    def finish(self) -> None:
        if self.line.text() != self._shown:
            self._shown = self.line.text()
            self.said.emit(self._shown)


class ChoiceField(FactField):
    """A row of buttons of which one can be down; pressing it again takes the answer back."""

    def __init__(self, fact: Fact, choices: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__(fact)
        row = QHBoxLayout()
        row.setSpacing(4)
        self.buttons: dict[str, QToolButton] = {}
        for value, words in choices:
            button = QToolButton()
            button.setObjectName("choiceButton")
            button.setText(words)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {words}")
            OwnKeys(button, button)
            button.clicked.connect(lambda down, value=value: self.said.emit(value if down else ""))
            row.addWidget(button)
            self.buttons[value] = button
        row.addStretch(1)
        self.column.addLayout(row)
        if self.buttons:
            self.setFocusProxy(next(iter(self.buttons.values())))

    def show_note(self, note: Note) -> None:
        value = facts.text_of(note, self.fact.name)
        for each, button in self.buttons.items():
            button.setChecked(each == value)


class PhaseField(FactField):
    """The phases of the sheet's journey, and none."""

    def __init__(self, fact: Fact, phases: Sequence[Term], name: str, t: Words) -> None:
        super().__init__(fact)
        self.box = StillBox()
        self.box.setAccessibleName(name)
        self.box.addItem(t("lens.no_phase"), "")
        for term in phases:
            self.box.addItem(term.name(t.language), term.id)
        self.box.activated.connect(lambda _: self.said.emit(str(self.box.currentData())))
        OwnKeys(self, self.box, self.box.view())
        self.column.addWidget(self.box)
        self.setFocusProxy(self.box)

    def show_note(self, note: Note) -> None:
        self.box.setCurrentIndex(max(0, self.box.findData(facts.text_of(note, self.fact.name))))


def field_for(fact: Fact, phases: Sequence[Term], offer: Offer, t: Words) -> FactField:
    """The field that a fact is filled in with."""
    name = t(f"lens.fact.{fact.name}")
    if fact.form == "choice":
        return ChoiceField(fact, [(choice, t(f"lens.choice.{choice}")) for choice in fact.choices], name)
    if fact.form == "scale":
        steps = [str(step) for step in range(1, facts.BEST_QUALITY + 1)]
        return ChoiceField(fact, [(step, step) for step in steps], name)
    if fact.form == "phase":
        return PhaseField(fact, phases, name, t)
    return LineField(fact, offer, name)
