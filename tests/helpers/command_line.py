"""Runs `plakbord` as a person at a terminal does: a process of its own, of which everything is kept."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryFile

ROOT = Path(__file__).parent.parent.parent
ENGLISH = {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}


WATCHED = """
import atexit, runpy, sys
peak = sys.argv.pop(1)
def tell():
    try:
        with open("/proc/self/status") as status, open(peak, "w") as told:
            told.write(next(line.split()[1] for line in status if line.startswith("VmHWM")))
    except OSError:
        pass
atexit.register(tell)
runpy.run_module("plakbord", run_name="__main__", alter_sys=True)
"""
"""Runs the command and notes the peak of its memory in kB at the end, where the system tells. What the parent's
accounts say of a child counts the parent's own memory."""


@dataclass(frozen=True)
class Outcome:
    """How a process ended; memory is its peak in MB, 0 where the system does not tell."""

    code: int
    out: bytes
    err: bytes
    seconds: float
    memory: float

    @property
    def lines(self) -> list[str]:
        """Standard output, line by line."""
        return self.out.decode("utf-8").splitlines()

    @property
    def sentence(self) -> str:
        """Standard error, which must be exactly one line."""
        lines = self.err.decode("utf-8").splitlines()
        assert len(lines) == 1, self.err.decode("utf-8", "replace")
        return lines[0]


def plakbord(
    *arguments: str | bytes | Path,
    given: bytes = b"",
    cwd: Path | None = None,
    variables: Mapping[str, str] | None = None,
    limit: Callable[[], None] | None = None,
) -> Outcome:
    """Runs one command; `given` is its standard input, `limit` is called in the child before it starts."""
    path = os.pathsep.join([str(ROOT / "app"), str(ROOT)])
    environment = {**os.environ, **ENGLISH, "PYTHONPATH": path, **(variables or {})}
    with TemporaryFile() as input_file, TemporaryFile() as out, TemporaryFile() as err, NamedTemporaryFile() as peak:
        command = [sys.executable, "-c", WATCHED, peak.name, *arguments]
        input_file.write(given)
        input_file.seek(0)
        start = time.perf_counter()
        child = subprocess.Popen(
            command, stdin=input_file, stdout=out, stderr=err, cwd=cwd, env=environment, preexec_fn=limit
        )
        child.wait()
        seconds = time.perf_counter() - start
        memory = int(peak.read() or 0) / 1_000
        out.seek(0)
        err.seek(0)
        return Outcome(child.returncode, out.read(), err.read(), seconds, memory)
