"""Starting the window with a canvas, until its first full paint, beside an empty Qt window."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks.timing import Row, Target, process, side_by_side
from benchmarks.workshops import canvas_with, environment, folder
from canvas_files.file import save_file

NOTES = 300
EMPTY_WINDOW = Path(__file__).parent / "empty_window.py"
ROUNDS = 25
"""More than elsewhere: it takes long enough for the machine to become faster or slower meanwhile."""
QUIT = {"PLAKBORD_QUIT_WHEN_PAINTED": "1"}


def rows() -> list[Row]:
    """One row: the whole process, on a virtual screen where there is one and without any screen where not."""
    with folder() as place, screen() as display:
        file = place / "canvas.plakbord"
        save_file(canvas_with(NOTES), file)
        platform = display if display and works(display, place) else {"QT_QPA_PLATFORM": "offscreen"}
        around = {**environment(place), **platform, **QUIT}
        ours, floor = process(["-m", "plakbord", str(file)], around), process([str(EMPTY_WINDOW)], around)
        case = f"window painted ({platform['QT_QPA_PLATFORM']})"
        return [side_by_side(("start", case, NOTES), ours, floor, Target(2), ROUNDS)]


@contextmanager
def screen() -> Iterator[Mapping[str, str]]:
    """A virtual X screen of its own, as the environment that leads to it; empty where Xvfb is not installed."""
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        yield {}
        return
    told, tell = os.pipe()
    command = [xvfb, "-displayfd", str(tell), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[tell], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(tell)
    try:
        with os.fdopen(told) as numbers:
            number = numbers.readline().strip()
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"} if number else {}
    finally:
        server.terminate()
        server.wait()


def works(display: Mapping[str, str], place: Path) -> bool:
    """Whether Qt can open a window there; it needs libraries that not every system has."""
    try:
        process([str(EMPTY_WINDOW)], {**environment(place), **display})()
    except subprocess.CalledProcessError:
        return False
    return True
