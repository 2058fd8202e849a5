"""The one place where others add to a poster: pages after the sheets, and marks on their notes. What is in these tuples
is asked for every poster and gives nothing when it is not wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from canvas_files.document import Document
from plakbord.poster.choices import Choices
from plakbord.poster.results import dots_on_notes, results_of_round
from plakbord.sheet.inventory import inventory_pages
from plakbord.sheet.marks import Page
from plakbord.sheet.note import NoteFace
from plakbord.sheet.printed import OnNote
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import Words

ExtraPages = Callable[[Document, Choices, Fonts, Words], Iterable[Page]]
"""Pages of marks after all sheets, such as the results of the round that was chosen."""

NoteMarks = Callable[[Document, Choices, Sequence[NoteFace], Fonts, Words], Mapping[str, OnNote]]
"""Marks on the notes of one sheet, by the note's id, such as the dots of the round that was chosen."""


def _results(document: Document, choices: Choices, fonts: Fonts, t: Words) -> list[Page]:
    """The ranking of the round that was chosen. Raises Problem when it is not revealed."""
    return results_of_round(document, choices.round, fonts, t) if choices.round and not choices.blank else []


def _dots(document: Document, choices: Choices, faces: Sequence[NoteFace], fonts: Fonts, t: Words) -> dict[str, OnNote]:
    """The dots of that round. Raises Problem when it is not revealed."""
    if not choices.round or choices.blank:
        return {}
    found = dots_on_notes(document, choices.round, faces, fonts, t)
    return {note_id: OnNote(marks, words) for note_id, (marks, words) in found.items()}


def _inventory(document: Document, choices: Choices, fonts: Fonts, t: Words) -> list[Page]:
    """The data inventory, when it is asked for."""
    return inventory_pages(document, fonts, t) if choices.inventory and not choices.blank else []


EXTRA_PAGES: tuple[ExtraPages, ...] = (_results, _inventory)
NOTE_MARKS: tuple[NoteMarks, ...] = (_dots,)


def extra_pages(document: Document, choices: Choices, fonts: Fonts, t: Words) -> list[Page]:
    """All pages that others add."""
    return [page for pages in EXTRA_PAGES for page in pages(document, choices, fonts, t)]


def note_marks(
    document: Document, choices: Choices, faces: Sequence[NoteFace], fonts: Fonts, t: Words
) -> dict[str, OnNote]:
    """Everything that others draw on these notes; of one note all marks together."""
    found: dict[str, OnNote] = {}
    for marks in NOTE_MARKS:
        for note_id, more in marks(document, choices, faces, fonts, t).items():
            before = found.get(note_id)
            if before is not None:
                more = OnNote((*before.marks, *more.marks), f"{before.words}, {more.words}")
            found[note_id] = more
    return found
