"""Pages of a PDF as pixels, strip by strip: the picture is made from the poster itself, so it shows the same.

PDFium paints; importing this module imports it, so it is imported when used.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from types import TracebackType

import pypdfium2
import pypdfium2.raw as pdfium

STRIP = 8_000_000
"""Pixels that are painted in one go: 24 MB, however large the page."""

INCH = 72
"""Points."""


class Pixels:
    """A page as so many pixels, painted when they are asked for; to be used in a `with` statement. PDFium knows no
    threads, so a page is given back where it was painted and not whenever Python happens to tidy up."""

    def __init__(self, page: pypdfium2.PdfPage, dpi: float) -> None:
        self._page = page
        self._scale = dpi / INCH
        width, height = page.get_size()
        self.width: int = max(1, round(width * self._scale))
        self.height: int = max(1, round(height * self._scale))
        self.rows = max(1, STRIP // self.width)

    def __enter__(self) -> Pixels:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._page.close()

    @property
    def strips(self) -> int:
        """How many strips there are."""
        return len(range(0, self.height, self.rows))

    def painted(self) -> Iterator[bytes]:
        """The strips from top to bottom on white: red, green and blue of every pixel, row after row."""
        for top in range(0, self.height, self.rows):
            yield self._strip(top, min(self.rows, self.height - top))

    def _strip(self, top: int, rows: int) -> bytes:
        bitmap = pypdfium2.PdfBitmap.new_native(self.width, rows, pdfium.FPDFBitmap_BGR)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, self.width, rows)
        # The page's own matrix has its top at the picture's top; a strip further down is moved up by whole pixels.
        place = (self._scale, 0, 0, self._scale, 0, -top)
        matrix = pdfium.FS_MATRIX(*(ctypes.c_float(value) for value in place))
        clip = pdfium.FS_RECTF(0, 0, self.width, rows)
        pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, self._page, matrix, clip, pdfium.FPDF_REVERSE_BYTE_ORDER)
        data, line = bytes(bitmap.buffer), self.width * 3
        if bitmap.stride != line:  # rows begin at multiples of four bytes
            data = b"".join([data[at : at + line] for at in range(0, len(data), bitmap.stride)])
        bitmap.close()
        return data


class PaintedPdf:
    """A PDF to be painted; to be used in a `with` statement, or closed by who keeps it."""

    def __init__(self, data: bytes) -> None:
        self._document = pypdfium2.PdfDocument(data)

    def __enter__(self) -> PaintedPdf:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Nothing more is to be painted."""
        self._document.close()

    def __len__(self) -> int:
        return len(self._document)

    def titles(self) -> list[str]:
        """The first bookmark that leads to each page; its number where there is none."""
        found: dict[int, str] = {}
        for mark in self._document.get_toc(max_depth=2):
            there = mark.get_dest()
            number = there.get_index() if there is not None else None
            if number is not None:
                found.setdefault(number, mark.get_title())
        return [found.get(number, str(number + 1)) for number in range(len(self))]

    def pixels(self, number: int, dpi: float) -> Pixels:
        """The page with that number, counted from 0."""
        return Pixels(self._document[number], dpi)

    def dpi_for(self, number: int, longest: int) -> float:
        """The dots to the inch that give a page so many pixels on its longest side."""
        return longest * INCH / max(self.points(number))

    def points(self, number: int) -> tuple[float, float]:
        """How wide and high a page is."""
        w, h = self._document.get_page_size(number)
        return float(w), float(h)
