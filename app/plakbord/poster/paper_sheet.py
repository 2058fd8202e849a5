"""One sheet of paper of a poster: which page it shows, how large and where, and what stands around it."""

from __future__ import annotations

from msgspec import Struct

from plakbord.sheet.marks import Page

Area = tuple[float, float, float, float]
"""Left, top, width and height."""


class View(Struct, frozen=True):
    """A page as it comes on a sheet of paper: scale times as large, its corner at (x, y), only what lies in clip. One
    that is shared is shown by several sheets of paper, and read on the first of them alone."""

    page: Page
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    clip: Area | None = None
    shared: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether the page is shown as it is."""
        return self.scale == 1 and not self.x and not self.y and self.clip is None


class PaperSheet(Struct, frozen=True):
    """One sheet of paper w by h large, with its trim and bleed area: a view of a page, and above it marks that belong
    to the paper. under is the bookmark that it stands under, when it has none of the first level."""

    w: float
    h: float
    title: str
    view: View
    over: Page | None = None
    trim: Area | None = None
    bleed: Area | None = None
    is_part: bool = False


def plain(page: Page) -> PaperSheet:
    """A page on paper of its own size."""
    return PaperSheet(page.w, page.h, page.title, View(page), is_part=page.kind in ("continuation", "parking"))
