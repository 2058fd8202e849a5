"""Makes any string safe to lay out. The document cleans what people type; this only keeps the engine from stumbling."""

from __future__ import annotations

import re

from plakbord.sheet.text.ranges import Ranges

_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATES = Ranges("\ud800-\udfff")
_UNSEEN = Ranges("\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef")
"""Control characters other than line ends and tabs, and some of the noncharacters."""

TAB = "    "


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text without their line ends, tabs as four spaces, halves of surrogate pairs joined or
    replaced by U+FFFD, control characters and noncharacters left out."""
    if text.isprintable():  # which also says that there are no surrogates
        return [text]
    if _SURROGATES.any_of(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _NEWLINES.sub("\n", text).replace("\t", TAB)
    return "".join([char for char in text if not _is_unseen(char)]).split("\n")


def _is_unseen(char: str) -> bool:
    return char in _UNSEEN or ord(char) & 0xFFFE == 0xFFFE
