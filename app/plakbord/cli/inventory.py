"""`plakbord inventory`: the data inventory of a workshop, in words, as JSON, or as a file for other programs."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from canvas_files.facts import system_of
from canvas_files.file import open_file
from canvas_files.inventory import Inventory
from canvas_files.records import Note
from canvas_files.safe_write import write_whole
from canvas_files.telling import sentence
from plakbord.actions.inventory_out import inventory_bytes, inventory_of
from plakbord.cli import streams
from plakbord.cli.files import refuse_to_overwrite
from plakbord.paths import resources
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import LANGUAGES, Words, load_words


def arguments(parser: argparse.ArgumentParser) -> None:
    """Says which arguments the command takes."""
    parser.add_argument("file", metavar="FILE", type=Path)
    out = parser.add_mutually_exclusive_group()
    out.add_argument("--json", action="store_true", help="the same for other programs, and more of it")
    out.add_argument("--pdf", type=Path, metavar="OUT", help="write an A3 page: sources, findings, items by system")
    out.add_argument("--csv", type=Path, metavar="OUT", help="write the sources as a table")
    out.add_argument(
        "--xlsx", type=Path, metavar="OUT", help="write a workbook: sources, items, KPIs, findings, couplings"
    )
    out.add_argument("--md", type=Path, metavar="OUT", help="write a report in Markdown")
    parser.add_argument("--language", choices=LANGUAGES, help="of the words (default: that of the workshop)")
    parser.add_argument("--force", action="store_true", help="replace a file that is there already")


def run(options: argparse.Namespace) -> None:
    """Prints or writes the inventory. Raises Problem."""
    document, _ = open_file(options.file)
    inventory = inventory_of(document)
    t = load_words(options.language or document.workshop.language)
    if options.json:
        streams.say_data(json.dumps(report(inventory, t), indent=1))
        return
    wanted = {".pdf": options.pdf, ".xlsx": options.xlsx, ".csv": options.csv, ".md": options.md}
    suffix, out = next(((suffix, out) for suffix, out in wanted.items() if out is not None), ("", None))
    if out is None:
        for line in in_words(inventory, t):
            streams.say(line)
        return
    refuse_to_overwrite(out, options.force, options.file)
    write_whole(out, inventory_bytes(document, suffix, Fonts(resources() / "fonts"), t))


def in_words(inventory: Inventory, t: Words) -> Iterator[str]:
    """What one change of each item costs, and every finding, a line each."""
    for item in inventory.items():
        places = inventory.places(item)
        systems = t("inventory.systems", n=len(places.systems))
        said = t("inventory.address", item=places.name, systems=systems)
        yield f"{said}; {t('inventory.by_hand', n=places.by_hand)}"
    for finding in inventory.findings():
        remark = inventory.fine(finding)
        because = f" ({t('inventory.column.fine')}: {remark.text})" if remark is not None else ""
        yield f"- {sentence(inventory, finding, t)}{because}"


def report(inventory: Inventory, t: Words) -> dict[str, Any]:
    """Everything there is to say, as plain JSON."""
    return {
        "sources": [_source(inventory, note) for note in inventory.sources()],
        "items": {
            places.name: {
                "systems": list(places.systems),
                "by_hand": places.by_hand,
                "sources": list(places.sources),
            }
            for places in map(inventory.places, inventory.items())
        },
        "kpis": [{"id": note.id, "name": inventory.name(note.id), "facts": note.facts} for note in inventory.kpis()],
        "couplings": [
            {"id": link.id, "start": link.start, "end": link.end, "how": link.how} for link in inventory.couplings()
        ],
        "findings": [
            {
                "rule": finding.rule,
                "notes": list(finding.notes),
                "about": finding.about,
                "sentence": sentence(inventory, finding, t),
                "fine": remark.text if (remark := inventory.fine(finding)) is not None else None,
            }
            for finding in inventory.findings()
        ],
    }


def _source(inventory: Inventory, note: Note) -> dict[str, Any]:
    index = inventory.index
    return {
        "id": note.id,
        "name": inventory.name(note.id),
        "sheet": note.sheet,
        "zone": note.zone,
        "system": system_of(note),
        "items": sorted(index.spelling(item) for item in index.items_of(note.id)),
        "coupled": [{"with": other.id, "how": link.how} for link, other in inventory.coupled_with(note.id)],
        "facts": note.facts,
    }
