"""Working on the board with many notes: milliseconds for each frame of every gesture, beside painting one full-window
image and flushing it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from benchmarks.starting import screen, works
from benchmarks.timing import Row, Target
from benchmarks.workshops import environment, folder

SIZES = (100, 300, 1_000, 3_000, 10_000)
GESTURES = Path(__file__).parent / "board_gestures.py"
TARGETS = {
    "pan at fit": Target(6),
    "pan at 100 %": Target(6),
    "drag 1": Target(6),
    "type a letter": Target(8),
    "zoom": Target(12),
    "drag 50": Target(12),
}


def rows() -> list[Row]:
    """A row for each gesture and number of notes, each number in a process of its own."""
    found: list[Row] = []
    with folder() as place, screen() as display:
        platform = display if display and works(display, place) else {"QT_QPA_PLATFORM": "offscreen"}
        around = {**environment(place), **platform}
        around["PYTHONPATH"] = os.pathsep.join([around["PYTHONPATH"], str(GESTURES.parent.parent)])
        for notes in SIZES:
            command = [sys.executable, str(GESTURES), str(notes)]
            done = subprocess.run(command, env=around, check=True, capture_output=True, text=True)
            told = json.loads(done.stdout.splitlines()[-1])
            worst = max(slowest for _, _, slowest in told["gestures"].values())
            print(
                f"  {notes} notes: {told['memory_mb']} MB added, slowest frame {worst} ms", file=sys.stderr, flush=True
            )
            for case, (median, p95, _) in told["gestures"].items():
                found.append(Row("board", case, notes, median, p95, told["floor"], TARGETS[case]))
    return found
