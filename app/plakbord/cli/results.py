"""`plakbord results`: prints what a round came to, once it is revealed."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from canvas_files.document import Document
from canvas_files.file import open_file
from canvas_files.problems import Problem
from canvas_files.ranking import Results, results
from canvas_files.votes import round_by_number, rounds
from plakbord.cli import streams
from plakbord.exchange.results_files import as_json, csv_text
from plakbord.words import load_words


def arguments(parser: argparse.ArgumentParser) -> None:
    """Says which arguments the command takes."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("round", metavar="R", type=int, nargs="?", help="the round's number (default: the last)")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="as a table with commas")
    form.add_argument("--json", action="store_true", help="as JSON, with how the dots came in")


def run(options: argparse.Namespace) -> None:
    """Prints the results. Raises Problem before the round is revealed."""
    document, _ = open_file(options.file)
    everyone = rounds(document.records)
    if not everyone:
        raise Problem("no_rounds")
    number = everyone[-1].number if options.round is None else options.round
    told = results(document.records, round_by_number(document.records, number))
    if options.csv:
        streams.say_data(csv_text(document, told).replace("\r\n", "\n").rstrip("\n"))
    elif options.json:
        streams.say_data(json.dumps(as_json(document, told), ensure_ascii=False, indent=1))
    else:
        _tell(document, told)


def _tell(document: Document, told: Results) -> None:
    t = load_words(document.workshop.language)
    title = told.round.title or t("results.title")
    streams.say(t("results.head", number=told.round.number, title=title))
    for rank in told.ranks:
        tied = f"  {t('results.tied')}" if rank.tied else ""
        words = " ".join(rank.option.text.split())
        streams.say(f"{rank.place:>3}. {t('results.dots', n=rank.dots):>12}  {rank.option.number:>3}  {words}{tied}")
    voters = t("results.voters", n=told.voters)
    streams.say(t("results.foot", voters=voters, given=told.given, unused=told.unused))
