"""Putting the numbers and dots of a round of voting on the notes of a board."""

from __future__ import annotations

from collections.abc import Mapping

from plakbord.board.sheet_view import SheetView
from plakbord.sheet.votes import Votes


def show_votes(view: SheetView, votes: Mapping[str, Votes]) -> None:
    """Shows what a round puts on notes, by note, instead of what was shown."""
    view.damage_notes(face.id for face in view.surface.show_votes(votes).after)
