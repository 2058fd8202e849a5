"""Which action stands in which menu, as data, and the menus made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from PySide6.QtWidgets import QMenu, QMenuBar

from plakbord.window.commands import Commands
from plakbord.words import Words

SEPARATOR = "-"
RECENT, ADD, LINK, MOVE_TO, COPY_TO = "recent", "add", "link", "move_to", "copy_to"
"""What stands in these menus depends on the moment: it is filled in each time they are shown."""
LIVE = (RECENT, ADD, LINK, MOVE_TO, COPY_TO)
Item: TypeAlias = "str | tuple[str, tuple[Item, ...]]"
"""An action's id, a separator, or a menu in the menu: its words and its items."""

LiveMenus: TypeAlias = Mapping[str, Callable[[QMenu], None]]

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

SHEET_ITEMS: tuple[Item, ...] = (
    "sheet.rename",
    "sheet.duplicate",
    "sheet.left",
    "sheet.right",
    SEPARATOR,
    ("menu.link", (LINK,)),
    "sheet.jump",
    SEPARATOR,
    "sheet.keep_template",
    "sheet.open_template",
    SEPARATOR,
    "sheet.delete",
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
                    ("menu.add_sheet", (ADD,)),
                    SEPARATOR,
                    *SHEET_ITEMS,
                    SEPARATOR,
                    "sheet.previous",
                    "sheet.next",
                ),
            ),
            ("menu.portrait", PORTRAIT_MENU),
            SEPARATOR,
            "workshop.start",
            "workshop.settings",
            SEPARATOR,
            "workshop.quit",
        ),
    ),
    ("menu.edit", ("edit.undo", "edit.redo", SEPARATOR, "edit.select_all", "edit.delete")),
    (
        "menu.note",
        (
            "note.add",
            "note.edit",
            SEPARATOR,
            ("menu.color", COLORS),
            ("menu.size", SIZES),
            SEPARATOR,
            ("menu.move_to", (MOVE_TO,)),
            ("menu.copy_to", (COPY_TO,)),
        ),
    ),
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
    ("menu.move_to", (MOVE_TO,)),
    ("menu.copy_to", (COPY_TO,)),
    "sheet.jump",
    SEPARATOR,
    "edit.delete",
)


def fill_menu_bar(bar: QMenuBar, commands: Commands, t: Words, live: LiveMenus) -> None:
    """Makes all menus; live fills those that depend on the moment, each time they are shown."""
    bar.clear()
    for words, items in MENUS:
        fill_menu(bar.addMenu(t(words)), items, commands, t, live)


def fill_menu(menu: QMenu, items: tuple[Item, ...], commands: Commands, t: Words, live: LiveMenus) -> None:
    """Makes one menu and the menus in it."""
    for item in items:
        if isinstance(item, tuple):
            fill_menu(menu.addMenu(t(item[0])), item[1], commands, t, live)
        elif item == SEPARATOR:
            menu.addSeparator()
        elif item in LIVE:
            menu.aboutToShow.connect(lambda menu=menu, item=item: live[item](menu))
        else:
            menu.addAction(commands.by_id[item])


def ids_in(items: tuple[Item, ...]) -> list[str]:
    """Every action in a menu and the menus in it."""
    found: list[str] = []
    for item in items:
        if isinstance(item, tuple):
            found += ids_in(item[1])
        elif item != SEPARATOR and item not in LIVE:
            found.append(item)
    return found
