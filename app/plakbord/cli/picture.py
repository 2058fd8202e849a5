"""`plakbord picture`: gives a sheet its portrait, made ready like one that is dropped on it."""

from __future__ import annotations

import argparse
from pathlib import Path

from canvas_files.problems import Problem
from plakbord.actions.portrait import SHAPES, set_portrait
from plakbord.cli.files import sheet_numbered
from plakbord.exchange.picture_intake import picture_from_file
from plakbord.session import open_session


def arguments(parser: argparse.ArgumentParser) -> None:
    """Says which arguments the command takes."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--sheet", type=int, default=1, metavar="N", help="counted from 1 (default: 1)")
    parser.add_argument("--shape", choices=SHAPES, help="what it is cropped to (default: as it was)")
    parser.add_argument("image", metavar="IMAGE", type=Path, help="a JPEG, PNG, WebP, GIF, BMP or TIFF")


def run(options: argparse.Namespace) -> None:
    """Takes the picture in and saves. Raises Problem; nothing is changed then."""
    session = open_session(options.file)
    if session.document.read_only:
        raise Problem("read_only", name=options.file.name)
    sheet = sheet_numbered(session.document, options.sheet)
    set_portrait(session, sheet.id, picture_from_file(options.image))
    if options.shape:
        with session.store.transaction() as tx:
            tx.update(sheet.id, portrait_shape=options.shape)
    if session.changed:
        session.save()
