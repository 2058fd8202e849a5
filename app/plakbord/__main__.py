"""The `plakbord` command: a command such as `plakbord export` goes to the command line, a file and the wish to share it
to the window. Each is loaded only when it is meant, for the one needs no Qt and the other no parser."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Does what the command line asks; the exit code at the end."""
    arguments = sys.argv[1:]
    from plakbord.cli.names import COMMANDS

    shares = any(argument.partition("=")[0] in ("--share", "--share-as") for argument in arguments)
    if arguments and (
        arguments[0] in COMMANDS or (not shares and (arguments[0].startswith("-") or len(arguments) > 1))
    ):
        from plakbord.cli.command_line import run

        return run(arguments)
    gc.disable()  # nothing that is made while starting is garbage; the window turns it on again
    from plakbord.main import run as show

    return show(arguments)


if __name__ == "__main__":
    sys.exit(main())
