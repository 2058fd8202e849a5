"""Bringing a part of the sheet into view, by no more than needed."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from canvas_files.template import Room
from plakbord.board.sheet_view import SheetView

MARGIN = 24
"""Pixels between what is brought into view and the edge of the board."""


def reveal(view: SheetView, note_id: str) -> None:
    """Brings a note into view."""
    face = view.surface.face(note_id)
    if face is not None:
        _show(view, face.x, face.y, face.w, face.h)


def reveal_room(view: SheetView, room: Room) -> None:
    """Brings a block into view."""
    _show(view, room.x, room.y, room.w, room.h)


def _show(view: SheetView, x: float, y: float, w: float, h: float) -> None:
    camera = view.camera
    if camera is None:
        return  # the first painting shows the whole sheet
    ratio = view.ratio
    left, top = camera.device(x, y)
    area = QRectF(left / ratio, top / ratio, w * camera.scale / ratio, h * camera.scale / ratio)
    dx = _way(area.left(), area.right(), view.width())
    dy = _way(area.top(), area.bottom(), view.height())
    if dx or dy:
        view.pan_by(dx, dy)


def _way(low: float, high: float, room: float) -> float:
    """How far to move for low..high to lie within the room; what is too large shows its beginning."""
    margin = min(MARGIN, max(0.0, (room - (high - low)) / 2))
    if low < margin or high - low > room - 2 * margin:
        return margin - low if low < margin or low > room / 2 else 0.0
    return min(0.0, room - margin - high)
