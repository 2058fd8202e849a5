"""Going to a block and back again: the view before is remembered until the person comes back to it or shows the whole
sheet."""

from __future__ import annotations

from typing import TypeAlias

from canvas_files.template import Room
from plakbord.board.camera import Camera
from plakbord.board.view import BoardView
from plakbord.sheet.note import NoteFace

View: TypeAlias = tuple[Camera, Room | None]
"""A camera, and the part of the sheet that it shows whole, if any."""
_AROUND = 24
"""Pixels kept free around a note that is brought in view."""


class Zooming:
    """One board's views. `block` is the block that was gone to last."""

    def __init__(self, board: BoardView) -> None:
        self._board = board
        self._before: View | None = None
        self.block: str | None = None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a view to go back to."""
        return self._before is not None

    def view(self) -> View | None:
        """What the board shows now, to be given back later."""
        camera = self._board.camera
        return None if camera is None else (camera, self._board.framed)

    def show_block(self, zone_id: str) -> None:
        """Shows a block as large as it goes; asked again for the same block, goes back."""
        zone = self._board.surface.layout.template.zone(zone_id)
        if zone is None:
            return
        if self.block == zone_id and self.can_go_back and self._board.framed == zone.box:
            self.back()
            return
        if self._before is None:
            self._before = self.view()
        self.block = zone_id
        self._board.frame(zone.box)

    def back(self) -> None:
        """Shows what was shown before the first block."""
        before, self._before, self.block = self._before, None, None
        if before is not None:
            self.show_view(before)

    def show_view(self, view: View) -> None:
        """Shows what was shown at some time."""
        camera, room = view
        if room is not None:  # the window may have another size by now
            self._board.frame(room)
        else:
            self._board.glide_to(camera)

    def bring_in_view(self, face: NoteFace, covered: int) -> None:
        """Moves the sheet when a note cannot be seen whole; the top of the board is covered for some pixels."""
        board, camera = self._board, self._board.camera
        if camera is None:
            return
        ratio = board.ratio
        around, top = _AROUND * ratio, (_AROUND + covered) * ratio
        width, height = board.width() * ratio, board.height() * ratio
        left, upper = camera.device(face.x, face.y)
        w, h = face.w * camera.scale, face.h * camera.scale
        inside = around <= left and left + w <= width - around and top <= upper and upper + h <= height - around
        if not inside:
            dx, dy = width / 2 - left - w / 2, (height + covered * ratio) / 2 - upper - h / 2
            board.glide_to(camera.panned(round(dx), round(dy)))
