"""Which part of a picture is seen in a square: how it is kept with a sheet, and how it moves and grows. No drawing."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from canvas_files import queries
from canvas_files.records import LARGEST_ZOOM, Sheet
from canvas_files.store import Store

THOUSAND = 1000


class Crop(Struct, frozen=True):
    """How much of what does not fit lies left of the square and above it, in thousandths; and how large the picture
    is, in hundredths of the size at which it just fills the square. As it comes: from side to side of its middle, and
    of a high picture rather the upper part, where faces are."""

    x: int = 500
    y: int = 300
    zoom: int = 100

    @property
    def fields(self) -> dict[str, Any]:
        """As a sheet keeps it."""
        return {"portrait_x": self.x, "portrait_y": self.y, "portrait_zoom": self.zoom}


class Frame(Struct, frozen=True):
    """A picture of w by h pixels, and the side of the square it is seen in, in any unit."""

    w: int
    h: int
    side: float

    def placed(self, crop: Crop) -> tuple[float, float, float, float]:
        """Left, top, width and height of the whole picture, measured from the square's upper left corner."""
        just = 100 * min(self.w, self.h)
        w, h = (length * self.side * crop.zoom / just for length in (self.w, self.h))
        return (self.side - w) * crop.x / THOUSAND, (self.side - h) * crop.y / THOUSAND, w, h

    def moved(self, crop: Crop, dx: float, dy: float) -> Crop:
        """The crop after the picture was pushed so far; it always fills the square."""
        left, top, w, h = self.placed(crop)
        x = _share(-left - dx, w - self.side, crop.x)
        return replace(crop, x=x, y=_share(-top - dy, h - self.side, crop.y))

    def zoomed(self, crop: Crop, factor: float) -> Crop:
        """The crop with a larger or smaller picture, the middle of the square showing the same as before."""
        zoom = max(100, min(LARGEST_ZOOM, round(crop.zoom * factor)))
        (left, top, w, h), half = self.placed(crop), self.side / 2
        at_x, at_y = (half - left) / w, (half - top) / h
        after = replace(crop, zoom=zoom)
        _, _, w, h = self.placed(after)
        x = _share(at_x * w - half, w - self.side, crop.x)
        return replace(after, x=x, y=_share(at_y * h - half, h - self.side, crop.y))


def crop_of(sheet: Sheet) -> Crop:
    """The crop of a sheet's portrait."""
    return Crop(sheet.portrait_x, sheet.portrait_y, sheet.portrait_zoom)


def show_part(store: Store, sheet_id: str, crop: Crop, label: str) -> None:
    """Shows that part of a sheet's portrait, as one step of that name; nothing when it is shown already."""
    sheet = queries.sheet(store.records, sheet_id)
    if sheet is not None and crop != crop_of(sheet):
        with store.transaction(label) as tx:
            tx.update(sheet_id, **crop.fields)


def _share(hidden: float, slack: float, before: int) -> int:
    """What is hidden before the square as a share of all that does not fit; as it was when everything fits."""
    return before if slack < 1e-6 else round(max(0.0, min(1.0, hidden / slack)) * THOUSAND)
