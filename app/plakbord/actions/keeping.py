"""Actions on what is kept besides the file: earlier states, and work that a crash left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plakbord.actions.action import Action

if TYPE_CHECKING:
    from plakbord.actions.context import Context


def has_shelf(context: Context) -> bool:
    """Whether earlier states of this workshop are kept."""
    return context.session.keeping.backups is not None


ACTIONS = (
    Action("workshop.history", lambda context: context.window.rescue.show_history(), "history", (), has_shelf),
    Action("workshop.recovered", lambda context: context.window.rescue.show_recovered(), "archive"),
)
