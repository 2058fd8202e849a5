"""A shaped piece of a paragraph: what a line is filled with."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from plakbord.sheet.text.runs import Unit

Levels: TypeAlias = tuple[int, ...] | None
"""The bidi level of every character; None when nothing runs from right to left."""


class Piece(Struct, frozen=True, eq=False):
    """Spaces, or text that stays on one line when it fits there. units are in reading order, unit_levels are their bidi
    levels (empty when levels is None); width is in em. A divided piece shows a hyphen after its text."""

    text: str
    units: tuple[Unit, ...]
    width: float
    is_space: bool
    levels: Levels = None
    unit_levels: tuple[int, ...] = ()
    divided: bool = False
