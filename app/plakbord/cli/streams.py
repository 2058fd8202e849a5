"""The standard streams as scripts need them: UTF-8 in pipes and files, one line per message whatever a file name holds,
and no complaint when the reader goes away."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from canvas_files.file import LARGEST
from canvas_files.problems import Problem
from plakbord.cli.sentences import Refusal


def prepare() -> None:
    """A terminal keeps its own encoding; what it cannot show is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def one_line(text: str) -> str:
    """The text without line breaks, terminal codes and halves of characters: those become visible escapes."""
    return "".join(letter if letter.isprintable() else _escaped(letter) for letter in text)


def _escaped(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")


def say(line: str) -> None:
    """One line of the answer. Raises Problem when it cannot be written, BrokenPipeError when nobody reads any more."""
    _write(sys.stdout, one_line(line) + "\n")


def say_data(text: str) -> None:
    """An answer for other programs, as it is."""
    _write(sys.stdout, text + "\n")


def complain(sentence: str) -> None:
    """One line on standard error, as long as there is one."""
    try:
        _write(sys.stderr, f"plakbord: {one_line(sentence)}\n")
    except (Problem, BrokenPipeError):
        return


def finish() -> None:
    """Sends on what is still waiting. Raises like say."""
    _write(sys.stdout, "")
    if sys.stdout is not None:
        _guarded_flush(sys.stdout)


def forget_output() -> None:
    """Sends what is still waiting nowhere, so that Python does not complain about it at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def read_input() -> bytes:
    """All of standard input. Raises Problem when there is none, or more than a workshop can hold."""
    if sys.stdin is None:
        return b""
    try:
        data = sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        raise Refusal("no_input", reason=error.strerror) from error
    if len(data) > LARGEST:
        raise Refusal("much_input", limit=LARGEST // 1_000_000)
    return data


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # closed by who started the program
        return
    try:
        stream.write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Refusal("no_output", reason=error.strerror) from error


def _guarded_flush(stream: TextIO) -> None:
    try:
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        forget_output()
        raise Refusal("no_output", reason=error.strerror) from error
