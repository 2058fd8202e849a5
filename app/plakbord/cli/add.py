"""`plakbord add`: puts notes on a sheet, all of them or none."""

from __future__ import annotations

import argparse
import codecs
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

from canvas_files import order, queries
from canvas_files.document import MOST_RECORDS, Document
from canvas_files.facts import BY_NAME, ROLES, read_fact
from canvas_files.plain_text import note_text
from canvas_files.problems import Problem
from canvas_files.records import Note, Sheet, new_id
from canvas_files.template import Template
from plakbord.actions.note import new_note
from plakbord.cli import streams
from plakbord.cli.files import sheet_numbered
from plakbord.cli.sentences import Refusal
from plakbord.session import open_session
from plakbord.sheet.fonts import all_fonts
from plakbord.sheet.layout import Layout
from plakbord.sheet.lens import lens_template
from plakbord.sheet.theme import DEFAULT_COLOR, NOTE_COLORS
from plakbord.words import load_words

STANDARD_INPUT = "-"
ROUND = 24
"""How many notes are laid over others where they cover least; the next ones take turns on those places. Looking for the
least covered place every time takes a time that grows with the square of their number."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Says which arguments the command takes."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--zone", required=True, help="the block, by its id in the template, such as channels")
    parser.add_argument("--sheet", type=int, default=1, metavar="N", help="counted from 1 (default: 1)")
    parser.add_argument("--color", help=f"one of {', '.join(NOTE_COLORS)} (default: {DEFAULT_COLOR})")
    parser.add_argument("--kind", choices=ROLES, default="", help="what the notes are in the data lens")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help=f"what is known of data notes: {', '.join(BY_NAME)}; items with commas between them",
    )
    parser.add_argument(
        "texts", metavar="TEXT", nargs="+", help="a note each; - reads a note per line from standard input"
    )


def run(options: argparse.Namespace) -> None:
    """Adds the notes, saves once, and prints the new ids. Raises Problem."""
    session = open_session(options.file)
    document = session.document
    if document.read_only:
        raise Problem("read_only", name=options.file.name)
    sheet = sheet_numbered(document, options.sheet)
    color = options.color or DEFAULT_COLOR
    _check_wish(document, sheet, options.zone, color)
    facts = _facts(options.set, lens_template(document, sheet))
    texts = [_text_of_note(number, text) for number, text in enumerate(given(options.texts), 1)]
    texts = [text for text in texts if text]
    if len(document.records) + len(texts) > MOST_RECORDS:
        raise Problem("too_many_notes", limit=MOST_RECORDS)
    if not texts:
        return
    words = load_words(document.workshop.language)
    layout = Layout(document, sheet.id, all_fonts(), words)
    notes = list(placed(layout, options.zone, texts, color, _top(document, sheet)))
    notes = [note.changed(role=options.kind, facts=facts) if options.kind or facts else note for note in notes]
    with session.store.transaction() as tx:
        for note in notes:
            tx.put(note)
    session.save()
    for note in notes:
        streams.say(note.id)


def _check_wish(document: Document, sheet: Sheet, zone: str, color: str) -> None:
    template = document.template_of(sheet)
    if template is None:
        raise Problem("no_template", record=sheet.id, template=sheet.template)
    if template.zone(zone) is None:
        raise Problem("unknown_zone", zone=zone, zones=", ".join(there.id for there in template.zones))
    if color not in NOTE_COLORS:
        raise Problem("unknown_color", color=color, colors=", ".join(NOTE_COLORS))


def _facts(wishes: Sequence[str], template: Template | None) -> dict[str, Any]:
    """What is known of the notes, by name. Raises Problem."""
    phases = template.journey() if template is not None else ()
    facts: dict[str, Any] = {}
    for wish in wishes:
        name, equals, raw = wish.partition("=")
        if not equals:
            raise Refusal("no_equals", said=wish[:60])
        value = read_fact(name.strip(), raw, phases)
        if value not in (None, []):
            facts[name.strip()] = value
    return dict(sorted(facts.items()))


def given(texts: Sequence[str]) -> Iterator[str]:
    """The texts, with the lines of standard input in the place of the first "-". Raises Problem."""
    read = False
    for text in texts:
        if text != STANDARD_INPUT:
            yield text
        elif not read:
            read = True
            yield from lines_of_input(streams.read_input())


def lines_of_input(data: bytes) -> list[str]:
    """The lines of UTF-8 text, with or without a byte order mark. Raises Problem."""
    data = data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        return data.decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise Refusal("not_utf8", line=data.count(b"\n", 0, error.start) + 1) from error


def _text_of_note(number: int, text: str) -> str:
    try:
        return note_text(text)
    except Problem as problem:
        raise Refusal("long_text", number=number, **problem.values) from problem


def _top(document: Document, sheet: Sheet) -> str | None:
    return order.top([note.z for note in queries.notes_on(document.records, sheet.id)])


def placed(layout: Layout, zone: str, texts: Sequence[str], color: str, top: str | None) -> Iterator[Note]:
    """A note for each text, the later ones higher, each at a free place as long as there is one."""
    over: list[Note] = []
    turns: Iterator[Note] | None = None
    for text in texts:
        if turns is None:
            note = new_note(layout, zone, text, color, top)
            face = layout.measured(note)
            right, lower = face.x + face.w, face.y + face.h
            if any(other.touches(face.x, face.y, right, lower) for other in layout.faces_in(zone)):
                over.append(note)
            layout.notes[note.id] = face  # the next one keeps clear of it
            if len(over) == ROUND:
                turns = cycle({(there.x, there.y): there for there in over}.values())
        else:
            note = next(turns).changed(id=new_id("note"), text=text, z=order.key_between(top, None))
        top = note.z
        yield note
