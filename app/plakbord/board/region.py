"""Paints any part of the sheet at any scale, in as much detail as can be seen. Everything that moves with the mouse is
painted over it, elsewhere."""

from __future__ import annotations

from collections.abc import Collection
from math import floor

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from plakbord.board.bounds import bounds_of
from plakbord.board.camera import Camera
from plakbord.board.covered import covered
from plakbord.board.lock import paint_lock
from plakbord.board.painter import HINTS, MarkPainter
from plakbord.board.sprites import REACH, PaperSprites
from plakbord.board.surface import SheetSurface
from plakbord.sheet import theme
from plakbord.sheet.marks import Mark, Text
from plakbord.sheet.note import NoteFace

TEXT_PIXELS = 3.5
"""Below this many device pixels to the em, text is shown as bars."""
BAR_PIXELS = 1.6
DIMMED = 0.25
"""How much is left of a note that steps back."""
PLAIN_PIXELS = 14
"""Below this width in device pixels a note is a plain rectangle."""
MARK_PIXELS = 6
"""The same for the mark of a data note, which is small to begin with and says nothing as a rectangle."""
_LARGEST = theme.NOTE_SIZES[-1]
_BAR = QColor(31, 35, 40, 90)
_PLAIN = QTransform()


class Look(Struct, frozen=True):
    """How the desk around the paper looks: colours as "#RRGGBB"."""

    desk: str
    accent: str
    sheet_edge: str


class Seen(Struct):
    """What else decides how notes are painted: which are selected, which hang on the pointer and are left out,
    whose text is being edited and left out, and which step back behind the others."""

    selected: Collection[str] = ()
    lifted: Collection[str] = ()
    edited: str | None = None
    dimmed: Collection[str] = ()


class RegionPainter:
    """Paints the ground and the notes of one sheet."""

    def __init__(self, surface: SheetSurface, painter: MarkPainter, look: Look) -> None:
        self.surface = surface
        self.look = look
        self._marks = painter
        self._papers = PaperSprites(painter)
        self._ground: tuple[Mark, ...] = ()
        self._hints: tuple[Mark, ...] = ()
        self._bounded: list[tuple[QRectF, Mark]] = []

    def paint(self, painter: QPainter, rect: QRect, camera: Camera, seen: Seen) -> None:
        """Paints what a device rectangle shows. The painter has no transform."""
        painter.setClipRect(rect)
        painter.setRenderHints(HINTS)
        painter.fillRect(rect, QColor(self.look.desk))
        self._paint_ground(painter, rect, camera, seen)
        self._paint_between(painter, rect, camera, seen)
        margin = REACH + 4 / camera.scale
        left, top = camera.sheet(rect.left(), rect.top())
        right, bottom = camera.sheet(rect.right() + 1, rect.bottom() + 1)
        faces = self.surface.grid.within(left - margin, top - margin, right + margin, bottom + margin)
        if seen.dimmed:  # what was found is never hidden behind what was not, nor the one that is looked at
            faces.sort(key=lambda face: (face.id not in seen.dimmed, face.id in seen.selected))
        hidden = covered(faces, {*seen.lifted, *seen.dimmed}) if camera.scale * _LARGEST >= BAR_PIXELS else ()
        for face in faces:
            if face.id not in seen.lifted:
                self.paint_note(painter, face, camera, seen, written=face.id not in hidden)
        painter.setTransform(_PLAIN)

    def paint_note(
        self, painter: QPainter, face: NoteFace, camera: Camera, seen: Seen, *, written: bool = True
    ) -> None:
        """Paints one note with its corner on a whole device pixel; its text only when that is to be seen."""
        scale = camera.scale
        x, y = floor(face.x * scale + camera.left + 0.5), floor(face.y * scale + camera.top + 0.5)
        if face.id in seen.dimmed:
            self._paint_under(painter, face, (x, y), scale)
            painter.setOpacity(DIMMED)
        if face.w * scale < (MARK_PIXELS if face.is_mark else PLAIN_PIXELS):
            painter.setTransform(_PLAIN)
            size = max(1, round(face.w * scale)), max(1, round(face.h * scale))
            painter.fillRect(x, y, *size, QColor(theme.note_color(face.color).fill))
        else:
            self._paint_paper(painter, face, (x, y), scale)
            if written and face.id != seen.edited:
                self._paint_text(painter, face, (x, y), scale)
            if face.vote_marks:
                painter.setTransform(QTransform(scale, 0, 0, scale, x, y))
                self._marks.paint(painter, face.vote_marks)
        painter.setOpacity(1.0)
        if face.locked:
            self._paint_lock(painter, face, (x, y), scale)
        if face.id in seen.selected:
            self._paint_selected(painter, face, (x, y), scale)

    def _paint_under(self, painter: QPainter, face: NoteFace, corner: tuple[int, int], scale: float) -> None:
        """The block's colour under a note that steps back, so that no others show through."""
        painter.setTransform(_PLAIN)
        size = max(1, round(face.w * scale)), max(1, round(face.h * scale))
        painter.fillRect(*corner, *size, QColor(theme.BLOCK if face.zone else self.look.desk))

    def _paint_paper(self, painter: QPainter, face: NoteFace, corner: tuple[int, int], scale: float) -> None:
        sprite = self._papers.sprite(face, scale)
        if sprite is None:
            painter.setTransform(QTransform(scale, 0, 0, scale, *corner))
            # Rings of shadow that lie over each other do not fade together with the paper.
            paper = face.paper if painter.opacity() == 1 else face.paper[len(theme.SHADOW_STEPS) :]
            self._marks.paint(painter, paper)
            return
        painter.setTransform(_PLAIN)
        pixmap, reach = sprite
        painter.drawPixmap(corner[0] - reach, corner[1] - reach, pixmap)

    def _paint_text(self, painter: QPainter, face: NoteFace, corner: tuple[int, int], scale: float) -> None:
        size = face.text.laid.size * scale
        if size >= TEXT_PIXELS:
            painter.setTransform(QTransform(scale, 0, 0, scale, *corner))
            self._marks.paint(painter, (face.text, *face.labels))
        elif size >= BAR_PIXELS:
            painter.setTransform(QTransform(scale, 0, 0, scale, *corner))
            _paint_bars(painter, face.text)

    def _paint_lock(self, painter: QPainter, face: NoteFace, corner: tuple[int, int], scale: float) -> None:
        """A padlock in the lower left corner; only on screen, it says nothing on paper."""
        painter.setTransform(_PLAIN)
        size = max(7.0, 260 * scale)
        if face.h * scale > 3 * size:
            paint_lock(painter, corner[0] + size * 1.5, corner[1] + face.h * scale - size * 0.4, size)

    def _paint_selected(self, painter: QPainter, face: NoteFace, corner: tuple[int, int], scale: float) -> None:
        painter.setTransform(_PLAIN)
        painter.setPen(QPen(QColor(self.look.accent), max(2.0, min(4.0, 40 * scale))))
        painter.setBrush(QColor(0, 0, 0, 0))
        area = QRectF(*corner, face.w * scale, face.h * scale).adjusted(-1.5, -1.5, 1.5, 1.5)
        painter.drawRoundedRect(area, 3, 3)

    def _paint_between(self, painter: QPainter, rect: QRect, camera: Camera, seen: Seen) -> None:
        """Frames of clusters and links, but for those of notes that hang on the pointer."""
        between = self.surface.layout.between
        if not between.frames and not between.links:
            return
        lifted = {link for note_id in seen.lifted for link in between.of_note(note_id)}
        left, top = camera.sheet(rect.left(), rect.top())
        right, bottom = camera.sheet(rect.right(), rect.bottom())
        painter.setTransform(QTransform(camera.scale, 0, 0, camera.scale, camera.left, camera.top))
        for drawn_id, drawn in (*between.frames.items(), *between.links.items()):
            area = drawn.area
            seen_here = area.left < right and area.right > left and area.top < bottom and area.bottom > top
            if seen_here and drawn_id not in lifted:
                self._marks.paint(painter, drawn.marks)
        painter.setTransform(_PLAIN)

    def _paint_ground(self, painter: QPainter, rect: QRect, camera: Camera, seen: Seen) -> None:
        layout = self.surface.layout
        if layout.ground is not self._ground or layout.hints is not self._hints:
            self._ground, self._hints = layout.ground, layout.hints
            self._bounded = [(bounds_of(mark), mark) for mark in (*layout.ground, *layout.hints)]
        scale = camera.scale
        painter.setTransform(QTransform(scale, 0, 0, scale, camera.left, camera.top))
        (left, top), (right, bottom) = camera.sheet(rect.left(), rect.top()), camera.sheet(rect.right(), rect.bottom())
        area = QRectF(left, top, right - left, bottom - top).adjusted(-200, -200, 200, 200)
        if seen.lifted or layout.has_parked:
            self._marks.paint(painter, layout.strip_ground)
        for bounds, mark in self._bounded:
            if not bounds.intersects(area):
                continue
            if isinstance(mark, Text) and mark.laid.size * scale < TEXT_PIXELS:
                if mark.laid.size * scale >= BAR_PIXELS:
                    painter.translate(mark.x, mark.y)
                    _paint_bars(painter, mark)
                    painter.translate(-mark.x, -mark.y)
                continue
            self._marks.paint(painter, (mark,))
        painter.setTransform(_PLAIN)


def _paint_bars(painter: QPainter, text: Text) -> None:
    """Lines of text too small to read, as bars; the painter stands at the note's or the text's corner."""
    left, top = (theme.NOTE_PADDING, theme.NOTE_PADDING) if text.role == "note" else (0, 0)
    high = text.laid.size * 0.42
    for line in text.laid.lines:
        painter.fillRect(QRectF(left + line.x, top + line.y - high, line.width, high), _BAR)
