"""What a grapheme asks of a font: which of its characters need a glyph, and whether it wants to be an emoji."""

from __future__ import annotations

import unicodedata

from plakbord.sheet.text.ranges import Ranges

_INVISIBLE = Ranges(
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Default_Ignorable_Code_Point of Unicode 15: HarfBuzz shows nothing for them when a font has no glyph."""

_SPACES = Ranges("\u00a0\u2000-\u200a\u202f\u205f\u3000")
"""HarfBuzz makes these from the space when a font lacks them."""

_EMOJI = Ranges(
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd"
    "\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e"
    "\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\U0001f000-\U0001faff"
)
"""Emoji_Presentation below U+1F000 (Unicode 15, emoji-data.txt), and all pictographs from there on."""

_HANGUL = Ranges("\uac00-\ud7a3")
"""Syllables, which come apart by rule and not by a table."""

TEXT_STYLE = "\ufe0e"
EMOJI_STYLE = "\ufe0f"


def needed(grapheme: str) -> str:
    """The characters of a grapheme that a font must have, spaces of all widths as plain spaces."""
    if grapheme.isascii():
        return grapheme
    return "".join([" " if char in _SPACES else char for char in grapheme if char not in _INVISIBLE])


def variants(chars: str) -> tuple[str, ...]:
    """The spellings of a grapheme that HarfBuzz can turn into one another: as it is, composed, decomposed."""
    if chars.isascii() or (len(chars) == 1 and chars not in _HANGUL and not unicodedata.decomposition(chars)):
        return (chars,)
    return tuple(dict.fromkeys((chars, *(unicodedata.normalize(form, chars) for form in ("NFC", "NFD")))))


def wants_color(grapheme: str) -> bool:
    """Whether a grapheme is shown as a coloured picture when there is one: by its nature or by a U+FE0F in it."""
    if grapheme.isascii() or TEXT_STYLE in grapheme:
        return False
    return EMOJI_STYLE in grapheme or grapheme[:1] in _EMOJI
