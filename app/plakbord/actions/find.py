"""Actions that bring something in view: the command palette, the search, and the blocks by their number."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from plakbord.actions.action import Action

if TYPE_CHECKING:
    from plakbord.actions.context import Context

BLOCKS = tuple(f"find.block.{number}" for number in range(1, 10))
"""The actions that zoom to a block, in the working order of the sheet."""


def step(way: int) -> Callable[[Context], None]:
    """Goes to the next note that was found, or the one before."""
    return lambda context: context.window.finder.step(way)


def searching(context: Context) -> bool:
    """Whether notes are being looked for."""
    return context.window.finder.searching


def zoom_to_block(number: int) -> Action:
    """Shows one block as large as it goes; the numbers begin at 1."""

    def run(context: Context) -> None:
        context.window.finder.show_block(number)

    def enabled(context: Context) -> bool:
        return number <= len(context.layout.template.zones)

    return Action(BLOCKS[number - 1], run, "", (str(number),), enabled)


ACTIONS = (
    Action("find.palette", lambda context: context.window.finder.show_palette(), "command", ("Ctrl+K",)),
    Action("find.search", lambda context: context.window.finder.show_search(), "search", ("Ctrl+F",)),
    Action("find.next", step(1), "arrow-down", ("F3",), searching),
    Action("find.previous", step(-1), "arrow-up", ("Shift+F3",), searching),
    *(zoom_to_block(number) for number in range(1, 10)),
    Action(
        "find.back",
        lambda context: context.window.finder.back(),
        "undo-2",
        ("Alt+Left",),
        lambda context: context.window.finder.can_go_back,
    ),
)
