"""Where one user-perceived character ends and the next begins (UAX #29, extended grapheme clusters).

The properties are taken from the standard library's Unicode data and from ranges, so rare scripts are approximate.
"""

from __future__ import annotations

import unicodedata
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from plakbord.sheet.text.ranges import Ranges

_ALONE = "\u0300"
"""Below this character every character stands alone; carriage returns never come here."""

_EXTEND = Ranges("\u200c\u200d\u0e33\u0eb3\uff9e\uff9f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f")
_PREPEND = Ranges("\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd\U000111c2\U000111c3")
_PICTOGRAPH = Ranges(
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2934\u2935"
    "\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff"
)
_REGIONAL = Ranges("\U0001f1e6-\U0001f1ff")
_CONSONANT = Ranges(
    "\u0915-\u0939\u0958-\u095f\u0978-\u097f\u0995-\u09b9\u09dc-\u09df\u09f0\u09f1\u0a95-\u0ab9\u0af9\u0b15-\u0b39"
    "\u0b5c-\u0b5f\u0b71\u0c15-\u0c39\u0c58-\u0c5a\u0d15-\u0d3a"
)
_VIRAMA = frozenset("\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d")
_NUKTA_OR_JOINER = frozenset("\u093c\u09bc\u0abc\u0b3c\u0c3c\u200d")
_LEADING = Ranges("\u1100-\u115f\ua960-\ua97c")
_VOWEL = Ranges("\u1160-\u11a7\ud7b0-\ud7c6")
_TRAILING = Ranges("\u11a8-\u11ff\ud7cb-\ud7fb")
_SYLLABLE = Ranges("\uac00-\ud7a3")


class _Kind(Enum):
    """What a character means for the graphemes around it; most mean nothing."""

    PLAIN = auto()
    CONTROL = auto()
    EXTENDING = auto()
    PREPENDED = auto()
    REGIONAL = auto()
    PICTOGRAPH = auto()
    CONSONANT = auto()
    HANGUL = auto()


_BY_CATEGORY = MappingProxyType(
    dict.fromkeys(("Mn", "Me", "Mc"), _Kind.EXTENDING) | dict.fromkeys(("Cc", "Zl", "Zp", "Cf"), _Kind.CONTROL)
)
_SPECIAL = (
    (_Kind.EXTENDING, _EXTEND),
    (_Kind.PREPENDED, _PREPEND),
    (_Kind.REGIONAL, _REGIONAL),
    (_Kind.PICTOGRAPH, _PICTOGRAPH),
    (_Kind.CONSONANT, _CONSONANT),
    *((_Kind.HANGUL, part) for part in (_LEADING, _VOWEL, _TRAILING, _SYLLABLE)),
)
_ANY_SPECIAL = Ranges.union(*(chars for _, chars in _SPECIAL))
"""Asked first: most characters are in none of them."""


def grapheme_starts(text: str) -> list[int]:
    """The index of the first character of every grapheme."""
    if not text or max(text) < _ALONE:
        return list(range(len(text)))
    kinds = [_kind(char) for char in text]
    starts = [0]
    for at in range(1, len(text)):
        before, here = kinds[at - 1], kinds[at]
        if here is _Kind.PLAIN:
            joined = before is _Kind.PREPENDED
        else:
            joined = _joined(text, starts[-1], at, before, here)
        if not joined:
            starts.append(at)
    return starts


def graphemes(text: str) -> list[str]:
    """The graphemes of a text."""
    starts = grapheme_starts(text)
    return [text[a:b] for a, b in pairwise((*starts, len(text)))]


def is_extending(char: str) -> bool:
    """Whether a character always stays with the one before it (Extend and SpacingMark)."""
    return char >= _ALONE and (unicodedata.category(char) in ("Mn", "Me", "Mc") or char in _EXTEND)


@lru_cache(maxsize=20_000)  # asked for every character of every text
def _kind(char: str) -> _Kind:
    kind = _BY_CATEGORY.get(unicodedata.category(char), _Kind.PLAIN)
    if kind is _Kind.EXTENDING and char >= _ALONE:
        return kind
    special = next((special for special, chars in _SPECIAL if char in chars), None) if char in _ANY_SPECIAL else None
    return special or kind


def _joined(text: str, start: int, at: int, before: _Kind, here: _Kind) -> bool:
    """Whether text[at], which is not plain, belongs to the grapheme that began at start (GB3 to GB13)."""
    if before is _Kind.CONTROL or here is _Kind.CONTROL:
        return False
    if here is _Kind.EXTENDING or before is _Kind.PREPENDED:
        return True
    if here is _Kind.REGIONAL:
        return before is here and sum(other in _REGIONAL for other in text[start:at]) % 2 == 1
    if here is _Kind.PICTOGRAPH:
        return text[at - 1] == "\u200d" and _ends_with_pictograph(text, start, at - 1)
    if here is _Kind.CONSONANT:
        return _ends_with_virama(text, start, at)
    return before is _Kind.HANGUL and _hangul_joined(text[at - 1], text[at])


def _ends_with_pictograph(text: str, start: int, end: int) -> bool:
    """GB11: a pictograph and what extends it, up to the joiner at end."""
    at = end - 1
    while at > start and is_extending(text[at]):
        at -= 1
    return at >= start and text[at] in _PICTOGRAPH


def _ends_with_virama(text: str, start: int, end: int) -> bool:
    """GB9c: a consonant with a sign that joins it to the next one."""
    at = end - 1
    has_virama = False
    while at > start and (text[at] in _VIRAMA or text[at] in _NUKTA_OR_JOINER):
        has_virama = has_virama or text[at] in _VIRAMA
        at -= 1
    return has_virama and text[at] in _CONSONANT


def _hangul_joined(before: str, char: str) -> bool:
    """GB6 to GB8: leading consonant, vowel and trailing consonant of a syllable stay together."""
    if before in _LEADING:
        return char in _LEADING or char in _VOWEL or char in _SYLLABLE
    ends_open = before in _VOWEL or (before in _SYLLABLE and (ord(before) - 0xAC00) % 28 == 0)
    if char in _VOWEL:
        return ends_open
    return char in _TRAILING and (before in _VOWEL or before in _SYLLABLE or before in _TRAILING)
