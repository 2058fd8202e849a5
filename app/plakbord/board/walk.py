"""The keyboard on the board: which note is in focus, what the keys do with it, and the ring that shows it. Where a step
leads is the tools'."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from canvas_files.change import Change
from plakbord.board.overlay import note_rect
from plakbord.board.sheet_view import SheetView
from plakbord.tools.keyboard import Direction, in_walking_order, nearest, next_in

ARROWS: Mapping[int, Direction] = MappingProxyType(
    {Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right", Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
)
_PAPER = QColor("#FFFFFF")


class Walk:
    """The note in focus on one board. The ring shows only while keys are used: a hand on the mouse needs none. `edit`
    writes on a note, `told` hears which note came in focus."""

    def __init__(self, board: SheetView, edit: Callable[[str], None], told: Callable[[str], None]) -> None:
        self._board = board
        self._edit = edit
        self._told = told
        self._order: list[str] | None = None
        self.focused: str | None = None
        self.shown = False
        board.selection.listen(lambda _: self._follow_selection())

    @property
    def order(self) -> list[str]:
        """The notes in the order that Tab walks them."""
        if self._order is None:
            layout = self._board.surface.layout
            zones = [zone.id for zone in layout.template.working_order()]
            self._order = [face.id for face in in_walking_order(layout.notes.values(), zones)]
        return self._order

    def follow(self, change: Change) -> None:
        """The document changed; a note that is gone hands the focus to its neighbour."""
        if self.focused in change.removed:
            old = self._order or []
            place = old.index(self.focused) if self.focused in old else 0
            left = [note_id for note_id in (*old[place:], *reversed(old[:place])) if note_id not in change.removed]
            self.focused = left[0] if left else None
        self._order = None

    def step(self, step: Literal[1, -1]) -> bool:
        """To the next note or the one before; past the last the focus leaves the board, and this says no."""
        known = self.shown or self.focused in self._board.selection.ids
        to = next_in(self.order, self.focused if known else None, step)
        if to is None:
            self.hide()
            self.focused = None
            return False
        self.focus(to)
        return True

    def press(self, event: QKeyEvent) -> bool:
        """Does what a key means here; whether it meant anything."""
        arrow = ARROWS.get(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if arrow is not None and plain and not self._board.selection.ids:
            self.go(arrow)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self.shown and self.focused:
            self._edit(self.focused)
            return True
        return False

    def go(self, direction: Direction) -> None:
        """To the nearest note in a direction; from nowhere to the first."""
        face = self._board.surface.face(self.focused) if self.focused else None
        if face is None or not self.shown:
            to = face.id if face else next_in(self.order, None, 1)
        else:
            to = nearest(self._board.surface.layout.notes.values(), face, direction)
        if to is not None:
            self.focus(to)

    def toggle(self) -> bool:
        """Selects the note in focus, or not any longer; False without one."""
        if not (self.shown and self.focused and self._board.surface.face(self.focused)):
            return False
        self._board.selection.toggle(self.focused)
        return True

    def focus(self, note_id: str) -> None:
        """Puts a note in focus and brings it into view."""
        from plakbord.board.reveal import reveal

        self._refresh()
        self.focused, self.shown = note_id, True
        reveal(self._board, note_id)
        self._refresh()
        self._told(note_id)

    def hide(self) -> None:
        """Takes the ring away; where it was is remembered."""
        self._refresh()
        self.shown = False

    def paint(self, painter: QPainter) -> None:
        """Paints the ring around the note in focus, or around the board when no note is; in device pixels."""
        board = self._board
        if not (self.shown and board.hasFocus()) or board.tool.busy:
            return
        rect = self._ring()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_PAPER, 5 * board.ratio))
        painter.drawRoundedRect(rect, 5, 5)
        painter.setPen(QPen(QColor(board.accent), 2.5 * board.ratio))
        painter.drawRoundedRect(rect, 5, 5)

    def _ring(self) -> QRectF:
        board = self._board
        face = board.surface.face(self.focused) if self.focused else None
        if face is None or board.camera is None:
            edge = 2 * board.ratio
            return QRectF(0, 0, board.width() * board.ratio, board.height() * board.ratio).adjusted(
                edge, edge, -edge, -edge
            )
        x, y = board.camera.device(face.x, face.y)
        away = 4 * board.ratio
        scale = board.camera.scale
        return QRectF(x, y, face.w * scale, face.h * scale).adjusted(-away, -away, away, away)

    def _refresh(self) -> None:
        board = self._board
        face = board.surface.face(self.focused) if self.focused else None
        if face is None or board.camera is None:
            board.update()
        else:
            more = round(8 * board.ratio)
            board.refresh_rect(note_rect(face, board.camera).adjusted(-more, -more, more, more))

    def _follow_selection(self) -> None:
        """The one selected note is the one in focus, so that keys go on where the mouse left off."""
        ids = self._board.selection.ids
        if len(ids) == 1 and self.focused not in ids:
            self._refresh()
            (self.focused,) = ids
            self._refresh()

    def rect(self) -> QRect:
        """Where the ring is, in device pixels."""
        return self._ring().toAlignedRect()
