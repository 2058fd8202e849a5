"""The file was changed by another program while it was open here: which one to go on with, both kept whatever is
chosen."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QWidget

from canvas_files.bring_back import Difference
from plakbord.window.cards import Card, CardsDialog, button
from plakbord.words import Words

Choice = Literal["copy", "reload", "both", "overwrite"]


class ConflictDialog(CardsDialog):
    """Asks; `choice` is the answer, None to leave it for now. Without a difference the file cannot be read at all."""

    def __init__(self, parent: QWidget, name: str, difference: Difference | None, t: Words) -> None:
        if difference is None:
            words = t("conflict.unreadable", name=name)
        else:
            words = t("conflict.text", name=name, theirs=difference.then, mine=difference.now)
        super().__init__(parent, t("conflict.title"), words)
        self.choice: Choice | None = None
        choices: list[Choice] = ["copy", "overwrite"] if difference is None else ["copy", "reload", "both", "overwrite"]
        for each in choices:
            self._add(each, t)
        later = button(t("conflict.later"))
        later.clicked.connect(self.reject)
        self.add_below(later)
        self.fit()

    def _add(self, choice: Choice, t: Words) -> None:
        takes = button(t(f"conflict.{choice}.do"), default=choice == "copy")
        takes.clicked.connect(lambda: self._choose(choice))
        self.add_card(Card(t(f"conflict.{choice}"), [t(f"conflict.{choice}.hint")], [takes]))

    def _choose(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()
