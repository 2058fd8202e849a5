"""`plakbord vote`: casts the whole ballot of one person."""

from __future__ import annotations

import argparse

from canvas_files.problems import Problem
from canvas_files.rounds import cast
from plakbord.cli.voting import file_and_round, meant, session_for


def arguments(parser: argparse.ArgumentParser) -> None:
    """Says which arguments the command takes."""
    file_and_round(parser)
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--voter", metavar="NAME", help="who votes; a second ballot takes the place of the first")
    who.add_argument("--paper", type=int, metavar="N", help="the number of a paper ballot, which counts once")
    parser.add_argument(
        "choice", metavar="NUMBER[=DOTS]", type=_choice, nargs="+", help="the numbers of the options, such as 3 or 7=2"
    )


def _choice(text: str) -> tuple[int, int]:
    """The number of an option, and how many dots. Raises ArgumentTypeError."""
    number, _, dots = text.partition("=")
    try:
        return int(number), int(dots) if "=" in text else 1
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"a number such as 3 or 7=2, not {text!r}") from error


def run(options: argparse.Namespace) -> None:
    """Casts the ballot and saves. Raises Problem; nothing is counted then."""
    session = session_for(options.file)
    voted_in = meant(session, options.round)
    choice: dict[int, int] = {}
    for number, dots in options.choice:
        choice[number] = choice.get(number, 0) + dots
    name = " ".join((options.voter or "").split())
    if options.paper is None and not name:
        raise Problem("voter_without_name")
    if name and voted_in.names and name not in voted_in.names:
        raise Problem("not_on_list", name=name, names=", ".join(voted_in.names))
    if voted_in.state == "open":  # else cast says what is wrong, and no key is needed for that
        voter = session.voter_id(voted_in.id, name or f"paper {options.paper}")
    else:
        voter = voted_in.id
    if name:
        cast(session.store, voted_in.id, voter, choice, way="kiosk", name=name)
    else:
        cast(session.store, voted_in.id, voter, choice, way="paper", number=options.paper)
    session.save()
