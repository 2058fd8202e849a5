"""What a tool shows while a gesture lasts, on the sheet view: painting it, and refreshing no more than what changed."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QRegion

from plakbord.board import overlay
from plakbord.board.backing import rects_of
from plakbord.board.camera import Camera
from plakbord.board.region import RegionPainter
from plakbord.board.surface import SheetSurface
from plakbord.sheet.note import NoteFace
from plakbord.tools.tool import NO_LIFT, Band, Lift

_MANY = 12
"""Beyond so many lifted notes the rectangle around them all is refreshed at once."""


class GesturePainter:
    """Remembers what was shown last."""

    def __init__(self, surface: SheetSurface, region: RegionPainter) -> None:
        self._surface = surface
        self._region = region
        self._lifted = overlay.LiftedNotes(region)
        self._lift: Lift = NO_LIFT
        self._band: Band | None = None

    def forget(self) -> None:
        """Pictures of lifted notes are made anew."""
        self._lifted.clear()

    def paint(self, painter: QPainter, lift: Lift, band: Band | None, camera: Camera, area: QRect) -> None:
        """Paints lifted notes, their target and the rubber band, as far as they touch a device rectangle."""
        accent = self._region.look.accent
        zone = self._surface.layout.template.zone(lift.zone) if lift.zone else None
        if zone is not None:
            overlay.paint_target(painter, zone.box, camera, accent)
        if lift.ids:
            self._lifted.paint(painter, self.faces(lift.ids), lift, camera, area)
        if band is not None:
            overlay.paint_band(painter, band, camera, accent)

    def picked_up(self, lift: Lift) -> list[NoteFace]:
        """The notes that were lifted or put down since last shown: the ground under them must be painted anew."""
        if lift.ids == self._lift.ids:
            return []
        self._lifted.clear()
        return self.faces(lift.ids | self._lift.ids)

    def changed(self, lift: Lift, band: Band | None, camera: Camera) -> list[QRect]:
        """The device rectangles that show something else than last time; from now on this is last time."""
        rects = [*self._lift_rects(self._lift, camera), *self._lift_rects(lift, camera)]
        if lift.zone != self._lift.zone:
            rects += self._zone_rects(lift, camera) + self._zone_rects(self._lift, camera)
        rects += band_edges(self._band, band, camera)
        self._lift, self._band = lift, band
        return rects

    def faces(self, ids: frozenset[str]) -> list[NoteFace]:
        """The faces of notes, the lowest first."""
        found = (self._surface.face(note_id) for note_id in ids)
        return sorted((face for face in found if face is not None), key=lambda face: face.order)

    def _lift_rects(self, lift: Lift, camera: Camera) -> list[QRect]:
        rects = [overlay.lifted_rect(face, lift, camera) for face in self.faces(lift.ids)]
        if len(rects) <= _MANY:
            return rects
        whole = QRect()
        for rect in rects:
            whole |= rect
        return [whole]

    def _zone_rects(self, lift: Lift, camera: Camera) -> list[QRect]:
        zone = self._surface.layout.template.zone(lift.zone) if lift.zone else None
        return [overlay.room_rect(zone.box, camera)] if zone is not None else []


def band_edges(before: Band | None, after: Band | None, camera: Camera) -> list[QRect]:
    """Only the edges of a rubber band, and what it newly covers or leaves."""
    if before == after:
        return []
    old = QRegion(overlay.band_rect(before, camera)) if before else QRegion()
    new = QRegion(overlay.band_rect(after, camera)) if after else QRegion()
    changed = old.xored(new)
    for band in (before, after):
        if band is not None:
            rect = overlay.band_rect(band, camera)
            changed += QRegion(rect) - QRegion(rect.adjusted(2, 2, -2, -2))
    return rects_of(changed)
