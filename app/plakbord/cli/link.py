"""`plakbord link`: joins two notes with a line, or couples two data notes."""

from __future__ import annotations

import argparse
from pathlib import Path

from canvas_files.deciding import couple
from canvas_files.facts import HOWS
from canvas_files.problems import Problem
from canvas_files.records import Link, Note, new_id
from canvas_files.store import Transaction
from plakbord.cli import streams
from plakbord.cli.sentences import Refusal
from plakbord.session import open_session

DEFAULT_HOW = "wanted"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Says which arguments the command takes."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("start", metavar="ID", help="a note, by the id that add printed")
    parser.add_argument("end", metavar="ID", help="another note")
    parser.add_argument("--kind", choices=("link", "coupling"), help="a plain line or a coupling (default: link)")
    parser.add_argument("--how", choices=HOWS, help=f"how two data notes are coupled (default: {DEFAULT_HOW})")


def run(options: argparse.Namespace) -> None:
    """Makes the link, saves, and prints its id. Raises Problem; nothing is changed then."""
    if options.how and options.kind == "link":
        raise Refusal("how_of_a_link")
    session = open_session(options.file)
    if session.document.read_only:
        raise Problem("read_only", name=options.file.name)
    how = options.how or (DEFAULT_HOW if options.kind == "coupling" else "")
    with session.store.transaction() as tx:
        link = couple(tx, options.start, options.end, how) if how else _line(tx, options.start, options.end)
    if session.changed:
        session.save()
    if link is not None:
        streams.say(link.id)


def _line(tx: Transaction, start: str, end: str) -> Link:
    """An ordinary link between two notes; the one that is there already when there is one."""
    for each in (start, end):
        if not isinstance(tx.get(each), Note):
            raise Problem("unknown_note", note=each[:60])
    if start == end:
        raise Problem("coupled_to_itself")
    for there in tx.records.values():
        if isinstance(there, Link) and not there.how and {there.start, there.end} == {start, end}:
            return there
    link = Link(id=new_id("link"), start=start, end=end)
    tx.put(link)
    return link
