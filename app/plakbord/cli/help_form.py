"""What the help of the commands looks like."""

from __future__ import annotations

import argparse


class Help(argparse.HelpFormatter):
    """Help of the same width everywhere; asking how wide the terminal is costs every command 4 ms."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=100)
