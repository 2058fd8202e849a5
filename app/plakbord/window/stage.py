"""What is open in a window at this moment: a workshop, one of its sheets on a board, and the selection. Made anew for
another sheet; the actions find here what they work on."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QFont

from canvas_files.change import Change
from canvas_files.records import Note, Sheet
from plakbord.actions.note import add_below, add_in_next_block
from plakbord.board.fonts import editor_font
from plakbord.board.painter import MarkPainter
from plakbord.board.region import Look
from plakbord.board.surface import SheetSurface
from plakbord.board.view import BoardView
from plakbord.session import Session
from plakbord.settings import Settings
from plakbord.sheet.data_note import View
from plakbord.sheet.form import PORTRAIT
from plakbord.sheet.layout import Layout
from plakbord.sheet.note import NoteFaces
from plakbord.sheet.spoken import Speaker
from plakbord.sheet.text.fonts import HAND, Fonts
from plakbord.tools.selection import Selection
from plakbord.tools.tool import Desk
from plakbord.window.editing import Editing
from plakbord.window.field_editing import FieldEditing
from plakbord.window.recent_sheets import RecentSheets
from plakbord.words import Words

if TYPE_CHECKING:
    from plakbord.actions.context import Window

    class StageWindow(Window, Protocol):
        """What a stage needs of its window."""

        @property
        def t(self) -> Words: ...
        @property
        def settings(self) -> Settings: ...


class Kit:
    """What every board is drawn with, made once: fonts, the painter, laid-out texts, and words for sheets."""

    def __init__(self, fonts: Fonts, font: Callable[[], QFont], words: dict[str, Words]) -> None:
        self.fonts = fonts
        self.font = font
        self.words = words
        self.painter = MarkPainter()
        self.faces = NoteFaces(fonts.regular)
        self.board_faces = self.faces
        self.note_font = font
        self.recent = RecentSheets()

    @property
    def by_hand(self) -> bool:
        """Whether notes look written by hand."""
        return self.faces.fonts is self.fonts.handwriting

    def write_notes_by_hand(self, on: bool) -> None:
        """Sets what the notes on boards made from now on look like."""
        if on != self.by_hand:
            self.faces = NoteFaces(self.fonts.handwriting if on else self.fonts.regular)
            self.look_through(self.board_faces.view)
            self.note_font = cache(lambda: editor_font(self.fonts.folder / f"{HAND}.ttf")) if on else self.font

    def look_through(self, view: View) -> None:
        """Sets how the boards made from now on show data notes; small pictures stay as they are."""
        self.board_faces = self.faces if view == self.faces.view else NoteFaces(self.faces.fonts, view)


class Stage:
    """One sheet of one workshop on one board, with what actions need. `settings` is the window's, as they are now."""

    def __init__(self, session: Session, sheet: Sheet, kit: Kit, window: StageWindow, look: Look) -> None:
        self.session = session
        self.window: Window = window
        self.selection = Selection()
        self._window = window
        self.words = words = kit.words[session.document.workshop.language]
        self._recent = kit.recent
        backing = kit.recent.take(session.store, sheet.id, look)
        if backing is not None and backing.region.surface.layout.view != kit.board_faces.view:
            backing = None  # it was laid out with or without the data lens
        if backing is None:
            surface = SheetSurface(Layout(session.document, sheet.id, kit.fonts, words, kit.board_faces))
        else:
            surface = backing.region.surface
        self.layout = surface.layout
        desk = Desk(surface, session.store, session.history, self.selection)
        self.board = BoardView(desk, surface, kit.painter, look, window.t("board.hint"), backing)
        self.name_board()
        self.editing = Editing(session, self.board, kit.note_font, window.tell, self._go_on)
        self.field_editing = FieldEditing(session, self.board, kit.font, kit.fonts, window.tell)
        self.board.wants_field.connect(self._fill_in)

    def _fill_in(self, slot_id: str) -> None:
        """Lets the person write in a field of the sheet, or choose its picture."""
        if slot_id == PORTRAIT:
            self.window.doors.portraits.choose()
        else:
            self.field_editing.start(slot_id)

    @property
    def view(self) -> BoardView:
        """The board, as actions move it."""
        return self.board

    @property
    def settings(self) -> Settings:
        """The preferences."""
        return self._window.settings

    def name_board(self) -> None:
        """Gives the board its words, for those who see it and those who hear it."""
        t = self._window.t
        self.board.hint, self.board.portrait_hint = t("board.hint"), t("board.portrait_hint")
        self.speaker = Speaker(self.session.document, t, self.words, self.session.votes_shown.on)
        self.board.speaker = self.speaker
        self.board.setAccessibleName(t("board.name"))
        self.board.setAccessibleDescription(t("board.about"))

    def _go_on(self, note: Note, below: bool) -> None:
        """The next note to write, after one has been written."""
        add_below(self, note) if below else add_in_next_block(self, note)

    def leave(self) -> None:
        """Another sheet is shown from now on."""
        self._recent.keep(self.session.store, self.layout.sheet_id, self.board.leave())

    def follow(self, change: Change) -> None:
        """The document changed."""
        self.selection.follow(change)
        self.board.follow(change)
