"""The sheet on screen: one widget that paints the notes itself, from any camera. What mouse and keys do to it is the
board's; what a note looks like is the sheet's."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QWidget

from canvas_files.change import Change
from canvas_files.template import Room
from plakbord.board import handles, overlay
from plakbord.board.backing import SLOW, Backing
from plakbord.board.camera import Camera, fitting
from plakbord.board.gesture import GesturePainter
from plakbord.board.glide import Glide
from plakbord.board.painter import MarkPainter
from plakbord.board.region import Look, RegionPainter, Seen
from plakbord.board.surface import SheetSurface
from plakbord.sheet.note import NoteFace
from plakbord.tools.select import SelectTool
from plakbord.tools.selection import Selection

REST = 120
"""Milliseconds after the last step of the wheel until the picture is painted sharp."""
HUNDRED = 2540 / 96
"""Hundredths of a millimetre in a pixel at 100 %: the reference pixel of 96 to the inch."""
_MANY = 200
"""When more notes than this are dimmed or lit, the whole picture is painted anew."""


class SheetView(QWidget):
    """Shows one sheet, what is selected on it, and what hangs on the pointer of a tool. All places it computes with are
    device pixels; those of Qt's events are turned into them."""

    camera_changed = Signal()

    def __init__(
        self,
        tool: SelectTool,
        selection: Selection,
        surface: SheetSurface,
        painter: MarkPainter,
        look: Look,
        hint: str,
        backing: Backing | None = None,
    ) -> None:
        super().__init__()
        self.surface = surface
        self.tool = tool
        self.selection = selection
        self.camera: Camera | None = None
        self.hint = hint
        self.edited: str | None = None
        self._lit: Room | None = None
        self._backing = backing or Backing(RegionPainter(surface, painter, look))
        self._region = self._backing.region
        self._gesture = GesturePainter(surface, self._region)
        self._stretched: str | None = None
        self._handles = QRect()
        self._zooming = False
        self.framed: Room | None = None
        self.smooth = False
        self._glide = Glide(self._look, self._sharpen, self)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._sharpen)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 180)
        selection.listen(self._on_selection)

    # What others ask of it

    def sizeHint(self) -> QSize:
        return QSize(1200, 800)

    @property
    def ratio(self) -> float:
        """Device pixels in a pixel of the window."""
        return self.devicePixelRatioF()

    @property
    def percent(self) -> int:
        """How large the sheet is shown; 100 is true size on a screen of 96 pixels to the inch."""
        return round(self._camera_now().scale * HUNDRED / self.ratio * 100)

    def fit(self) -> None:
        """Shows the whole sheet, and the parking strip when something is parked there."""
        self.look_from(self._framing(self._whole()))
        self.framed = self._whole()

    def _whole(self) -> Room:
        layout = self.surface.layout
        page, strip = layout.template.page, layout.strip
        return Room(0, 0, strip.x + strip.w if layout.has_parked else page.w, page.h)

    def frame(self, room: Room) -> None:
        """Shows a part of the sheet as large as it goes, also when the window gets another size."""
        self.glide_to(self._framing(room))
        self.framed = room

    def glide_to(self, camera: Camera) -> None:
        """Shows the sheet as that camera sees it, going there smoothly when the person likes movement."""
        if not self.smooth or camera == self.camera:
            self.look_from(camera)
            return
        self._zooming = True
        self.framed = None
        self._glide.go(self._camera_now(), camera)

    def dim(self, ids: Collection[str]) -> None:
        """These notes step back, and no others."""
        changed = frozenset(ids) ^ frozenset(self.surface.dimmed)
        self.surface.dimmed = frozenset(ids)
        if len(changed) > _MANY:
            self._backing.forget()
            self.update()
            return
        self.damage_notes(changed)

    def damage_notes(self, ids: Iterable[str]) -> None:
        """These notes look different."""
        for face in filter(None, map(self.surface.face, ids)):
            self._damage(face)

    def zoom_by(self, factor: float) -> None:
        """Closer or further, around the pointer when it is over the board, else around the middle."""
        at = self.mapFromGlobal(QCursor.pos())
        inside = self.rect().contains(at)
        self.zoom_at(factor, QPointF(at) if inside else QRectF(self.rect()).center())

    def zoom_to(self, percent: float) -> None:
        """Shows the sheet at a size; 100 is true size."""
        wanted = percent / 100 * self.ratio / HUNDRED
        self.zoom_at(wanted / self._camera_now().scale, QRectF(self.rect()).center())

    def zoom_at(self, factor: float, at: QPointF) -> None:
        """Closer or further around a point of the widget."""
        self._zooming = True
        self._rest.start()
        self.look_from(self._camera_now().zoomed(factor, at.x() * self.ratio, at.y() * self.ratio))

    def pan_by(self, dx: float, dy: float) -> None:
        """Moves the sheet by pixels of the window."""
        x, y = math.floor(dx * self.ratio + 0.5), math.floor(dy * self.ratio + 0.5)
        camera = self._camera_now().panned(x, y)
        self._backing.pan(x, y, camera, self._seen())
        self.look_from(camera)

    def look_from(self, camera: Camera) -> None:
        """Shows the sheet as that camera sees it."""
        if self._glide.running:
            self._glide.stop()
            self._rest.start()
        self._look(camera)

    def _look(self, camera: Camera) -> None:
        if not self._glide.running:
            self.framed = None
        self.camera = camera
        self._gesture.look_from(camera)
        self.update()
        self._refresh_handles()
        self.camera_changed.emit()

    def look_like(self, look: Look) -> None:
        """Changes the colours around the paper."""
        self._region.look = look
        self._backing.forget()
        self._gesture.forget()
        self.update()

    def under_pointer(self) -> tuple[float, float] | None:
        """The point of the sheet under the mouse, when it is over the board."""
        at = self.mapFromGlobal(QCursor.pos())
        return self._on_sheet(QPointF(at)) if self.underMouse() and self.rect().contains(at) else None

    def zone_under(self, at: QPointF) -> str:
        """The block that something dropped at a point of the widget belongs to; "" for the parking strip."""
        return self.surface.zone_for(*self._on_sheet(at))

    def light(self, zone: str | None) -> None:
        """Lights up the block that something from another program would drop in, "" the parking strip; None lets it go
        out."""
        layout = self.surface.layout
        block = layout.template.zone(zone) if zone else None
        room = None if zone is None else block.box if block is not None else layout.strip
        if room != self._lit:
            for each in (self._lit, room):
                if each is not None:
                    self._refresh(overlay.room_rect(each, self._camera_now()))
            self._lit = room

    def follow(self, change: Change) -> None:
        """The document changed."""
        layout = self.surface.layout
        before, whole = (not layout.notes, layout.has_parked), self._whole()
        damage = self.surface.follow(change)
        if damage.ground or before != (not layout.notes, layout.has_parked):
            self._backing.forget()
            self.update()
        self.damage_rooms(damage.rooms)
        if self.framed in (whole, self._whole()) and before[1] != layout.has_parked:
            self.fit()
        for face in (*damage.before, *damage.after):
            self._damage(face)
        for area in damage.areas:
            self._damage_rect(overlay.area_rect(area, self._camera_now()))
        self._refresh_handles()

    def damage_rooms(self, rooms: Iterable[Room]) -> None:
        """Parts of the sheet look different."""
        for room in rooms:
            rect = overlay.room_rect(room, self._camera_now()).adjusted(-4, -4, 4, 4)
            self._backing.damage(rect)
            self._refresh(rect)

    def refresh_face(self, before: NoteFace, after: NoteFace) -> None:
        """A note is shown otherwise than the document has it, while it is typed on."""
        self.surface.grid.remove(before)
        self.surface.grid.add(after)
        self.surface.layout.notes[after.id] = after
        self._damage(before)
        self._damage(after)

    def set_edited(self, note_id: str | None) -> None:
        """The note whose text is in an editor, and not painted."""
        for each in (self.edited, note_id):
            face = self.surface.face(each) if each else None
            if face is not None:
                self._damage(face)
        self.edited = note_id

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Brings the picture behind the board up to date and paints what hangs on the pointer over it."""
        camera, whole = self._camera_now(), QRect(0, 0, *self._device_size().toTuple())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.ratio != 1:
            painter.setTransform(QTransform.fromScale(1 / self.ratio, 1 / self.ratio))
        stretched = self._zooming and self._backing.full_seconds > SLOW
        if not (stretched and self._backing.stretch(painter, whole, camera, self._seen())):
            painter.drawPixmap(0, 0, self._backing.render(whole.size(), camera, self._seen()))
        area = self._device_rect(event.rect())
        self._gesture.paint(painter, self.tool, camera, area)
        face = self._with_handles()
        if face is not None:
            handles.paint_handles(painter, face, camera, self.ratio, self._region.look.accent)
        self.paint_over(painter, camera)
        if self._lit is not None:
            overlay.paint_target(painter, self._lit, camera, self._region.look.accent)
        if hint := self.hint_now():
            overlay.paint_hint(painter, hint, whole, self.ratio, self.font())
        painter.end()

    def hint_now(self) -> str:
        """The friendly line at the foot of the board: how to begin, while there is nothing on the sheet."""
        return self.hint if not self.surface.layout.notes and self.edited is None else ""

    def paint_over(self, painter: QPainter, camera: Camera) -> None:
        """What else is painted over the sheet, in device pixels; for those that show more than a sheet."""

    @property
    def look(self) -> Look:
        """The colours around the paper."""
        return self._region.look

    def _lifted_ids(self) -> frozenset[str]:
        """The notes that are not painted where they hang: those on the pointer, unless copies of them are."""
        lift = self.tool.lift
        return frozenset() if lift.copies else lift.ids

    def _seen(self) -> Seen:
        return Seen(self.selection.ids, self._lifted_ids(), self.edited, self.surface.dimmed)

    def refresh_gesture(self) -> None:
        """Shows what the tool shows otherwise than it did before."""
        picked_up = self._gesture.picked_up(self.tool)
        for face in picked_up:
            self._damage(face)
        if picked_up and not self.surface.layout.has_parked:
            self._damage_rect(overlay.room_rect(self.surface.layout.strip, self._camera_now()))
        for rect in self._gesture.changed(self.tool, self._camera_now()):
            self._refresh(rect)
        self._refresh_stretch()
        self._refresh_handles()

    def _refresh_stretch(self) -> None:
        """The note whose corner is pulled is shown with its new size; afterwards as the document has it."""
        layout, stretch = self.surface.layout, self.tool.stretch
        note_id = stretch.id if stretch else self._stretched
        self._stretched = stretch.id if stretch else None
        before = self.surface.face(note_id) if note_id else None
        if note_id is None or before is None:
            return
        after = layout.resized(note_id, stretch.w, stretch.h) if stretch else layout.as_it_is(note_id)
        if after is not None:
            self.refresh_face(before, after)

    def _with_handles(self) -> NoteFace | None:
        """The one selected note, unless something is going on with it."""
        if len(self.selection) != 1 or self.edited is not None or self.tool.lift.ids or self.tool.band:
            return None
        (note_id,) = self.selection.ids
        return self.surface.face(note_id)

    def _refresh_handles(self) -> None:
        camera, face = self._camera_now(), self._with_handles()
        now = handles.handles_rect(face, camera, self.ratio) if face is not None else QRect()
        if now != self._handles:
            self._refresh(self._handles)
            self._refresh(now)
            self._handles = now

    def _damage(self, face: NoteFace) -> None:
        self._damage_rect(overlay.note_rect(face, self._camera_now()))

    def _damage_rect(self, rect: QRect) -> None:
        self._backing.damage(rect)
        self._refresh(rect)

    def _refresh(self, rect: QRect) -> None:
        """Asks for a device rectangle to be shown anew."""
        ratio = self.ratio
        area = QRectF(rect.x() / ratio, rect.y() / ratio, rect.width() / ratio, rect.height() / ratio)
        self.update(area.toAlignedRect().adjusted(-1, -1, 1, 1))

    @property
    def accent(self) -> str:
        """The colour that marks what is chosen, as "#RRGGBB"."""
        return self._region.look.accent

    def refresh_rect(self, rect: QRect) -> None:
        """Asks for a device rectangle to be shown anew; the picture behind the board stays as it is."""
        self._refresh(rect)

    def on_sheet(self, x: float, y: float) -> tuple[float, float]:
        """The point of the sheet at a point of the widget."""
        return self._on_sheet(QPointF(x, y))

    def _sharpen(self) -> None:
        self._zooming = False
        self.update()

    def _on_selection(self, ids: frozenset[str]) -> None:
        for note_id in ids:
            face = self.surface.face(note_id)
            if face is not None:
                self._damage(face)
        self._refresh_handles()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A sheet that is shown whole stays so; else the middle of the view stays the middle."""
        if self.framed is not None or self.camera is None:
            self._glide.stop()
            self._reframe()
        elif event.oldSize().isValid():
            way = event.size() - event.oldSize()
            dx, dy = way.width() * self.ratio / 2, way.height() * self.ratio / 2
            self.camera = Camera(self.camera.scale, self.camera.left + dx, self.camera.top + dy)
            self._gesture.look_from(self.camera)
            self.camera_changed.emit()

    def _reframe(self) -> None:
        room = self.framed
        if room is None:
            self.fit()
        else:
            self.look_from(self._framing(room))
            self.framed = room

    def _framing(self, room: Room) -> Camera:
        size, page = self._device_size(), self.surface.layout.template.page
        margin = (18 if (room.w, room.h) == (page.w, page.h) else 12) * self.ratio
        seen = fitting(room.w, room.h, size.width(), size.height(), margin)
        return Camera(seen.scale, seen.left - room.x * seen.scale, seen.top - room.y * seen.scale)

    # Places

    def _device_size(self) -> QSize:
        return QSize(math.ceil(self.width() * self.ratio), math.ceil(self.height() * self.ratio))

    def _device_rect(self, rect: QRect) -> QRect:
        ratio = self.ratio
        area = QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
        return area.toAlignedRect().adjusted(-1, -1, 1, 1)

    def _camera_now(self) -> Camera:
        if self.camera is None:
            self.fit()
        assert self.camera is not None
        return self.camera

    def _on_sheet(self, at: QPointF) -> tuple[float, float]:
        return self._camera_now().sheet(at.x() * self.ratio, at.y() * self.ratio)
