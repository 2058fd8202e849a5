"""What is dragged onto the window from other programs: a workshop file or a poster opens, a picture becomes the
portrait of a persona, text and text files become notes in the block they are dropped on, which lights up meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from canvas_files.file import SUFFIX
from plakbord.board.view import BoardView

if TYPE_CHECKING:
    from plakbord.exchange.paste import Offer
    from plakbord.window.portraits import Portraits


class Drops(QObject):
    """Follows drags over a window; board is the one that is shown at the moment."""

    def __init__(
        self,
        window: QWidget,
        board: Callable[[], BoardView],
        open_workshop: Callable[[Path], None],
        take_in: Callable[[Offer, str], None],
        portraits: Callable[[], Portraits],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._board = board
        self._open_workshop = open_workshop
        self._take_in = take_in
        self._portraits = portraits
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the drags out of the window's events."""
        if isinstance(event, QDragMoveEvent):  # entering is a move too
            self._over(event)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._board().light(None)
            return True
        if isinstance(event, QDropEvent):
            self._drop(event)
            return True
        return super().eventFilter(watched, event)

    def _over(self, event: QDragMoveEvent) -> None:
        if self._is_portrait(event.mimeData()):
            _take(event)
            return
        zone = self._zone(event)
        self._board().light(zone)
        if zone is None and workshop_in(event.mimeData()) is None and event.type() != QEvent.Type.DragEnter:
            event.ignore()
        elif is_for_us(event.mimeData()):
            _take(event)
        else:
            event.ignore()

    def _drop(self, event: QDropEvent) -> None:
        self._board().light(None)
        if self._is_portrait(event.mimeData()):
            _take(event)
            self._portraits().take(event.mimeData())
            return
        from plakbord.window.clipboard import offer_of

        path, zone, offer = workshop_in(event.mimeData()), self._zone(event), offer_of(event.mimeData())
        # The program that it was dragged from waits until this returns.
        if path is not None:
            _take(event)
            QTimer.singleShot(0, lambda: self._open_workshop(path))
        elif zone is not None:
            _take(event)
            QTimer.singleShot(0, lambda: self._take_in(offer, zone))
        else:
            event.ignore()

    def _is_portrait(self, mime: QMimeData) -> bool:
        return workshop_in(mime) is None and self._portraits().takes(mime)

    def _zone(self, event: QDropEvent) -> str | None:
        """The block under the drag; None for what opens as a workshop, and beside the board."""
        board = self._board()
        at = board.mapFrom(self._window, event.position().toPoint())
        inside = board.rect().contains(at) and workshop_in(event.mimeData()) is None
        return board.zone_under(QPointF(at)) if inside else None


def workshop_in(mime: QMimeData) -> Path | None:
    """The workshop file that is being dragged, or a PDF, or a picture with a workshop inside."""
    from plakbord.exchange.carried import carries_workshop

    for url in mime.urls():
        path = Path(url.toLocalFile())
        kind = path.suffix.lower()
        if url.isLocalFile() and (kind in (SUFFIX, ".pdf") or (kind == ".png" and carries_workshop(path))):
            return path
    return None


def is_for_us(mime: QMimeData) -> bool:
    """Whether anything can be done or said about what is dragged."""
    from plakbord.exchange.own_form import MIME

    return mime.hasUrls() or mime.hasText() or mime.hasHtml() or mime.hasImage() or mime.hasFormat(MIME)


def _take(event: QDropEvent) -> None:
    """Accepts a copy: what is dragged is never taken away from where it was."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
