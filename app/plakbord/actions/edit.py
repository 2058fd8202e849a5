"""Actions that take back, do again, select and delete."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from canvas_files.problems import Problem
from plakbord.actions.action import Action

if TYPE_CHECKING:
    from plakbord.actions.context import Context


MANY = 10
"""Notes: before that many are deleted, the workshop is kept among its earlier states."""


def undo(context: Context) -> None:
    """Takes back the last thing the facilitator did, or says why it stays."""
    if can_undo(context):
        _step(context, context.session.history.undo, "edit.undo.later")


def redo(context: Context) -> None:
    """Does again what was taken back last, or says why not."""
    if can_redo(context):
        _step(context, context.session.history.redo, "edit.redo.later")


def _step(context: Context, step: Callable[[], bool], later: str) -> None:
    """While people vote on it the step waits: that is said in passing, for nothing has to be done about it now."""
    say = context.window.doors.voting.say
    try:
        if not step():
            say("edit.stays")
    except Problem as problem:
        say(later, **problem.values)


def can_undo(context: Context) -> bool:
    """Whether there is anything to take back."""
    return context.session.history.undo_label is not None


def can_redo(context: Context) -> bool:
    """Whether anything was taken back."""
    return context.session.history.redo_label is not None


def delete(context: Context) -> None:
    """Deletes the selected notes but those that are locked."""
    faces = context.layout.notes
    if len(context.selection) >= MANY:
        context.session.keep_moment("delete")
    with context.session.store.transaction("step.note.delete") as tx:
        for note_id in context.selection.ids:
            if note_id in faces and not faces[note_id].locked:
                tx.remove(note_id)


def select_all(context: Context) -> None:
    """Selects every note on the sheet."""
    context.selection.set(context.layout.notes)


def something_selected(context: Context) -> bool:
    """Whether any note is selected."""
    return len(context.selection) > 0


def something_to_delete(context: Context) -> bool:
    """Whether any selected note may be deleted."""
    faces = context.layout.notes
    return any(note_id in faces and not faces[note_id].locked for note_id in context.selection.ids)


ACTIONS = (
    Action("edit.undo", undo, "undo-2", ("Ctrl+Z",), can_undo),
    Action("edit.redo", redo, "redo-2", ("Ctrl+Shift+Z", "Ctrl+Y"), can_redo),
    Action("edit.delete", delete, "trash-2", ("Del", "Backspace"), something_to_delete),
    Action("edit.select_all", select_all, "", ("Ctrl+A",), lambda context: bool(context.layout.notes)),
)
