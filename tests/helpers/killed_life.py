"""A program that changes and saves a workshop until it is killed: `python killed_life.py FOLDER SEED`. Every revision
is told on standard output after the call that made it has returned."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from random import Random

from canvas_files.disk import Disk
from canvas_files.recovery import find
from canvas_files.shelf import Shelf
from helpers.crash_lives import blank, change
from plakbord.session import Session, open_session, recovered_session


def opened(folder: Path) -> Session:
    """The workshop as a start of the program finds it."""
    shelf, file = Shelf(folder / "private"), folder / "bakery.plakbord"
    left = [one for one in find(shelf, Disk()) if one.relation != "overtaken"]
    if left:
        return recovered_session(left[0], shelf)
    return open_session(file, shelf) if file.exists() else Session(blank(), shelf=shelf)


def live(folder: Path, random: Random) -> None:
    """Works for ever."""
    session = opened(folder)
    os.write(1, b"%d\n" % session.store.revision)
    while True:
        change(session.document)
        os.write(1, b"%d\n" % session.store.revision)
        chance = random.random()
        if chance < 0.02:
            session.save(folder / "bakery.plakbord")
        elif chance < 0.04 and session.path is not None:
            session._save_soon(time.monotonic())
        elif chance < 0.06:
            session._renew(time.monotonic())
        elif chance < 0.1:
            session.tend()
        elif chance < 0.3:
            time.sleep(random.random() * 0.003)


if __name__ == "__main__":
    live(Path(sys.argv[1]), Random(sys.argv[2]))
