"""The dialog for what stands around the blocks: title, date, facilitator, language, and what the colours mean."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from canvas_files.plain_text import clean_text
from canvas_files.records import Workshop
from plakbord.sheet import theme
from plakbord.window.dialogs import answer_buttons
from plakbord.window.icons import color_icon
from plakbord.words import LANGUAGES, Words


class DetailsDialog(QDialog):
    """Asks; `fields` are the answers as fields of the workshop record."""

    def __init__(self, parent: QWidget, workshop: Workshop, t: Words) -> None:
        super().__init__(parent)
        self.setWindowTitle(t("dialog.details.title"))
        self._title = self._line(workshop.title)
        self._date = self._line(workshop.date)
        self._author = self._line(workshop.author)
        self._language = QComboBox()
        for language in LANGUAGES:
            self._language.addItem(t(f"language.{language}"), language)
        self._language.setCurrentIndex(LANGUAGES.index(workshop.language))
        self._captions = {name: self._line(workshop.captions.get(name, "")) for name in theme.NOTE_COLORS}
        self._other_captions = {
            name: words for name, words in workshop.captions.items() if name not in theme.NOTE_COLORS
        }
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(16)
        whole.addLayout(self._details(t))
        heading = QLabel(t("dialog.details.legend"))
        whole.addWidget(heading)
        whole.addLayout(self._legend(t))
        whole.addLayout(answer_buttons(self, t("dialog.cancel"), t("dialog.ok")))
        self.setMinimumWidth(520)

    @property
    def fields(self) -> dict[str, Any]:
        """What was filled in."""
        captions = {name: clean_text(edit.text()).strip() for name, edit in self._captions.items()}
        return {
            "title": clean_text(self._title.text()).strip(),
            "date": clean_text(self._date.text()).strip()[:40],
            "author": clean_text(self._author.text()).strip(),
            "language": LANGUAGES[self._language.currentIndex()],
            "captions": self._other_captions | {name: words for name, words in captions.items() if words},
        }

    def _details(self, t: Words) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(12)
        form.addRow(t("dialog.details.name"), self._title)
        form.addRow(t("dialog.details.date"), self._date)
        form.addRow(t("dialog.details.author"), self._author)
        form.addRow(t("dialog.details.language"), self._language)
        return form

    def _legend(self, t: Words) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(8)
        for name, edit in self._captions.items():
            edit.setPlaceholderText(t(f"color.{name}"))
            edit.setAccessibleName(t(f"color.{name}"))
            swatch = QLabel()
            swatch.setPixmap(color_icon(name).pixmap(QSize(20, 20)))
            form.addRow(swatch, edit)
        return form

    @staticmethod
    def _line(text: str) -> QLineEdit:
        edit = QLineEdit(text)
        edit.setMaxLength(2_000)
        return edit
