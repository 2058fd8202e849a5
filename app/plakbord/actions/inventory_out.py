"""The data inventory as a file, in the form that its name asks for; the command line and the window both come here."""

from __future__ import annotations

from datetime import datetime

from canvas_files.document import Document
from canvas_files.inventory import Inventory
from plakbord.sheet.lens import lens_template
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import Words

SUFFIXES = (".pdf", ".xlsx", ".csv", ".md")


def inventory_of(document: Document) -> Inventory:
    """The inventory of a document as it is now."""
    return Inventory(document.records, lambda sheet: lens_template(document, sheet))


def inventory_bytes(document: Document, suffix: str, fonts: Fonts, t: Words) -> bytes:
    """The bytes of a file with one of the suffixes. What each needs is loaded only then. Raises KeyError for another
    suffix, OverflowError as a PDF does."""
    if suffix == ".pdf":
        from plakbord.poster.inventory import inventory_pdf

        return inventory_pdf(document, fonts, t)
    from plakbord.exchange import inventory_files, inventory_tables

    inventory = inventory_of(document)
    if suffix == ".xlsx":
        from plakbord.exchange.xlsx import xlsx_bytes

        return xlsx_bytes(inventory_tables.tables(inventory, t), _moment(document.workshop.date))
    if suffix == ".csv":
        return inventory_files.csv_bytes(inventory, t)
    if suffix == ".md":
        return inventory_files.markdown_bytes(inventory, document.workshop.title, t)
    raise KeyError(suffix)


def _moment(day: str) -> datetime:
    """The day of the workshop, not of the clock: the same workshop gives the same bytes."""
    try:
        found = datetime.fromisoformat(day[:10])
    except ValueError:
        return datetime(2000, 1, 1)
    return found if found.year >= 1980 else datetime(2000, 1, 1)
