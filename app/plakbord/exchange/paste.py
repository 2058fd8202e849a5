"""What the clipboard or a drop offers, as notes: of all the forms in which a program offers the same thing, the one
that says most about where one note ends and the next begins."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from canvas_files.problems import Problem
from plakbord.exchange.html_notes import has_structure, texts_of_html
from plakbord.exchange.own_form import from_own_form
from plakbord.exchange.pasted import PastedNote, notes_of
from plakbord.exchange.text_file import notes_in_file
from plakbord.exchange.text_notes import texts_of_text

LONGEST_MB = 5
_LONGEST_TEXT = LONGEST_MB * 1_000_000
_LONGEST_HTML = 20_000_000


class Offer(Struct, frozen=True):
    """The same thing in several forms, as another program offers it."""

    own: bytes = b""
    html: str = ""
    text: str = ""
    files: tuple[Path, ...] = ()
    image: bool = False


def pasted_notes(offer: Offer) -> list[PastedNote]:
    """The notes to make of it. Raises Problem when there are none: a sentence about what is there instead."""
    notes = from_own_form(offer.own) if offer.own else []
    if not notes and offer.files:
        notes = [note for path in offer.files for note in notes_in_file(path)]
        if not notes:
            raise Problem("empty_text_file", name=offer.files[0].name)
    if not notes:
        notes = _of_words(offer.html, offer.text)
    if not notes:
        raise Problem("image_to_paste" if offer.image else "nothing_to_paste")
    return notes


def _of_words(html: str, text: str) -> list[PastedNote]:
    if len(text) > _LONGEST_TEXT or (not text and len(html) > _LONGEST_HTML):
        raise Problem("paste_too_large", limit=LONGEST_MB)
    if len(html) > _LONGEST_HTML:
        html = ""
    if html and (not text.strip() or has_structure(html)):
        notes = notes_of(texts_of_html(html))
        if notes:
            return notes
    return notes_of(texts_of_text(text))
