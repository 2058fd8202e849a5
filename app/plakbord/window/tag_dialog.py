"""Tagging the selected notes: the terms of their blocks' checklists with a tick each, a field that finds them, and own
tags."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from canvas_files.plain_text import clean_text
from canvas_files.records import Language
from canvas_files.template import Template
from plakbord.words import Words

Offer = tuple[str, str, str]
"""A tag's id, its name, and the heading it stands under."""


def offers(template: Template, zones: Sequence[str], own: Sequence[str], language: Language, t: Words) -> list[Offer]:
    """The tags that fit notes in blocks: the terms of those blocks, then own tags in use, then all other terms."""
    near: list[Offer] = []
    far: list[Offer] = []
    for zone in template.zones:
        for checklist in zone.checklists:
            for term in checklist.terms:
                heading = f"{zone.heading(language)} · {checklist.heading(language)}"
                (near if zone.id in zones else far).append((term.id, term.name(language), heading))
    mine = [(tag, tag, t("dialog.tags.own")) for tag in own]
    return [*near, *mine, *far]


class TagDialog(QDialog):
    """A list of tags over the board. Every tick is done at once, and undone like anything else."""

    def __init__(
        self,
        parent: QWidget,
        offered: Sequence[Offer],
        chosen: Callable[[], frozenset[str]],
        toggle: Callable[[str], None],
        t: Words,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._offered = list(offered)
        self._chosen = chosen
        self._toggle = toggle
        self._t = t
        self._find = QLineEdit(placeholderText=t("dialog.tags.find"))
        self._find.setMaxLength(60)
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(t("action.note.tag").rstrip("…"))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 12, 12, 12)
        whole.setSpacing(8)
        whole.addWidget(self._find)
        whole.addWidget(self._list)
        self._find.textChanged.connect(self._fill)
        self._find.installEventFilter(self)
        self._list.itemClicked.connect(self._on_item)
        self.setObjectName("popup")
        self.resize(380, 400)
        self._fill("")

    def showEvent(self, event: QShowEvent) -> None:
        """The person can type at once."""
        super().showEvent(event)
        self.activateWindow()
        self._find.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while the person types in the field; Enter ticks."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._list.setCurrentRow(max(0, min(self._list.count() - 1, self._list.currentRow() + step)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                item = self._list.currentItem()
                if item is not None:
                    self._on_item(item)
                return True
        return super().eventFilter(watched, event)

    def _fill(self, text: str) -> None:
        wanted, chosen = clean_text(text).strip().lstrip("#"), self._chosen()
        row = max(self._list.currentRow(), 0)
        self._list.clear()
        for tag, name, heading in self._offered:
            if wanted.casefold() in name.casefold():
                self._add(tag, name, heading, tag in chosen)
        if wanted and not any(name.casefold() == wanted.casefold() for _, name, _ in self._offered):
            self._add(wanted, self._t("dialog.tags.new", tag=wanted), "", False)
        self._list.setCurrentRow(min(row, self._list.count() - 1) if not text else 0)

    def _add(self, tag: str, words: str, heading: str, ticked: bool) -> None:
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, tag)
        item.setToolTip(heading)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._list.addItem(item)

    def _on_item(self, item: QListWidgetItem) -> None:
        tag = str(item.data(Qt.ItemDataRole.UserRole))
        self._toggle(tag)
        if not any(tag == known for known, _, _ in self._offered):
            self._offered.insert(0, (tag, tag, self._t("dialog.tags.own")))
        if self._find.text():
            self._find.clear()
        else:
            self._fill("")
