"""A sheet to vote on: the notes as they hang, a person's own dots on them, and nothing that can be moved. A click
places a dot, a click on one's own dots takes one back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent

from canvas_files.history import History
from canvas_files.rounds import Option, Round
from canvas_files.store import Store
from canvas_files.template import Room
from plakbord.board.painter import MarkPainter
from plakbord.board.region import Look
from plakbord.board.sheet_view import SheetView
from plakbord.board.surface import SheetSurface
from plakbord.board.voted import show_votes
from plakbord.sheet import theme
from plakbord.sheet.layout import Layout
from plakbord.sheet.marks import Box, Disc
from plakbord.sheet.note import NoteFace
from plakbord.sheet.votes import votes_on_notes
from plakbord.tools.select import SelectTool
from plakbord.tools.selection import Selection
from plakbord.tools.tool import Desk
from plakbord.window.own_presses import OwnPresses

_AROUND = 900
"""Hundredths of a millimetre around the options when they are brought into view."""
WHEEL = 1.0015


class KioskBoard(SheetView):
    """Tells on which note a dot is to be placed or taken back; `show_ballot` shows whose dots there are."""

    placed = Signal(str)
    taken = Signal(str)

    def __init__(
        self, layout: Layout, voted_in: Round, desk: tuple[Store, History], painter: MarkPainter, look: Look
    ) -> None:
        surface = SheetSurface(layout)
        selection = Selection()
        super().__init__(SelectTool(Desk(surface, *desk, selection)), selection, surface, painter, look, "")
        self._presses = OwnPresses()
        self._round = voted_in
        self._here = [option for option in voted_in.options if option.sheet == layout.sheet_id]
        self._options: dict[str, Option] = {note: option for option in self._here for note in option.notes}
        self.dim([note_id for note_id in layout.notes if note_id not in self._options])
        self.frame(self._room())
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_ballot(self, ballot: Mapping[str, int]) -> None:
        """Shows the numbers of the options, and these dots on them and no others."""
        show_votes(self, votes_on_notes(self._round, ballot))

    def _room(self) -> Room:
        """The part of the sheet in which the options hang."""
        faces = [face for face in map(self.surface.face, self._options) if face is not None]
        if not faces:
            return self._whole()
        left, top = min(face.x for face in faces) - _AROUND, min(face.y for face in faces) - _AROUND
        right = max(face.x + face.w for face in faces) + _AROUND
        bottom = max(face.y + face.h for face in faces) + _AROUND
        return Room(round(left), round(top), round(right - left), round(bottom - top))

    def option_at(self, at: QPointF) -> Option | None:
        """The option under a point of the widget."""
        note_id = self.surface.note_at(*self._on_sheet(at))
        return self._options.get(note_id) if note_id is not None else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._presses.note(event)
        option = self.option_at(event.position())
        if option is None:
            return
        x, y = self._on_sheet(event.position())
        face = self.surface.face(option.note)
        on_dots = face is not None and _on_dots(face, x - face.x, y - face.y)
        if event.button() == Qt.MouseButton.RightButton or on_dots:
            self.taken.emit(option.note)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.placed.emit(option.note)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks are two dots, unless the first one was on a name."""
        if self._presses.began(event):
            self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.option_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Closer, to read."""
        self.zoom_at(WHEEL ** (event.angleDelta().y() or event.angleDelta().x()), event.position())
        event.accept()


def _on_dots(face: NoteFace, x: float, y: float) -> bool:
    """Whether a point, measured from the note's corner, lies on one of its dots."""
    for mark in face.vote_marks:
        if isinstance(mark, Disc) and mark.fill == theme.VOTE:
            if (x - mark.x) ** 2 + (y - mark.y) ** 2 <= mark.radius**2:
                return True
        elif (
            isinstance(mark, Box)
            and mark.fill == theme.VOTE
            and 0 <= x - mark.x <= mark.w
            and 0 <= y - mark.y <= mark.h
        ):
            return True
    return False
