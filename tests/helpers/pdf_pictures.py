"""PDF pages as pictures, made by other people's renderers, and how far two pictures differ."""

from __future__ import annotations

import shutil
import subprocess
from ctypes import c_float
from io import BytesIO
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops
from PySide6.QtGui import QImage

MUTOOL = shutil.which("mutool")
"""MuPDF's command, where it is installed."""
POPPLER = shutil.which("pdftoppm")
"""Poppler's command, where it is installed."""


def pdfium_picture(pdf: bytes, size: tuple[int, int], dpi: float, finer: int) -> Image.Image:
    """The first page by PDFium, in RGB. PDFium puts glyphs and plain rectangles on whole pixels, so the page is painted
    as many times finer as asked, and each pixel is the mean of those it stands for."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    scale = dpi / 72 * finer
    bitmap = pypdfium2.PdfBitmap.new_native(size[0] * finer, size[1] * finer, pdfium.FPDFBitmap_BGRx)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, bitmap.width, bitmap.height)
    # The page's own matrix puts its top at the picture's top; a fraction of a pixel at the bottom is cut off.
    matrix = pdfium.FS_MATRIX(*(c_float(value) for value in (scale, 0, 0, scale, 0, 0)))
    clip = pdfium.FS_RECTF(0, 0, bitmap.width, bitmap.height)
    pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, clip, pdfium.FPDF_REVERSE_BYTE_ORDER)
    picture = Image.frombuffer("RGBX", (bitmap.width, bitmap.height), bytes(bitmap.buffer), "raw", "RGBX", 0, 1)
    page.close()
    document.close()
    return picture.convert("RGB").reduce(finer)


def pdfium_page(pdf: bytes, number: int, dpi: float) -> Image.Image:
    """A page by PDFium, in RGB, counted from 0."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[number]
    size = round(page.get_width() * dpi / 72), round(page.get_height() * dpi / 72)
    bitmap = pypdfium2.PdfBitmap.new_native(*size, pdfium.FPDFBitmap_BGRx)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, *size)
    # The page's own matrix puts its top at the picture's top.
    matrix = pdfium.FS_MATRIX(*(c_float(value) for value in (dpi / 72, 0, 0, dpi / 72, 0, 0)))
    clip = pdfium.FS_RECTF(0, 0, *size)
    pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, clip, pdfium.FPDF_REVERSE_BYTE_ORDER)
    picture = Image.frombuffer("RGBX", size, bytes(bitmap.buffer), "raw", "RGBX", 0, 1).convert("RGB")
    page.close()
    document.close()
    return picture


def poppler_page(pdf: bytes, number: int, dpi: float) -> Image.Image:
    """A page by Poppler, in RGB, counted from 0; only where POPPLER is. It counts in double precision."""
    which = ["-f", str(number + 1), "-l", str(number + 1)]
    done = subprocess.run([str(POPPLER), "-r", str(dpi), *which, "-"], input=pdf, check=True, capture_output=True)
    with Image.open(BytesIO(done.stdout)) as picture:
        return picture.convert("RGB")


def mutool_picture(pdf: bytes, size: tuple[int, int], dpi: float, folder: Path) -> Image.Image:
    """The first page by MuPDF, in RGB; only where MUTOOL is."""
    source, target = folder / "page.pdf", folder / "page.png"
    source.write_bytes(pdf)
    command = [str(MUTOOL), "draw", "-q", "-c", "rgb", "-r", str(dpi), "-o", str(target), str(source), "1"]
    subprocess.run(command, check=True, capture_output=True)
    with Image.open(target) as picture:
        return picture.convert("RGB").crop((0, 0, *size))


def pillow(image: QImage) -> Image.Image:
    """A Qt picture in RGB."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    data = bytes(rgb.constBits())
    return Image.frombuffer("RGB", (rgb.width(), rgb.height()), data, "raw", "RGB", rgb.bytesPerLine(), 1)


def differences(one: Image.Image, other: Image.Image) -> list[int]:
    """How many pixels differ by 0, 1, 2 … 255 in the channel in which they differ most."""
    red, green, blue = ImageChops.difference(one, other).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()


def png(image: Image.Image) -> bytes:
    """A picture as a PNG, for looking at."""
    out = BytesIO()
    image.save(out, "png")
    return out.getvalue()
