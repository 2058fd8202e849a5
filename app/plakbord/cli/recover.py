"""`plakbord recover`: what a crash left, listed or written out as workshop files. The journals themselves stay."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from canvas_files.disk import Disk
from canvas_files.problems import Problem
from canvas_files.recovery import Found, find, forget_old, write_out
from plakbord.cli import streams
from plakbord.cli.sentences import in_words, system_words_language
from plakbord.paths import file_name, private_shelf
from plakbord.words import Words, load_words


def arguments(parser: argparse.ArgumentParser) -> None:
    """Says which arguments the command takes."""
    parser.add_argument("--list", action="store_true", help="only say what there is (the default)")
    parser.add_argument("--into", metavar="FOLDER", type=Path, help="write each as a workshop file in that folder")


def run(options: argparse.Namespace) -> None:
    """Lists or writes. Raises Problem when a file cannot be written."""
    t = load_words(system_words_language())
    shelf, disk = private_shelf(), Disk()
    forget_old(shelf, disk, time.time())
    found = find(shelf, disk, aside=True)
    if not found:
        streams.say(t("recovery.none"))
    if options.into is None:
        for one in found:
            streams.say(described(one, t))
        return
    if found and not options.into.is_dir():
        raise Problem("no_folder", folder=options.into)
    worst: Problem | None = None
    for one in found:
        try:
            streams.say(str(write_out(one, options.into, name_for(one, t), disk)))
        except Problem as problem:  # the others are still written
            streams.complain(in_words(problem, t.language))
            worst = problem
    if worst is not None:
        raise worst


def described(found: Found, t: Words) -> str:
    """One line: what it is, what is in it, until when, and where it belongs."""
    when = time.strftime("%Y-%m-%d %H:%M", time.localtime(found.last))
    parts = [
        f"{when}  {found.title or t('window.untitled')}",
        t("status.notes", n=found.notes),
        t("recovery.changes", n=found.changes),
        t(f"recovery.relation.{found.relation}", name=found.file or ""),
    ]
    return " · ".join([*parts, t("recovery.aside")] if found.aside else parts)


def name_for(found: Found, t: Words) -> str:
    """A file name that every system accepts."""
    title = found.file.stem if found.file is not None else found.title
    return file_name(title, t("window.untitled"))
