"""Laid-out text with QPainter: the same glyphs at the same places as on paper.

Places are the text engine's; Qt is not asked to shape, to choose a font, or to break a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGlyphRun, QPainter, QPainterPath, QRawFont, QTransform

from plakbord.sheet.text.face import Face
from plakbord.sheet.text.runs import Laid, Run, Unit, face_of

RAW_SIZE = 32
"""The one size, in pixels, of raw fonts: the painter is scaled instead. A raw font made from data, or set to another
size afterwards, paints nothing above 64 device pixels."""

GlyphRuns: TypeAlias = tuple[tuple[float, QGlyphRun], ...]
"""Glyph runs at RAW_SIZE from the text's corner, each with the factor that the painter is to be scaled by."""

Drawings: TypeAlias = tuple[tuple[QPainterPath, QColor | None], ...]
"""Paths in hundredths of a millimetre from the text's corner; without a colour they take the colour of the text."""


class GlyphPainter:
    """Paints texts, and keeps what Qt needs for those that are still in use.

    Qt's glyph cache, which is fast, puts baselines on whole pixels: good to read on a screen. An exact painter fills
    outlines instead, at the very place, as a fine printer does.
    """

    def __init__(self, *, exact: bool = False) -> None:
        self._exact = exact
        self._raw_fonts: dict[str, QRawFont | None] = {}
        self._outlines: dict[tuple[str, int], QPainterPath] = {}
        self._prepared: WeakKeyDictionary[Laid, tuple[GlyphRuns, Drawings]] = WeakKeyDictionary()

    @property
    def kept(self) -> int:
        """How many texts are kept ready: those that were painted and are still in use."""
        return len(self._prepared)

    def paint(self, painter: QPainter, laid: Laid, x: float, y: float, color: QColor) -> None:
        """Paints a text with its corner at (x, y), in units of the painter. Its pen and brush may change."""
        prepared = self._prepared.get(laid)
        if prepared is None:
            prepared = self._prepared[laid] = self._prepare(laid)
        runs, drawings = prepared
        place = painter.worldTransform()
        painter.setPen(color)
        for scale, run in runs:
            painter.scale(scale, scale)
            painter.drawGlyphRun(QPointF(x / scale, y / scale), run)
            painter.setWorldTransform(place)
        if drawings:
            painter.translate(x, y)
            for path, own in drawings:
                painter.fillPath(path, own or color)
            painter.setWorldTransform(place)

    def _prepare(self, laid: Laid) -> tuple[GlyphRuns, Drawings]:
        written: dict[tuple[str, float], tuple[QRawFont, list[int], list[QPointF]]] = {}
        drawings: list[tuple[QPainterPath, QColor | None]] = []
        for line in laid.lines:
            for run in line.runs:
                unit, size = run.unit, run.size
                if not unit.text.strip(" "):
                    continue  # nothing to be seen, and every second one is
                face = face_of(unit)
                raw = self._raw_font(face)
                if raw is None or (face.has_color and _has_colors(face, unit)):
                    drawings += self._drawings(run)
                    continue
                found = written.get((face.key, size))
                if found is None:
                    found = written[face.key, size] = (raw, [], [])
                found[1].extend(unit.glyphs)
                found[2].extend(_places(unit, run.x * RAW_SIZE / size, run.y * RAW_SIZE / size))
        runs = tuple((size / RAW_SIZE, _glyph_run(*parts)) for (_, size), parts in written.items())
        return runs, tuple(drawings)

    def _drawings(self, run: Run) -> Iterator[tuple[QPainterPath, QColor | None]]:
        """A run as paths, one for each glyph or colour layer: Qt fills many small paths faster than a large one."""
        face, unit, size = face_of(run.unit), run.unit, run.size
        for gid, dx, dy in zip(unit.glyphs, unit.xs, unit.ys, strict=True):
            place = QTransform(size, 0, 0, -size, run.x + dx * size, run.y - dy * size)
            for layer, color in face.layers(gid) or ((gid, None),):
                outline = self._outline(face, layer)
                if not outline.isEmpty():
                    yield place.map(outline), QColor.fromRgbF(*color) if color else None

    def _outline(self, face: Face, gid: int) -> QPainterPath:
        """The outline of a glyph in em, y upwards."""
        path = self._outlines.get((face.key, gid))
        if path is None:
            path = self._outlines[face.key, gid] = _path(face, gid)
        return path

    def _raw_font(self, face: Face) -> QRawFont | None:
        """Qt's own font of a face; None when glyphs are to be drawn, or have to be, for Qt prefers another file of that
        name."""
        if self._exact:
            return None
        if face.key not in self._raw_fonts:
            self._raw_fonts[face.key] = _find_raw_font(face)
        return self._raw_fonts[face.key]


def _find_raw_font(face: Face) -> QRawFont | None:
    """Qt's font whose head table is the face's: a font of the same name may be installed on the computer. A borrowed
    face Qt knows already."""
    head: bytes = face.hb_face.reference_table("head").data
    for font in (QFont(face.family),) if face.is_borrowed else _added(face):
        font.setPixelSize(RAW_SIZE)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        raw = QRawFont.fromFont(font)
        if raw.fontTable("head").data() == head:
            return raw
    return None


def _added(face: Face) -> Iterator[QFont]:
    """The fonts that Qt finds in the file of a face."""
    added = QFontDatabase.addApplicationFont(str(face.path))
    for family in QFontDatabase.applicationFontFamilies(added):
        for style in QFontDatabase.styles(family):
            yield QFontDatabase.font(family, style, RAW_SIZE)


def _glyph_run(raw: QRawFont, glyphs: list[int], places: list[QPointF]) -> QGlyphRun:
    run = QGlyphRun()
    run.setRawFont(raw)
    run.setGlyphIndexes(glyphs)
    run.setPositions(places)
    return run


def _has_colors(face: Face, unit: Unit) -> bool:
    return any(face.layers(gid) for gid in unit.glyphs)


def _places(unit: Unit, x: float, y: float) -> list[QPointF]:
    """Where the glyphs of a unit stand at RAW_SIZE when its baseline starts at (x, y)."""
    if any(unit.ys):
        return [QPointF(x + dx * RAW_SIZE, y - dy * RAW_SIZE) for dx, dy in zip(unit.xs, unit.ys, strict=True)]
    return [QPointF(x + dx * RAW_SIZE, y) for dx in unit.xs]


def _path(face: Face, gid: int) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for op, *values in face.outline(gid):
        at = [float(value) for value in values]
        if op == "m":
            path.moveTo(*at)
        elif op == "l":
            path.lineTo(*at)
        elif op == "c":
            path.cubicTo(*at)
        else:
            path.closeSubpath()
    return path
