"""What a crash left: each workshop with when, how much, and where it belongs; open it, put it aside, or decide
later."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from canvas_files.disk import Disk
from canvas_files.recovery import Found, put_aside
from plakbord.window.cards import Card, CardsDialog, button
from plakbord.words import Words


class RecoveryDialog(CardsDialog):
    """Asks. `chosen` is the one to open; None leaves everything where it is. With `file` it is asked about one file
    that is being opened, and `as_it_is` says to open that without."""

    def __init__(self, parent: QWidget, found: Sequence[Found], t: Words, file: str = "") -> None:
        words = t("recovery.file.text", name=file) if file else t("recovery.text" if found else "recovery.none")
        super().__init__(parent, t("recovery.title" if found else "recovery.title.none"), words)
        self.chosen: Found | None = None
        self.as_it_is = False
        self._t = t
        for number, one in enumerate(found):
            self._add(one, number == 0)
        later = button(t("recovery.later" if found else "dialog.close"), default=not found)
        later.clicked.connect(self.reject)
        self.add_below(later)
        if file:
            without = button(t("recovery.without"))
            without.clicked.connect(self._open_without)
            self.add_below(without)
        self.fit()

    def _add(self, found: Found, first: bool) -> None:
        t = self._t
        opens, aside = button(t("recovery.open"), default=first), button(t("recovery.put_aside"))
        buttons = [opens] if found.aside else [aside, opens]
        card = Card(title_of(found, t), lines_of(found, t), buttons)
        opens.clicked.connect(lambda: self._open(found))
        aside.clicked.connect(lambda: self._put_aside(found, card))
        self.add_card(card)

    def _open(self, found: Found) -> None:
        self.chosen = found
        self.accept()

    def _open_without(self) -> None:
        self.as_it_is = True
        self.accept()

    def _put_aside(self, found: Found, card: Card) -> None:
        try:
            put_aside(found.journal, Disk())
        except OSError:
            return  # it stays where it is, and on the screen
        card.setEnabled(False)


def title_of(found: Found, t: Words) -> str:
    """What people call it."""
    return found.title or (found.file.stem if found.file else t("window.untitled"))


def lines_of(found: Found, t: Words) -> list[str]:
    """What it holds, and how it stands to its file."""
    parts = [
        t("recovery.last", when=when(found.last, t)),
        t("status.notes", n=found.notes),
        t("recovery.changes", n=found.changes),
    ]
    lines = [" · ".join(parts), t(f"recovery.relation.{found.relation}", name=found.file or "")]
    if found.file_notes is not None and found.relation in ("newer", "changed", "overtaken"):
        lines.append(t("recovery.in_file", n=found.file_notes))
    if found.lost:
        lines.append(t("recovery.torn"))
    if found.aside:
        lines.append(t("recovery.aside"))
    return lines


def when(at: float, t: Words) -> str:
    """A moment as people say it: today with the time, else with the date."""
    then, now = time.localtime(at), time.localtime()
    clock = time.strftime("%H:%M", then)
    if then[:3] == now[:3]:
        return t("when.today", clock=clock)
    return t("when.day", date=t.date(time.strftime("%Y-%m-%d", then)), clock=clock)
