"""Actions on the portrait of a sheet: choosing, pasting and removing it, and the shape it is cropped to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from canvas_files import queries
from canvas_files.crop import Crop, crop_of, show_part
from canvas_files.problems import Problem
from canvas_files.records import Picture, Sheet
from plakbord.actions.action import Action
from plakbord.session import Session
from plakbord.sheet.form import PORTRAIT

if TYPE_CHECKING:
    from plakbord.actions.context import Context

Shape = Literal["circle", "square"]
LARGER = 1.25
STEP = "step.portrait.crop"


def set_portrait(session: Session, sheet_id: str, picture: Picture) -> None:
    """Gives a sheet its portrait. Raises Problem for a sheet that has no place for it."""
    sheet = queries.sheet(session.store.records, sheet_id)
    template = session.document.template_of(sheet) if sheet else None
    if sheet is None or template is None or template.portrait is None:
        raise Problem("no_portrait")
    with session.store.transaction("step.portrait") as tx:
        tx.put(picture)
        tx.update(sheet_id, portrait=picture.id, **Crop().fields)


def sheet_shown(context: Context) -> Sheet | None:
    """The sheet on the board."""
    return queries.sheet(context.session.store.records, context.layout.sheet_id)


def has_place(context: Context) -> bool:
    """Whether the sheet has a place for a portrait."""
    return context.layout.template.portrait is not None


def has_portrait(context: Context) -> bool:
    """Whether the sheet has a portrait."""
    sheet = sheet_shown(context)
    return has_place(context) and sheet is not None and bool(sheet.portrait)


def remove(context: Context) -> None:
    """Takes the portrait away."""
    with context.session.store.transaction("step.portrait.remove") as tx:
        tx.update(context.layout.sheet_id, portrait="")


def shape(name: Shape) -> Action:
    """Crops the portrait to a circle or a square."""

    def run(context: Context) -> None:
        with context.session.store.transaction("step.portrait.shape") as tx:
            tx.update(context.layout.sheet_id, portrait_shape=name)

    def checked(context: Context) -> bool:
        sheet = sheet_shown(context)
        return sheet is not None and sheet.portrait_shape == name

    return Action(f"portrait.{name}", run, "", (), has_portrait, checked)


def adjust(context: Context) -> None:
    """Gives the portrait the focus: it can be pushed and made larger then."""
    context.view.focus_slot(PORTRAIT)


def resized(factor: float) -> Callable[[Context], None]:
    """Shows the portrait larger or smaller in its frame."""

    def run(context: Context) -> None:
        sheet, frame = sheet_shown(context), context.layout.portrait_frame
        if sheet is not None and frame is not None:
            show_part(context.session.store, sheet.id, frame.zoomed(crop_of(sheet), factor), STEP)

    return run


def uncrop(context: Context) -> None:
    """Shows the part of the portrait that it showed when it came."""
    show_part(context.session.store, context.layout.sheet_id, Crop(), STEP)


def is_cropped(context: Context) -> bool:
    """Whether another part of the portrait is shown than when it came."""
    sheet = sheet_shown(context)
    return has_portrait(context) and sheet is not None and crop_of(sheet) != Crop()


SHAPES: tuple[Shape, ...] = ("circle", "square")

ACTIONS = (
    Action("portrait.choose", lambda context: context.window.doors.portraits.choose(), "image-plus", (), has_place),
    Action("portrait.paste", lambda context: context.window.doors.portraits.paste(), "clipboard-paste", (), has_place),
    Action("portrait.remove", remove, "trash-2", (), has_portrait),
    *(shape(name) for name in SHAPES),
    Action("portrait.adjust", adjust, "hand", (), has_portrait),
    Action("portrait.larger", resized(LARGER), "zoom-in", (), has_portrait),
    Action("portrait.smaller", resized(1 / LARGER), "zoom-out", (), has_portrait),
    Action("portrait.uncrop", uncrop, "", (), is_cropped),
)
