"""What happens when something is dropped on the window: a workshop is opened, a picture becomes the portrait."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDropEvent

from canvas_files.file import SUFFIX
from plakbord.window.portraits import Portraits


class DropWindow(Protocol):
    """The window that things are dropped on."""

    @property
    def portraits(self) -> Portraits: ...
    def may_leave(self) -> bool: ...
    def open_file(self, path: Path) -> bool: ...


def welcome(window: DropWindow, event: QDropEvent) -> None:
    """Says yes to what could be dropped here."""
    if _workshop_in(event) is not None or window.portraits.takes(event.mimeData()):
        event.acceptProposedAction()


def take(window: DropWindow, event: QDropEvent) -> None:
    """Takes what is dropped."""
    path = _workshop_in(event)
    if path is not None:
        event.acceptProposedAction()
        # The program that the file was dragged from waits until this returns.
        QTimer.singleShot(0, lambda: window.may_leave() and window.open_file(path))
    elif window.portraits.takes(event.mimeData()):
        event.acceptProposedAction()
        window.portraits.take(event.mimeData())


def _workshop_in(event: QDropEvent) -> Path | None:
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() == SUFFIX:
            return path
    return None
