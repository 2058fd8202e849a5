"""A board on a screen that nobody sees, and the pictures of it: as it was brought up to date bit by bit, and as it is
painted afresh."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QPointF
from PySide6.QtGui import QImage

from canvas_files.change import Change
from canvas_files.records import Note
from helpers.pdf_pictures import differences, pillow
from helpers.sample_workshops import layout_of
from plakbord.board.painter import MarkPainter
from plakbord.board.region import Look
from plakbord.board.surface import SheetSurface
from plakbord.board.view import BoardView
from plakbord.session import Session
from plakbord.tools.selection import Selection
from plakbord.tools.tool import Desk

LOOK = Look("#E9ECEF", "#2F5BEA", "#D5DAE1")


class ShownBoard:
    """A board with its own window, selection and layout, following a session as a stage does."""

    def __init__(self, session: Session, size: tuple[int, int] = (900, 640), hint: str = "Dubbelklik") -> None:
        self.session = session
        self.selection = Selection()
        surface = SheetSurface(layout_of(session))
        desk = Desk(surface, session.store, session.history, self.selection)
        self.view = BoardView(desk, surface, MarkPainter(), LOOK, hint)
        self.view.resize(*size)
        self._leave = session.store.listen(self._on_change)

    def _on_change(self, change: Change) -> None:
        self.selection.follow(change)
        self.view.follow(change)

    def close(self) -> None:
        self._leave()
        self.view.close()
        self.view.deleteLater()

    def at(self, x: float, y: float) -> QPointF:
        """Where in the widget a point of the sheet is."""
        assert self.view.camera is not None
        left, top = self.view.camera.device(x, y)
        return QPointF(left, top) / self.view.ratio

    def on(self, note: Note) -> QPoint:
        """The pixel of the widget in the middle of a note."""
        face = self.view.surface.layout.notes[note.id]
        return self.at(face.x + face.w / 2, face.y + face.h / 2).toPoint()

    def shown(self) -> QImage:
        """What is on the screen, brought up to date bit by bit."""
        QCoreApplication.processEvents()
        window = self.view.window()
        picture = window.screen().grabWindow(window.winId()).toImage()
        return picture.convertToFormat(QImage.Format.Format_RGB32)

    def afresh(self) -> QImage:
        """The same moment painted whole, from nothing, by another board."""
        surface = SheetSurface(layout_of(self.session))
        tool = self.view.tool
        desk = Desk(surface, self.session.store, self.session.history, self.selection)
        other = BoardView(desk, surface, MarkPainter(), LOOK, self.view.hint)
        other.resize(self.view.size())
        other.camera, other.tool, other.edited = self.view.camera, tool, self.view.edited
        picture = other.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        other.deleteLater()
        # On a screen of finer pixels, what is shown is given no further than so many of them.
        return picture.copy(0, 0, self.view.width(), self.view.height())


def differing(one: QImage, other: QImage, more_than: int = 0) -> int:
    """How many pixels differ by more, in the channel that differs most, from 0 to 255."""
    assert one.size() == other.size()
    return 0 if one == other else sum(differences(pillow(one), pillow(other))[more_than + 1 :])
