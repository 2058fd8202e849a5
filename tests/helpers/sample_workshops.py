"""Workshops in memory with sheets of the built-in templates, and the fonts and words they are laid out with."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from canvas_files import order
from canvas_files.document import Document, new_document
from canvas_files.records import Language, Note, Sheet, new_id
from plakbord.paths import resources
from plakbord.session import Session
from plakbord.sheet.layout import Layout
from plakbord.sheet.note import NoteFaces
from plakbord.sheet.templates import sheet_for
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import Words, load_words

LONG_WORDS = "Een zin die maar doorgaat over van alles en nog wat, "
ZONES = (
    "customer_segments",
    "value_propositions",
    "channels",
    "customer_relationships",
    "revenue_streams",
    "key_resources",
    "key_activities",
    "key_partners",
    "cost_structure",
)


@cache
def bundled_fonts() -> Fonts:
    """The program's fonts, read once for all tests of a process."""
    return Fonts(resources() / "fonts")


@cache
def shared_faces() -> NoteFaces:
    """Texts that were laid out before need not be again."""
    return NoteFaces(bundled_fonts().regular)


@cache
def words(language: Language = "nl") -> Words:
    """The program's words."""
    return load_words(language)


def new_session(*kinds: str, title: str = "") -> Session:
    """A workshop with sheets of those kinds, one canvas when none is named, and nothing to undo or save."""
    document = new_document("nl", title, "2026-11-21")
    for kind in kinds or ("canvas",):
        add_sheet(document, kind)
    return Session(document)


def add_sheet(document: Document, kind: str) -> Sheet:
    """A sheet behind the others, put there as opening a file does."""
    sheet = sheet_for(document, kind)
    with document.store.transaction("step.sheet.add", "load") as tx:
        tx.put(sheet)
    return sheet


def add_note(session: Session, text: str = "Bakkers", zone: str = "channels", **fields: Any) -> Note:
    """A note on the first sheet on top of all, put there as opening a file does: it is no undo step."""
    (note,) = add_notes(session, [{"text": text, "zone": zone, **fields}])
    return note


def add_notes(session: Session, notes: Iterable[dict[str, Any]]) -> list[Note]:
    """Notes as in add_note, in one change."""
    wanted = list(notes)
    keys = order.keys_after(session.top_key, len(wanted))
    sheet = session.document.sheets[0].id
    made = [
        Note(**{"id": new_id("note"), "sheet": sheet, "zone": "channels", "z": z, **fields})
        for fields, z in zip(wanted, keys, strict=True)
    ]
    with session.store.transaction("step.note.add", "load") as tx:
        for note in made:
            tx.put(note)
    return made


def layout_of(session: Session, number: int = 0, language: Language = "nl", fresh: bool = False) -> Layout:
    """A sheet of the workshop laid out; `fresh` without any text laid out before."""
    sheet = session.document.sheets[number]
    faces = None if fresh else shared_faces()
    return Layout(session.document, sheet.id, bundled_fonts(), words(language), faces)


def notes_of(session: Session) -> list[Note]:
    """All notes of the workshop, the lowest first."""
    return [note for sheet in session.document.sheets for note in session.notes_on(sheet)]
