"""The part of setting up a round that says what is voted on: sheets, blocks, colours, tags and kinds to tick, or only
the notes that are selected. Nothing ticked means all."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from canvas_files import queries
from canvas_files.document import Document
from canvas_files.records import Scope
from canvas_files.template import Template
from plakbord.actions import round_plan
from plakbord.sheet import theme
from plakbord.sheet.names import sheet_names
from plakbord.sheet.tags import tag_names
from plakbord.window.filter_button import Option
from plakbord.window.voting.parts import TickButton
from plakbord.words import Words

PARTS = ("sheets", "zones", "colors", "tags", "kinds")


class ScopePart(QWidget):
    """Shows a scope and answers with what it was made into."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._notes: list[str] = []
        self._document: Document | None = None
        self._t: Words | None = None
        self.buttons = {part: TickButton() for part in PARTS}
        self._labels = {part: QLabel() for part in PARTS}
        self.only_selected = QCheckBox()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for number, part in enumerate(PARTS):
            self._labels[part].setBuddy(self.buttons[part])
            grid.addWidget(self._labels[part], number, 0)
            grid.addWidget(self.buttons[part], number, 1)
            self.buttons[part].changed.connect(self._on_tick)
        grid.addWidget(self.only_selected, len(PARTS), 0, 1, 2)
        self.only_selected.toggled.connect(lambda _: self.changed.emit())

    def dress(self, t: Words) -> None:
        """Gives it its words."""
        self._t = t
        for part in PARTS:
            self._labels[part].setText(t(f"vote.scope.{part}"))
            self.buttons[part].dress(t(f"vote.scope.{part}"), t(f"vote.scope.{part}.all"))
        self._name_selection()

    def show_scope(self, document: Document, scope: Scope) -> None:
        """Offers what there is in the workshop, with this scope ticked."""
        self._document = document
        self._notes = list(scope.notes)
        self._set_only(bool(self._notes))
        self._offer(scope)

    def select(self, note_ids: list[str]) -> None:
        """These notes are selected on the board now; they only count when the person ticks so."""
        if not self.only_selected.isChecked():
            self._notes = note_ids
            self._name_selection()

    @property
    def scope(self) -> Scope:
        """What was chosen."""
        chosen = {part: sorted(self.buttons[part].chosen) for part in PARTS}
        return Scope(notes=sorted(self._notes) if self.only_selected.isChecked() else [], **chosen)

    def refresh(self) -> None:
        """The workshop changed: other sheets, colours or tags may be there."""
        self._offer(self.scope)

    def _on_tick(self) -> None:
        self._offer(self.scope)
        self.changed.emit()

    def _offer(self, scope: Scope) -> None:
        document, t = self._document, self._t
        if document is None or t is None:
            return
        offered = {
            "sheets": [Option(each, name) for each, name in sheet_names(document, t).items()],
            "zones": list(_zones(document, scope)),
            "colors": [_color(document, each, t) for each in round_plan.colors_of(document, scope.sheets)],
            "tags": list(_tags(document, scope)),
            "kinds": list(_kinds(document, t)),
        }
        least = {"sheets": 2, "zones": 2, "colors": 2, "tags": 1, "kinds": 1}
        for part, options in offered.items():
            chosen = frozenset(getattr(scope, part))
            self.buttons[part].offer(options, chosen)
            wanted = len(options) >= least[part] or bool(self.buttons[part].chosen)
            self.buttons[part].setVisible(wanted)
            self._labels[part].setVisible(wanted)
        self._name_selection()

    def _name_selection(self) -> None:
        if self._t is not None:
            self.only_selected.setText(self._t("vote.scope.selection", n=len(self._notes)))
        self.only_selected.setVisible(bool(self._notes))

    def _set_only(self, on: bool) -> None:
        self.only_selected.blockSignals(True)
        self.only_selected.setChecked(on)
        self.only_selected.blockSignals(False)


def _templates(document: Document, scope: Scope) -> Iterator[Template]:
    for sheet in document.sheets:
        template = document.template_of(sheet)
        if template is not None and (not scope.sheets or sheet.id in scope.sheets):
            yield template


def _zones(document: Document, scope: Scope) -> Iterator[Option]:
    language = document.workshop.language
    seen: set[str] = set()
    for template in _templates(document, scope):
        for zone in template.working_order():
            if zone.id not in seen:
                seen.add(zone.id)
                yield Option(zone.id, zone.heading(language))
    for zone_id in scope.zones:
        if zone_id not in seen:
            yield Option(zone_id, zone_id)


def _color(document: Document, name: str, t: Words) -> Option:
    caption = document.workshop.captions.get(name, "")
    known = name if name in theme.NOTE_COLORS else theme.DEFAULT_COLOR
    words = t(f"color.{known}")
    return Option(name, f"{words} · {caption}" if caption else words, known)


def _tags(document: Document, scope: Scope) -> Iterator[Option]:
    names: dict[str, str] = {}
    for template in _templates(document, scope):
        names.update(tag_names(template, document.workshop.language))
    for tag in round_plan.tags_of(document, scope.sheets):
        yield Option(tag, names.get(tag, tag))


def _kinds(document: Document, t: Words) -> Iterator[Option]:
    """The kinds of data notes that there are, as far as they have names here."""
    notes = (queries.note(document.records, note_id) for note_id in document.records)
    for role in sorted({role for note in notes if note is not None and (role := getattr(note, "role", ""))}):
        key = "lens.role." + role
        if t.has(key):
            yield Option(role, t(key))
