"""Writes pages of marks as a PDF. The same pages give the same bytes, whenever and wherever they are written.

What stands on the pages is decided before; importing this module imports ReportLab, so it is imported when used.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO, Literal

from msgspec import Struct

from plakbord.poster.ink import POINTS, Ink, number
from plakbord.poster.objects import PdfFile, Stream, array, dictionary, text_string
from plakbord.poster.pictures import PicturePainter
from plakbord.poster.shapes import ShapePainter
from plakbord.poster.text import TextPainter
from plakbord.sheet.marks import Box, Disc, Line, Outline, Page, Picture, Text

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDictionary


class About(Struct, frozen=True):
    """What the file says about itself. The moment is the document's own, for the clock would change the bytes."""

    title: str
    author: str
    subject: str
    language: Literal["nl-NL", "en-GB"]
    moment: datetime


def write_pdf(out: BinaryIO, pages: Sequence[Page], about: About) -> None:
    """Writes pages as PDF 1.7: each page exactly as large as its sheet, fonts embedded, a bookmark for every page when
    there are more than one. ValueError when there is no page."""
    if not pages:
        raise ValueError("a PDF needs at least one page")
    file = PdfFile(about.language)
    texts = TextPainter(pages)
    shapes = ShapePainter()
    pictures = PicturePainter(file)
    contents = [_content(page, texts, shapes, pictures) for page in pages]
    for font in texts.fonts:
        font.add_to(file)
    resources = file.add(
        dictionary(Font=file.fonts, XObject=dictionary(**texts.forms.entries(file), **pictures.entries))
    )
    places = [_add_page(file, page, content, resources) for page, content in zip(pages, contents, strict=True)]
    file.set_information(_information(about))
    file.set_catalog(ViewerPreferences=dictionary(DisplayDocTitle="true"))
    if len(pages) > 1:
        file.set_catalog(Outlines=_bookmarks(file, pages, places), PageMode="/UseOutlines")
    out.write(file.data())


def _content(page: Page, texts: TextPainter, shapes: ShapePainter, pictures: PicturePainter) -> bytes:
    ink = Ink(page.h)
    for mark in page.marks:
        match mark:
            case Text():
                texts.paint(ink, mark)
            case Box():
                shapes.box(ink, mark)
            case Disc():
                shapes.disc(ink, mark)
            case Line():
                shapes.line(ink, mark)
            case Outline():
                shapes.outline(ink, mark)
            case Picture():
                pictures.paint(ink, mark)
    return ink.content()


def _add_page(file: PdfFile, page: Page, content: bytes, resources: object) -> object:
    """Adds a page, and gives the reference to it."""
    sides = ("0", "0", number(page.w * POINTS), number(page.h * POINTS))
    return file.add_page(
        MediaBox=array(sides), TrimBox=array(sides), Resources=resources, Contents=file.add(Stream(content))
    )


def _bookmarks(file: PdfFile, pages: Sequence[Page], places: Sequence[object]) -> PDFDictionary:
    """A flat outline (ISO 32000-1, 12.3.3): the title of every page, or its number when it has none."""
    root = dictionary(Type="/Outlines", Count=len(pages))
    parent = file.add(root)
    entries = [
        dictionary(Title=text_string(page.title or str(at)), Parent=parent, Dest=array([place, "/Fit"]))
        for at, (page, place) in enumerate(zip(pages, places, strict=True), 1)
    ]
    references = [file.add(entry) for entry in entries]
    for entry, before in zip(entries[1:], references, strict=False):
        entry["Prev"] = before
    for entry, after in zip(entries, references[1:], strict=False):
        entry["Next"] = after
    root["First"], root["Last"] = references[0], references[-1]
    return root


def _information(about: About) -> dict[str, str]:
    moment = _date(about.moment)
    entries = {
        "Title": text_string(about.title),
        "Author": text_string(about.author),
        "Subject": text_string(about.subject),
        "Creator": text_string("Plakbord"),
        "Producer": text_string("Plakbord, ReportLab"),
        "CreationDate": moment,
        "ModDate": moment,
    }
    return {name: value for name, value in entries.items() if value != "()"}


def _date(moment: datetime) -> str:
    """A date as PDF writes it (ISO 32000-1, 7.9.4); without a time zone when the moment has none."""
    zone = moment.strftime("%z")
    ending = f"{zone[:3]}'{zone[3:5]}'" if zone else ""
    return f"(D:{moment:%Y%m%d%H%M%S}{ending})"
