"""What to do when the program itself goes wrong: a report in a file that the person can read and perhaps send. Nothing
is ever sent from here, and no word from a workshop stands in it."""

from __future__ import annotations

import contextlib
import faulthandler
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from canvas_files import __version__
from canvas_files.problems import Problem

MOST_REPORTS = 20
_HARD = "hard-crash.txt"


class CrashReports:
    """Writes reports into a folder. `tell` is called with each new one, `tell_problem` with a sentence for the person
    that nobody caught."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._hard: TextIO | None = None
        self._told: set[str] = set()
        self.tell: Callable[[Path], None] = lambda _: None
        self.tell_problem: Callable[[Problem], None] = lambda _: None

    def begin(self) -> Path | None:
        """From now on. Gives the report that a hard crash of the last time left, if there is one."""
        sys.excepthook = self.on_error
        threading.excepthook = lambda found: self.on_error(found.exc_type, found.exc_value, found.exc_traceback)
        left: Path | None = None
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            left = self._from_last_time()
            self._hard = (self._folder / _HARD).open("w", encoding="utf-8")
            self._hard.write(about())
            self._hard.flush()
            faulthandler.enable(self._hard)
        return left

    def end(self) -> None:
        """The program ends as it should."""
        if self._hard is not None:
            faulthandler.disable()
            self._hard.close()
            with contextlib.suppress(OSError):
                (self._folder / _HARD).unlink()

    def on_error(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """An error that nobody caught. The program goes on; the person hears of each place once."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        if isinstance(error, Problem):
            self.tell_problem(error)
            return
        import traceback  # 3 ms that only our own faults cost

        frames = traceback.format_tb(trace)
        with contextlib.suppress(Exception):
            sys.__excepthook__(kind, error or kind(), trace)
        place = f"{kind.__name__} {frames[-1] if frames else ''}"
        if place in self._told:
            return
        self._told.add(place)
        # Only the kind of the error: its words may quote what somebody wrote.
        path = self._write(f"{about()}\n{''.join(frames)}\n{_kinds(error, kind)}\n")
        if path is not None:
            self.tell(path)

    def _write(self, text: str) -> Path | None:
        path = self._folder / f"report-{time.strftime('%Y%m%d-%H%M%S')}-{len(self._told)}.txt"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            for old in sorted(self._folder.glob("report-*.txt"))[:-MOST_REPORTS]:
                old.unlink()
        except OSError:
            return None
        return path

    def _from_last_time(self) -> Path | None:
        """What faulthandler wrote when the program was torn away from it; a kill leaves nothing to tell."""
        found = self._folder / _HARD
        if not found.exists():
            return None
        text = found.read_text("utf-8", "replace")
        if "Fatal" not in text and "Current thread" not in text:
            return None
        when = time.strftime("%Y%m%d-%H%M%S", time.localtime(found.stat().st_mtime))
        return found.replace(self._folder / f"report-{when}-hard.txt")


def about() -> str:
    """What a report begins with."""
    return (
        f"Plakbord {__version__}\n"
        f"{time.strftime('%Y-%m-%d %H:%M:%S')}\n"
        f"{sys.platform}, Python {sys.version.split()[0]}\n"
        "This file was written by Plakbord on this computer and has not been sent to anyone.\n"
    )


def _kinds(error: BaseException | None, kind: type[BaseException]) -> str:
    if isinstance(error, BaseExceptionGroup):
        import traceback

        inner = "\n".join(
            "".join(traceback.format_tb(each.__traceback__)) + type(each).__name__ for each in error.exceptions
        )
        return f"{kind.__name__}\n{inner}"
    return kind.__name__
