"""Sending a poster to a printer: the system's own dialog, and then the same pages as in the PDF, each as a picture as
fine as the printer takes it."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

FINEST = 300
"""Dots to the inch; letters and lines do not get sharper on an office printer, and A3 stays under 60 MB."""
POINTS = 72


def ask_printer(parent: QWidget, title: str, pages: int) -> QPrinter | None:
    """The printer that the person chooses, set to write the pages as they are; None when they think better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def print_pdf(data: bytes, printer: QPrinter) -> int:
    """Prints the pages of a PDF, those the person asked for; how many. Raises OSError when the printer does not
    begin."""
    from plakbord.poster.raster import PaintedPdf

    with PaintedPdf(data) as pdf:
        first = max(1, printer.fromPage())
        last = min(printer.toPage() or len(pdf), len(pdf))
        painter = QPainter()
        for number in range(first - 1, last):
            _set_paper(printer, *pdf.points(number))
            if painter.isActive():
                printer.newPage()
            elif not painter.begin(printer):
                raise OSError("the printer does not begin")
            with pdf.pixels(number, min(FINEST, printer.resolution())) as pixels:
                rows = b"".join(pixels.painted())
                image = QImage(rows, pixels.width, pixels.height, 3 * pixels.width, QImage.Format.Format_RGB888)
                painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), image)
        if painter.isActive():
            painter.end()
        return max(0, last - first + 1)


def _set_paper(printer: QPrinter, w: float, h: float) -> None:
    """The paper of a page that is w by h points."""
    upright = QSizeF(min(w, h), max(w, h))
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = QPageLayout.Orientation.Landscape if w > h else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, turned, QMarginsF()))
