"""Reads the arguments, runs the one command that is meant, and turns whatever goes wrong into one sentence and an exit
code: 0 done, 1 something is in the way, 2 wrong use, 130 broken off."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from canvas_files import __version__
from canvas_files.problems import Problem
from plakbord.cli import streams
from plakbord.cli.help_form import Help
from plakbord.cli.names import COMMANDS
from plakbord.cli.sentences import Refusal, in_words, system_words_language

EPILOG = (
    "Without a command Plakbord opens its window: plakbord [FILE]. To share it with phones at once: "
    "plakbord FILE --share [ADDRESS[:PORT]] [--share-as NAME]"
)


class Command(Protocol):
    """What the file of a command offers."""

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Says which arguments the command takes."""

    def run(self, options: argparse.Namespace) -> None:
        """Does it. Raises Problem."""


def run(arguments: Sequence[str]) -> int:
    """Does what the arguments ask; the exit code at the end. Raises SystemExit for wrong use and --help."""
    streams.prepare()
    try:
        return _run(arguments)
    except BrokenPipeError:
        streams.forget_output()  # who read along has seen enough
        return 0
    except KeyboardInterrupt:
        return 130


def _run(arguments: Sequence[str]) -> int:
    language = system_words_language()
    try:
        options = _parsed(arguments)
        command_named(options.command).run(options)
        streams.finish()
    except Problem as problem:
        streams.complain(in_words(problem, language))
    except RecursionError:
        streams.complain(in_words(Refusal("too_deep_inside"), language))
    except MemoryError:
        streams.complain(in_words(Refusal("no_memory"), language))
    except BrokenPipeError:
        raise
    except OSError as error:
        streams.complain(in_words(Refusal("system", reason=error.strerror or error), language))
    except Exception as error:  # noqa: BLE001 - a fault of ours; the person gets a sentence, and where to look
        streams.complain(in_words(_our_fault(error), language))
    else:
        return 0
    return 1


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    try:
        return parser_for(arguments).parse_args(arguments)
    except SystemExit:
        streams.finish()
        raise


def _our_fault(error: Exception) -> Refusal:
    import traceback  # 3 ms that only our own faults cost

    last = traceback.extract_tb(error.__traceback__)[-1]
    return Refusal(
        "our_fault", error=f"{type(error).__name__}: {error}", place=f"{Path(last.filename).name}:{last.lineno}"
    )


def parser_for(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser, which knows every command's name and the arguments of the one that is meant."""
    words = "Sticky notes on canvases and personas, and their posters."
    parser = argparse.ArgumentParser(
        prog="plakbord", description=words, epilog=EPILOG, allow_abbrev=False, formatter_class=Help
    )
    parser.add_argument("--version", action="version", version=f"Plakbord {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, words in COMMANDS.items():
        sentence = f"{words[0].upper()}{words[1:]}."
        command = commands.add_parser(name, help=words, description=sentence, allow_abbrev=False, formatter_class=Help)
        if name in arguments[:1]:
            command_named(name).arguments(command)
    return parser


def command_named(name: str) -> Command:
    """The file of a command, loaded now: what one command needs is no burden to the others."""
    if name == "new":
        from plakbord.cli import new

        return new
    if name == "add":
        from plakbord.cli import add

        return add
    if name == "link":
        from plakbord.cli import link

        return link
    if name == "inventory":
        from plakbord.cli import inventory

        return inventory
    if name == "set":
        from plakbord.cli import fill

        return fill
    if name == "picture":
        from plakbord.cli import picture

        return picture
    if name == "round":
        from plakbord.cli import voting_round

        return voting_round
    if name == "vote":
        from plakbord.cli import vote

        return vote
    if name == "results":
        from plakbord.cli import results

        return results
    if name == "export":
        from plakbord.cli import export

        return export
    if name == "check":
        from plakbord.cli import check

        return check
    if name == "recover":
        from plakbord.cli import recover

        return recover
    from plakbord.cli import schema

    return schema
