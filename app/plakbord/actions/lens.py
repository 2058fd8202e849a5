"""Actions of the data lens: looking through it, making data notes, saying what a note is and how sources are coupled,
and the inventory."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from canvas_files.facts import HOWS, ROLES, WORTH_DOING
from canvas_files.records import Note, Scope
from plakbord.actions.action import Action
from plakbord.actions.edit import something_selected
from plakbord.actions.note import add_data, block_for_new
from plakbord.actions.placing import selected_notes

if TYPE_CHECKING:
    from plakbord.actions.context import Context


def is_on(context: Context) -> bool:
    """Whether the sheet is seen through the data lens."""
    return context.layout.view == "data"


def toggle(context: Context) -> None:
    """Looks at the same sheet through data, or at the business again."""
    context.window.doors.lens.look("business" if is_on(context) else "data")


def show_marks(context: Context) -> None:
    """Shows data notes as small marks when the lens is off, or not at all."""
    context.window.keep(replace(context.settings, data_marks=not context.settings.data_marks))
    if not is_on(context):
        context.window.doors.lens.look("business")


def add_note(context: Context) -> None:
    """Makes a data source in the block under the pointer or of the selection, through the lens, and asks about it."""
    zone = block_for_new(context)
    if not is_on(context):
        context = context.window.doors.lens.look("data")
    context.window.doors.lens.show_inspector()
    add_data(context, zone, ROLES[0])


def set_role(role: str) -> Callable[[Context], None]:
    """Says what the selected notes are; what was known of them stays."""

    def run(context: Context) -> None:
        with context.session.store.transaction("step.lens.role") as tx:
            for note in selected_notes(context):
                tx.update(note.id, role=role)

    return run


def all_have_role(role: str) -> Callable[[Context], bool]:
    """Whether all selected notes are of that kind."""
    return lambda context: len(context.selection) > 0 and all(note.role == role for note in selected_notes(context))


def couple(how: str) -> Callable[[Context], None]:
    """Says how the selected data notes are coupled, each with the next."""

    def run(context: Context) -> None:
        from canvas_files import deciding

        with context.session.store.transaction("step.lens.couple") as tx:
            for one, other in pairwise(_data_notes(context)):
                deciding.couple(tx, one, other, how)

    return run


def several_data_notes(context: Context) -> bool:
    """Whether there is something to couple."""
    return len(_data_notes(context)) > 1


def _data_notes(context: Context) -> list[str]:
    return [note.id for note in selected_notes(context) if note.role]


def all_coupled(how: str) -> Callable[[Context], bool]:
    """Whether the selected data notes are coupled in that way."""

    def checked(context: Context) -> bool:
        ids = _data_notes(context)
        if len(ids) < 2:
            return False
        from canvas_files import deciding

        links = (deciding.coupling(context.session.store.records.values(), *pair) for pair in pairwise(ids))
        return all(link is not None and link.how == how for link in links)

    return checked


def vote(context: Context) -> None:
    """Sets up a round on all opportunities and automations, in whatever block and sheet they hang, seen through the
    lens."""
    from plakbord.actions.round_plan import next_plan

    title = context.layout.t("inventory.worth_doing")
    plan = next_plan(context.session.document, Scope(kinds=list(WORTH_DOING)), title)
    context.window.doors.lens.look("data")
    context.window.doors.voting.set_up(plan)


def anything_worth_doing(context: Context) -> bool:
    """Whether there is an opportunity or automation to vote on."""
    records = context.session.store.records.values()
    return any(isinstance(record, Note) and record.role in WORTH_DOING for record in records)


ACTIONS = (
    Action("lens.toggle", toggle, "database", ("O",), checked=is_on),
    Action("lens.marks", show_marks, "", (), checked=lambda context: context.settings.data_marks),
    Action("lens.add", add_note, "plus", ("D",)),
    Action("lens.inspector", lambda context: context.window.doors.panels.toggle("inspector"), "pencil", ("Shift+I",)),
    Action("lens.inventory", lambda context: context.window.doors.panels.toggle("inventory"), "list-tree", ("I",)),
    Action("lens.vote", vote, "vote", (), anything_worth_doing),
    Action("lens.export", lambda context: context.window.doors.lens.export(), "file-output"),
    *(
        Action(f"lens.role.{role or 'business'}", set_role(role), "", (), something_selected, all_have_role(role))
        for role in ("", *ROLES)
    ),
    *(Action(f"lens.couple.{how}", couple(how), "", (), several_data_notes, all_coupled(how)) for how in HOWS),
    Action("lens.uncouple", couple(""), "", (), several_data_notes),
)
