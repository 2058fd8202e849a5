"""The dialog that begins a new workshop: which sheet, in which language, with which title."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from canvas_files.plain_text import clean_text
from canvas_files.records import Language
from plakbord.sheet.templates import known
from plakbord.window.dialogs import answer_buttons
from plakbord.window.icons import Icons
from plakbord.words import LANGUAGES, Words


class NewDialog(QDialog):
    """Asks; `kind`, `language` and `title` are the answers."""

    def __init__(self, parent: QWidget, t: Words, icons: Icons) -> None:
        super().__init__(parent)
        self.setWindowTitle(t("dialog.new.title"))
        self._kinds = QButtonGroup(self)
        self._known = list(known())
        self._language = QComboBox()
        for language in LANGUAGES:
            self._language.addItem(t(f"language.{language}"), language)
        self._language.setCurrentIndex(LANGUAGES.index(t.language))
        self._title = QLineEdit()
        self._title.setPlaceholderText(t("dialog.new.name.hint"))
        self._title.setMaxLength(200)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(16)
        whole.addWidget(QLabel(t("dialog.new.what")))
        whole.addLayout(self._choices(t, icons))
        form = QFormLayout()
        form.setSpacing(12)
        form.addRow(t("dialog.new.name"), self._title)
        form.addRow(t("dialog.new.language"), self._language)
        whole.addLayout(form)
        whole.addLayout(answer_buttons(self, t("dialog.cancel"), t("dialog.new.make")))
        self.resize(self.sizeHint().expandedTo(QSize(560, 0)))
        self._title.setFocus()

    @property
    def kind(self) -> str:
        """The short name of the template."""
        return self._known[self._kinds.checkedId()].short

    @property
    def language(self) -> Language:
        """The language of the sheets."""
        return LANGUAGES[self._language.currentIndex()]

    @property
    def title(self) -> str:
        """The workshop's title; may be empty."""
        return clean_text(self._title.text()).strip()

    def choose(self, kind: str) -> None:
        """Ticks a kind of sheet."""
        self._kinds.button([each.short for each in self._known].index(kind)).setChecked(True)

    def _choices(self, t: Words, icons: Icons) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        for number, each in enumerate(self._known):
            about = each.template.about(t.language) if each.template.about else ""
            button = QPushButton(f"  {each.template.name(t.language)}\n  {about}".rstrip())
            button.setObjectName("choice")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setIcon(icons(each.template.icon))
            button.setIconSize(QSize(28, 28))
            button.setChecked(number == 0)
            self._kinds.addButton(button, number)
            grid.addWidget(button, number // 2, number % 2)
        return grid
