"""`plakbord set`: fills in a field or a scale of a sheet."""

from __future__ import annotations

import argparse
from pathlib import Path

from canvas_files.entries import fill_in, read_answer
from canvas_files.problems import Problem
from plakbord.cli.files import sheet_numbered
from plakbord.session import open_session


def arguments(parser: argparse.ArgumentParser) -> None:
    """Says which arguments the command takes."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--sheet", type=int, default=1, metavar="N", help="counted from 1 (default: 1)")
    parser.add_argument("field", metavar="FIELD", help="by its id in the template, such as age or time_pressure")
    parser.add_argument(
        "value",
        metavar="VALUE",
        help="a text; for a choice ids with commas between them; for a scale a number from 1 to 7; '' empties it",
    )


def run(options: argparse.Namespace) -> None:
    """Fills it in and saves. Raises Problem; nothing is changed then."""
    session = open_session(options.file)
    if session.document.read_only:
        raise Problem("read_only", name=options.file.name)
    sheet = sheet_numbered(session.document, options.sheet)
    template = session.document.template_of(sheet)
    if template is None:
        raise Problem("no_template", record=sheet.id, template=sheet.template)
    answer = read_answer(template, options.field, options.value)
    with session.store.transaction() as tx:
        fill_in(tx, sheet.id, options.field, answer)
    if session.changed:
        session.save()
