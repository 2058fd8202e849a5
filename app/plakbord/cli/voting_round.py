"""`plakbord round`: sets up a round of dot-voting and takes it through its steps."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from canvas_files.document import Document
from canvas_files.file import open_file
from canvas_files.problems import Problem
from canvas_files.records import Round, Scope
from canvas_files.rounds import (
    cancel_round,
    candidates,
    close_round,
    new_round,
    open_round,
    reopen_round,
    reveal_round,
    round_by_number,
    run_off,
    zone_order,
)
from canvas_files.safe_write import write_whole
from plakbord.cli import streams
from plakbord.cli.files import refuse_to_overwrite, sheet_numbered
from plakbord.cli.help_form import Help
from plakbord.cli.voting import file_and_round, meant, session_for, tell_options
from plakbord.paths import resources
from plakbord.session import Session
from plakbord.words import LANGUAGES, load_words

Step = Callable[[Session, Round], Round]

STEPS: Mapping[str, tuple[str, Step]] = MappingProxyType(
    {
        "open": (
            "let people vote; the options are fixed from now on, and printed",
            lambda session, voted_in: open_round(session.store, voted_in.id, zone_order(session.document)),
        ),
        "close": ("nobody can vote any more", lambda session, voted_in: close_round(session.store, voted_in.id)),
        "reveal": ("the results may be seen", lambda session, voted_in: reveal_round(session.store, voted_in.id)),
        "reopen": ("let people go on voting", lambda session, voted_in: reopen_round(session.store, voted_in.id)),
        "cancel": ("the round does not count", lambda session, voted_in: cancel_round(session.store, voted_in.id)),
        "runoff": (
            "open a new round on the two to four that are tied for the first place, and print its number and options",
            lambda session, voted_in: run_off(session.store, voted_in.id, zone_order(session.document)),
        ),
    }
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Says which arguments the command takes."""
    steps = parser.add_subparsers(dest="step", metavar="STEP", required=True)
    words = "set up a round, and print its number and the options with theirs"
    _new_arguments(steps.add_parser("new", help=words, allow_abbrev=False, formatter_class=Help))
    words = "write paper ballots as a PDF: A5, two on a sheet of A4"
    _ballots_arguments(steps.add_parser("ballots", help=words, allow_abbrev=False, formatter_class=Help))
    for name, (words, _) in STEPS.items():
        file_and_round(steps.add_parser(name, help=words, allow_abbrev=False, formatter_class=Help))


def _new_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument(
        "--sheet",
        type=int,
        action="append",
        default=[],
        metavar="N",
        help="what to vote on, counted from 1; may be repeated (default: all)",
    )
    parser.add_argument(
        "--zone", action="append", default=[], metavar="Z", help="only this block, by its id; may be repeated"
    )
    parser.add_argument("--color", action="append", default=[], help="only notes of this colour; may be repeated")
    parser.add_argument("--tag", action="append", default=[], help="only notes with this tag; may be repeated")
    parser.add_argument("--kind", action="append", default=[], help="only data notes of this kind; may be repeated")
    parser.add_argument("--dots", type=int, required=True, metavar="D", help="dots per person, at most 20")
    parser.add_argument("--most", type=int, default=3, metavar="M", help="of one person on one note (default: 3)")
    parser.add_argument("--voters", type=int, default=0, metavar="V", help="how many people vote")
    parser.add_argument("--open-ballot", action="store_true", help="keep names with the votes (default: secret)")
    parser.add_argument("--title", default="", help="or question")


def _ballots_arguments(parser: argparse.ArgumentParser) -> None:
    file_and_round(parser)
    parser.add_argument("out", metavar="OUT.pdf", type=Path)
    parser.add_argument("--count", type=int, metavar="N", help="how many (default: one for each of the people)")
    parser.add_argument("--first", type=int, default=1, metavar="N", help="the number of the first (default: 1)")
    parser.add_argument("--language", choices=LANGUAGES, help="of the instructions (default: that of the workshop)")
    parser.add_argument("--force", action="store_true", help="replace a file that is there already")


def run(options: argparse.Namespace) -> None:
    """Does the step and saves. Raises Problem; nothing is changed then."""
    if options.step == "ballots":
        _write_ballots(options)
        return
    session = session_for(options.file)
    if options.step == "new":
        made = _new(session, options)
    else:
        made = STEPS[options.step][1](session, meant(session, options.round))
    session.save()
    if options.step in ("new", "runoff"):
        streams.say(str(made.number))
    if options.step == "new":
        tell_options(candidates(session.store.records, made.scope, zone_order(session.document)))
    elif options.step in ("open", "runoff"):
        tell_options(made.options)


def _new(session: Session, options: argparse.Namespace) -> Round:
    sheets = [sheet_numbered(session.document, number).id for number in options.sheet]
    _check_zones(session.document, sheets, options.zone)
    _check_colors(options.color)
    scope = Scope(sheets=sheets, zones=options.zone, colors=options.color, tags=options.tag, kinds=options.kind)
    return new_round(
        session.store,
        scope,
        options.dots,
        most=options.most,
        title=options.title,
        secret=not options.open_ballot,
        people=options.voters,
    )


def _write_ballots(options: argparse.Namespace) -> None:
    from plakbord.poster.ballots import ballots_pdf  # fonts, which no other step needs
    from plakbord.sheet.text.fonts import Fonts

    document, _ = open_file(options.file)
    refuse_to_overwrite(options.out, options.force, options.file)
    voted_in = round_by_number(document.records, options.round)
    words = load_words(options.language or document.workshop.language)
    count = (voted_in.people or 1) if options.count is None else options.count
    pdf = ballots_pdf(document, voted_in, count, Fonts(resources() / "fonts"), words, options.first)
    write_whole(options.out, pdf)


def _check_colors(colors: list[str]) -> None:
    """Raises Problem for a colour that no note has."""
    if colors:
        from plakbord.sheet.theme import NOTE_COLORS

        for color in colors:
            if color not in NOTE_COLORS:
                raise Problem("unknown_color", color=color, colors=", ".join(NOTE_COLORS))


def _check_zones(document: Document, sheets: list[str], zones: list[str]) -> None:
    """Raises Problem for a block that none of the sheets has."""
    about = [sheet for sheet in document.sheets if not sheets or sheet.id in sheets]
    templates = filter(None, map(document.template_of, about))
    known = list(dict.fromkeys(zone.id for template in templates for zone in template.zones))
    for zone in zones:
        if zone not in known:
            raise Problem("unknown_zone", zone=zone, zones=", ".join(known))
