"""Text as it is compared when something is looked for: upper and lower case, accents and white space make no
difference. What is shown stays as it was written."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

_PLAIN_LETTERS: Mapping[int, str] = MappingProxyType(
    str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe"})
)
"""Letters that Unicode does not take apart, though people look for them without their strokes."""
_MOST_KEPT = 50_000


def folded(text: str) -> str:
    """The text for comparing; folding twice changes nothing more."""
    if text.isascii():
        return " ".join(text.lower().split())
    for _ in range(2):  # taking apart makes capitals now and then, and small letters that come apart
        text = unicodedata.normalize("NFKD", text).casefold()
    text = "".join(letter for letter in text.translate(_PLAIN_LETTERS) if not unicodedata.combining(letter))
    return " ".join(unicodedata.normalize("NFKD", text).split())


class FoldedTexts:
    """Folds each text once, for looking through thousands of notes at every letter typed."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        found = self._known.get(text)
        if found is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            found = self._known[text] = folded(text)
        return found
