"""Opening a large workshop, beside only parsing its JSON."""

from __future__ import annotations

import json

from benchmarks.timing import Row, Target, side_by_side
from benchmarks.workshops import canvas_with, folder
from canvas_files.file import encode, open_file

NOTES = 5000


def rows() -> list[Row]:
    """One row: from the path to the document with everything checked."""
    data = encode(canvas_with(NOTES))
    with folder() as place:
        path = place / "large.plakbord"
        path.write_bytes(data)
        named = ("open", "a file", NOTES)
        return [side_by_side(named, lambda: open_file(path), lambda: json.loads(data), Target(8, 40))]
