"""The notes that say nearly the same, in pairs: stacked they are one option, and their votes are not split."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from canvas_files.problems import Problem
from canvas_files.rounds import Option
from plakbord.window.cards import Card, CardsDialog, button
from plakbord.window.dialogs import tell_problem
from plakbord.words import Words

MOST_SHOWN = 40
"""Pairs; who has more of them stacks some first, and looks again."""
Stack = Callable[[str, list[str]], None]
"""Stacks notes of a sheet."""


class AlikeDialog(CardsDialog):
    """Stacks what the person wants, at once; undo takes it back."""

    def __init__(self, parent: QWidget, pairs: Sequence[tuple[Option, Option]], stack: Stack, t: Words) -> None:
        super().__init__(parent, t("vote.alike.title"), t("vote.alike.about" if pairs else "vote.alike.none"))
        self._t = t
        self._stack = stack
        for one, other in pairs[:MOST_SHOWN]:
            self._add(one, other)
        close = button(t("dialog.close"), default=True)
        close.clicked.connect(self.accept)
        self.add_below(close)
        self.fit()

    def _add(self, one: Option, other: Option) -> None:
        buttons: list[QPushButton] = []
        lines = [f"{other.number}  {' '.join(other.text.split())}"]
        if one.sheet == other.sheet:
            stack = button(self._t("vote.alike.stack"))
            stack.clicked.connect(lambda _=False: self._on_stack(stack, one, other))
            buttons.append(stack)
        else:
            lines.append(self._t("vote.alike.apart"))
        self.add_card(Card(f"{one.number}  {' '.join(one.text.split())}", lines, buttons))

    def _on_stack(self, pressed: QPushButton, one: Option, other: Option) -> None:
        try:
            self._stack(one.sheet, [*one.notes, *other.notes])
        except Problem as problem:
            tell_problem(self, problem, self._t)
            return
        pressed.setText(self._t("vote.alike.stacked"))
        pressed.setEnabled(False)
