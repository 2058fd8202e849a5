"""Templates of the person's own: keeping a sheet's form as one, making a sheet of any template there is, and opening
one from a file. What is wrong with a file is said with the line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtWidgets import QMenu, QWidget

from canvas_files.problems import Problem
from plakbord.session import Session
from plakbord.settings import Settings
from plakbord.sheet.templates import known, own
from plakbord.window.files import start_folder
from plakbord.window.icons import Icons
from plakbord.window.stage import Stage
from plakbord.words import Words


class TemplateWindow(Protocol):
    """The window that sheets are made in."""

    @property
    def session(self) -> Session: ...
    @property
    def stage(self) -> Stage: ...
    @property
    def settings(self) -> Settings: ...
    @property
    def t(self) -> Words: ...
    @property
    def icons(self) -> Icons: ...
    def show_sheet(self, sheet_id: str) -> None: ...
    def tell(self, problem: Problem) -> None: ...


class OwnTemplates:
    """What can be done with templates. `parent` is the window, for dialogs."""

    def __init__(self, window: TemplateWindow, parent: QWidget) -> None:
        self._window = window
        self._parent = parent

    def keep(self) -> None:
        """Keeps the form of the sheet that is shown as a template, under a name that the person gives."""
        from PySide6.QtWidgets import QInputDialog

        from plakbord.actions.templates import keep_as_template

        t, template = self._window.t, self._window.stage.layout.template
        now = template.name(t.language)
        name, wanted = QInputDialog.getText(self._parent, t("template.keep"), t("template.keep.name"), text=now)
        if wanted and name.strip():
            try:
                keep_as_template(self._window.session, self._window.stage.layout.sheet_id, name)
            except Problem as problem:
                self._window.tell(problem)

    def open(self) -> None:
        """Makes a sheet of a template in a file that the person chooses."""
        from PySide6.QtWidgets import QFileDialog

        t = self._window.t
        start = str(start_folder(self._window.settings))
        filters = f"{t('dialog.filter.template')} (*.json);;{t('dialog.filter.all')}"
        name, _ = QFileDialog.getOpenFileName(self._parent, t("template.open"), start, filters)
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Makes a sheet of the template in a file, or says what is wrong with it."""
        from canvas_files.template_file import read_template_file

        try:
            _, raw = read_template_file(path)
        except Problem as problem:
            self._window.tell(problem)
            return
        self._add(raw)

    def fill(self, menu: QMenu) -> None:
        """Every template there is."""
        menu.clear()
        for each in known():
            words = each.template.name(self._window.t.language).replace("&", "&&")
            entry = menu.addAction(self._window.icons(each.template.icon), words)
            entry.triggered.connect(lambda _=False, raw=each.raw: self._add(raw))
        for problem in own()[1]:
            entry = menu.addAction(str(problem.values["name"]))
            entry.triggered.connect(lambda _=False, problem=problem: self._window.tell(problem))
        menu.addSeparator()
        menu.addAction(self._window.t("template.open") + "…").triggered.connect(self.open)
        menu.addAction(self._window.t("template.keep") + "…").triggered.connect(self.keep)

    def _add(self, raw: Mapping[str, Any]) -> None:
        from plakbord.actions.templates import add_sheet_of

        try:
            self._window.show_sheet(add_sheet_of(self._window.session, raw))
        except ValueError as error:
            self._window.tell(Problem("bad_template", template=str(raw.get("id")), reason=error))
