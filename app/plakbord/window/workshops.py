"""Beginning a workshop, with what the person is asked and shown on the way."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from canvas_files.document import new_document
from canvas_files.records import Language, Sheet
from canvas_files.shelf import Shelf
from plakbord.paths import private_shelf
from plakbord.session import Session
from plakbord.sheet.templates import sheet_for
from plakbord.window.icons import Icons
from plakbord.words import Words


def new_session(kind: str, language: Language, title: str = "", shelf: Shelf | None = None) -> Session:
    """A workshop with one blank sheet, with nothing to save yet; safe from the first change when there is a shelf."""
    document = new_document(language, title, date.today().isoformat())
    sheet = sheet_for(document, kind)
    with document.store.transaction("step.sheet.add", "load") as tx:
        tx.put(sheet)
    return Session(document, shelf=shelf)


def first_sheet(session: Session) -> Sheet:
    """The first sheet that can be shown; a workshop without one gets a blank canvas."""
    document = session.document
    for there in document.sheets:
        if document.template_of(there) is not None:
            return there
    sheet = sheet_for(document, "canvas")
    with document.store.transaction("step.sheet.add", "load") as tx:
        tx.put(sheet)
    return sheet


def ask_new(parent: QWidget, t: Words, icons: Icons) -> Session | None:
    """The workshop the person wants to begin."""
    from plakbord.window.new_dialog import NewDialog

    dialog = NewDialog(parent, t, icons)
    return new_session(dialog.kind, dialog.language, dialog.title, private_shelf()) if dialog.exec() else None


def ask_details(parent: QWidget, session: Session, t: Words) -> None:
    """Asks for title, date, language and captions of a workshop."""
    from plakbord.window.details_dialog import DetailsDialog

    workshop = session.document.workshop
    dialog = DetailsDialog(parent, workshop, t)
    if dialog.exec():
        with session.store.transaction("step.workshop.details") as tx:
            tx.update(workshop.id, **dialog.fields)


def show_about(parent: QWidget, t: Words) -> None:
    """Says what the program is."""
    from plakbord.window.about_dialog import AboutDialog

    AboutDialog(parent, t).exec()
