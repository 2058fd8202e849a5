"""The one list of everything a person can do."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plakbord.actions import (
    arrange,
    clipboard,
    edit,
    find,
    help,
    keeping,
    lens,
    meaning,
    note,
    order,
    panels,
    portrait,
    rewrite,
    share,
    sheet,
    view,
    vote,
    workshop,
)
from plakbord.actions.action import Action

ACTIONS: tuple[Action, ...] = (
    *workshop.ACTIONS,
    *keeping.ACTIONS,
    *sheet.ACTIONS,
    *edit.ACTIONS,
    *clipboard.ACTIONS,
    *note.ACTIONS,
    *arrange.ACTIONS,
    *order.ACTIONS,
    *meaning.ACTIONS,
    *rewrite.ACTIONS,
    *portrait.ACTIONS,
    *vote.ACTIONS,
    *find.ACTIONS,
    *view.ACTIONS,
    *panels.ACTIONS,
    *lens.ACTIONS,
    *share.ACTIONS,
    *help.ACTIONS,
)

BY_ID: Mapping[str, Action] = MappingProxyType({action.id: action for action in ACTIONS})
