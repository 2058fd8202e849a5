"""A portrait comes in by the file dialog, by pasting or by dropping; whatever it is, the intake makes it ready or
refuses it with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from canvas_files.problems import Problem
from canvas_files.records import Picture
from plakbord.actions.portrait import set_portrait
from plakbord.session import Session
from plakbord.settings import Settings
from plakbord.window.files import start_folder
from plakbord.window.stage import Stage
from plakbord.words import Words

_PATTERNS = "*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff"


class PortraitWindow(Protocol):
    """The window that a portrait comes in by."""

    @property
    def session(self) -> Session: ...
    @property
    def stage(self) -> Stage: ...
    @property
    def settings(self) -> Settings: ...
    @property
    def t(self) -> Words: ...
    def tell(self, problem: Problem) -> None: ...


class Portraits:
    """Gives the sheet that is shown its portrait. `parent` is the window, for the dialog."""

    def __init__(self, window: PortraitWindow, parent: QWidget) -> None:
        self._window = window
        self._parent = parent

    def choose(self) -> None:
        """From a file that the person chooses."""
        from PySide6.QtWidgets import QFileDialog

        t = self._window.t
        filters = f"{t('dialog.filter.picture')} ({_PATTERNS});;{t('dialog.filter.all')}"
        start = str(start_folder(self._window.settings))
        name, _ = QFileDialog.getOpenFileName(self._parent, t("dialog.portrait"), start, filters)
        if name:
            self._give(lambda: _read_file(Path(name)))

    def paste(self) -> None:
        """From the clipboard."""
        self.take(QGuiApplication.clipboard().mimeData())

    def takes(self, data: QMimeData) -> bool:
        """Whether this is a portrait for the sheet that is shown: one picture, and not the picture of a text or a table
        that other programs give along."""
        has_place = self._window.stage.layout.template.portrait is not None
        return has_place and (_file_in(data) is not None or (data.hasImage() and not data.hasText()))

    def has_pasted(self) -> bool:
        """Whether there is one on the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        return data is not None and self.takes(data)

    def take(self, data: QMimeData) -> None:
        """From what was dropped or pasted: a file, or the picture itself."""
        path = _file_in(data)
        if path is not None:
            self._give(lambda: _read_file(path))
        elif data.hasImage():
            self._give(lambda: _read_image(data.imageData(), self._window.t("portrait.pasted")))
        else:
            self._window.tell(Problem("no_picture_to_paste"))

    def _give(self, read: Callable[[], Picture]) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            picture = read()
        except Problem as problem:
            QGuiApplication.restoreOverrideCursor()
            self._window.tell(problem)
            return
        QGuiApplication.restoreOverrideCursor()
        try:
            set_portrait(self._window.session, self._window.stage.layout.sheet_id, picture)
        except Problem as problem:
            self._window.tell(problem)


def _file_in(data: QMimeData) -> Path | None:
    """The one file, when it looks like a picture; what it really is, the intake finds out."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and f"*{paths[0].suffix.lower()}" in _PATTERNS.split() else None


def _read_file(path: Path) -> Picture:
    from plakbord.exchange.picture_intake import picture_from_file  # Pillow, only when there is a picture

    return picture_from_file(path)


def _read_image(image: object, name: str) -> Picture:
    from plakbord.exchange.picture_intake import picture_from

    return picture_from(_as_png(image), name)


def _as_png(image: object) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if isinstance(image, QImage):
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # a QBuffer is taken, its stub says bytes
    return bytes(buffer.data().data())
