"""Where on the screen the sheet is, and how large."""

from __future__ import annotations

from msgspec import Struct

LEAST_SCALE = 0.002
MOST_SCALE = 0.6
"""Device pixels per hundredth of a millimetre: from a sheet of a thumbnail to a letter that fills the window."""


class Camera(Struct, frozen=True):
    """A point (x, y) of the sheet is shown at device pixel (x * scale + left, y * scale + top)."""

    scale: float
    left: float
    top: float

    def sheet(self, x: float, y: float) -> tuple[float, float]:
        """The point of the sheet at a device pixel."""
        return (x - self.left) / self.scale, (y - self.top) / self.scale

    def device(self, x: float, y: float) -> tuple[float, float]:
        """The device pixel at a point of the sheet."""
        return x * self.scale + self.left, y * self.scale + self.top

    def panned(self, dx: int, dy: int) -> Camera:
        """The sheet moved by whole device pixels."""
        return Camera(self.scale, self.left + dx, self.top + dy)

    def zoomed(self, factor: float, x: float, y: float) -> Camera:
        """Closer or further, the point at device pixel (x, y) staying where it is."""
        scale = max(LEAST_SCALE, min(MOST_SCALE, self.scale * factor))
        ratio = scale / self.scale
        return Camera(scale, x - (x - self.left) * ratio, y - (y - self.top) * ratio)


def fitting(w: float, h: float, view_w: float, view_h: float, margin: float) -> Camera:
    """The camera that shows w by h of the sheet in the middle of a view with a margin, all in device pixels but w and
    h."""
    scale = min((view_w - 2 * margin) / w, (view_h - 2 * margin) / h)
    scale = max(LEAST_SCALE, min(MOST_SCALE, scale))
    return Camera(scale, (view_w - w * scale) / 2, (view_h - h * scale) / 2)
