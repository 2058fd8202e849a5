"""A board with a few notes, shown where nobody sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.shown_boards import ShownBoard
from plakbord.session import Session


@pytest.fixture
def show(qapp: QApplication) -> Iterator[Callable[[Session], ShownBoard]]:
    """Shows a session on a board; all are closed after the test."""
    boards: list[ShownBoard] = []

    def make(session: Session) -> ShownBoard:
        board = ShownBoard(session)
        boards.append(board)
        board.view.show()
        assert QTest.qWaitForWindowExposed(board.view)
        QCoreApplication.processEvents()
        return board

    yield make
    for board in boards:
        board.close()
    QCoreApplication.processEvents()
