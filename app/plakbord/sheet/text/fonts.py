"""The bundled fonts: which files there are, and which face shows which character.

A fallback file is opened only when a character turns up that the faces before it do not have.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from plakbord.sheet.text.cache import Cache
from plakbord.sheet.text.face import Face
from plakbord.sheet.text.fallback import needed, variants, wants_color

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plakbord.sheet.text.pieces import Piece
    from plakbord.sheet.text.runs import Laid, Unit

__all__ = ["BOLD", "EMOJI", "FALLBACKS", "HAND", "REGULAR", "Face", "FontSet", "Fonts"]

REGULAR = "SourceSans3-Regular"
BOLD = "SourceSans3-Bold"
HAND = "ShantellSans-Regular"
EMOJI = "Twemoji"

FALLBACKS = (
    REGULAR,  # first after the handwriting: letters of one text should come from as few fonts as possible
    "NotoSans-Regular",  # also Devanagari
    "NotoSansArabic-Regular",
    "NotoSansHebrew-Regular",
    "NotoSansThai-Regular",
    "NotoSansSymbols2-Regular",
    "NotoSansMath-Regular",
    "NotoSansSymbols-Regular",
    EMOJI,
)
"""The order in which faces are asked for a character that the main face lacks."""


class Fonts:
    """The fonts in a folder. Nothing is read before a face is asked for; a face is read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._faces: dict[str, Face] = {}

    def face(self, key: str) -> Face:
        """The face in the file key + ".ttf"; OSError when it cannot be read."""
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = Face(key, self.folder / f"{key}.ttf")
        return face

    @cached_property
    def regular(self) -> FontSet:
        """The fonts of running text."""
        return FontSet(self, REGULAR)

    @cached_property
    def bold(self) -> FontSet:
        """The fonts of titles and headings."""
        return FontSet(self, BOLD)

    @cached_property
    def handwriting(self) -> FontSet:
        """The fonts of notes that look written by hand."""
        return FontSet(self, HAND)

    def hand(self, writing: bool) -> FontSet:
        """The fonts of notes: the handwriting, or running text when writing is off."""
        return self.handwriting if writing else self.regular


class FontSet:
    """A main face with the faces that stand in for the characters it lacks, and what was shaped with them so far.

    units keeps what HarfBuzz made by (face key, text, right to left), pieces the left-to-right pieces of paragraphs,
    places where a long word may be divided, laid whole texts by all that decides what they look like.
    """

    def __init__(self, fonts: Fonts, main: str) -> None:
        self._fonts = fonts
        self._keys = tuple(key for key in FALLBACKS if key != main)
        self.main = fonts.face(main)
        self.ascent = self.main.ascent / self.main.units_per_em
        self.descent = -self.main.descent / self.main.units_per_em
        self.units: Cache[tuple[str, str, bool], Unit] = Cache(20_000)
        self.pieces: Cache[str, Piece] = Cache(20_000)
        self.places: Cache[str, tuple[int, ...]] = Cache(20_000)
        self.laid: Cache[tuple[object, ...], Laid] = Cache(2_000)
        self._known: dict[str, bool] = {}
        self._picked: Cache[str, Face] = Cache(20_000)

    def in_main(self, text: str) -> bool:
        """Whether the main face shows the whole text, none of it better shown as an emoji."""
        known = self._known
        for char in text:
            here = known.get(char)
            if here is None:
                here = known[char] = self.main.covers(char) and not wants_color(char)
            if not here:
                return False
        return True

    def face_for(self, grapheme: str) -> Face:
        """The face that shows a grapheme whole; if none does, the one that shows its first character; else the main
        face, whose glyph 0 is a box."""
        face = self._picked.get(grapheme)
        if face is None:
            face = self._picked[grapheme] = self._pick(grapheme)
        return face

    def _pick(self, grapheme: str) -> Face:
        wanted = needed(grapheme)
        if wants_color(grapheme) and self._shows(emoji := self._fonts.face(EMOJI), wanted):
            return emoji
        for form in variants(wanted):
            for face in self._chain():
                if self._shows(face, form):
                    return face
        for face in self._chain():
            if self._shows(face, wanted[:1]):
                return face
        return self.main

    def _chain(self) -> Iterator[Face]:
        yield self.main
        for key in self._keys:
            yield self._fonts.face(key)

    @staticmethod
    def _shows(face: Face, chars: str) -> bool:
        return all(face.covers(char) for char in chars)
