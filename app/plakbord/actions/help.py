"""Actions that explain the program."""

from __future__ import annotations

from plakbord.actions.action import Action

ACTIONS = (Action("help.shortcuts", lambda context: context.window.finder.show_shortcuts(), "keyboard", ("?", "F1")),)
