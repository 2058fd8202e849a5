"""Where a line may end: a short form of UAX #14 for notes, which are words, lists, addresses and emoji.

Words come apart at spaces and wherever a script breaks without them; inside a word only when it must.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from plakbord.sheet.text.graphemes import grapheme_starts, is_extending
from plakbord.sheet.text.ranges import Ranges

SPACES = " \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
"""The spaces a line may end at, as the inside of a regular expression's character class."""

LONGEST = 256
"""A word is taken in pieces of so many characters, so that one endless word costs no more than as many short ones."""

SOFT_HYPHEN = "\u00ad"

_SPACES = re.compile(f"((?!(?<=[€$£¥]) \\d)[{SPACES}]+)")  # an amount keeps its sign
_IDEOGRAPH = Ranges(
    "\u2e80-\u2fff\u3003-\u31ff\u3400-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef"
    "\U0001b000-\U0001b2ff\U00020000-\U0003ffff"
)
_EMOJI = Ranges("\U0001f000-\U0001faff\u2600-\u27bf\u200d\ufe0f")
_BREAKS_INSIDE = "\u1100"
"""A word of characters below this one has no free break inside."""
_NEVER_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー」』】〕〉》）］｝ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％‰°℃%!),.:;?]}”’»›…‥\u200b"
)
_NEVER_LAST = frozenset("「『【〔〈《（［｛（￥＄￡([{“‘«‹¥$€£")
_GLUE = frozenset("\u00a0\u2007\u2011\u202f\u2060\ufeff")
_LAST_RESORT = re.compile(
    "(?<=\\w)[-\u2010\u2013/\\\\.,:;_@?&=+|~\u2026]+(?=\\w)"  # compound words, addresses, file names
    "|(?<=[\u0e01-\u0e5b])(?=[\u0e40-\u0e44])"  # Thai: a vowel written first begins a syllable
    "|(?<=\\w)(?=[\U0001f000-\U0001f3fa\U0001f400-\U0001faff])|(?<=[\U0001f000-\U0001faff\ufe0f])(?=\\w)"
)
_NUMBER = re.compile("[\\d.,:/-]+")


def tokens(text: str) -> Iterator[tuple[str, bool]]:
    """The parts of a paragraph in order, each with whether it is spaces. Before every part that is not, a line may
    start."""
    parts = _SPACES.split(text)
    if not text.isascii():
        _keep_marks_on_spaces(parts)
    for number, part in enumerate(parts):
        if number % 2:
            if part:
                yield part, True
        elif len(part) <= LONGEST and (part.isascii() or max(part) < _BREAKS_INSIDE):
            if part:
                yield part, False
        else:
            places = (0, *_free_breaks(part), len(part))
            for start, end in pairwise(places):
                yield part[start:end], False


def hyphenations(word: str) -> tuple[int, ...]:
    """The places after a soft hyphen, where a line may end with a hyphen."""
    if SOFT_HYPHEN not in word:
        return ()
    return tuple(at for at in range(2, len(word)) if word[at - 1] == SOFT_HYPHEN != word[at - 2])


def last_resorts(word: str) -> tuple[int, ...]:
    """Where a word that is too long for a line of its own is best divided. Not used before that: many PDF readers join
    the two halves of "data-", "inventaris" without the hyphen."""
    if _NUMBER.fullmatch(word):
        return ()
    return tuple(match.end() for match in _LAST_RESORT.finditer(word))


def _keep_marks_on_spaces(parts: list[str]) -> None:
    """A space with an accent on it is a letter: it goes to the word."""
    for number in range(2, len(parts), 2):
        if parts[number] and is_extending(parts[number][0]):
            parts[number] = parts[number - 1][-1] + parts[number]
            parts[number - 1] = parts[number - 1][:-1]


def _free_breaks(word: str) -> tuple[int, ...]:
    """Where a word may end a line without a hyphen, and where an endless one is cut."""
    found = []
    last = 0
    for at in grapheme_starts(word)[1:]:
        if at - last >= LONGEST or _free(word, at):
            found.append(at)
            last = at
    return tuple(found)


def _free(word: str, at: int) -> bool:
    before, after = word[at - 1], word[at]
    if before in _GLUE or after in _GLUE:
        return False
    if before == "\u200b":
        return True
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    if before == "\u2014":
        return True
    if before in _IDEOGRAPH or after in _IDEOGRAPH:
        return not is_extending(after)
    return before in _EMOJI and after in _EMOJI
