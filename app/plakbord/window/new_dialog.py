"""The dialog that begins a new workshop: which sheet, in which language, with which title."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from canvas_files.plain_text import clean_text
from canvas_files.records import Language
from plakbord.window.dialogs import default_button
from plakbord.window.icons import Icons
from plakbord.words import LANGUAGES, Words

KINDS = (("canvas", "layout-dashboard"), ("persona", "user-round"))


class NewDialog(QDialog):
    """Asks; `kind`, `language` and `title` are the answers."""

    def __init__(self, parent: QWidget, t: Words, icons: Icons) -> None:
        super().__init__(parent)
        self.setWindowTitle(t("dialog.new.title"))
        self._kinds = QButtonGroup(self)
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
        whole.addLayout(self._buttons(t))
        self.setMinimumWidth(560)
        self._title.setFocus()

    @property
    def kind(self) -> str:
        """The short name of the template."""
        return KINDS[self._kinds.checkedId()][0]

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
        self._kinds.button([name for name, _ in KINDS].index(kind)).setChecked(True)

    def _choices(self, t: Words, icons: Icons) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for number, (kind, icon) in enumerate(KINDS):
            button = QPushButton(f"  {t(f'dialog.new.{kind}')}\n  {t(f'dialog.new.{kind}.hint')}")
            button.setObjectName("choice")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setIcon(icons(icon))
            button.setIconSize(QSize(28, 28))
            button.setChecked(number == 0)
            self._kinds.addButton(button, number)
            row.addWidget(button, 1)
        return row

    def _buttons(self, t: Words) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = QPushButton(t("dialog.cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        row.addWidget(default_button(self, t("dialog.new.make")))
        return row
