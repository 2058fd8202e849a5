"""How the application ends."""

from __future__ import annotations

import os
import subprocess
import sys

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
