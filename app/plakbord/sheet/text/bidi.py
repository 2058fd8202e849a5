"""The Unicode Bidirectional Algorithm (UAX #9, Unicode 15): in which direction each character of a paragraph runs.

Here are the embedding levels (P, X) and the order on the line (L2); bidi_rules.py resolves the types (W, N, I).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from types import MappingProxyType

from plakbord.sheet.text.ranges import Ranges

_RIGHT_TO_LEFT = Ranges(
    "\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
)
_DEFAULTS = (
    (0x0590, 0x05FF, "R"),
    (0x0600, 0x07BF, "AL"),
    (0x07C0, 0x085F, "R"),
    (0x0860, 0x08FF, "AL"),
    (0xFB1D, 0xFB4F, "R"),
    (0xFB50, 0xFDFF, "AL"),
    (0xFE70, 0xFEFF, "AL"),
    (0x10800, 0x10FFF, "R"),
    (0x1E800, 0x1EFFF, "R"),
)
"""Types of unassigned characters (DerivedBidiClass.txt)."""

DEEPEST = 125
_REMOVED = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "BN"))
_ISOLATES = frozenset(("LRI", "RLI", "FSI"))
_EMBEDDINGS = MappingProxyType({"LRE": "", "RLE": "", "LRO": "L", "RLO": "R"})


def needs_levels(text: str) -> bool:
    """Whether anything in a text can run from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.any_of(text)


def levels(text: str, base: int | None = None) -> tuple[int, list[int]]:
    """The paragraph level (0, or 1 for right to left; found by the first strong character when base is None) and the
    level of every character of a paragraph. Characters without a direction of their own (X9) get the level before
    them, so that they cut nothing in two."""
    classes = [bidi_class(char) for char in text]
    if base is None:
        base = 1 if _first_strong(classes, 0) in ("R", "AL") else 0
    types = list(classes)
    explicit = _Embedding(classes, types, base).levels()
    found = list(explicit)
    for sequence in _sequences(classes, explicit):
        resolved = _resolved(text, classes, types, explicit, sequence, base)
        for at, level in zip(sequence, resolved, strict=True):
            found[at] = level
    last = base
    for at, kind in enumerate(classes):
        if kind in _REMOVED:
            found[at] = last
        last = found[at]
    return base, found


def bidi_class(char: str) -> str:
    """Bidi_Class of a character, also of an unassigned one."""
    known = unicodedata.bidirectional(char)
    if known:
        return known
    code = ord(char)
    return next((kind for first, last, kind in _DEFAULTS if first <= code <= last), "L")


def reorder(found: Sequence[int]) -> list[int]:
    """The indices of things with these levels from left to right (L2)."""
    order = list(range(len(found)))
    odd = [level for level in found if level % 2]
    if not odd:
        return order
    for level in range(max(found), min(odd) - 1, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and found[order[end]] >= level:
                end += 1
            order[at:end] = order[at:end][::-1]
            at = end + 1
    return order


def _first_strong(classes: Sequence[str], start: int, inside_isolate: bool = False) -> str | None:
    """The first L, R or AL outside isolates from start on (P2); inside an isolate only up to its end."""
    depth = 0
    for kind in classes[start:]:
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            if depth == 0 and inside_isolate:
                return None
            depth = max(0, depth - 1)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return kind
    return None


class _Embedding:
    """X1 to X8: walks through a paragraph and writes overridden types into types."""

    def __init__(self, classes: Sequence[str], types: list[str], base: int) -> None:
        self.classes = classes
        self.types = types
        self.base = base
        self.stack: list[tuple[int, str, bool]] = [(base, "", False)]  # level, override, whether an isolate
        self.lost_isolates = self.lost_embeddings = self.isolates = 0

    def levels(self) -> list[int]:
        return [self._level(at, kind) for at, kind in enumerate(self.classes)]

    def _level(self, at: int, kind: str) -> int:
        if kind in _EMBEDDINGS:
            level = self.stack[-1][0]
            self._embed(kind)
            return level
        if kind in _ISOLATES:
            level = self._mark(at)
            self._isolate(at, kind)
            return level
        if kind == "PDI":
            self._end_isolate()
        elif kind == "PDF":
            self._end_embedding()
        elif kind == "B":
            return self.base
        return self.stack[-1][0] if kind in ("PDF", "BN") else self._mark(at)

    def _mark(self, at: int) -> int:
        level, override, _ = self.stack[-1]
        if override:
            self.types[at] = override
        return level

    def _next(self, right_to_left: bool) -> int:
        level = self.stack[-1][0]
        return (level + 1) | 1 if right_to_left else (level + 2) & ~1

    def _embed(self, kind: str) -> None:
        level = self._next(kind[0] == "R")
        if level <= DEEPEST and not self.lost_isolates and not self.lost_embeddings:
            self.stack.append((level, _EMBEDDINGS[kind], False))
        elif not self.lost_isolates:
            self.lost_embeddings += 1

    def _isolate(self, at: int, kind: str) -> None:
        if kind == "FSI":
            kind = "RLI" if _first_strong(self.classes, at + 1, True) in ("R", "AL") else "LRI"
        level = self._next(kind == "RLI")
        if level <= DEEPEST and not self.lost_isolates and not self.lost_embeddings:
            self.isolates += 1
            self.stack.append((level, "", True))
        else:
            self.lost_isolates += 1

    def _end_isolate(self) -> None:
        if self.lost_isolates:
            self.lost_isolates -= 1
        elif self.isolates:
            self.lost_embeddings = 0
            while not self.stack[-1][2]:
                self.stack.pop()
            self.stack.pop()
            self.isolates -= 1

    def _end_embedding(self) -> None:
        if self.lost_isolates:
            return
        if self.lost_embeddings:
            self.lost_embeddings -= 1
        elif len(self.stack) > 1 and not self.stack[-1][2]:
            self.stack.pop()


def _sequences(classes: Sequence[str], found: Sequence[int]) -> list[list[int]]:
    """The isolating run sequences (BD13) as indices of characters, without those that X9 removes."""
    sequences: list[list[int]] = []
    open_isolates: list[list[int] | None] = []
    current: list[int] | None = None
    for at, kind in enumerate(classes):
        if kind in _REMOVED:
            continue
        if kind == "PDI" and open_isolates:
            current = open_isolates.pop()
        if current is None or found[current[-1]] != found[at]:
            current = []
            sequences.append(current)
        current.append(at)
        if kind in _ISOLATES:
            open_isolates.append(current)
            current = None
    return sequences


def _resolved(
    text: str, classes: Sequence[str], types: Sequence[str], explicit: Sequence[int], sequence: list[int], base: int
) -> list[int]:
    """The levels of a sequence, from its characters and the explicit levels around it (X10)."""
    from plakbord.sheet.text.bidi_rules import resolve  # many rules, and most texts run one way

    level = explicit[sequence[0]]
    before = _neighbour(classes, explicit, sequence[0], -1, base)
    if classes[sequence[-1]] in _ISOLATES:  # its end was not found, or it would not be last
        after = base
    else:
        after = _neighbour(classes, explicit, sequence[-1], 1, base)
    return resolve(
        "".join([text[at] for at in sequence]),
        [classes[at] for at in sequence],
        [types[at] for at in sequence],
        level,
        "R" if max(level, before) % 2 else "L",
        "R" if max(level, after) % 2 else "L",
    )


def _neighbour(classes: Sequence[str], found: Sequence[int], at: int, step: int, base: int) -> int:
    at += step
    while 0 <= at < len(classes) and classes[at] in _REMOVED:
        at += step
    return found[at] if 0 <= at < len(classes) else base
