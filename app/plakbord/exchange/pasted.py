"""A note as it comes from elsewhere, before it is in the document: its text, and what else came along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from canvas_files.plain_text import LONGEST_NOTE, clean_text, note_text


class Spot(Struct, frozen=True):
    """Where a note hung and how large it was: its block, and its place on the sheet in hundredths of a millimetre."""

    zone: str
    x: int
    y: int
    w: int
    h: int


class PastedNote(Struct, frozen=True):
    """A note to be made. No colour means the one that new notes get; a spot has only what came from Plakbord."""

    text: str
    color: str | None = None
    tags: tuple[str, ...] = ()
    status: str = ""
    author: str = ""
    spot: Spot | None = None


def notes_of(texts: Iterable[str]) -> list[PastedNote]:
    """A note for each text that says anything; one that is too long for a note becomes several."""
    return [PastedNote(piece) for text in texts for piece in pieces(text)]


def pieces(text: str) -> Iterator[str]:
    """The text in parts that each fit on a note, cut between words."""
    text = clean_text(text).strip()
    while len(text) > LONGEST_NOTE:
        window = text[: LONGEST_NOTE + 1]
        cut = max(window.rfind("\n"), window.rfind(" "))
        cut = cut if cut > LONGEST_NOTE // 2 else LONGEST_NOTE
        yield from _note(text[:cut])
        text = text[cut:].strip()
    yield from _note(text)


def _note(text: str) -> Iterator[str]:
    text = note_text(text)
    if text:
        yield text
