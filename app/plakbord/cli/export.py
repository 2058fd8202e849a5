"""`plakbord export`: writes sheets as a poster, in the kind of file that the ending asks for."""

from __future__ import annotations

import argparse
from pathlib import Path

from canvas_files import votes
from canvas_files.document import Document
from plakbord.cli import streams
from plakbord.cli.files import refuse_to_overwrite, sheet_numbered
from plakbord.cli.sentences import Refusal, in_words, system_words_language
from plakbord.exchange.carried import open_to_read
from plakbord.poster.choices import LEAST_DPI, MOST_DPI, PAPERS, TILE_PAPERS, WIDEST_MARGIN, Choices
from plakbord.poster.writing import ENDINGS, write_poster
from plakbord.words import LANGUAGES


def arguments(parser: argparse.ArgumentParser) -> None:
    """Says which arguments the command takes."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("out", metavar="OUT", type=Path, help=f"ends in {' or '.join(ENDINGS)}")
    parser.add_argument("--force", action="store_true", help="replace a file that is there already")
    _add_paper(parser)
    _add_shown(parser)


def _add_paper(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--sheet", type=_number, metavar="N", help="only that one, counted from 1, or all (default: all)")
    add("--paper", choices=PAPERS, help="(default: as large as the sheet is)")
    add("--margin", type=_margin, default=0, metavar="MM", help="what stays white on every side (default: 0)")
    cut = parser.add_mutually_exclusive_group()
    cut.add_argument("--tiles", choices=TILE_PAPERS, help="cut a large poster into sheets of this paper")
    cut.add_argument("--bleed", action="store_true", help="3 mm more on every side, with crop marks, for a print shop")
    add("--grey", action="store_true", help="in shades of grey")
    add("--save-toner", action="store_true", help="white notes with a coloured edge")
    add("--no-attachment", action="store_true", help="without the workshop itself inside the PDF")
    add("--dpi", type=_dpi, default=150, metavar="N", help=f"of a PNG, {LEAST_DPI} to {MOST_DPI} (default: 150)")


def _add_shown(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--no-questions", action="store_true", help="without the questions of the blocks")
    add("--no-checklists", action="store_true", help="without the checklists of the blocks")
    add("--no-tags", action="store_true", help="without the labels of the notes")
    add("--no-legend", action="store_true", help="without what the colours stand for")
    add("--links", action="store_true", help="with the lines between notes")
    add("--authors", action="store_true", help="with who wrote a note")
    add("--parking", action="store_true", help="with a list of what is parked")
    add("--blank", action="store_true", help="without notes and answers, for pen and paper")
    add(
        "--round", type=_round, metavar="R", help="with the votes of that round, by its number, or none (default: none)"
    )
    add("--lens", action="store_true", help="through the data lens, with the couplings")
    add("--no-data-marks", action="store_true", help="without the small marks of data notes")
    add("--inventory", action="store_true", help="with the data inventory as a page of its own")
    add("--language", choices=LANGUAGES, help="of the headings (default: that of the workshop)")


def _number(text: str) -> int | None:
    """The number of a sheet; None for all of them. Raises ArgumentTypeError."""
    try:
        return None if text == "all" else int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"a number or all, not {text!r}") from error


def _round(text: str) -> int | None:
    try:
        return None if text == "none" else int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"a number or none, not {text!r}") from error


def _margin(text: str) -> int:
    """Millimetres as hundredths."""
    try:
        margin = round(float(text) * 100)
    except (ValueError, OverflowError) as error:
        raise argparse.ArgumentTypeError(f"a number of millimetres, not {text!r}") from error
    if not 0 <= margin <= WIDEST_MARGIN:
        raise argparse.ArgumentTypeError(f"0 to {WIDEST_MARGIN // 100} mm, not {text}")
    return margin


def _dpi(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or not LEAST_DPI <= int(text) <= MOST_DPI:
        raise argparse.ArgumentTypeError(f"a whole number from {LEAST_DPI} to {MOST_DPI}, not {text!r}")
    return int(text)


def run(options: argparse.Namespace) -> None:
    """Writes the poster; a sheet that cannot be on it is named and left out. Raises Problem."""
    document = open_to_read(options.file)
    refuse_to_overwrite(options.out, options.force, options.file)
    if options.out.suffix.lower() not in ENDINGS:
        raise Refusal("unknown_ending", name=options.out.name, endings=", ".join(ENDINGS))
    written = write_poster(
        document,
        choices_of(options, document),
        options.out,
        may_write=lambda path: refuse_to_overwrite(path, options.force, options.file),
    )
    for problem in written.skipped:
        streams.complain(in_words(problem, system_words_language()))


def choices_of(options: argparse.Namespace, document: Document) -> Choices:
    """What was chosen with the arguments. Raises Problem for a sheet or round that is not there."""
    sheets = () if options.sheet is None else (sheet_numbered(document, options.sheet).id,)
    return Choices(
        sheets=sheets,
        paper=options.paper,
        margin=options.margin,
        tiles=options.tiles,
        bleed=options.bleed,
        questions=not options.no_questions,
        checklists=not options.no_checklists,
        tags=not options.no_tags,
        links=options.links,
        legend=not options.no_legend,
        round=None if options.round is None else votes.round_by_number(document.records, options.round).id,
        parking=options.parking,
        authors=options.authors,
        blank=options.blank,
        language=options.language,
        grey=options.grey,
        save_toner=options.save_toner,
        attachment=not options.no_attachment,
        dpi=options.dpi,
        lens=options.lens,
        data_marks=not options.no_data_marks,
        inventory=options.inventory,
    )
