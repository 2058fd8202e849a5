"""What the commands on rounds of voting share: the open workshop, the round that is meant, and how options are told."""

from __future__ import annotations

import argparse
from pathlib import Path

from canvas_files.problems import Problem
from canvas_files.records import Option, Round
from canvas_files.rounds import round_by_number
from plakbord.cli import streams
from plakbord.paths import private_shelf
from plakbord.session import Session, open_session


def file_and_round(parser: argparse.ArgumentParser) -> None:
    """Says that the command takes a file and the number of a round."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("round", metavar="R", type=int, help="the round's number")


def session_for(path: Path) -> Session:
    """The workshop, to be changed; the keys of its secret rounds are kept on this computer. Raises Problem."""
    session = open_session(path)
    if session.document.read_only:
        raise Problem("read_only", name=path.name)
    session.keep_keys_on(private_shelf())
    return session


def meant(session: Session, number: int) -> Round:
    """The round with that number. Raises Problem."""
    return round_by_number(session.store.records, number)


def tell_options(options: list[Option]) -> None:
    """One line for every option: its number and its text."""
    for option in options:
        streams.say(f"{option.number:>3}  {' '.join(option.text.split())}")
