"""The one door for text: whatever is typed, pasted, sent or imported becomes plain text that can be shown, saved and
searched. What a text looks like is for the sheet."""

from __future__ import annotations

import re
import unicodedata

from canvas_files.problems import Problem

LONGEST_NOTE = 5_000
"""Characters in a note. One idea per note; this is a guard, not advice."""

LONGEST_LINE = 300
LONGEST_STORY = 10_000
"""Characters in a field of one line, and in one of several."""

_NEWLINES = "\r\n|[\r\v\f\x85\u2028\u2029]"
_IMPOSSIBLE = "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]"
_SURROGATE = "[\ud800-\udfff]"
_SUSPECT = f"{_IMPOSSIBLE}|{_SURROGATE}"
"""Made into regular expressions when first needed, for that takes long: most text is plain."""


def clean_text(text: str) -> str:
    """The text in NFC with plain newlines, without control characters, bidi overrides and lone surrogates. Cleaning
    twice changes nothing more."""
    text = re.sub(_NEWLINES, "\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", without_impossible(text))


def without_impossible(text: str) -> str:
    """The text without the characters that no program can show; nothing else is changed."""
    return re.sub(_IMPOSSIBLE, "", re.sub(_SURROGATE, "\ufffd", text))


def is_possible(text: str) -> bool:
    """Whether without_impossible would leave the text as it is."""
    return text.isprintable() or re.search(_SUSPECT, text) is None


def note_text(text: str) -> str:
    """The text as a note holds it: clean, without blank lines around it. Raises Problem when it is too long."""
    text = clean_text(text).strip()
    if len(text) > LONGEST_NOTE:
        raise Problem("text_too_long", count=len(text), limit=LONGEST_NOTE)
    return text


def field_text(text: str, *, story: bool) -> str:
    """The text as a field holds it: clean, and of a field of one line without line breaks. Raises nothing; how long
    it may be is for the field."""
    text = clean_text(text)
    return text.strip() if story else " ".join(text.split())
