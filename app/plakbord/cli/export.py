"""`plakbord export`: writes sheets as a PDF."""

from __future__ import annotations

import argparse
from pathlib import Path

from canvas_files.file import open_file
from canvas_files.safe_write import write_whole
from plakbord.cli import streams
from plakbord.cli.files import refuse_to_overwrite, sheet_numbered
from plakbord.cli.sentences import Refusal, in_words, system_words_language
from plakbord.poster.export import export_pdf
from plakbord.sheet.fonts import all_fonts
from plakbord.words import LANGUAGES, load_words


def arguments(parser: argparse.ArgumentParser) -> None:
    """Says which arguments the command takes."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("out", metavar="OUT.pdf", type=Path)
    parser.add_argument(
        "--sheet", type=_number, metavar="N", help="only that one, counted from 1, or all (default: all)"
    )
    parser.add_argument("--language", choices=LANGUAGES, help="of the headings (default: that of the workshop)")
    parser.add_argument("--force", action="store_true", help="replace a file that is there already")


def _number(text: str) -> int | None:
    """The number of a sheet; None for all of them. Raises ArgumentTypeError."""
    try:
        return None if text == "all" else int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"a number or all, not {text!r}") from error


def run(options: argparse.Namespace) -> None:
    """Writes the poster; a sheet that cannot be on it is named and left out. Raises Problem."""
    document, _ = open_file(options.file)
    refuse_to_overwrite(options.out, options.force, options.file)
    sheets = document.sheets if options.sheet is None else [sheet_numbered(document, options.sheet)]
    words = load_words(options.language or document.workshop.language)
    try:
        poster = export_pdf(document, [sheet.id for sheet in sheets], all_fonts(), words)
    except OverflowError as error:
        raise Refusal("many_glyphs", name=options.file.name) from error
    write_whole(options.out, poster.data)
    for problem in poster.skipped:
        streams.complain(in_words(problem, system_words_language()))
