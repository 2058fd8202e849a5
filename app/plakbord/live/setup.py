"""What the facilitator has chosen for the phones, and what writing needs from the rest of the program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol, TypeAlias

from msgspec import Struct

from canvas_files.document import Document
from canvas_files.records import Note

Mode: TypeAlias = Literal["write", "look", "vote", "results"]
Where: TypeAlias = Literal["board", "tray"]


class Setup(Struct, frozen=True):
    """`inbox` is where notes from phones land; `head_count` 0 lets anybody in; `hidden` notes come in face down."""

    mode: Mode = "write"
    writing: bool = True
    hidden: bool = False
    inbox: Where = "board"
    head_count: int = 0
    names: tuple[str, ...] = ()
    locked: bool = False


class Image(Struct, frozen=True):
    """A sheet as a PNG of w by h pixels."""

    png: bytes
    w: int
    h: int


class Hanging(Protocol):
    """Knows where notes hang, which takes knowing what a sheet looks like."""

    def place(self, sheet: str, block: str, text: str) -> Note:
        """A new note at a free place of a block, "" for beside the sheet. Raises LookupError."""

    def placed(self, note: Note, block: str) -> Note:
        """A note at a free place of another block of its sheet. Raises LookupError."""


class Desk(Struct, frozen=True):
    """The workshop the phones take part in. `voter` gives the id of a voter for a round's id and who
    somebody is, and raises Problem when nobody can tell; `picture` paints a sheet
    beside everything else, and calls back with it, or with None when that cannot be."""

    document: Document
    hanging: Hanging
    voter: Callable[[str, str], str]
    picture: Callable[[str, Callable[[Image | None], None]], None] | None = None
