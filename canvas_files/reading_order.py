"""The order in which people read things that hang freely: row by row, each row from left to right. What a row is, is
decided here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Placed(Protocol):
    """Something with a place: a note in its block, or its face on the sheet."""

    @property
    def id(self) -> str: ...
    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def h(self) -> float: ...


Thing = TypeVar("Thing", bound=Placed)


def in_reading_order(things: Iterable[Thing]) -> list[Thing]:
    """The things row by row. A row goes on as long as things begin above the middle of the one it began with, so that
    notes hung a little askew still stand side by side."""
    ordered: list[Thing] = []
    row: list[Thing] = []
    middle = 0.0
    for thing in sorted(things, key=_down):
        if row and thing.y >= middle:
            ordered += sorted(row, key=_across)
            row = []
        if not row:
            middle = thing.y + thing.h / 2
        row.append(thing)
    return ordered + sorted(row, key=_across)


def _down(thing: Placed) -> tuple[float, float, str]:
    return thing.y, thing.x, thing.id


def _across(thing: Placed) -> tuple[float, float, str]:
    return thing.x, thing.y, thing.id
