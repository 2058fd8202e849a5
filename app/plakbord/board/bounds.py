"""How much room a mark takes on the sheet, so that what is out of sight need not be painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from plakbord.sheet.marks import Box, Disc, Line, Mark, Outline, Picture, Text


def bounds_of(mark: Mark) -> QRectF:
    """The rectangle that holds a mark with its edge; of text a little more, for letters that reach out."""
    match mark:
        case Box():
            half = mark.edge_width / 2
            return QRectF(mark.x, mark.y, mark.w, mark.h).adjusted(-half, -half, half, half)
        case Disc():
            reach = mark.radius + mark.edge_width / 2
            return QRectF(mark.x - reach, mark.y - reach, 2 * reach, 2 * reach)
        case Line():
            half = mark.width / 2 + 1
            (left, right), (top, bottom) = sorted((mark.x1, mark.x2)), sorted((mark.y1, mark.y2))
            return QRectF(left - half, top - half, right - left + 2 * half, bottom - top + 2 * half)
        case Outline():
            across, down = [x for x, _ in mark.points], [y for _, y in mark.points]
            half = mark.edge_width / 2 + 1
            area = QRectF(min(across), min(down), max(across) - min(across), max(down) - min(down))
            return area.adjusted(-half, -half, half, half)
        case Text():
            over = mark.laid.size * 0.5
            return QRectF(mark.x, mark.y, mark.laid.width, mark.laid.height).adjusted(-over, -over, over, over)
        case Picture():
            return QRectF(mark.window.x, mark.window.y, mark.window.w, mark.window.h)
