"""The data inventory as a PDF of its own, A3."""

from __future__ import annotations

from io import BytesIO
from typing import Literal

from canvas_files.document import Document
from plakbord.poster.export import moment_of
from plakbord.poster.pdf import About, write_pdf
from plakbord.sheet.inventory import inventory_pages
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import Words


def inventory_pdf(document: Document, fonts: Fonts, t: Words) -> bytes:
    """The bytes of the PDF in the language of the words; the same document gives the same bytes. Raises OverflowError
    for more different glyphs than a PDF can address."""
    workshop = document.workshop
    pages = inventory_pages(document, fonts, t)
    language: Literal["nl-NL", "en-GB"] = "nl-NL" if t.language == "nl" else "en-GB"
    about = About(pages[0].title, workshop.author, t("inventory.title"), language, moment_of(workshop.date))
    out = BytesIO()
    write_pdf(out, pages, about)
    return out.getvalue()
