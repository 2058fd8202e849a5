"""The one list of everything a person can do."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plakbord.actions import edit, note, portrait, sheet, view, workshop
from plakbord.actions.action import Action

ACTIONS: tuple[Action, ...] = (
    *workshop.ACTIONS,
    *sheet.ACTIONS,
    *edit.ACTIONS,
    *note.ACTIONS,
    *portrait.ACTIONS,
    *view.ACTIONS,
)

BY_ID: Mapping[str, Action] = MappingProxyType({action.id: action for action in ACTIONS})
