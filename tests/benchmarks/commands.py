"""Whole commands, from the start of the process to its end, beside a Python process that does nothing."""

from __future__ import annotations

from benchmarks.timing import Row, Target, process, side_by_side
from benchmarks.workshops import canvas_with, environment, folder
from canvas_files.file import save_file

NOTES = 300


def export_rows() -> list[Row]:
    """One row: `plakbord export`."""
    return [command_row("export", ("{file}", "{folder}/poster.pdf", "--force"), Target(30))]


def check_rows() -> list[Row]:
    """One row: `plakbord check`."""
    return [command_row("check", ("{file}",), Target(12))]


def command_row(name: str, arguments: tuple[str, ...], target: Target) -> Row:
    """A command on a canvas; {file} and {folder} among its arguments stand for where that is."""
    with folder() as place:
        file = place / "canvas.plakbord"
        save_file(canvas_with(NOTES), file)
        given = [argument.format(file=file, folder=place) for argument in arguments]
        around = environment(place)
        ours, floor = process(["-m", "plakbord", name, *given], around), process(["-c", "pass"], around)
        return side_by_side((name, "whole process", NOTES), ours, floor, target)
