"""Icons as line drawings in the colour of the text around them."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from plakbord.paths import resources
from plakbord.sheet import theme

SIZE = 18
"""Pixels of an icon in the toolbar."""
STROKE = 1.75


class Icons:
    """Makes icons of one colour; another theme makes new ones."""

    def __init__(self, color: str, faint: str) -> None:
        self._color = color
        self._faint = faint
        self._made: dict[str, QIcon] = {}

    def __call__(self, name: str) -> QIcon:
        """The icon of that name in resources/icons; an empty one for ""."""
        if not name:
            return QIcon()
        icon = self._made.get(name)
        if icon is None:
            icon = self._made[name] = QIcon(LineDrawing(name, self._color, self._faint))
        return icon


class LineDrawing(QIconEngine):
    """Reads and paints a drawing when it is first shown, at any size and any number of pixels."""

    def __init__(self, name: str, color: str, faint: str) -> None:
        super().__init__()
        self._name = name
        self._colors = {False: color, True: faint}
        self._renderers: dict[bool, QSvgRenderer] = {}

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        self._renderer(mode == QIcon.Mode.Disabled).render(painter, QRectF(rect))  # type: ignore[call-overload]

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:  # noqa: ARG002
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self._renderer(mode == QIcon.Mode.Disabled).render(painter, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return LineDrawing(self._name, self._colors[False], self._colors[True])

    def _renderer(self, disabled: bool) -> QSvgRenderer:
        renderer = self._renderers.get(disabled)
        if renderer is None:
            drawing = (resources() / "icons" / f"{self._name}.svg").read_text(encoding="utf-8")
            # Qt paints currentColor black, whatever the palette says.
            drawing = drawing.replace("currentColor", self._colors[disabled])
            drawing = drawing.replace('stroke-width="2"', f'stroke-width="{STROKE}"')
            renderer = self._renderers[disabled] = QSvgRenderer(QByteArray(drawing.encode()))
        return renderer


def color_icon(name: str, size: int = 40) -> QIcon:
    """A round swatch of a note colour."""
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(theme.note_color(name).fill))
    painter.setPen(QPen(QColor(theme.note_color(name).edge), size / 16))
    margin = size // 16 + 1
    painter.drawEllipse(margin, margin, size - 2 * margin, size - 2 * margin)
    painter.end()
    return QIcon(pixmap)


def program_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(resources() / "icons" / "plakbord.svg"))
