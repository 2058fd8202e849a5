"""Actions on the workshop as a file, and on its sheets."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from plakbord.actions.action import Action
from plakbord.sheet.templates import sheet_for

if TYPE_CHECKING:
    from plakbord.actions.context import Context


def save(context: Context) -> None:
    """Saves, asking where when the workshop has no file yet."""
    context.window.save_workshop()


def save_as(context: Context) -> None:
    """Saves under another name and goes on there."""
    context.window.save_workshop_as()


def add_sheet(name: str) -> Callable[[Context], None]:
    """Adds a sheet of a built-in template behind the others and shows it."""

    def run(context: Context) -> None:
        document = context.session.document
        sheet = sheet_for(document, name)
        with document.store.transaction("step.sheet.add") as tx:
            tx.put(sheet)
        context.window.show_sheet(sheet.id)

    return run


def turn(step: int) -> Callable[[Context], None]:
    """Shows the sheet that is so many further; past the last comes the first."""

    def run(context: Context) -> None:
        ids = [sheet.id for sheet in context.session.document.sheets]
        context.window.show_sheet(ids[(ids.index(context.layout.sheet_id) + step) % len(ids)])

    return run


def several_sheets(context: Context) -> bool:
    """Whether there is another sheet to turn to."""
    return len(context.session.document.sheets) > 1


ACTIONS = (
    Action("workshop.new", lambda context: context.window.new_workshop(), "file-plus", ("Ctrl+N",)),
    Action("workshop.open", lambda context: context.window.open_workshop(), "folder-open", ("Ctrl+O",)),
    Action("workshop.save", save, "save", ("Ctrl+S",)),
    Action("workshop.save_as", save_as, "save-all", ("Ctrl+Shift+S",)),
    Action("workshop.export", lambda context: context.window.export_poster(), "file-output", ("Ctrl+E",)),
    Action("workshop.contact_sheet", lambda context: context.window.doors.poster.contact_sheet(), "layout-grid"),
    Action("workshop.details", lambda context: context.window.workshop_details(), "pencil"),
    Action("workshop.start", lambda context: context.window.doors.start.show(), "layout-grid"),
    Action("workshop.settings", lambda context: context.window.doors.preferences.ask(), "settings", ("Ctrl+,",)),
    Action("workshop.quit", lambda context: context.window.quit(), "log-out", ("Ctrl+Q",)),
    Action("sheet.add_canvas", add_sheet("canvas"), "layout-dashboard"),
    Action("sheet.add_persona", add_sheet("persona"), "user-round"),
    Action("sheet.next", turn(1), "chevron-right", ("Ctrl+PgDown",), several_sheets),
    Action("sheet.previous", turn(-1), "", ("Ctrl+PgUp",), several_sheets),
)
