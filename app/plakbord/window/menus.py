"""Which action stands in which menu, as data, and the menus made from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtWidgets import QMenu, QMenuBar

from plakbord.window.commands import Commands
from plakbord.words import Words

SEPARATOR = "-"
RECENT = "recent"
Item: TypeAlias = "str | tuple[str, tuple[Item, ...]]"
"""An action's id, a separator, or a menu in the menu: its words and its items."""

COLORS = tuple(f"note.color.{name}" for name in ("yellow", "orange", "pink", "green", "blue", "white"))
SIZES = tuple(f"note.size.{name}" for name in ("small", "standard", "large"))

PORTRAIT_MENU: tuple[Item, ...] = (
    "portrait.choose",
    "portrait.paste",
    SEPARATOR,
    "portrait.circle",
    "portrait.square",
    SEPARATOR,
    "portrait.remove",
)

MENUS: tuple[tuple[str, tuple[Item, ...]], ...] = (
    (
        "menu.workshop",
        (
            "workshop.new",
            "workshop.open",
            ("menu.recent", (RECENT,)),
            SEPARATOR,
            "workshop.save",
            "workshop.save_as",
            "workshop.export",
            SEPARATOR,
            "workshop.details",
            (
                "menu.sheet",
                (
                    "sheet.add_canvas",
                    "sheet.add_persona",
                    SEPARATOR,
                    "sheet.previous",
                    "sheet.next",
                ),
            ),
            ("menu.portrait", PORTRAIT_MENU),
            SEPARATOR,
            "workshop.quit",
        ),
    ),
    ("menu.edit", ("edit.undo", "edit.redo", SEPARATOR, "edit.select_all", "edit.delete")),
    ("menu.note", ("note.add", "note.edit", SEPARATOR, ("menu.color", COLORS), ("menu.size", SIZES))),
    (
        "menu.view",
        (
            "view.fit",
            "view.actual",
            "view.zoom_in",
            "view.zoom_out",
            SEPARATOR,
            ("menu.theme", ("view.theme.system", "view.theme.light", "view.theme.dark")),
            ("menu.language", ("view.language.nl", "view.language.en")),
        ),
    ),
    ("menu.help", ("help.about",)),
)

CONTEXT_MENU: tuple[Item, ...] = (
    "note.edit",
    ("menu.color", COLORS),
    ("menu.size", SIZES),
    SEPARATOR,
    "edit.delete",
)


def fill_menu_bar(bar: QMenuBar, commands: Commands, t: Words, recent: Callable[[QMenu], None]) -> None:
    """Makes all menus; recent fills the menu of workshops opened before, each time it is shown."""
    bar.clear()
    for words, items in MENUS:
        fill_menu(bar.addMenu(t(words)), items, commands, t, recent)


def fill_menu(
    menu: QMenu, items: tuple[Item, ...], commands: Commands, t: Words, recent: Callable[[QMenu], None]
) -> None:
    """Makes one menu and the menus in it."""
    for item in items:
        if isinstance(item, tuple):
            fill_menu(menu.addMenu(t(item[0])), item[1], commands, t, recent)
        elif item == SEPARATOR:
            menu.addSeparator()
        elif item == RECENT:
            menu.aboutToShow.connect(lambda menu=menu: recent(menu))
        else:
            menu.addAction(commands.by_id[item])


def ids_in(items: tuple[Item, ...]) -> list[str]:
    """Every action in a menu and the menus in it."""
    found: list[str] = []
    for item in items:
        if isinstance(item, tuple):
            found += ids_in(item[1])
        elif item not in (SEPARATOR, RECENT):
            found.append(item)
    return found
