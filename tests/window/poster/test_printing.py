"""A poster on a printer; a printer that writes a file stands for one with paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from plakbord.window.poster.printing import print_pdf

A3, A4 = (1190.551, 841.89), (595.276, 841.89)


@pytest.fixture
def pages(tmp_path: Path) -> bytes:
    """A wide page and two upright ones."""
    path = tmp_path / "pages.pdf"
    canvas = Canvas(str(path))
    for size in (A3, A4, A4):
        canvas.setPageSize(size)
        canvas.rect(72, 72, 100, 100, fill=1)
        canvas.showPage()
    canvas.save()
    return path.read_bytes()


def paper(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setFullPage(True)
    return printer


def test_each_page_has_its_own_paper(qapp: QApplication, pages: bytes, tmp_path: Path) -> None:
    assert print_pdf(pages, paper(tmp_path / "out.pdf")) == 3
    sizes = [
        (float(page.mediabox.width), float(page.mediabox.height)) for page in PdfReader(tmp_path / "out.pdf").pages
    ]
    for size, wanted in zip(sizes, (A3, A4, A4), strict=True):
        assert size == pytest.approx(wanted, abs=1.5)


def test_only_the_pages_that_were_asked_for(qapp: QApplication, pages: bytes, tmp_path: Path) -> None:
    printer = paper(tmp_path / "out.pdf")
    printer.setFromTo(2, 3)
    assert print_pdf(pages, printer) == 2
    assert len(PdfReader(tmp_path / "out.pdf").pages) == 2


def test_a_printer_that_does_not_begin_is_told(qapp: QApplication, pages: bytes, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="printer"):
        print_pdf(pages, paper(tmp_path / "weg" / "out.pdf"))
