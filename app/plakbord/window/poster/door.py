"""The way to the poster: asks with the dialog, where the file is to be, and remembers what was chosen."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from canvas_files import votes
from canvas_files.problems import Problem
from canvas_files.records import Round
from canvas_files.safe_write import write_whole
from plakbord.session import Session
from plakbord.settings import Settings
from plakbord.sheet.names import sheet_names
from plakbord.window import files
from plakbord.window.icons import Icons
from plakbord.window.notice import WithClipboard
from plakbord.window.stage import Kit, Stage
from plakbord.words import Words


class PosterWindow(Protocol):
    """What making a poster needs of its window."""

    @property
    def t(self) -> Words: ...
    @property
    def icons(self) -> Icons: ...
    @property
    def session(self) -> Session: ...
    @property
    def stage(self) -> Stage: ...
    @property
    def settings(self) -> Settings: ...
    def keep(self, settings: Settings) -> None: ...
    def finish_writing(self) -> None: ...
    def tell(self, problem: Problem) -> None: ...
    @property
    def doors(self) -> WithClipboard: ...


def _named(voted_in: Round) -> str:
    return f"{voted_in.number}. {voted_in.title}" if voted_in.title else str(voted_in.number)


class PosterDoor:
    """Made once for a window; `parent` is the same window, for dialogs."""

    def __init__(self, window: PosterWindow, parent: QWidget, kit: Kit) -> None:
        self._window = window
        self._parent = parent
        self._kit = kit

    def make(self) -> list[Path]:
        """Lets the person choose, see and write a poster; the files that were written."""
        from plakbord.window.poster.dialog import PosterDialog
        from plakbord.window.poster.remembered import last_choices, remembering

        window = self._window
        window.finish_writing()
        document = window.session.document
        language = document.workshop.language
        lens = self._kit.board_faces.view == "data"
        choices = replace(last_choices(window.settings), language=language, by_hand=self._kit.by_hand, lens=lens)
        on_board = window.session.votes_shown.round
        if on_board is not None and on_board.state == "revealed":
            choices = replace(choices, round=on_board.id)
        names = list(sheet_names(document, self._kit.words[language]).items())
        rounds = [(each.id, _named(each)) for each in votes.rounds(document.records) if each.state == "revealed"]
        ask, here = self._ask_path, window.stage.layout.sheet_id
        dialog = PosterDialog(self._parent, document, choices, names, rounds, ask, window.t, window.icons, here)
        try:
            if dialog.exec():
                window.keep(remembering(window.settings, dialog.form.choices))
        finally:
            dialog.workroom.close()
        return dialog.files

    def contact_sheet(self) -> None:
        """Writes all sheets small on one page, as the last poster was chosen, where the person wants it."""
        from plakbord.poster.contact_sheet import contact_sheet
        from plakbord.window.poster.remembered import last_choices

        window = self._window
        window.finish_writing()
        path = self._ask_path(self._parent, "pdf")
        if path is None:
            return
        choices = replace(last_choices(window.settings), sheets=(), round=None, by_hand=self._kit.by_hand)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            write_whole(path, contact_sheet(window.session.document, choices, self._kit.fonts))
        except Problem as problem:
            QGuiApplication.changeOverrideCursor(Qt.CursorShape.ArrowCursor)
            window.tell(problem)
        else:
            window.doors.clipboard.notice.say(window.t("notice.contact_sheet", name=path.name))
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _ask_path(self, parent: QWidget, kind: str) -> Path | None:
        return files.ask_export(parent, self._window.session, self._window.settings, self._window.t, kind)
