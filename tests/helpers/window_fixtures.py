"""Windows for tests: opened as the program does, closed whatever is unsaved, and the application as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from helpers.windows import close_window, open_window
from plakbord.window.main_window import MainWindow


@pytest.fixture(autouse=True)
def application_as_it_was(qapp: QApplication) -> Iterator[None]:
    """A window gives the whole application its theme; the next test begins without."""
    palette, style, sheet = qapp.palette(), qapp.style().objectName(), qapp.styleSheet()
    qapp.setStyle("Fusion")
    yield
    qapp.setStyleSheet(sheet)
    qapp.setStyle(style)
    qapp.setPalette(palette)


@pytest.fixture
def open_one(qapp: QApplication) -> Iterator[Callable[..., MainWindow]]:
    """Opens windows; arguments as in open_window."""
    windows: list[MainWindow] = []

    def make(*arguments: object, **named: object) -> MainWindow:
        windows.append(open_window(qapp, *arguments, **named))  # type: ignore[arg-type]  # passed on as they came
        return windows[-1]

    yield make
    for window in windows:
        close_window(window)


@pytest.fixture
def window(open_one: Callable[..., MainWindow]) -> MainWindow:
    """A window with a blank canvas, in Dutch."""
    return open_one()
