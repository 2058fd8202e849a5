"""What can be done with what lies under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from plakbord.sheet.form import PORTRAIT
from plakbord.window.commands import Commands
from plakbord.window.menus import CONTEXT_MENU, PORTRAIT_MENU, LiveMenus, fill_menu
from plakbord.window.stage import Stage
from plakbord.words import Words


def show_context_menu(parent: QWidget, stage: Stage, at: QPoint, commands: Commands, t: Words, live: LiveMenus) -> None:
    """What can be done with the selected notes, or with the portrait; nothing where there is neither."""
    on_portrait = stage.board.fields.focus == PORTRAIT
    if len(stage.selection) or on_portrait:
        menu = QMenu(parent)
        fill_menu(menu, PORTRAIT_MENU if on_portrait else CONTEXT_MENU, commands, t, live)
        menu.exec(at)
