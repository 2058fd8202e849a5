"""What the start page does: it begins, opens, brings back, or shows the example; and it makes the pictures of recent
workshops, one at a time, so that the page itself is there at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QMainWindow

from canvas_files.disk import Disk
from canvas_files.file import LARGEST, open_file
from canvas_files.problems import Problem
from canvas_files.recovery import find
from plakbord.paths import private_shelf, resources
from plakbord.session import Session
from plakbord.settings import Settings
from plakbord.sheet.layout import Layout
from plakbord.sheet.templates import known
from plakbord.window.icons import Icons
from plakbord.window.rescue import Rescue
from plakbord.window.stage import Kit, Stage
from plakbord.window.workshops import first_sheet, new_session
from plakbord.words import Words

if TYPE_CHECKING:
    from plakbord.window.start_page import StartPage

_SHARP = 2
_PAUSE = 15
"""Milliseconds between two pictures."""
_QUICK = LARGEST // 5
"""Bytes; a larger workshop keeps its empty picture, for opening it takes too long."""


class StartWindow(Protocol):
    """The window that begins."""

    @property
    def settings(self) -> Settings: ...
    @property
    def t(self) -> Words: ...
    @property
    def icons(self) -> Icons: ...
    @property
    def stage(self) -> Stage: ...
    def show_session(self, session: Session) -> None: ...
    def open_workshop(self) -> None: ...
    def open_file(self, path: Path) -> bool: ...
    def may_leave(self) -> bool: ...
    @property
    def rescue(self) -> Rescue: ...


class Start:
    """Shows the page over the middle of `parent`, and takes it away."""

    def __init__(self, window: StartWindow, parent: QMainWindow, kit: Kit) -> None:
        self._window = window
        self._parent = parent
        self._kit = kit
        self._page: StartPage | None = None
        self._waiting: list[Path] = []

    @property
    def shown(self) -> bool:
        """Whether the page lies over the board."""
        return self._page is not None

    def show(self) -> None:
        """Shows the page."""
        from plakbord.window.start_page import StartPage

        self.hide()
        t, middle = self._window.t, self._parent.centralWidget()
        if middle is None:
            return
        page = self._page = StartPage(middle, t, self._window.icons, list(known()))
        page.begun.connect(self._begin)
        page.chosen.connect(self._open)
        page.sample.connect(self._show_sample)
        page.wants_open.connect(self._window.open_workshop)
        page.left.connect(self.hide)
        page.brought_back.connect(self._window.rescue.bring_back)
        page.wants_recovered.connect(self._show_recovered)
        recent = [Path(name) for name in self._window.settings.recent if Path(name).is_file()]
        page.show_recent(recent)
        page.show()
        page.raise_()
        page.setFocus()
        self._waiting = list(recent)
        QTimer.singleShot(_PAUSE, self._look)

    def hide(self) -> None:
        """Back to the board."""
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
            self._page = None
            self._window.stage.board.setFocus()

    def _begin(self, short: str) -> None:
        if self._window.may_leave():
            self._window.show_session(new_session(short, self._window.t.language))

    def _open(self, path: Path) -> None:
        if self._window.may_leave():
            self._window.open_file(path)

    def _show_sample(self, name: str) -> None:
        if self._window.may_leave():
            self._window.show_session(sample_session(self._window.t.language, name))

    def _show_recovered(self) -> None:
        """Everything that was found; what was put aside there is not on the page any more."""
        self._window.rescue.show_recovered()
        if self._page is not None:
            self.show()

    def _look(self) -> None:
        """Looks for work that a crash left, then goes on with the pictures."""
        if self._page is not None:
            self._page.show_recovered(find(private_shelf(), Disk()))
            self._make_one()

    def _make_one(self) -> None:
        if self._page is None or not self._waiting:
            return
        path = self._waiting.pop(0)
        picture = self._picture(path)
        if picture is not None:
            self._page.show_picture(path, picture)
        QTimer.singleShot(_PAUSE, self._make_one)

    def _picture(self, path: Path) -> QIcon | None:
        """The first sheet of a workshop; None when it cannot be opened now, for which there is no hurry to complain."""
        from plakbord.board.picture import INCH, picture_of
        from plakbord.window.start_page import PICTURE

        try:
            if path.stat().st_size > _QUICK:
                return None
            document, _ = open_file(path)
            words = self._kit.words[document.workshop.language]
            sheet = first_sheet(Session(document))
            page = Layout(document, sheet.id, self._kit.fonts, words, self._kit.faces).page()
        except (Problem, OSError, LookupError):
            return None
        return QIcon(QPixmap.fromImage(picture_of(page, PICTURE.width() * _SHARP * INCH / page.w, self._kit.painter)))


def sample_session(language: str, name: str = "") -> Session:
    """An example in a language, the first or one by its name, as a workshop of the person's own that is not saved
    yet."""
    document, _ = open_file(resources() / "samples" / f"{language}{'-' if name else ''}{name}.plakbord")
    return Session(document)
