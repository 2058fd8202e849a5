"""The commands there are and what each is for, without loading any of them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "new": "make a workshop file with one or more sheets",
        "add": "put notes on a sheet, each at a free place, and print their ids",
        "link": "join two notes, or couple two data sources",
        "set": "fill in a field or a scale of a sheet",
        "picture": "give a sheet its portrait",
        "round": "set up a round of dot-voting, open, close and reveal it",
        "vote": "cast the ballot of one person in an open round",
        "results": "print what a round of voting came to",
        "export": "write sheets as a PDF poster in their true size",
        "inventory": "tell which data is kept where, and what is missing",
        "check": "count what a workshop file holds, and name what is wrong with it",
        "recover": "list what a crash left, or write it out as workshop files",
        "schema": "print the JSON Schema of the file format",
    }
)
