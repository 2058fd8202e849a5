"""Which action stands in which menu, as data, and the menus made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from PySide6.QtWidgets import QMenu, QMenuBar

from canvas_files.facts import HOWS, ROLES
from plakbord.actions.find import BLOCKS
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
MOVES = ("note.to_previous_block", "note.to_next_block", "note.earlier", "note.later")

PORTRAIT_MENU: tuple[Item, ...] = (
    "portrait.choose",
    "portrait.paste",
    SEPARATOR,
    "portrait.circle",
    "portrait.square",
    SEPARATOR,
    "portrait.adjust",
    "portrait.larger",
    "portrait.smaller",
    "portrait.uncrop",
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
    "sheet.copy_picture",
    SEPARATOR,
    "sheet.keep_template",
    "sheet.open_template",
    SEPARATOR,
    "sheet.delete",
)

STATUS = tuple(f"note.status.{name}" for name in ("assumption", "seen", "proven"))
LINE_UP = (
    *(f"note.align.{side}" for side in ("left", "center", "right")),
    SEPARATOR,
    *(f"note.align.{side}" for side in ("top", "middle", "bottom")),
    SEPARATOR,
    "note.distribute.across",
    "note.distribute.down",
)
NUDGE = tuple(f"note.nudge.{fine}{way}" for fine in ("", "fine.") for way in ("left", "right", "up", "down"))

NOTE: tuple[Item, ...] = (
    "note.add",
    "note.edit",
    SEPARATOR,
    ("menu.color", COLORS),
    ("menu.size", SIZES),
    ("menu.status", STATUS),
    "note.tag",
    SEPARATOR,
    "note.link",
    "note.unlink",
    SEPARATOR,
    "note.split",
    "note.merge",
    "note.stack",
    "note.unstack",
    "note.name_stack",
    SEPARATOR,
    "note.lock",
)
ARRANGE: tuple[Item, ...] = (
    "note.tidy",
    "note.tidy_by_color",
    "vote.tidy",
    ("menu.line_up", LINE_UP),
    ("menu.nudge", NUDGE),
    SEPARATOR,
    "note.front",
    "note.back",
    SEPARATOR,
    "note.move_to_block",
    ("menu.move_to", (MOVE_TO,)),
    ("menu.copy_to", (COPY_TO,)),
    *MOVES,
    "note.park",
)

COUPLE: tuple[Item, ...] = (*(f"lens.couple.{how}" for how in HOWS), SEPARATOR, "lens.uncouple")
DATA: tuple[Item, ...] = (
    "lens.toggle",
    "lens.marks",
    SEPARATOR,
    "lens.add",
    ("menu.role", ("lens.role.business", *(f"lens.role.{role}" for role in ROLES))),
    ("menu.couple", COUPLE),
    SEPARATOR,
    "lens.inspector",
    "lens.inventory",
    "lens.vote",
    "lens.export",
)

ROUNDS: tuple[Item, ...] = (
    "vote.panel",
    "vote.new",
    "vote.block",
    SEPARATOR,
    ("menu.vote_before", ("vote.alike", "vote.read", "vote.keep")),
    "vote.open",
    ("menu.vote_ways", ("vote.kiosk", "vote.hands", "vote.paper", "vote.ballots", "vote.free")),
    "vote.late",
    "vote.correct",
    SEPARATOR,
    "vote.close",
    "vote.reveal",
    "vote.reveal_slowly",
    "vote.dots",
    "vote.csv",
    ("menu.vote_after", ("vote.runoff", "vote.cut", "vote.top")),
    SEPARATOR,
    ("menu.vote_round", ("vote.reopen", "vote.cancel", "vote.delete")),
)

SHARE: tuple[Item, ...] = (
    "share.panel",
    "share.room",
    SEPARATOR,
    *(f"share.mode.{mode}" for mode in ("write", "look", "vote", "results")),
    SEPARATOR,
    "share.hide",
    "share.reveal",
    "share.tray",
    "share.pause",
    SEPARATOR,
    "share.lock",
    "share.stop",
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
            "workshop.contact_sheet",
            ("menu.poster", ("poster.links", "poster.parked")),
            SEPARATOR,
            "workshop.history",
            "workshop.recovered",
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
    (
        "menu.edit",
        (
            "edit.undo",
            "edit.redo",
            SEPARATOR,
            "edit.cut",
            "edit.copy",
            "edit.copy_picture",
            "edit.paste",
            SEPARATOR,
            "note.duplicate",
            "edit.select_all",
            "edit.delete",
            SEPARATOR,
            "find.search",
            "find.next",
            "find.previous",
            "find.palette",
        ),
    ),
    ("menu.note", NOTE),
    ("menu.arrange", ARRANGE),
    ("menu.rounds", ROUNDS),
    (
        "menu.view",
        (
            "view.fit",
            "view.actual",
            "view.zoom_in",
            "view.zoom_out",
            SEPARATOR,
            ("menu.blocks", BLOCKS),
            "find.back",
            SEPARATOR,
            "view.outline",
            "view.next_pane",
            "view.previous_pane",
            SEPARATOR,
            ("menu.theme", ("view.theme.system", "view.theme.light", "view.theme.dark")),
            ("menu.motion", ("view.motion.system", "view.motion.on", "view.motion.off")),
            ("menu.language", ("view.language.nl", "view.language.en")),
        ),
    ),
    ("menu.data", DATA),
    ("menu.share", SHARE),
    ("menu.help", ("help.shortcuts", "help.about")),
)

TOGETHER: tuple[Item, ...] = (
    "note.link",
    "note.unlink",
    ("menu.couple", COUPLE),
    SEPARATOR,
    "note.stack",
    "note.unstack",
    "note.name_stack",
    SEPARATOR,
    "note.split",
    "note.merge",
)

CONTEXT_MENU: tuple[Item, ...] = (
    "note.edit",
    ("menu.color", COLORS),
    ("menu.size", SIZES),
    ("menu.status", STATUS),
    "note.tag",
    ("menu.together", TOGETHER),
    SEPARATOR,
    "note.move_to_block",
    "note.park",
    ("menu.move", ("note.tidy", SEPARATOR, *MOVES, SEPARATOR, "note.front", "note.back")),
    ("menu.other_sheet", ("sheet.jump", ("menu.move_to", (MOVE_TO,)), ("menu.copy_to", (COPY_TO,)))),
    SEPARATOR,
    "edit.cut",
    "edit.copy",
    "edit.paste",
    "note.duplicate",
    "note.lock",
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
        elif item in LIVE and item not in live:
            continue  # nobody here fills it
        elif item in LIVE:
            menu.aboutToShow.connect(lambda menu=menu, item=item: live[item](menu))
        else:
            menu.addAction(commands.by_id[item])


def fill_recent(menu: QMenu, recent: Sequence[str], choose: Callable[[Path], None], t: Words) -> None:
    """The workshops opened before, the last one first."""
    menu.clear()
    for path in map(Path, recent):
        entry = menu.addAction(f"{path.stem}  –  {path.parent}".replace("&", "&&"))
        entry.triggered.connect(lambda _=False, path=path: choose(path))
    if not recent:
        menu.addAction(t("menu.recent.none")).setEnabled(False)


def ids_in(items: tuple[Item, ...]) -> list[str]:
    """Every action in a menu and the menus in it."""
    found: list[str] = []
    for item in items:
        if isinstance(item, tuple):
            found += ids_in(item[1])
        elif item != SEPARATOR and item not in LIVE:
            found.append(item)
    return found
