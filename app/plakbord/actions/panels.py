"""Actions on the parts of the window: opening and closing panels, and going from part to part by keyboard."""

from __future__ import annotations

from plakbord.actions.action import Action

ACTIONS = (
    Action(
        "view.outline",
        lambda context: context.window.show_outline(not context.settings.outline),
        "list-tree",
        ("Ctrl+Shift+O",),
        checked=lambda context: context.settings.outline,
    ),
    Action("view.next_pane", lambda context: context.window.next_pane(1), "", ("F6",)),
    Action("view.previous_pane", lambda context: context.window.next_pane(-1), "", ("Shift+F6",)),
)
