"""One paragraph shaped piece by piece in em, ready to be filled into lines of any width."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from plakbord.sheet.text.bidi import levels, needs_levels
from plakbord.sheet.text.breaks import SOFT_HYPHEN, hyphenations, last_resorts, tokens
from plakbord.sheet.text.fonts import FontSet
from plakbord.sheet.text.graphemes import grapheme_starts
from plakbord.sheet.text.hyphens import syllables
from plakbord.sheet.text.pieces import Piece
from plakbord.sheet.text.shape import shape, shape_divided, shape_hyphened

SLACK = 1e-6
"""Em by which a piece may be too wide and still fit: rounding, not size."""


class Paragraph:
    """The pieces of a paragraph of cleaned text; base is 1 when it runs from right to left. In em, widest is
    the width of the widest word and ink that of all words together."""

    def __init__(self, fonts: FontSet, text: str) -> None:
        self.fonts = fonts
        self.base = 0
        self.pieces = self._shaped(text)
        words = [piece.width for piece in self.pieces if not piece.is_space]
        self.widest, self.ink = max(words, default=0.0), sum(words)
        self._is_simple = SOFT_HYPHEN not in text

    def uncut(self, room: float) -> float:
        """The least width in em at which no word is cut between two letters; 0 when all words are whole in a room."""
        wide = [piece for piece in self.pieces if piece.width > room and not piece.is_space]
        return max([self._least_width(word) for word in wide], default=0.0)

    def has_syllables(self, room: float) -> bool:
        """Whether all words that are too wide for a room can be divided with a hyphen."""
        wide = (piece.text for piece in self.pieces if piece.width > room and not piece.is_space)
        return all(syllables(word, self.fonts.language) for word in wide)

    def lines_in(self, room: float, most: int) -> int:
        """How many lines fill() makes, or most + 1 as soon as there are more than most."""
        if not self._is_simple or self.widest > room + SLACK:
            return len(self.fill(room, most))
        count = 1
        x = 0.0
        for piece in self.pieces:
            x += piece.width
            if x > room + SLACK and not piece.is_space:
                count += 1
                if count > most:
                    break
                x = piece.width
        return count

    def fill(self, room: float, most: int | None = None) -> list[list[Piece]]:
        """The pieces of every line when lines are so many em wide, filled greedily; no more than one line above the
        most that are of use. Spaces at the end of a line do not count; a line is wider than the room only when a single
        grapheme is."""
        lines: list[list[Piece]] = [[]]
        todo = self.pieces[::-1]
        x = 0.0
        has_word = False
        word = ""  # the whole of the word that was begun on an earlier line
        while todo:
            piece = todo.pop()
            if piece.is_space or x + piece.width <= room + SLACK:
                lines[-1].append(piece)
                x += piece.width
                has_word = has_word or not piece.is_space
                word = ""
                continue
            word = word or piece.text
            head, tail = self._split(piece, x, room, has_word, word)
            if head is not None:
                lines[-1].append(head)
            if tail is not None:
                todo.append(tail)
            else:
                word = ""
            if todo:
                if len(lines) - 1 == most:
                    break
                lines.append([])
            x = 0.0
            has_word = False
        return lines

    def _shaped(self, text: str) -> list[Piece]:
        if not needs_levels(text):
            known = self.fonts.pieces.get
            return [known(part) or shape(self.fonts, part, None, is_space) for part, is_space in tokens(text)]
        self.base, found = levels(text)
        pieces: list[Piece] = []
        at = 0
        for part, is_space in tokens(text):
            pieces.append(shape(self.fonts, part, tuple(found[at : at + len(part)]), is_space))
            at += len(part)
        return pieces

    def _split(
        self, piece: Piece, x: float, room: float, has_word: bool, word: str
    ) -> tuple[Piece | None, Piece | None]:
        """What of a word that does not fit still goes on the line, and what is left for the next one. The piece is the
        word, or the end of it."""
        too_long = piece.width > room + SLACK
        head = self._divided(piece, room - x, too_long)
        if head is None and too_long and not (has_word and x > 0):
            head = self._between_syllables(piece, room - x, word) or self._cut(piece, room - x, forced=x == 0)
        if head is None:
            return None, piece
        if len(head.text) == len(piece.text):
            return head, None
        return head, self._part(piece, len(head.text), len(piece.text))

    def _divided(self, piece: Piece, room: float, too_long: bool) -> Piece | None:
        """The head of a word divided at the last place where it fits: after a soft hyphen, or, when the word is too
        long for a line of its own, after a hyphen and the like."""
        best: Piece | None = None
        for at in self._places(piece.text) if too_long else hyphenations(piece.text):
            head = self._part(piece, 0, at)
            if head.width > room + SLACK:
                break
            best = head
        return best

    def _between_syllables(self, piece: Piece, room: float, word: str) -> Piece | None:
        """The syllables of a word that fit, with a hyphen; its end when it was begun on an earlier line."""
        if piece.levels is not None or SOFT_HYPHEN in word:
            return None
        begun = len(word) - len(piece.text)
        most = begun + _reached(piece, room)
        for place in reversed(syllables(word, self.fonts.language)):
            if begun < place <= most:
                head = shape_divided(self.fonts, piece.text[: place - begun])
                if head is not None and head.width <= room + SLACK:
                    return head
        return None

    def _cut(self, piece: Piece, room: float, forced: bool) -> Piece | None:
        """The graphemes of a word that fit; the first one also when it does not, if forced. The space inside an amount
        stays with what is before it."""
        starts = grapheme_starts(piece.text)[1:]
        places = [*(at for at in starts if piece.text[at] != " "), len(piece.text)]
        guess = bisect_right(places, _reached(piece, room)) - 1
        low, high = 0, len(places) - 1
        best: Piece | None = None
        tries = 0
        while low <= high:
            # Where the word's own glyphs say, and beside it; only where shaping joins a lot is that wrong.
            middle = min(max(low, guess), high) if tries < 2 else (low + high) // 2
            tries += 1
            head = self._part(piece, 0, places[middle])
            if head.width <= room + SLACK:
                best = head
                low = middle + 1
            else:
                high = middle - 1
        return self._part(piece, 0, places[0]) if best is None and forced else best

    def _part(self, piece: Piece, start: int, end: int) -> Piece:
        """A part of a word as it stands on a line of its own: with a hyphen when it ends with a soft one."""
        text = piece.text[start:end]
        part = None if piece.levels is None else piece.levels[start:end]
        hyphened = end < len(piece.text) and text[-1] == SOFT_HYPHEN and len(text) > 1
        return shape_hyphened(self.fonts, text, part) if hyphened else shape(self.fonts, text, part)

    def _least_width(self, word: Piece) -> float:
        places = self._places(word.text)
        if not places:
            return word.width
        return max(self._part(word, a, b).width for a, b in pairwise((0, *places, len(word.text))))

    def _places(self, text: str) -> tuple[int, ...]:
        """Where a word that is too long is divided before it is cut."""
        places = self.fonts.places.get(text)
        if places is None:
            places = self.fonts.places[text] = tuple(sorted({*hyphenations(text), *last_resorts(text)}))
        return places


def _reached(piece: Piece, room: float) -> int:
    """About how many characters of a piece stand before a place on the line, in em from its start."""
    x, at = 0.0, 0
    for unit in piece.units:
        if x + unit.width > room:
            if unit.rtl:
                return at + int(len(unit.text) * max(0.0, room - x) / unit.width)
            begun = [cluster for cluster, left in zip(unit.clusters, unit.xs, strict=True) if x + left <= room]
            return at + max(begun, default=0)
        x += unit.width
        at += len(unit.text)
    return at
