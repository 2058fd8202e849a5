"""Paints marks with QPainter. It decides nothing: what is drawn, where, and in what order, the marks say."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from plakbord.board.glyphs import GlyphPainter
from plakbord.sheet.marks import Box, Disc, Line, Mark, Outline, Picture, Text

if TYPE_CHECKING:
    from plakbord.board.pictures import PicturePainter

HINTS = (
    QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing | QPainter.RenderHint.SmoothPixmapTransform
)
"""What a painter must be set to for the marks to look as they do on paper."""

Join: TypeAlias = Qt.PenJoinStyle


class MarkPainter:
    """Paints marks, and keeps the colours, pens and glyphs that it made. An exact painter is for pictures: slower, and
    text stands on the very fraction of a pixel that it has on paper."""

    def __init__(self, *, exact: bool = False) -> None:
        self._glyphs = GlyphPainter(exact=exact)
        self._colors: dict[str, QColor] = {}
        self._no_brush = QBrush()  # a style by name would make all of Qt's gradients known first
        self._no_pen = QPen(Qt.PenStyle.NoPen)
        self._brushes: dict[str, QBrush] = {}
        self._pens: dict[tuple[str, float, Join], QPen] = {}

    def paint(self, painter: QPainter, marks: Iterable[Mark]) -> None:
        """Paints marks in their order. One unit of the painter is a hundredth of a millimetre on the sheet, and its
        hints are HINTS; pen and brush are left as the last mark needed them."""
        for mark in marks:
            match mark:
                case Text():
                    self._glyphs.paint(painter, mark.laid, mark.x, mark.y, self._color(mark.color))
                case Box():
                    self._set(painter, mark.fill, mark.edge, mark.edge_width)
                    self._box(painter, mark)
                case Disc():
                    self._set(painter, mark.fill, mark.edge, mark.edge_width)
                    painter.drawEllipse(QPointF(mark.x, mark.y), mark.radius, mark.radius)
                case Line():
                    if mark.width > 0:
                        painter.setPen(self._pen(mark.color, mark.width))
                        painter.drawLine(QLineF(mark.x1, mark.y1, mark.x2, mark.y2))
                case Outline():
                    self._set(painter, mark.fill, mark.edge, mark.edge_width, Join.RoundJoin)
                    places = [QPointF(x, y) for x, y in mark.points]
                    painter.drawPolygon(QPolygonF(places), Qt.FillRule.WindingFill)
                case Picture():
                    self._pictures.paint(painter, mark)

    @cached_property
    def _pictures(self) -> PicturePainter:
        from plakbord.board.pictures import PicturePainter  # most sheets have none

        return PicturePainter()

    def _box(self, painter: QPainter, mark: Box) -> None:
        area = QRectF(mark.x, mark.y, mark.w, mark.h)
        radius = min(mark.radius, mark.w / 2, mark.h / 2)
        if radius > 0:
            painter.drawRoundedRect(area, radius, radius)
        else:
            painter.drawRect(area)

    def _set(
        self, painter: QPainter, fill: str | None, edge: str | None, width: float, join: Join = Join.MiterJoin
    ) -> None:
        painter.setBrush(self._no_brush if fill is None else self._brush(fill))
        painter.setPen(self._no_pen if edge is None or width <= 0 else self._pen(edge, width, join))

    def _color(self, name: str) -> QColor:
        color = self._colors.get(name)
        if color is None:
            color = self._colors[name] = QColor(name)
        return color

    def _brush(self, name: str) -> QBrush:
        brush = self._brushes.get(name)
        if brush is None:
            brush = self._brushes[name] = QBrush(self._color(name))
        return brush

    def _pen(self, name: str, width: float, join: Join = Join.MiterJoin) -> QPen:
        pen = self._pens.get((name, width, join))
        if pen is None:
            brush = QBrush(self._color(name))
            pen = QPen(brush, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, join)
            self._pens[name, width, join] = pen
        return pen
