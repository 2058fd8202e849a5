"""Where a word of a language may be divided with a hyphen: by the patterns that come with pyphen, which are those of
LibreOffice. They are read here, for pyphen takes fifty milliseconds to make them ready, a sixth of a start."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FILES = MappingProxyType({"nl": "hyph_nl_NL.dic", "en": "hyph_en_GB.dic"})
"""By the language of a workshop."""

LEAST = 3
"""So many letters stay on either side."""

_WITH_DOTS = "äëïöü"
"""No place before these: they lose their dots there, so "zuivelcoöperatie" would be written "zuivelco-operatie"."""

_LETTERS = re.compile(r"[^\W\d_]{6,}")
_DIGITS = b"0123456789"
_SETTINGS = re.compile(rb"\A(?:[A-Z].*\n)+")
_WEIGHTS = MappingProxyType({str(weight): weight for weight in range(10)})
_ADDRESS = re.compile(r"[\d_@\\]|//|\w[.:]\w")


@lru_cache(4_000)
def syllables(word: str, language: str | None) -> tuple[int, ...]:
    """The places in a word after which a hyphen may stand, ascending; none in an address, a number, or a language
    without patterns. Franklin Liang, Word Hy-phen-a-tion by Com-put-er (1983)."""
    if language not in FILES or _ADDRESS.search(word):
        return ()
    patterns, longest = _patterns(language)
    return tuple(place for found in _LETTERS.finditer(word) for place in _inside(found, patterns, longest))


def _inside(found: re.Match[str], patterns: Mapping[str, str], longest: int) -> Iterator[int]:
    letters = found[0].lower()
    if len(letters) != len(found[0]):
        return  # a capital whose small form is longer
    dotted = f".{letters}."
    weights = [0] * (len(dotted) + 1)
    for start in range(len(dotted)):
        for end in range(start + 1, min(start + longest, len(dotted)) + 1):
            pattern = patterns.get(dotted[start:end])
            if pattern is not None:
                _weigh(weights, start, pattern)
    for place in range(LEAST, len(letters) - LEAST + 1):
        if weights[place + 1] % 2 and letters[place] not in _WITH_DOTS:
            yield found.start() + place


def _weigh(weights: list[int], at: int, pattern: str) -> None:
    """Takes over the digits of a pattern that lies so far in the word where they are larger."""
    for sign in pattern:
        weight = _WEIGHTS.get(sign)
        if weight is None:
            at += 1
        elif weight > weights[at]:
            weights[at] = weight


@cache
def _patterns(language: str) -> tuple[Mapping[str, str], int]:
    """Patterns by their letters, and the most letters that one has; none when the file is not there."""
    try:
        head, _, found = _file(FILES[language]).read_bytes().partition(b"\n")
        found, encoding = _SETTINGS.sub(b"", found, 1), head.decode().strip()
        spelled, letters = found.decode(encoding), found.translate(None, _DIGITS).decode(encoding)
    except (OSError, ValueError, LookupError):
        return {}, 0
    by_letters = dict(zip(letters.split(), spelled.split(), strict=False))
    return by_letters, max(map(len, by_letters), default=0)


def _file(name: str) -> Path:
    spec = find_spec("pyphen")
    places = (spec and spec.submodule_search_locations) or [""]
    return Path(places[0], "dictionaries", name)
