"""HTML as a row of tags and texts, in a time that grows with its length whatever it holds: the standard library's
parser takes minutes over some broken pages. What the tags mean is for html_notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from msgspec import Struct

_TAG = re.compile(
    r"<(/?)([a-zA-Z][^\s/<>]*+)"
    r"((?:=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[^<>=]|=)*+)"  # a ">" in quotes belongs to the tag
    r"(>?)"
)
_RAW = frozenset({"script", "style", "title", "template"})
"""What stands in these is never a text of the page."""
_NO_CHARACTER = re.compile(r"&#(?:[xX][0-9a-fA-F]{8,}|[0-9]{9,});?")
"""A number that no character has; Python does not even read those of thousands of digits."""


class Tag(Struct, frozen=True):
    """The begin or the end of an element."""

    name: str
    ends: bool
    attributes: str


def tokens(html: str) -> Iterator[Tag | str]:
    """The tags and the texts between them, entities written out, in their order."""
    at, end = 0, len(html)
    while at < end:
        start = html.find("<", at)
        if start < 0:
            start = end
        if start > at:
            yield _written_out(html[at:start])
        if start == end:
            return
        at = start
        if html.startswith(("<!", "<?"), at):
            at = _after_remark(html, at)
            continue
        found = _TAG.match(html, at)
        if found is None or not found[4]:  # no tag: words with a "<" before them
            at = found.end() if found else at + 1
            yield _written_out(html[start:at])
            continue
        name, at = found[2].lower(), found.end()
        yield Tag(name, bool(found[1]), found[3])
        if name in _RAW and not found[1] and not found[3].endswith("/"):
            at = _after_raw(html, name, at)


def _written_out(text: str) -> str:
    return unescape(_NO_CHARACTER.sub("\ufffd", text)) if "&" in text else text


def _after_remark(html: str, at: int) -> int:
    """Behind a comment or a declaration; one that does not end takes the rest."""
    comment = html.startswith("<!--", at) and not html.startswith("<!-->", at)
    mark = "-->" if comment else ">"
    end = html.find(mark, at + (4 if comment else 2))
    return len(html) if end < 0 else end + len(mark)


def _after_raw(html: str, name: str, at: int) -> int:
    """Where the end of an element stands whose content is passed over."""
    end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(html, at)
    return end.start() if end else len(html)
