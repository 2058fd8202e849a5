"""Qt is loaded sooner, and is the same Qt. Each start is a process of its own, for Qt is loaded once in a process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

START = """
import builtins, re, sys
from pathlib import Path

compiling, importing, compiled = builtins.compile, builtins.__import__, []
patterns, linking = re.compile, getattr(sys, "getdlopenflags", int)()

def counting(source, filename, *rest, **more):
    compiled.append(filename)
    return compiling(source, filename, *rest, **more)

builtins.compile = counting
from plakbord.window.loading import load_qt

load_qt(Path(sys.argv[1]))
assert builtins.compile is counting and builtins.__import__ is importing
assert re.compile is patterns and getattr(sys, "getdlopenflags", int)() == linking
inside = [name for name in compiled if str(name).startswith("shibokensupport/")]
print(len([name for name in inside if not name.endswith("pyi_generator.py")]))

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor

class Bell(QObject):
    rung = Signal(str)

heard = []
bell = Bell()
bell.rung.connect(heard.append)
bell.rung.emit("ding")
assert heard == ["ding"] and QPoint(3, 4) + QPoint(1, 1) == QPoint(4, 5)
assert Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop and QColor("#ff0000").red() == 255
try:
    QPoint("three", 4)
except TypeError as error:
    assert "xpos: int, ypos: int" in str(error), error  # the part that knows signatures is whole
else:
    raise AssertionError("a wrong call was taken")
"""


def start(folder: Path) -> int:
    """How much of Qt's own Python one start compiled."""
    done = subprocess.run([sys.executable, "-c", START, str(folder)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


def only_file(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


def test_the_second_start_compiles_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    assert start(folder) > 5
    assert start(folder) == 0
    assert only_file(folder).suffix == ".compiled"


@pytest.mark.parametrize("how", ["empty", "cut", "changed", "another"])
def test_a_file_that_is_no_good_is_written_anew(tmp_path: Path, how: str) -> None:
    many = start(tmp_path)
    file = only_file(tmp_path)
    good = file.read_bytes()
    middle = len(good) // 2
    bad = {
        "empty": b"",
        "cut": good[:middle],
        "changed": good[:middle] + bytes([good[middle] ^ 1]) + good[middle + 1 :],
        "another": b"\0\0\0\0" + good[4:],
    }[how]
    file.write_bytes(bad)
    assert start(tmp_path) == many
    assert file.read_bytes() == good
    assert start(tmp_path) == 0


def test_where_nothing_can_be_kept_qt_is_loaded_all_the_same(tmp_path: Path) -> None:
    in_the_way = tmp_path / "cache"
    in_the_way.write_text("no folder")
    assert start(in_the_way) > 5
    assert start(in_the_way) > 5
    assert in_the_way.read_text() == "no folder"
