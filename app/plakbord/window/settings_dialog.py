"""The dialog with the preferences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from plakbord.settings import Settings
from plakbord.sheet import theme
from plakbord.window.dialogs import answer_buttons
from plakbord.window.icons import color_icon
from plakbord.words import Words

CHOICES = (
    ("language", ("system", "nl", "en")),
    ("theme", ("system", "light", "dark")),
    ("note_font", ("print", "hand")),
    ("motion", ("system", "on", "off")),
)
"""Preferences with a few values each; the words are under `settings.<name>.<value>`."""


class SettingsDialog(QDialog):
    """Asks; `answered` are the preferences with what was chosen."""

    def __init__(self, parent: QWidget, settings: Settings, t: Words) -> None:
        super().__init__(parent)
        self.setWindowTitle(t("settings.title"))
        self._settings = settings
        self._boxes: dict[str, QComboBox] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(16)
        form = QFormLayout()
        form.setSpacing(12)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for name, values in CHOICES:
            options = [(value, t(f"settings.{name}.{value}"), QIcon()) for value in values]
            form.addRow(t(f"settings.{name}"), self._box(name, options))
        colors = [(name, t(f"color.{name}"), color_icon(name)) for name in theme.NOTE_COLORS]
        form.addRow(t("settings.note_color"), self._box("note_color", colors))
        self._autosave = QCheckBox(t("settings.autosave"))
        self._autosave.setChecked(settings.autosave)
        whole.addLayout(form)
        whole.addWidget(self._autosave)
        hint = QLabel(t("settings.autosave.hint"))
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        whole.addWidget(hint)
        whole.addLayout(answer_buttons(self, t("dialog.cancel"), t("dialog.ok")))
        self.resize(self.sizeHint().expandedTo(QSize(480, 0)))

    @property
    def answered(self) -> Settings:
        """The preferences as they were chosen."""
        chosen: dict[str, Any] = {name: box.currentData() for name, box in self._boxes.items()}
        return replace(self._settings, autosave=self._autosave.isChecked(), **chosen)

    def choose(self, name: str, value: str) -> None:
        """Chooses a value."""
        self._boxes[name].setCurrentIndex(self._boxes[name].findData(value))

    def _box(self, name: str, options: Iterable[tuple[str, str, QIcon]]) -> QComboBox:
        box = self._boxes[name] = QComboBox()
        for value, words, icon in options:
            box.addItem(icon, words, value)
        box.setCurrentIndex(max(0, box.findData(getattr(self._settings, name))))
        return box
