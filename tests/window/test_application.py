"""How the application ends."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from plakbord.window.application import end_at_once, fit_on_screen

COPY_AND_END = """
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from plakbord.window.application import leave_the_clipboard, make_application
app = make_application(["plakbord"])
mime = QMimeData()
mime.setText("Arbeidsmarktkrapte")
QGuiApplication.clipboard().setMimeData(mime)
leave_the_clipboard()
"""


def test_a_program_without_a_screen_ends_well_after_something_was_copied() -> None:
    without_screen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run([sys.executable, "-c", COPY_AND_END], env=without_screen, capture_output=True, check=False)
    assert ended.returncode == 0, ended.stderr.decode()


END = """
import atexit
from plakbord.window.application import end_at_once, make_application
app = make_application(["plakbord"])
atexit.register(print, "taken apart")
print("said before the end")
end_at_once(3)
print("goes on")
"""


def test_the_end_is_at_once_and_what_was_said_is_heard() -> None:
    without_screen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run([sys.executable, "-c", END], env=without_screen, capture_output=True, check=False)
    assert (ended.returncode, ended.stdout.decode()) == (3, "said before the end\n")


class Owner:
    """A clipboard that holds what was copied here; the one without a screen never says so."""

    def ownsClipboard(self) -> bool:
        return True


def test_what_was_copied_is_handed_over_first(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setattr(QGuiApplication, "clipboard", Owner)
    end_at_once(0)
    assert ended == []  # Qt ends by itself, and hands it over


@pytest.mark.usefixtures("qapp")
def test_a_window_is_no_larger_than_its_screen() -> None:
    window = QWidget()
    space = window.screen().availableSize()
    window.resize(space.width() * 2, 300)
    fit_on_screen(window)
    assert space.width() * 0.8 < window.width() < space.width()
    assert window.height() == 300
