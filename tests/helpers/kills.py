"""Kills a working program again and again, and looks each time at what it left."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from canvas_files.file import open_file
from canvas_files.records import Note
from helpers.crash_lives import expected
from helpers.killed_life import opened

ROOT = Path(__file__).parent.parent.parent
LONGEST_LIFE = 0.25
"""Seconds from the first sign of life to the kill."""


def killed(folder: Path, times: int, seed: int) -> list[str]:
    """What was wrong after each of so many kills in one folder; empty lists are good news."""
    random = Random(seed)
    return [wrong for number in range(times) if (wrong := _life(folder, random, f"{seed}-{number}"))]


def _life(folder: Path, random: Random, seed: str) -> str:
    path = os.pathsep.join([str(ROOT / "app"), str(ROOT), str(ROOT / "tests")])
    command = [sys.executable, str(ROOT / "tests" / "helpers" / "killed_life.py"), str(folder), seed]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path}
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        first = child.stdout.readline()
        time.sleep(random.random() * LONGEST_LIFE)
        child.kill()
        told = first + child.stdout.read()
        errors = child.stderr.read()
    if errors:
        return f"{seed}: {errors.decode()}"
    acknowledged = int(told[: told.rindex(b"\n")].split(b"\n")[-1])
    return _looked_at(folder, acknowledged, seed)


def _looked_at(folder: Path, acknowledged: int, seed: str) -> str:
    file = folder / "bakery.plakbord"
    if file.exists():
        open_file(file)  # raises when it cannot be read
    session = opened(folder)
    revision = session.store.revision
    texts = {each.id: each.text for each in session.store.records.values() if isinstance(each, Note)}
    session.close()
    if not acknowledged <= revision <= acknowledged + 1:
        return f"{seed}: revision {revision} was found, {acknowledged} was told"
    return "" if texts == expected(revision) else f"{seed}: a mixture at revision {revision}"
