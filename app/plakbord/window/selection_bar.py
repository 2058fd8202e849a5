"""The little bar that floats above the selected notes: their colour, and deleting them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from plakbord.board.overlay import note_rect
from plakbord.board.view import BoardView
from plakbord.window.commands import Commands
from plakbord.window.menus import COLORS
from plakbord.words import Words

AWAY = 12
"""Pixels between the notes and the bar."""


class SelectionBar(QWidget):
    """A row of buttons over the board. It shows itself where there is room."""

    def __init__(self, commands: Commands, board: BoardView) -> None:
        super().__init__(board)
        self._board = board
        self._commands = commands
        self._t: Words | None = None
        self.setObjectName("selectionBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._buttons: dict[str, QToolButton] = {}
        self.hide()

    def join(self, board: BoardView) -> None:
        """Floats over another board from now on."""
        self._board = board
        self.setParent(board)  # hides it

    def name_buttons(self, t: Words) -> None:
        """Gives the buttons their words for those who hear them."""
        self._t = t
        for action_id, button in self._buttons.items():
            button.setAccessibleName(t(f"action.{action_id}"))

    def _make_buttons(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(2)
        for action_id in (*COLORS, "edit.delete"):
            button = QToolButton()
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setDefaultAction(self._commands.by_id[action_id])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setIconSize(QSize(20, 20))
            row.addWidget(button)
            self._buttons[action_id] = button
        if self._t is not None:
            self.name_buttons(self._t)

    def follow(self, ids: Iterable[str] | None) -> None:
        """Shows itself above these notes; not while there are none, or a gesture is going on."""
        board, camera = self._board, self._board.camera
        faces = [face for face in map(board.surface.face, ids or ()) if face is not None]
        if not faces or camera is None or board.tool.busy:
            self.show_over(None)
            return
        around = QRect()
        for face in faces:
            around |= note_rect(face, camera)
        sides = (around.x(), around.y(), around.width(), around.height())
        self.show_over(QRect(*(round(side / board.ratio) for side in sides)))

    def show_over(self, notes: QRect | None) -> None:
        """Shows itself above a rectangle of the board, below it when there is no room; None hides it."""
        if notes is None:
            self.hide()
            return
        if not self._buttons:  # not before something is selected
            self._make_buttons()
        self.adjustSize()
        board = self._board.rect()
        x = max(4, min(notes.center().x() - self.width() // 2, board.width() - self.width() - 4))
        above, below = notes.top() - AWAY - self.height(), notes.bottom() + AWAY
        y = above if above >= 4 else min(below, board.height() - self.height() - 4)
        self.move(QPoint(x, y))
        self.show()
        self.raise_()
