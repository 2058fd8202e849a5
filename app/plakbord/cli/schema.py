"""`plakbord schema`: the file format for other programs."""

from __future__ import annotations

import argparse
import json

from canvas_files.schema import schema
from plakbord.cli import streams


def arguments(_parser: argparse.ArgumentParser) -> None:
    """The command takes none."""


def run(_options: argparse.Namespace) -> None:
    """Prints the JSON Schema."""
    streams.say_data(json.dumps(schema(), indent=1))
