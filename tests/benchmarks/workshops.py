"""The workshop that is measured with: a canvas full of notes with texts as people write them, and the environment for
a program that is to work on it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from canvas_files import order
from canvas_files.document import Document, new_document
from canvas_files.records import Note, new_id
from canvas_files.template import Zone
from helpers.sample_texts import DUTCH_NOTES

ROOT = Path(__file__).parent.parent.parent
COLORS = ("yellow", "orange", "pink", "green", "blue", "white")


def canvas_with(count: int) -> Document:
    """A Dutch canvas with so many notes, spread over its blocks; no two texts are the same."""
    document = new_document("nl", "De Gouden Korst", "2026-11-21", "Fatima Jansen")
    raw = json.loads((ROOT / "resources" / "templates" / "business-model-canvas.json").read_bytes())
    template = document.add_template(raw)
    sheet = document.new_sheet(template)
    with document.store.transaction() as tx:
        tx.put(sheet)
        for number, z in enumerate(order.keys_after(None, count)):
            tx.put(_note(sheet.id, template.zones[number % len(template.zones)], number // len(template.zones), z))
    return document


def _note(sheet: str, zone: Zone, number: int, z: str) -> Note:
    texts = DUTCH_NOTES[zone.id]
    again, which = divmod(number, len(texts))
    text = f"{texts[which]} ({again + 1})" if again else texts[which]
    across, down = max(1, zone.box.w // 2600), max(1, (zone.box.h - 2500) // 2200)
    x, y = number % across * 2600, 2500 + number // across % down * 2200
    color = COLORS[number % len(COLORS)]
    return Note(id=new_id("note"), sheet=sheet, zone=zone.id, x=x, y=y, w=2400, h=2000, text=text, color=color, z=z)


def environment(home: Path) -> dict[str, str]:
    """The environment for a child process: the source of this checkout, and a home of its own."""
    own = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")}
    # As on anybody's computer: compiled modules are kept between one start and the next.
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**around, **own, "PYTHONPATH": os.pathsep.join([str(ROOT / "app"), str(ROOT)])}


@contextmanager
def folder() -> Iterator[Path]:
    """A folder that is gone afterwards."""
    with TemporaryDirectory(prefix="plakbord-bench-") as name:
        yield Path(name)
