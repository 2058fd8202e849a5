"""Actions on how the sheet and the window are shown; the document does not change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from canvas_files.records import Language
from plakbord.actions.action import Action

if TYPE_CHECKING:
    from plakbord.actions.context import Context
    from plakbord.settings import Motion, ThemeName

STEP = 1.25
THEMES: tuple[ThemeName, ...] = ("system", "light", "dark")
MOTIONS: tuple[Motion, ...] = ("system", "on", "off")
LANGUAGES: tuple[Language, ...] = ("nl", "en")


def use_theme(name: ThemeName) -> Action:
    """Shows the window light, dark or like the system; paper stays paper."""

    def checked(context: Context) -> bool:
        return context.settings.theme == name

    icon = {"system": "", "light": "sun", "dark": "moon"}[name]
    return Action(f"view.theme.{name}", lambda context: context.window.use_theme(name), icon, checked=checked)


def use_language(language: Language) -> Action:
    """Shows the window in a language; the sheets have their own."""

    def run(context: Context) -> None:
        context.window.use_language(language)

    def checked(context: Context) -> bool:
        return context.settings.language == language

    return Action(f"view.language.{language}", run, checked=checked)


def use_motion(motion: Motion) -> Action:
    """Moves smoothly from one view to another, at once, or like the system."""

    def checked(context: Context) -> bool:
        return context.settings.motion == motion

    return Action(f"view.motion.{motion}", lambda context: context.window.use_motion(motion), checked=checked)


def zoom(factor: float) -> Callable[[Context], None]:
    """Shows the sheet larger or smaller."""
    return lambda context: context.view.zoom_by(factor)


def print_links(context: Context) -> None:
    """Puts the links between notes on the poster, or leaves them out."""
    context.window.keep(replace(context.settings, print_links=not context.settings.print_links))


def print_parked(context: Context) -> None:
    """Adds a page with what is parked to the poster, or leaves it out."""
    context.window.keep(replace(context.settings, print_parked=not context.settings.print_parked))


ACTIONS = (
    Action("poster.links", print_links, "", (), checked=lambda context: context.settings.print_links),
    Action("poster.parked", print_parked, "", (), checked=lambda context: context.settings.print_parked),
    Action("view.fit", lambda context: context.view.fit(), "maximize", ("Ctrl+0",)),
    Action("view.actual", lambda context: context.view.zoom_to(100), "scan", ("Ctrl+1",)),
    Action("view.zoom_in", zoom(STEP), "zoom-in", ("Ctrl++", "Ctrl+=")),
    Action("view.zoom_out", zoom(1 / STEP), "zoom-out", ("Ctrl+-",)),
    *(use_theme(name) for name in THEMES),
    *(use_motion(motion) for motion in MOTIONS),
    *(use_language(language) for language in LANGUAGES),
    Action("help.about", lambda context: context.window.about(), "info"),
)
