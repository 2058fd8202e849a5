"""The ring around the field that has the focus, and the keys that mean something there."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from canvas_files.template import Room
from plakbord.board.camera import Camera
from plakbord.sheet.form import Slot
from plakbord.tools.fields import FieldTool, Key

_Q = Qt.Key
FIELD_KEYS: Mapping[int, Key] = MappingProxyType(
    {
        _Q.Key_Left: "left",
        _Q.Key_Right: "right",
        _Q.Key_Up: "up",
        _Q.Key_Down: "down",
        _Q.Key_Home: "home",
        _Q.Key_End: "end",
        _Q.Key_Return: "enter",
        _Q.Key_Enter: "enter",
        _Q.Key_Space: "space",
        _Q.Key_Delete: "delete",
        _Q.Key_Backspace: "delete",
        _Q.Key_Plus: "plus",
        _Q.Key_Equal: "plus",
        _Q.Key_Minus: "minus",
    }
)
_ACROSS, _DOWN = 180, 60
"""How far the ring stands away from a slot: fields stand closer below than beside each other."""


def focus_rooms(slot: Slot) -> tuple[Room, ...]:
    """What the ring around a slot may touch."""
    box = slot.box
    margin = 2 * _ACROSS
    return (Room(max(box.x - margin, 0), max(box.y - margin, 0), box.w + 2 * margin, box.h + 2 * margin),)


def paint_focus(
    painter: QPainter, fields: FieldTool, slots: Mapping[str, Slot], camera: Camera, ratio: float, accent: str
) -> None:
    """The ring around the slot that has the focus, and a second one around its chip."""
    slot = slots.get(fields.focus or "")
    if slot is None:
        return
    box = slot.box
    painter.setBrush(Qt.BrushStyle.NoBrush)
    color = QColor(accent)
    painter.setPen(QPen(color, 2 * ratio))
    down = 4 * _DOWN if slot.title else _DOWN  # the letters of a title are large, and so is the editor over them
    _ring(painter, camera, (box.x - _ACROSS, box.y - down, box.w + 2 * _ACROSS, box.h + 2 * down), 120)
    if slot.options:
        chip = slot.options[fields.option % len(slot.options)]
        away = 60
        _ring(painter, camera, (chip.x - away, chip.y - away, chip.w + 2 * away, chip.h + 2 * away), chip.h / 2 + away)


def _ring(painter: QPainter, camera: Camera, box: tuple[float, float, float, float], radius: float) -> None:
    x, y = camera.device(box[0], box[1])
    scale = camera.scale
    painter.drawRoundedRect(QRectF(x, y, box[2] * scale, box[3] * scale), radius * scale, radius * scale)
