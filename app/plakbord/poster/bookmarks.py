"""The bookmarks of a PDF (ISO 32000-1, 12.3.3): a tree of titles and of places on pages."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from plakbord.poster.ink import numbers
from plakbord.poster.objects import PdfFile, Plain, text_string


class Bookmark(Struct, frozen=True):
    """A title, the page it leads to, and the place on it in points from below; None for all of the page."""

    title: str
    page: object
    place: tuple[float, float] | None = None
    under: tuple[Bookmark, ...] = ()


def outline(file: PdfFile, bookmarks: Sequence[Bookmark]) -> Plain:
    """The tree as the catalog wants it. What stands under several bookmarks is folded away at first."""
    root = Plain()
    ours = file.number_of(file.add(root))
    first, last = _level(file, bookmarks, ours, folded=len(bookmarks) > 1)
    shown = len(bookmarks) if len(bookmarks) > 1 else 1 + len(bookmarks[0].under)
    root.text = f"<</Type/Outlines/First {first}/Last {last}/Count {shown}>>"
    return root


def destination(file: PdfFile, page: object, place: tuple[float, float] | None) -> str:
    """Where a bookmark or link leads."""
    number = file.number_of(page)
    return f"[{number}/Fit]" if place is None else f"[{number}/XYZ {numbers(*place)} null]"


def _level(file: PdfFile, bookmarks: Sequence[Bookmark], above: str, folded: bool) -> tuple[str, str]:
    entries = [Plain() for _ in bookmarks]
    names = [file.number_of(file.add(entry)) for entry in entries]
    for at, (bookmark, entry) in enumerate(zip(bookmarks, entries, strict=True)):
        parts = [f"/Title {text_string(bookmark.title)}/Parent {above}"]
        parts += [f"/Prev {names[at - 1]}"] if at else []
        parts += [f"/Next {names[at + 1]}"] if at + 1 < len(names) else []
        parts.append(f"/Dest {destination(file, bookmark.page, bookmark.place)}")
        if bookmark.under:
            first, last = _level(file, bookmark.under, names[at], folded)
            parts.append(f"/First {first}/Last {last}/Count {-len(bookmark.under) if folded else len(bookmark.under)}")
        entry.text = f"<<{''.join(parts)}>>"
    return names[0], names[-1]
