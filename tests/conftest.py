"""What holds for every test: no display needed, folders of its own, no window left open, how long Hypothesis looks."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# Qt ends the whole process with a core dump when it is to open a window and there is no display.
if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No deadline: how long one example takes says more about the machine than about the code.
# Everyday runs try the same examples each time, so that a change is judged by itself; thorough ones look for new.
settings.register_profile("normal", deadline=None, derandomize=True)
settings.register_profile("thorough", deadline=None, max_examples=10_000)
settings.load_profile("thorough" if os.environ.get("PLAKBORD_THOROUGH") else "normal")

OWN_FOLDERS = (
    ("HOME", "."),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_DATA_HOME", "data"),
    ("XDG_STATE_HOME", "state"),
    ("XDG_CACHE_HOME", "cache"),
    ("USERPROFILE", "."),
    ("APPDATA", "config"),
    ("LOCALAPPDATA", "data"),
)


def point_at(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Let the environment name folders inside `home` where it named the user's."""
    for variable, folder in OWN_FOLDERS:
        monkeypatch.setenv(variable, str(home / folder))


@pytest.fixture(scope="session", autouse=True)
def folders_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Fixtures wider than one test do not see the user's folders either."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        point_at(monkeypatch, tmp_path_factory.mktemp("home"))
        yield


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of its own for each test: settings, journals and recent files start empty. Gives that home."""
    home = tmp_path_factory.mktemp("home")
    point_at(monkeypatch, home)
    return home


FAR_AWAY = (5000, 5000)


def open_windows() -> list[QWidget]:
    """The windows, dialogs and menus now shown; none in a test that never loaded Qt's widgets."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    tool_tip = sys.modules["PySide6.QtCore"].Qt.WindowType.ToolTip  # Qt takes these away in its own time
    return [w for w in widgets.QApplication.topLevelWidgets() if w.isVisible() and w.windowType() != tool_tip]


@pytest.fixture(autouse=True)
def no_window_left_open() -> Iterator[None]:
    """A test that leaves a window behind fails, and the window is closed so that the next test does not meet it."""
    before = open_windows()
    yield
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QCursor.setPos(*FAR_AWAY)  # the next test begins with the mouse over no window
    left = [window for window in open_windows() if window not in before]
    names = [f"{type(window).__name__} {window.objectName() or window.windowTitle()!r}" for window in left]
    for window in left:
        window.hide()
        window.deleteLater()
    assert not left, f"left open: {', '.join(names)}"


@pytest.fixture(scope="session", autouse=True)
def qt_ends_before_python() -> Iterator[None]:
    """What tests leave to Qt goes while Python and the application are still there; after them Qt's objects are taken
    apart in any order, and the run ends in a crash instead of its result."""
    yield
    if "PySide6.QtWidgets" in sys.modules and sys.modules["PySide6.QtWidgets"].QApplication.instance() is not None:
        from plakbord.window.application import leave_the_clipboard

        leave_the_clipboard()
        gc.unfreeze()
        gc.collect()
