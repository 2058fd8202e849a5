"""The data lens of one window: looking through it without losing the place, the inventory that the panels share, and
writing it to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from canvas_files.problems import Problem
from canvas_files.safe_write import write_whole
from plakbord.paths import file_name
from plakbord.session import Session
from plakbord.settings import Settings
from plakbord.window.files import start_folder
from plakbord.window.stage import Kit, Stage
from plakbord.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from canvas_files.inventory import Inventory


class LensWindow(Protocol):
    """What the lens needs of its window."""

    @property
    def stage(self) -> Stage: ...
    @property
    def session(self) -> Session: ...
    @property
    def settings(self) -> Settings: ...
    @property
    def t(self) -> Words: ...
    def restage(self) -> None: ...
    def tell(self, problem: Problem) -> None: ...


class Lens:
    """Made once for a window; `parent` is the same window, for dialogs."""

    def __init__(self, window: LensWindow, parent: QWidget, kit: Kit, open_inspector: Callable[[], None]) -> None:
        self._window = window
        self._parent = parent
        self._kit = kit
        self._open_inspector = open_inspector
        self._session: Session | None = None
        self._inventory: Inventory | None = None
        self._leave: Callable[[], None] | None = None

    def look(self, view: Literal["business", "data"]) -> Stage:
        """Looks at the sheet through data or at the business, at the same place and with the same notes selected; the
        stage from now on."""
        wanted = "plain" if view == "business" and not self._window.settings.data_marks else view
        before = self._window.stage
        if before.layout.view == wanted:
            return before
        camera, framed, ids = before.board.camera, before.board.framed, before.selection.ids
        self._kit.look_through(wanted)
        self._window.restage()
        stage = self._window.stage
        if camera is not None and framed is None:
            stage.board.look_from(camera)
        stage.selection.set(ids & stage.layout.notes.keys())
        return stage

    def show_inspector(self) -> None:
        """Opens the panel that asks about a data note, unless something else stands there."""
        self._open_inspector()

    @property
    def inventory(self) -> Inventory:
        """The inventory of the open workshop. It is made when it is first asked for and follows every change."""
        session = self._window.session
        if self._inventory is None or self._session is not session:
            from plakbord.actions.inventory_out import inventory_of

            self.let_go()
            self._session, self._inventory = session, inventory_of(session.document)
            self._leave = session.store.listen(self._inventory.follow)
        return self._inventory

    def let_go(self) -> None:
        """The workshop is another."""
        if self._leave is not None:
            self._leave()
        self._session = self._inventory = self._leave = None

    def export(self) -> None:
        """Writes the inventory where and in the form that the person chooses."""
        from plakbord.actions.inventory_out import inventory_bytes

        path = self._ask()
        if path is None:
            return
        document = self._window.session.document
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            words = self._kit.words[document.workshop.language]
            write_whole(path, inventory_bytes(document, path.suffix.lower(), self._kit.fonts, words))
        except Problem as problem:
            QGuiApplication.changeOverrideCursor(Qt.CursorShape.ArrowCursor)
            self._window.tell(problem)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _ask(self) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        from plakbord.actions.inventory_out import SUFFIXES

        t, session = self._window.t, self._window.session
        folder = session.path.parent if session.path else start_folder(self._window.settings)
        name = file_name(f"{session.name or t('window.untitled')} {t('inventory.file')}", t("window.untitled"))
        filters = {t(f"lens.filter{suffix}"): suffix for suffix in SUFFIXES}
        chosen, kind = QFileDialog.getSaveFileName(
            self._parent, t("action.lens.export").rstrip("…"), str(folder / f"{name}.pdf"), ";;".join(filters)
        )
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() in SUFFIXES and filters.get(kind, path.suffix) == path.suffix.lower():
            return path
        wanted = filters.get(kind, SUFFIXES[0])
        return path.with_suffix(wanted) if path.suffix.lower() in SUFFIXES else path.with_name(path.name + wanted)
