"""The private folder where the program keeps what is not the person's own file: journals, earlier states and locks.
Never beside the workshop, for folders there may be synchronised, read only or on a stick."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

_HEX = frozenset("0123456789abcdef")


class Shelf(Struct, frozen=True):
    """Where things are kept. `spare` is where a journal goes when `root` fails: another disk, if possible."""

    root: Path
    spare: tuple[Path, ...] = ()

    @property
    def journals(self) -> tuple[Path, ...]:
        """The folders of journals, the best one first."""
        return tuple(place / "journals" for place in (self.root, *self.spare))

    @property
    def locks(self) -> Path:
        """The folder of lock files."""
        return self.root / "locks"

    def round_keys(self, document_id: str) -> Path:
        """The folder of the keys of one document's secret rounds."""
        return self.root / "rounds" / key_of(document_id)

    def backups(self, document_id: str) -> Path:
        """The folder of one document's earlier states."""
        return self.all_backups / key_of(document_id)

    @property
    def all_backups(self) -> Path:
        """The folder that holds those of every document."""
        return self.root / "backups"


def key_of(document_id: str) -> str:
    """A file name for a document: its id is whatever a file says it is."""
    if len(document_id) == 32 and _HEX.issuperset(document_id):
        return document_id
    import hashlib  # 3 ms that a start does not need

    return hashlib.sha256(document_id.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def digest_of(data: bytes) -> str:
    """What tells whether two contents are the same."""
    import hashlib

    return hashlib.sha256(data).hexdigest()
