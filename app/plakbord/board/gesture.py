"""What a tool shows while a gesture lasts, on the sheet view: painting it, and refreshing no more than what changed."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from canvas_files.template import Room
from plakbord.board import handles, overlay
from plakbord.board.camera import Camera
from plakbord.board.region import RegionPainter
from plakbord.board.surface import SheetSurface
from plakbord.sheet.links import link_marks
from plakbord.sheet.marks import Line
from plakbord.sheet.note import NoteFace
from plakbord.tools.select import SelectTool
from plakbord.tools.tool import NO_LIFT, Band, Lift, Wire

_MANY = 12
"""Beyond so many lifted notes the rectangle around them all is refreshed at once."""


class Shown(Struct, frozen=True):
    """What of a gesture is to be seen."""

    lift: Lift = NO_LIFT
    band: Band | None = None
    wire: Wire | None = None


class GesturePainter:
    """Remembers what was shown last."""

    def __init__(self, surface: SheetSurface, region: RegionPainter) -> None:
        self._surface = surface
        self._region = region
        self._lifted = overlay.LiftedNotes(region)
        self._last = Shown()
        self._rects: list[QRect] = []

    @property
    def lift(self) -> Lift:
        """The lifted notes as they were shown last."""
        return self._last.lift

    def forget(self) -> None:
        """Pictures of lifted notes are made anew."""
        self._lifted.clear()

    def paint(self, painter: QPainter, tool: SelectTool, camera: Camera, area: QRect) -> None:
        """Paints lifted notes with their links, their target and guides, the rubber band, and a link being drawn, as
        far as they touch a device rectangle."""
        lift, accent = tool.lift, self._region.look.accent
        target = self._target(lift)
        if target is not None:
            overlay.paint_target(painter, target, camera, accent)
        if lift.ids:
            for line in self._lifted_links(lift):
                handles.paint_line(painter, line, camera, line.color, 2.0)
            self._lifted.paint(painter, self.faces(lift.ids), lift, camera, area)
            for guide in lift.guides:
                handles.paint_line(painter, guide, camera, accent, 1.0)
        if tool.band is not None:
            overlay.paint_band(painter, tool.band, camera, accent)
        if tool.wire is not None:
            handles.paint_wire(painter, tool.wire, self._surface, camera, accent)

    def picked_up(self, tool: SelectTool) -> list[NoteFace]:
        """The notes that were lifted or put down since last shown: the ground under them must be painted anew."""
        now, before = tool.lift, self._last.lift
        if now.ids == before.ids:
            return []
        self._lifted.clear()
        ids = (now.ids if not now.copies else frozenset()) | (before.ids if not before.copies else frozenset())
        return self.faces(ids)

    def changed(self, tool: SelectTool, camera: Camera) -> list[QRect]:
        """The device rectangles that show something else than last time; from now on this is last time. What was shown
        is remembered as it was: a note may have changed or gone in the meantime."""
        before, now = self._last, Shown(tool.lift, tool.band, tool.wire)
        rects = self._shown_rects(now, camera)
        zones: list[QRect] = []
        if now.lift.zone != before.lift.zone:
            zones = self._zone_rects(now.lift, camera) + self._zone_rects(before.lift, camera)
        changed = [*self._rects, *rects, *zones, *overlay.band_edges(before.band, now.band, camera)]
        self._last, self._rects = now, rects
        return changed

    def look_from(self, camera: Camera) -> None:
        """The whole sheet is shown anew from another camera: what was shown last stands elsewhere on the screen now."""
        self._rects = self._shown_rects(self._last, camera)

    def faces(self, ids: frozenset[str]) -> list[NoteFace]:
        """The faces of notes, the lowest first."""
        found = (self._surface.face(note_id) for note_id in ids)
        return sorted((face for face in found if face is not None), key=lambda face: face.order)

    def _shown_rects(self, shown: Shown, camera: Camera) -> list[QRect]:
        rects = self._lift_rects(shown.lift, camera)
        if shown.wire is not None:
            rects.append(handles.wire_rect(shown.wire, self._surface, camera))
        return rects

    def _lift_rects(self, lift: Lift, camera: Camera) -> list[QRect]:
        rects = [overlay.lifted_rect(face, lift, camera) for face in self.faces(lift.ids)]
        rects += [handles.line_rect(guide, camera) for guide in lift.guides]
        rects += [handles.line_rect(line, camera) for line in self._lifted_links(lift)]
        if len(rects) <= _MANY:
            return rects
        whole = QRect()
        for rect in rects:
            whole |= rect
        return [whole]

    def _lifted_links(self, lift: Lift) -> list[Line]:
        """The links of lifted notes, as they would be if the notes were dropped now."""
        between, layout = self._surface.layout.between, self._surface.layout
        if lift.copies or not between.links:
            return []
        lines: list[Line] = []
        for link_id in {link for note_id in lift.ids for link in between.of_note(note_id)}:
            ends = [self._where(note_id, lift) for note_id in layout.ends_of(link_id) or ()]
            if len(ends) == 2 and ends[0] is not None and ends[1] is not None:
                lines += [mark for mark in link_marks(ends[0], ends[1]) if isinstance(mark, Line)]
        return lines

    def _where(self, note_id: str, lift: Lift) -> NoteFace | None:
        face = self._surface.face(note_id)
        if face is None or note_id not in lift.ids:
            return face
        return replace(face, x=face.x + lift.dx, y=face.y + lift.dy)

    def _zone_rects(self, lift: Lift, camera: Camera) -> list[QRect]:
        target = self._target(lift)
        return [overlay.room_rect(target, camera)] if target is not None else []

    def _target(self, lift: Lift) -> Room | None:
        """The block that lifted notes would drop in, or the parking strip."""
        if lift.zone is None:
            return None
        zone = self._surface.layout.template.zone(lift.zone)
        return zone.box if zone is not None else self._surface.layout.strip
