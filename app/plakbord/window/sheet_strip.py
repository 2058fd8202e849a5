"""Joins the tabs to the workshop: their pictures, what dragging and renaming them does, and the menus that list other
sheets and the notes a persona may be about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from canvas_files.change import Change
from plakbord.actions import sheet as sheets
from plakbord.session import Session
from plakbord.sheet.names import sheet_names
from plakbord.window.commands import Commands
from plakbord.window.menus import COPY_TO, LINK, MOVE_TO, SHEET_ITEMS, LiveMenus, fill_menu
from plakbord.window.sheet_tabs import SheetTabs
from plakbord.window.stage import Kit, Stage
from plakbord.window.thumbnails import Thumbnails
from plakbord.words import Words

_LONGEST = 60
"""Characters of a note in a menu."""


class StripWindow(Protocol):
    """The window that the strip belongs to."""

    @property
    def session(self) -> Session: ...
    @property
    def stage(self) -> Stage: ...
    @property
    def t(self) -> Words: ...
    def show_sheet(self, sheet_id: str) -> None: ...


class SheetStrip:
    """What the tabs of one window do. `parent` is the window, for menus."""

    def __init__(self, window: StripWindow, parent: QWidget, kit: Kit) -> None:
        self._window = window
        self._parent = parent
        self._kit = kit
        self._tabs: SheetTabs | None = None
        self._commands: Commands | None = None
        self._pictures: Thumbnails | None = None

    def join(self, tabs: SheetTabs, commands: Commands) -> None:
        """Listens to the tabs."""
        self._tabs, self._commands = tabs, commands
        tabs.placed.connect(lambda sheet_id, index: sheets.place_at(self._window.session, sheet_id, index))
        tabs.renamed.connect(lambda sheet_id, name: sheets.rename(self._window.session, sheet_id, name))
        tabs.menu_wanted.connect(self._show_menu)
        self.open()

    def open(self) -> None:
        """Another workshop is shown."""
        if self._pictures is not None:
            self._pictures.forget()
        self._pictures = Thumbnails(self._window.session, self._kit, self._show_pictures, self._parent)

    def follow(self, change: Change) -> None:
        """The document changed."""
        if self._pictures is not None:
            self._pictures.follow(change)
        self._show_pictures()

    def rename(self, sheet_id: str) -> None:
        """Lets the person type another name over the tab."""
        if self._tabs is not None:
            self._tabs.rename(sheet_id)

    def select(self, note_ids: Sequence[str]) -> None:
        """Selects notes of the sheet that is shown."""
        self._window.stage.selection.set(note_ids)

    def menus(self) -> LiveMenus:
        """The menus that depend on the moment."""
        return {
            LINK: self._fill_link,
            MOVE_TO: lambda menu: self._fill_sheets(menu, copy=False),
            COPY_TO: lambda menu: self._fill_sheets(menu, copy=True),
        }

    def _show_pictures(self) -> None:
        if self._tabs is not None and self._pictures is not None:
            self._tabs.show_pictures(self._pictures.icon)

    def _show_menu(self, sheet_id: str, at: QPoint) -> None:
        self._window.show_sheet(sheet_id)
        if self._commands is not None:
            self._commands.refresh()
            menu = QMenu(self._parent)
            fill_menu(menu, SHEET_ITEMS, self._commands, self._window.t, self.menus())
            menu.exec(at)

    def _fill_sheets(self, menu: QMenu, *, copy: bool) -> None:
        menu.clear()
        document = self._window.session.document
        here = self._window.stage.layout.sheet_id
        names = sheet_names(document, self._kit.words[document.workshop.language])
        for sheet_id, name in names.items():
            if sheet_id != here:
                entry = menu.addAction(name.replace("&", "&&"))
                entry.triggered.connect(lambda _=False, sheet_id=sheet_id: self._bring(sheet_id, copy))
        if len(names) < 2 or not len(self._window.stage.selection):
            menu.clear()
            key = "menu.no_other_sheet" if len(names) < 2 else "menu.no_selection"
            menu.addAction(self._window.t(key)).setEnabled(False)

    def _bring(self, sheet_id: str, copy: bool) -> None:
        stage = self._window.stage
        sheets.bring_notes(self._window.session, stage.selection.ids, sheet_id, copy=copy)

    def _fill_link(self, menu: QMenu) -> None:
        menu.clear()
        session, here = self._window.session, self._window.stage.layout.sheet_id
        tie = sheets.link_of(session, here)
        notes = sheets.notes_to_link(session, here)
        for note in notes:
            words = " ".join(note.text.split())
            words = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
            entry = menu.addAction(words.replace("&", "&&") or "–")
            entry.setCheckable(True)
            chosen = tie is not None and tie.end == note.id
            entry.setChecked(chosen)
            wanted = None if chosen else note.id
            entry.triggered.connect(lambda _=False, wanted=wanted: sheets.link(session, here, wanted))
        if not notes:
            menu.addAction(self._window.t("menu.link.none")).setEnabled(False)
