"""Asks who is expected: a name on each line. Who is not on the list, or comes twice, waits for a nod."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from plakbord.window.cards import button, plain
from plakbord.window.dialogs import default_button
from plakbord.words import Words

MOST = 1000
LONGEST = 40
"""Letters of a name, as phones have it."""


class NamesDialog(QDialog):
    """A list to type or paste in."""

    def __init__(self, parent: QWidget, names: Sequence[str], t: Words) -> None:
        super().__init__(parent)
        self.setWindowTitle(t("share.names.title"))
        self.setMinimumSize(420, 420)
        self.field = QPlainTextEdit("\n".join(names))
        self.field.setAccessibleName(t("share.names.title"))
        self.field.setTabChangesFocus(True)
        cancel = button(t("dialog.cancel"))
        cancel.clicked.connect(self.reject)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(cancel)
        below.addWidget(default_button(self, t("dialog.ok")))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(plain(t("share.names.text")))
        whole.addWidget(self.field, 1)
        whole.addLayout(below)

    @property
    def names(self) -> tuple[str, ...]:
        """The names, each once, in the order in which they stand."""
        lines = (" ".join(line.split())[:LONGEST].strip() for line in self.field.toPlainText().splitlines())
        return tuple(dict.fromkeys(filter(None, lines)))[:MOST]


def ask_names(parent: QWidget, names: Sequence[str], t: Words) -> tuple[str, ...] | None:
    """The names; None when nothing is to change."""
    dialog = NamesDialog(parent, names, t)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    found = dialog.names
    dialog.deleteLater()
    return found if accepted else None
