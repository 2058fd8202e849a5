"""Small pictures of the sheets for their tabs, made one at a time when nothing else is going on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon, QPixmap

from canvas_files.change import Change
from canvas_files.records import Entry, Note, Sheet, Workshop
from plakbord.session import Session
from plakbord.sheet import theme
from plakbord.sheet.layout import Layout
from plakbord.sheet.marks import Box, Line, Mark, Page, Text
from plakbord.window.sheet_tabs import PICTURE
from plakbord.window.stage import Kit

REST = 600
"""Milliseconds after the last change until a picture is made anew."""
_SHARP = 2
"""Pixels of the picture to a pixel of the tab, for fine screens."""


class Thumbnails(QObject):
    """Keeps a picture of every sheet of one workshop. `changed` is called when there is a new one."""

    def __init__(self, session: Session, kit: Kit, changed: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._kit = kit
        self._changed = changed
        self._made: dict[str, QIcon] = {}
        self._stale: set[str] = {sheet.id for sheet in session.document.sheets}
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self._make_one)
        self._timer.start()

    def icon(self, sheet_id: str) -> QIcon:
        """The picture of a sheet as it was last made; an empty one before that."""
        return self._made.get(sheet_id) or QIcon()

    def follow(self, change: Change) -> None:
        """The document changed."""
        for record_id, (before, _) in change.updated.items():
            if isinstance(before, Note):
                self._stale.add(before.sheet)
            elif isinstance(before, Sheet):
                self._stale.add(record_id)
        for record in change.records():
            if isinstance(record, Note | Entry):
                self._stale.add(record.sheet)
            elif isinstance(record, Sheet):
                self._stale.add(record.id)
            elif isinstance(record, Workshop):
                self._stale.update(self._made)
        self._timer.start(REST)

    def forget(self) -> None:
        """The workshop is left."""
        self._timer.stop()
        self.deleteLater()

    def _make_one(self) -> None:
        """One picture, then a pause in which the window can breathe."""
        wanted = [sheet.id for sheet in self._session.document.sheets if sheet.id in self._stale]
        if not wanted:
            return
        self._stale.discard(wanted[0])
        words = self._kit.words[self._session.document.workshop.language]
        try:
            layout = Layout(self._session.document, wanted[0], self._kit.fonts, words, self._kit.faces)
        except LookupError:  # its template is not in the file
            self._timer.start(0)
            return
        self._kit.recent.prepare(self._session.store, layout, self._kit.painter)
        from plakbord.board.picture import INCH, picture_of

        page = layout.page()
        dpi = PICTURE.width() * _SHARP * INCH / page.w
        pixmap = QPixmap.fromImage(picture_of(_sketch(page), dpi, self._kit.painter))
        self._made[wanted[0]] = QIcon(pixmap)
        self._changed()
        self._timer.start(0)


def _sketch(page: Page) -> Page:
    """What can be seen of a page when it is this small: paper, blocks and notes, no small letters and no hairlines."""
    return Page(page.w, page.h, tuple(mark for mark in page.marks if _is_seen(mark)), page.title)


def _is_seen(mark: Mark) -> bool:
    if isinstance(mark, Text):
        return mark.role == "title"
    if isinstance(mark, Box):
        return mark.fill not in theme.SHADOWS
    return not isinstance(mark, Line)
