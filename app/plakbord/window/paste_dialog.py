"""The short preview before many notes are pasted: which of them, in which block, in what colour. Enter pastes."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from plakbord.exchange.pasted import PastedNote
from plakbord.sheet import theme
from plakbord.window.dialogs import default_button
from plakbord.window.icons import color_icon
from plakbord.words import Words

LONGEST_SHOWN = 200


class Choices(Struct, frozen=True):
    """What there is to choose: the blocks by id with their headings, whether each note can go to a block of its own,
    and what is chosen at first; the zone None is each its own."""

    zones: tuple[tuple[str, str], ...]
    zone: str | None
    own: bool
    color: str


class PasteDialog(QDialog):
    """Asks; `notes`, `zone` and `color` are the answers. `rest` is how many more there were than go at once."""

    def __init__(self, parent: QWidget, notes: Sequence[PastedNote], rest: int, choices: Choices, t: Words) -> None:
        super().__init__(parent)
        self.setWindowTitle(t("dialog.paste.title"))
        self._t = t
        self._offered = notes
        self._list = self._ticks(notes)
        self._toggle = QPushButton()
        self._toggle.setAutoDefault(False)
        self._toggle.clicked.connect(self._tick_all_or_none)
        self._zones = self._zone_choice(choices)
        self._colors = self._color_choice(choices)
        self._go = default_button(self, "")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(16)
        whole.addLayout(self._head())
        whole.addWidget(self._list, 1)
        if rest > 0:
            whole.addWidget(_quiet(t("dialog.paste.rest", n=rest, most=len(notes))))
        whole.addLayout(self._form())
        whole.addLayout(self._buttons())
        self._list.itemChanged.connect(self._count)
        self._count()
        self.resize(560, 620)
        self._go.setFocus()

    @property
    def notes(self) -> list[PastedNote]:
        """The notes that are ticked."""
        return [note for number, note in enumerate(self._offered) if self._ticked(number)]

    @property
    def zone(self) -> str | None:
        """The block to paste in; None for each its own."""
        zone: str | None = self._zones.currentData()
        return zone

    @property
    def color(self) -> str | None:
        """The colour for all of them; None for what they bring."""
        color: str | None = self._colors.currentData()
        return color

    def _ticked(self, number: int) -> bool:
        return self._list.item(number).checkState() == Qt.CheckState.Checked

    def _count(self) -> None:
        count = sum(self._ticked(number) for number in range(self._list.count()))
        self._go.setText(self._t("dialog.paste.go", n=count) if count else self._t("dialog.paste.go_none"))
        self._go.setEnabled(count > 0)
        self._toggle.setText(self._t("dialog.paste.none" if count == self._list.count() else "dialog.paste.all"))

    def _tick_all_or_none(self) -> None:
        everything = all(self._ticked(number) for number in range(self._list.count()))
        state = Qt.CheckState.Unchecked if everything else Qt.CheckState.Checked
        self._list.blockSignals(True)
        for number in range(self._list.count()):
            self._list.item(number).setCheckState(state)
        self._list.blockSignals(False)
        self._count()

    def _ticks(self, notes: Sequence[PastedNote]) -> QListWidget:
        ticks = QListWidget()
        ticks.setObjectName("ticks")
        ticks.setAccessibleName(self._t("dialog.paste.list"))
        ticks.setSpacing(2)
        ticks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for note in notes:
            words = " · ".join(line.strip() for line in note.text.split("\n") if line.strip())
            item = QListWidgetItem(words[:LONGEST_SHOWN] or self._t("dialog.paste.empty"))
            if note.color is not None:
                item.setIcon(color_icon(note.color))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            ticks.addItem(item)
        return ticks

    def _zone_choice(self, choices: Choices) -> QComboBox:
        box = QComboBox()
        if choices.own:
            box.addItem(self._t("dialog.paste.own"), None)
        for zone, heading in choices.zones:
            box.addItem(heading, zone)
        box.setCurrentIndex(max(0, [box.itemData(number) for number in range(box.count())].index(choices.zone)))
        return box

    def _color_choice(self, choices: Choices) -> QComboBox:
        box = QComboBox()
        box.setIconSize(QSize(18, 18))
        brought = any(note.color is not None for note in self._offered)
        if brought:
            box.addItem(self._t("dialog.paste.as_copied"), None)
        for name in theme.NOTE_COLORS:
            box.addItem(color_icon(name), self._t(f"color.{name}"), name)
        box.setCurrentIndex(0 if brought else max(0, box.findData(choices.color)))
        return box

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(_quiet(self._t("dialog.paste.intro")), 1)
        row.addWidget(self._toggle)
        return row

    def _form(self) -> QGridLayout:
        form = QGridLayout()
        form.setSpacing(12)
        form.setColumnStretch(1, 1)
        for row, (words, box) in enumerate((("dialog.paste.zone", self._zones), ("dialog.paste.color", self._colors))):
            label = QLabel(self._t(words))
            label.setBuddy(box)
            form.addWidget(label, row, 0)
            form.addWidget(box, row, 1)
        return form

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = QPushButton(self._t("dialog.cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        row.addWidget(self._go)
        return row


def _quiet(words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName("quiet")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
