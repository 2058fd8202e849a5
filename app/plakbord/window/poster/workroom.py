"""The one thread in which posters are made, drawn and written, away from the window, on a copy of the workshop that
nobody changes. A preview that is asked for later makes the earlier one superfluous."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from canvas_files.document import Document
from canvas_files.file import decode, encode
from canvas_files.problems import Problem
from plakbord.poster.choices import CancelledError, Choices
from plakbord.sheet.fonts import all_fonts
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import Words, load_words

if TYPE_CHECKING:
    from plakbord.poster.raster import PaintedPdf

LARGEST = 2600
"""Pixels of the longest side of a preview: sharp on a fine screen, and quick."""


class Workroom(QObject):
    """`made` comes with the forecast of what was asked for last, `drawn` with a page of it, `failed` with the Problem
    that stands in its way; `went_on` and `written` are about writing a file: the paths, or the Problem, or None when
    the person stopped it."""

    made = Signal(object)
    drawn = Signal(int, QImage)
    failed = Signal(object)
    went_on = Signal(int, int)
    written = Signal(object)
    printable = Signal(object)
    broke = Signal(object)
    """Something went wrong that should not, with the exception."""

    def __init__(self, document: Document, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._document = decode(encode(document.snapshot()), name)
        self._jobs = ThreadPoolExecutor(1, "plakbord-poster")
        self._asked = 0
        self._stop = threading.Event()
        self._closed = False
        self._fonts: Fonts | None = None
        self._pdf: PaintedPdf | None = None

    @property
    def document(self) -> Document:
        """The workshop as it was when the dialog was opened."""
        return self._document

    # What the window asks for

    def show(self, choices: Choices) -> None:
        """A preview of these choices."""
        self._asked += 1
        asked = self._asked
        self._give(self._trying, self._make, asked, choices)

    def draw(self, page: int, longest: int) -> None:
        """A picture of a page of the last preview, so many pixels on its longest side."""
        self._give(self._trying, self._draw, self._asked, page, min(longest, LARGEST))

    def write(self, choices: Choices, path: Path) -> None:
        """The poster in a file whose suffix says what it is to be."""
        self._stop.clear()
        self._give(self._write, choices, path)

    def prepare_printing(self, choices: Choices) -> None:
        """The bytes of the poster for a printer, by `printable`."""
        self._stop.clear()
        self._give(self._trying, self._prepare, choices)

    def stop(self) -> None:
        """Stops writing; the file stays as it was."""
        self._stop.set()

    def close(self) -> None:
        """Nothing more is wanted. Waits until the thread has ended."""
        if not self._closed:
            self._closed = True
            self._asked += 1
            self._stop.set()
            self._jobs.submit(self._let_go)
            self._jobs.shutdown(wait=True)

    def _give(self, job: Callable[..., None], *arguments: object) -> None:
        """Something for the thread to do; a page that is still turned while the dialog closes is not drawn."""
        if not self._closed:
            self._jobs.submit(job, *arguments)

    # In the thread

    def _fonts_here(self) -> Fonts:
        """Fonts of its own: those of the window are in use by the window."""
        if self._fonts is None:
            self._fonts = all_fonts()
        return self._fonts

    def _words(self, choices: Choices) -> Words:
        return load_words(choices.language or self._document.workshop.language)

    def _trying(self, job: Callable[..., None], *arguments: object) -> None:
        """Does it, unless the dialog is closed meanwhile; says what is in the way."""
        if self._closed:
            return
        try:
            job(*arguments)
        except CancelledError:
            return
        except Problem as problem:
            self._tell(problem)
        except Exception as error:  # noqa: BLE001 - lost in a thread; the window reports it
            self._break(error)

    def _tell(self, problem: Problem) -> None:
        if not self._closed:
            self.failed.emit(problem)

    def _break(self, error: Exception) -> None:
        if not self._closed:
            self.broke.emit(error)

    def _make(self, asked: int, choices: Choices) -> None:
        from plakbord.poster.export import pdf_bytes
        from plakbord.poster.pages import forecast
        from plakbord.poster.raster import PaintedPdf

        if asked != self._asked:
            return
        bare = replace(choices, attachment=False)
        fonts = self._fonts_here()
        poster = pdf_bytes(self._document, bare, fonts, cancelled=lambda: asked != self._asked)
        told = forecast(self._document, bare, fonts, self._words(choices))
        if asked == self._asked:
            self._let_go()
            self._pdf = PaintedPdf(poster.data)
            self.made.emit(told)

    def _draw(self, asked: int, page: int, longest: int) -> None:
        if asked != self._asked or self._pdf is None or not 0 <= page < len(self._pdf):
            return
        with self._pdf.pixels(page, self._pdf.dpi_for(page, longest)) as pixels:
            data = b"".join(pixels.painted())
            image = QImage(data, pixels.width, pixels.height, 3 * pixels.width, QImage.Format.Format_RGB888).copy()
        if asked == self._asked:
            self.drawn.emit(page, image)

    def _prepare(self, choices: Choices) -> None:
        from plakbord.poster.export import pdf_bytes

        bare = replace(choices, attachment=False)
        self.printable.emit(pdf_bytes(self._document, bare, self._fonts_here(), cancelled=self._stop.is_set).data)

    def _write(self, choices: Choices, path: Path) -> None:
        from plakbord.poster.writing import write_poster

        outcome: object
        try:
            written = write_poster(
                self._document, choices, path, self._fonts_here(), self._count_steps, self._stop.is_set
            )
            outcome = list(written.files)
        except CancelledError:
            outcome = None
        except Problem as problem:
            outcome = problem
        except Exception as error:  # noqa: BLE001 - lost in a thread; the window reports it
            self._break(error)
            return
        if not self._closed:
            self.written.emit(outcome)

    def _count_steps(self, done: int, of: int) -> None:
        if not self._closed:
            self.went_on.emit(done, of)

    def _let_go(self) -> None:
        if self._pdf is not None:
            self._pdf.close()
            self._pdf = None
