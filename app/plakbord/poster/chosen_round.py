"""What the round that was chosen adds to a poster: its dots on the notes, and its results after the sheets. What they
look like is in results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from canvas_files.document import Document
from plakbord.poster.choices import Choices
from plakbord.poster.results import dots_on_notes, results_of_round
from plakbord.sheet.marks import Page
from plakbord.sheet.note import NoteFace
from plakbord.sheet.printed import OnNote
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import Words


def result_pages(document: Document, choices: Choices, fonts: Fonts, t: Words) -> list[Page]:
    """The results, when a round was chosen. Raises Problem when they are not revealed."""
    return [] if choices.round is None else results_of_round(document, choices.round, fonts, t)


def round_dots(
    document: Document, choices: Choices, faces: Sequence[NoteFace], fonts: Fonts, t: Words
) -> Mapping[str, OnNote]:
    """The dots, when a round was chosen. Raises Problem when its results are not revealed."""
    if choices.round is None:
        return {}
    found = dots_on_notes(document, choices.round, faces, fonts, t)
    return {note: OnNote(marks, words) for note, (marks, words) in found.items()}
