"""The bundled fonts: which files there are, and which face shows which character.

A fallback file is opened only when a character turns up that the faces before it do not have; the fonts of the system
are asked last.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from plakbord.sheet.text.cache import Cache
from plakbord.sheet.text.face import Face
from plakbord.sheet.text.fallback import needed, variants, wants_color

if TYPE_CHECKING:
    from pathlib import Path

    from plakbord.sheet.text.pieces import Piece
    from plakbord.sheet.text.runs import Laid, Unit
    from plakbord.sheet.text.system_fonts import SystemFonts

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
    """The fonts in a folder, and with `system` those of the computer for what the folder lacks. Nothing is read before
    a face is asked for; a face is read once. Without a language a word that has to be cut is cut anywhere."""

    def __init__(self, folder: Path, system: SystemFonts | None = None, language: str | None = None) -> None:
        self.folder = folder
        self.language = language
        self._system = system
        self._faces: dict[str, Face] = {}
        self._speaking: dict[str | None, Fonts] = {language: self}

    def speaking(self, language: str) -> Fonts:
        """The same fonts for texts in a language, whose words are cut between syllables."""
        fonts = self._speaking.get(language)
        if fonts is None:
            fonts = self._speaking[language] = Fonts(self.folder, self._system, language)
            fonts._faces, fonts._speaking = self._faces, self._speaking
        return fonts

    def face(self, key: str) -> Face:
        """The face in the file key + ".ttf"; OSError when it cannot be read."""
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = Face(key, self.folder / f"{key}.ttf")
        return face

    def borrowed(self, chars: str) -> Face | None:
        """A face of the system that shows all these characters."""
        return None if self._system is None else self._system.face_for(chars)

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
    heads the beginnings of words with a hyphen, places where a long word may be divided, laid whole texts by all that
    decides what they look like.
    """

    def __init__(self, fonts: Fonts, main: str) -> None:
        self.language = fonts.language
        self._fonts = fonts
        self._keys = tuple(key for key in FALLBACKS if key != main)
        self.main = fonts.face(main)
        self.ascent = self.main.ascent / self.main.units_per_em
        self.descent = -self.main.descent / self.main.units_per_em
        self.units: Cache[tuple[str, str, bool], Unit] = Cache(20_000)
        self.pieces: Cache[str, Piece] = Cache(20_000)
        self.heads: Cache[str, Piece] = Cache(20_000)
        self.places: Cache[str, tuple[int, ...]] = Cache(20_000)
        self.laid: Cache[tuple[object, ...], Laid] = Cache(2_000)
        self._opened = [self.main]
        self._known: dict[str, bool] = {}
        self._picked: Cache[str, Face] = Cache(20_000)

    def speaking(self, language: str) -> FontSet:
        """The same fonts for texts in a language."""
        fonts = self._fonts.speaking(language)
        if self.main.key == REGULAR:
            return fonts.regular
        return fonts.bold if self.main.key == BOLD else fonts.handwriting

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
        if wants_color(grapheme) and self._fonts.face(EMOJI).characters.issuperset(wanted):
            return self._fonts.face(EMOJI)
        whole = self._showing(variants(wanted))
        if whole is not None or len(wanted) == 1:
            return whole or self.main
        return self._showing((wanted[:1],)) or self.main

    def _showing(self, forms: tuple[str, ...]) -> Face | None:
        """The first face that has all characters of one of the spellings."""
        for form in forms:
            for face in self._opened:
                if face.characters.issuperset(form):
                    return face
            while len(self._opened) <= len(self._keys):
                face = self._fonts.face(self._keys[len(self._opened) - 1])
                self._opened.append(face)
                if face.characters.issuperset(form):
                    return face
        for form in forms:
            borrowed = self._fonts.borrowed(form)
            if borrowed is not None:
                return borrowed
        return None
