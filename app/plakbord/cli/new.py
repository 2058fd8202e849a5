"""`plakbord new`: makes a workshop file."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from canvas_files.document import new_document
from canvas_files.file import save_file
from canvas_files.plain_text import clean_text
from plakbord.cli.files import refuse_to_overwrite
from plakbord.cli.sentences import system_words_language
from plakbord.sheet.templates import known, sheet_for
from plakbord.words import LANGUAGES

LONGEST_TITLE = 200


def arguments(parser: argparse.ArgumentParser) -> None:
    """Says which arguments the command takes."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument(
        "--sheet",
        action="append",
        choices=sorted(each.short for each in known()),
        help="may be given more than once (default: canvas)",
    )
    parser.add_argument("--language", choices=LANGUAGES, help="of the sheets (default: that of the system)")
    parser.add_argument("--title", type=title, default="")
    parser.add_argument("--force", action="store_true", help="replace a file that is there already")


def title(text: str) -> str:
    """A title of one line. Raises ArgumentTypeError when it is too long."""
    text = " ".join(clean_text(text).split())
    if len(text) > LONGEST_TITLE:
        raise argparse.ArgumentTypeError(f"a title has at most {LONGEST_TITLE} characters")
    return text


def run(options: argparse.Namespace) -> None:
    """Writes the file, dated today. Raises Problem."""
    refuse_to_overwrite(options.file, options.force)
    language = options.language or system_words_language()
    document = new_document(language, options.title, date.today().isoformat())
    for name in options.sheet or ["canvas"]:
        with document.store.transaction() as tx:
            tx.put(sheet_for(document, name))
    save_file(document, options.file)
