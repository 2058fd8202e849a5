"""`plakbord check`: what a workshop file, or the workshop inside a poster, holds, and what is wrong with it."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from canvas_files import queries
from canvas_files.document import Document, check
from canvas_files.file import FORMAT
from canvas_files.records import Note
from plakbord.cli import streams
from plakbord.cli.sentences import in_words, system_words_language
from plakbord.exchange.carried import open_to_read

PLURALS: Mapping[str, str] = MappingProxyType({"sheet": "sheets", "note": "notes", "entry": "entries", "link": "links"})
"""The kinds that are always counted, in this order, also when there are none."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Says which arguments the command takes."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--json", action="store_true", help="the same for other programs, and more of it")


def run(options: argparse.Namespace) -> None:
    """Prints what was found. Raises Problem when the file cannot be opened; what can be lived with is a remark."""
    document = open_to_read(options.file)
    problems = [(problem.key, in_words(problem, system_words_language())) for problem in check(document)]
    if options.json:
        streams.say_data(json.dumps(report(document, options.file, problems), indent=1))
        return
    for name, number in counted(document).items():
        streams.say(f"{name} {number}")
    for _, sentence in problems:
        streams.say(f"problem: {sentence}")


def counted(document: Document) -> dict[str, int]:
    """How many there are of what, the known kinds first and each kind of a newer version under its own name."""
    found = queries.counts(document.records)
    known = {plural: found.pop(kind, 0) for kind, plural in PLURALS.items()}
    return known | {kind: number for kind, number in found.items() if kind not in known and kind != "workshop"}


def report(document: Document, path: Path, problems: list[tuple[str, str]]) -> dict[str, Any]:
    """Everything there is to say about a file, as plain JSON."""
    notes = Counter(record.sheet for record in document.records.values() if isinstance(record, Note))
    return {
        "file": str(path),
        "format": FORMAT,
        "version": document.version,
        "document": document.document_id,
        "revision": document.store.revision,
        "counts": counted(document),
        "sheets": [
            {"number": number, "template": sheet.template, "title": sheet.title, "notes": notes[sheet.id]}
            for number, sheet in enumerate(document.sheets, 1)
        ],
        "problems": [{"key": key, "sentence": sentence} for key, sentence in problems],
        "read_only": document.read_only,
    }
