"""Notes on their way to other programs: as text, as HTML, and in our own form for another Plakbord window."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from msgspec import Struct

from plakbord.exchange.own_form import to_own_form
from plakbord.exchange.pasted import PastedNote


class Group(Struct, frozen=True):
    """The notes of one block as they are read, and the block's heading."""

    heading: str
    texts: tuple[str, ...]


class Copied(Struct, frozen=True):
    """The same notes in three forms."""

    text: str
    html: str
    own: bytes
    count: int


def copied(groups: Sequence[Group], notes: Sequence[PastedNote]) -> Copied:
    """The notes in every form: groups for people, with headings when there is more than one, and the notes themselves,
    the lowest first, for Plakbord."""
    return Copied(_text(groups), _html(groups), to_own_form(notes), len(notes))


def _text(groups: Sequence[Group]) -> str:
    several = len(groups) > 1
    blocks = ["\n".join((group.heading, *group.texts) if several else group.texts) for group in groups]
    return "\n\n".join(blocks)


def _html(groups: Sequence[Group]) -> str:
    parts = ['<meta charset="utf-8">']
    for group in groups:
        if len(groups) > 1:
            parts.append(f"<h3>{_line(group.heading)}</h3>")
        items = "".join(f"<li>{_line(text)}</li>" for text in group.texts)
        parts.append(f"<ul>{items}</ul>")
    return "".join(parts)


def _line(text: str) -> str:
    return escape(text).replace("\n", "<br>")
