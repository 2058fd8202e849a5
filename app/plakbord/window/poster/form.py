"""What can be chosen for a poster, as fields in groups: which sheets, on what paper, what is shown, in which ink. The
fields are data; what goes together is greyed, not hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from plakbord.poster.choices import MARGINS, PAPERS, TILE_PAPERS, Choices
from plakbord.window.still_box import StillBox
from plakbord.words import LANGUAGES, Words

KINDS = ("pdf", "png", "svg")
DOTS_PER_INCH = (96, 150, 300, 600)
LISTS: Mapping[str, tuple[str, Sequence[Any]]] = MappingProxyType(
    {
        "paper": ("paper", (None, *PAPERS)),
        "orientation": ("paper", ("auto", "landscape", "portrait")),
        "margin": ("paper", MARGINS),
        "tiles": ("paper", (None, *TILE_PAPERS)),
        "dpi": ("file", DOTS_PER_INCH),
        "language": ("file", LANGUAGES),
    }
)
"""Choices with a few values each: the group they stand in, and the values; words are under export.<name>.<value>."""
SWITCHES: Mapping[str, str] = MappingProxyType(
    {
        "bleed": "paper",
        "questions": "shown",
        "checklists": "shown",
        "tags": "shown",
        "links": "shown",
        "legend": "shown",
        "authors": "shown",
        "parking": "shown",
        "lens": "shown",
        "inventory": "shown",
        "blank": "shown",
        "grey": "ink",
        "save_toner": "ink",
        "attachment": "file",
    }
)
"""Choices that are on or off, and the group they stand in."""
GROUPS = ("paper", "shown", "ink", "file")
SHEET_ROWS = 5


class ChoicesForm(QScrollArea):
    """The fields; `changed` when any of them is. `sheets` are (id, name), `rounds` the same for what can be shown of
    votes."""

    changed = Signal()

    def __init__(
        self,
        choices: Choices,
        sheets: Sequence[tuple[str, str]],
        rounds: Sequence[tuple[str, str]],
        t: Words,
    ) -> None:
        super().__init__()
        self._words = t
        self._first = choices
        self._boxes: dict[str, QComboBox] = {}
        self._ticks: dict[str, QCheckBox] = {}
        self._forms: dict[str, QFormLayout] = {}
        self._kind = StillBox()
        self._sheets = QListWidget()
        inside = QWidget()
        inside.setObjectName("exportForm")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(8)
        self._add_kind()
        self._add_sheets(sheets)
        for group in GROUPS:
            self._add_group(group)
            if group == "shown" and rounds:
                self._add_rounds(rounds)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setObjectName("exportScroll")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(inside.sizeHint().width() + 24)
        self._grey()

    @property
    def kind(self) -> str:
        """What is made: pdf, png or svg."""
        return str(self._kind.currentData())

    @property
    def choices(self) -> Choices:
        """What is chosen now; for PNG and SVG without what they cannot have."""
        chosen: dict[str, Any] = {name: box.currentData() for name, box in self._boxes.items()}
        chosen.update({name: tick.isChecked() for name, tick in self._ticks.items()})
        chosen["sheets"] = self._ticked()
        choices = replace(self._first, **chosen)
        if self.kind != "pdf":
            choices = replace(choices, tiles=None, bleed=False)
        return replace(choices, bleed=False) if choices.tiles else choices

    @property
    def any_sheet(self) -> bool:
        """Whether there is anything to print."""
        return any(self._is_ticked(row) for row in range(self._sheets.count()))

    def choose(self, name: str, value: object) -> None:
        """Chooses a value, as the person would."""
        if name in self._ticks:
            self._ticks[name].setChecked(bool(value))
        else:
            box = self._kind if name == "kind" else self._boxes[name]
            box.setCurrentIndex(box.findData(value))

    def _ticked(self) -> tuple[str, ...]:
        rows = range(self._sheets.count())
        ticked = tuple(
            str(self._sheets.item(row).data(Qt.ItemDataRole.UserRole)) for row in rows if self._is_ticked(row)
        )
        return () if len(ticked) == len(rows) else ticked

    def _is_ticked(self, row: int) -> bool:
        return self._sheets.item(row).checkState() == Qt.CheckState.Checked

    # Making the fields

    def _add_kind(self) -> None:
        t = self._words
        for kind in KINDS:
            self._kind.addItem(t(f"export.kind.{kind}"), kind)
        self._kind.setAccessibleName(t("export.kind"))
        self._kind.currentIndexChanged.connect(self._on_change)
        self._column.addWidget(self._kind)

    def _add_sheets(self, sheets: Sequence[tuple[str, str]]) -> None:
        t = self._words
        self._head("sheets")
        for sheet_id, name in sheets:
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, sheet_id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked)
            self._sheets.addItem(item)
        self._sheets.setAccessibleName(t("export.group.sheets"))
        rows = max(1, min(SHEET_ROWS, self._sheets.count()))
        self._sheets.setFixedHeight(rows * max(24, self._sheets.sizeHintForRow(0)) + 12)
        self._sheets.itemChanged.connect(self._on_change)
        self._column.addWidget(self._sheets)

    def _add_group(self, group: str) -> None:
        t = self._words
        self._head(group)
        form = self._forms[group] = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for name, (where, values) in LISTS.items():
            if where == group:
                options = [(value, t(f"export.{name}.{str(value).lower()}")) for value in values]
                form.addRow(t(f"export.{name}"), self._box(name, options))
        for name, where in SWITCHES.items():
            if where == group:
                tick = self._ticks[name] = QCheckBox(t(f"export.{name}"))
                tick.setChecked(bool(getattr(self._first, name)))
                tick.toggled.connect(self._on_change)
                form.addRow(tick)
        self._column.addLayout(form)

    def _add_rounds(self, rounds: Sequence[tuple[str, str]]) -> None:
        t = self._words
        options = [(None, t("export.round.none")), *rounds]
        self._forms["shown"].addRow(t("export.round"), self._box("round", options))

    def _head(self, group: str) -> None:
        t = self._words
        label = QLabel(t(f"export.group.{group}"))
        label.setObjectName("panelTitle")
        label.setContentsMargins(0, 10, 0, 0)
        self._column.addWidget(label)

    def _box(self, name: str, options: Sequence[tuple[Any, str]]) -> QComboBox:
        t = self._words
        box = self._boxes[name] = StillBox()
        for value, words in options:
            box.addItem(words, value)
        here = next((n for n, (value, _) in enumerate(options) if value == getattr(self._first, name)), 0)
        box.setCurrentIndex(here)
        box.setAccessibleName(t(f"export.{name}"))
        box.currentIndexChanged.connect(self._on_change)
        return box

    def _on_change(self, *_: object) -> None:
        self._grey()
        self.changed.emit()

    def _grey(self) -> None:
        """What has no meaning with the other choices cannot be chosen."""
        kind, tiles, blank = self.kind, self._boxes["tiles"].currentData(), self._ticks["blank"].isChecked()
        self._boxes["dpi"].setEnabled(kind == "png")
        self._boxes["tiles"].setEnabled(kind == "pdf")
        self._ticks["bleed"].setEnabled(kind == "pdf" and tiles is None)
        self._ticks["attachment"].setEnabled(kind != "svg" and not blank)
        for name in ("tags", "links", "authors", "parking", "save_toner", "inventory"):
            self._ticks[name].setEnabled(not blank)
        if self._ticks["lens"].isChecked():
            for name in ("links", "checklists"):
                self._ticks[name].setEnabled(False)
        else:
            self._ticks["checklists"].setEnabled(True)
        if "round" in self._boxes:
            self._boxes["round"].setEnabled(not blank)
