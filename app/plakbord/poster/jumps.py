"""Links in a PDF (ISO 32000-1, 12.5.6.5): rectangles on a page that lead to another place in the file or to the web."""

from __future__ import annotations

from collections.abc import Mapping

from plakbord.poster.bookmarks import destination
from plakbord.poster.ink import POINTS, numbers
from plakbord.poster.objects import PdfFile, Plain, text_string
from plakbord.poster.paper_sheet import PaperSheet
from plakbord.sheet.marks import Jump

Target = tuple[object, tuple[float, float] | None]
"""A page and the place on it in points; all of it for None."""


def on_paper(paper: PaperSheet, x: float, y: float) -> tuple[float, float]:
    """A place of the page that a sheet of paper shows, in points from the paper's lower left corner."""
    view = paper.view
    return (view.x + x * view.scale) * POINTS, (paper.h - view.y - y * view.scale) * POINTS


def annotation(file: PdfFile, paper: PaperSheet, jump: Jump, targets: Mapping[str, Target], key: int) -> Plain:
    """The link that a jump is on this paper; it leads somewhere."""
    action = _action(file, jump.to, targets)
    left, upper = on_paper(paper, jump.x, jump.y)
    right, lower = on_paper(paper, jump.x + jump.w, jump.y + jump.h)
    rectangle = numbers(left, lower, right, upper)
    words = text_string(jump.words)
    return Plain(
        f"<</Type/Annot/Subtype/Link/Rect[{rectangle}]/Border[0 0 0]/F 4{action}/Contents {words}/StructParent {key}>>"
    )


def leads_somewhere(jump: Jump, targets: Mapping[str, Target]) -> bool:
    """Whether there is anything at the other end."""
    return jump.to in targets or "://" in jump.to


def _action(file: PdfFile, to: str, targets: Mapping[str, Target]) -> str:
    if to in targets:
        page, place = targets[to]
        return f"/Dest {destination(file, page, place)}"
    return f"/A<</Type/Action/S/URI/URI {text_string(_in_ascii(to))}>>"


def _in_ascii(address: str) -> str:
    if address.isascii() and address.isprintable():
        return address
    from urllib.parse import quote  # 3 ms that only foreign letters in an address cost

    return quote(address, safe="%/:=&?~#+!$,;'@()*[]")
