"""Long names and paths in sentences: where a line may break in them, so that nothing is cut off in a narrow window."""

from __future__ import annotations

import re

LONGEST = 32
"""Letters that stand together unbroken."""
BREAK = "\u200b"
"""A space without width: Qt may begin a new line there."""
_LONG = re.compile(rf"\S{{{LONGEST + 1},}}")


def breakable(words: str) -> str:
    """The same words, with places to break in those that are longer than any word should be: behind what separates
    the parts of a path or name, else anywhere."""
    return _LONG.sub(lambda found: _broken(found[0]), words)


def _broken(word: str) -> str:
    parts = re.split(r"(?<=[/\\_.:-])(?=.)", word)
    pieces = [part[at : at + LONGEST] for part in parts for at in range(0, len(part), LONGEST)]
    return BREAK.join(pieces)
