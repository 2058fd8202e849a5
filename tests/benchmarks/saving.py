"""Saving a large workshop, beside only turning it into JSON and bringing that to the disk."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from benchmarks.timing import Row, Target, side_by_side
from benchmarks.workshops import canvas_with, folder
from canvas_files.file import encode, save_file

NOTES = 5000


def rows() -> list[Row]:
    """One row: from the document to the replaced file."""
    document = canvas_with(NOTES)
    plain = json.loads(encode(document))
    with folder() as place:
        path, other = place / "large.plakbord", place / "floor.json"
        named = ("save", "a file", NOTES)
        return [side_by_side(named, lambda: save_file(document, path), lambda: write(plain, other), Target(4))]


def write(plain: Any, path: Path) -> None:
    """What no saving can do without."""
    data = json.dumps(plain, ensure_ascii=False).encode()
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
