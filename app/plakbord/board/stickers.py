"""What sticks on notes for a while without being part of them: the numbers and dots of a vote."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from plakbord.board.sheet_view import SheetView
from plakbord.sheet.marks import Mark

Stickers: TypeAlias = Mapping[str, tuple[Mark, ...]]
"""Note -> marks, measured from the note's corner."""


def stick(view: SheetView, stickers: Stickers) -> None:
    """These notes have these marks on them, and no others have any."""
    before, view.surface.stickers = view.surface.stickers, stickers
    view.damage_notes(each for each in {*before, *stickers} if before.get(each) != stickers.get(each))
