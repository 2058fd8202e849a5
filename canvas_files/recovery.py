"""What a crash left: finding the journals that hold more than their files, saying what is in them, opening them as
workshops. Nothing is ever thrown away here but what the file holds already and what was put aside a month ago."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Literal

from msgspec import Struct

from canvas_files.disk import Disk
from canvas_files.document import Document
from canvas_files.file import SUFFIX as FILE_SUFFIX
from canvas_files.file import decode, encode
from canvas_files.journal import SUFFIX
from canvas_files.journal_text import Reading, read_journal, replayed
from canvas_files.lock import is_open_elsewhere
from canvas_files.problems import Problem
from canvas_files.queries import counts
from canvas_files.safe_write import write_whole
from canvas_files.shelf import Shelf, digest_of

ASIDE = ".aside"
KEPT_ASIDE = 30 * 86_400.0
"""Seconds that something put aside is kept."""

Relation = Literal["unsaved", "newer", "changed", "overtaken", "gone"]
"""To its file: it has none; it goes on from what is there now; something else is there now; that is the same workshop
with at least as many changes; the file is not there now."""


class Found(Struct, frozen=True, kw_only=True):
    """A workshop that a crash left. `changes` are not in the file; `file_notes` is None when the file cannot be read;
    `lost` says whether the end of the journal was torn off."""

    journal: Path
    document_id: str
    title: str
    file: Path | None
    relation: Relation
    began: float
    last: float
    changes: int
    notes: int
    sheets: int
    file_notes: int | None = None
    lost: bool = False
    aside: bool = False


class Recovered(Struct, frozen=True):
    """An opened one: the workshop, its file, which contents of the file it goes on from, the revision in it, and the
    one that the work is counted from."""

    document: Document
    path: Path | None
    digests: tuple[str, ...]
    in_file: int
    since: int


def find(shelf: Shelf, disk: Disk, *, aside: bool = False) -> list[Found]:
    """Every workshop with work that is not in its file and that is not open somewhere now, the latest first; those put
    aside too when asked. Journals that hold nothing more are cleared away."""
    found = [one for path in _journals(shelf, disk, SUFFIX) if (one := _look_at(path, shelf, disk)) is not None]
    if aside:
        found += [one for path in _journals(shelf, disk, ASIDE) if (one := _look_at(path, shelf, disk)) is not None]
    return sorted(found, key=lambda one: (one.aside, -one.last, str(one.journal)))


def open_found(found: Found, disk: Disk) -> Recovered:
    """The workshop as it was after its last change. Raises Problem."""
    reading = _read(found.journal, disk)
    content = _content(found.file, disk)
    digests = reading.digests
    if content is not None and digest_of(content) in digests:
        digests = (*digests, digest_of(content))
    in_file = _revision_of(content, reading)
    return Recovered(replayed(reading), found.file, digests, in_file, max(in_file, reading.head.since))


def write_out(found: Found, folder: Path, name: str, disk: Disk) -> Path:
    """Writes it as a workshop file with a name that is not taken yet; the journal stays. Raises Problem."""
    data = encode(open_found(found, disk).document)
    path, number = folder / f"{name}{FILE_SUFFIX}", 1
    while disk.stamp(path) is not None:
        number += 1
        path = folder / f"{name} ({number}){FILE_SUFFIX}"
    write_whole(path, data, disk)
    return path


def put_aside(journal: Path, disk: Disk) -> None:
    """Keeps it out of sight for a month. Raises OSError."""
    if journal.suffix != ASIDE:
        disk.replace(journal, journal.with_suffix(ASIDE))
        disk.sync_folder(journal.parent)


def forget_old(shelf: Shelf, disk: Disk, now: float) -> None:
    """Takes away what was put aside more than a month ago."""
    for path in _journals(shelf, disk, ASIDE):
        with contextlib.suppress(OSError):
            stamp = disk.stamp(path)
            if stamp is not None and now - stamp.modified_ns / 1e9 > KEPT_ASIDE:
                disk.remove(path)


def _journals(shelf: Shelf, disk: Disk, suffix: str) -> list[Path]:
    found: list[Path] = []
    for folder in shelf.journals:
        with contextlib.suppress(OSError):
            found += [folder / name for name in disk.names(folder) if name.endswith(suffix)]
    return found


def _read(path: Path, disk: Disk) -> Reading:
    try:
        return read_journal(disk.read(path), path.name)
    except OSError as error:
        raise Problem("unreadable", name=path.name, reason=error.strerror or error) from error


def _look_at(path: Path, shelf: Shelf, disk: Disk) -> Found | None:
    aside = path.suffix == ASIDE
    try:
        reading = _read(path, disk)
    except Problem:
        if not aside:  # a journal that was killed in its first moment, or damaged: for a month it is there to look at
            with contextlib.suppress(OSError):
                put_aside(path, disk)
        return None
    if not aside and is_open_elsewhere(shelf, reading.head.document, disk):
        return None
    if not aside and (_superseded(path, reading, shelf, disk) or _nothing_more(path, reading, disk)):
        return None
    return _described(path, reading, disk, aside)


def _superseded(path: Path, reading: Reading, shelf: Shelf, disk: Disk) -> bool:
    """Whether a later journal took over, and only the removal of this one did not come about."""
    for other in _journals(shelf, disk, SUFFIX):
        if other == path or other.name.split(".")[0] != path.name.split(".")[0]:
            continue
        with contextlib.suppress(Problem, OSError):
            later = _read(other, disk)
            if later.head.follows == path.name and later.revision >= reading.revision:
                clear(path, disk)
                return True
    return False


def _nothing_more(path: Path, reading: Reading, disk: Disk) -> bool:
    """Whether the file, which the journal knows, holds everything: the program ended just before it cleared up."""
    if reading.head.path is None:
        return False
    content = _content(Path(reading.head.path), disk)
    if content is None or digest_of(content) not in reading.digests:
        return False
    if _revision_of(content, reading) < reading.revision:
        return False
    clear(path, disk)
    return True


def clear(path: Path, disk: Disk) -> None:
    """Takes a journal away that nobody needs; that it stays is harmless."""
    with contextlib.suppress(OSError):
        disk.remove(path)


def _described(path: Path, reading: Reading, disk: Disk, aside: bool) -> Found:
    document = replayed(reading)
    file = None if reading.head.path is None else Path(reading.head.path)
    content = _content(file, disk)
    in_file = _revision_of(content, reading)
    now = counts(document.records)
    return Found(
        journal=path,
        document_id=document.document_id,
        title=document.workshop.title,
        file=file,
        relation=_relation(file, content, reading),
        began=reading.head.began,
        last=reading.last,
        changes=max(0, reading.revision - max(in_file, reading.head.since)),
        notes=now.get("note", 0),
        sheets=now.get("sheet", 0),
        file_notes=_notes_in(content),
        lost=reading.lost > 0,
        aside=aside,
    )


def _relation(file: Path | None, content: bytes | None, reading: Reading) -> Relation:
    if file is None:
        return "unsaved"
    if content is None:
        return "gone"
    if digest_of(content) in reading.digests:
        return "newer"
    document = _document(content)
    same = document is not None and document.document_id == reading.head.document
    return "overtaken" if same and document and document.store.revision >= reading.revision else "changed"


def _content(file: Path | None, disk: Disk) -> bytes | None:
    try:
        return None if file is None else disk.read(file)
    except (OSError, ValueError):
        return None


def _revision_of(content: bytes | None, reading: Reading) -> int:
    """The revision in the file when it is one this journal goes on from; -1 when not."""
    if content is None or digest_of(content) not in reading.digests:
        return -1
    document = _document(content)
    return -1 if document is None else document.store.revision


def _notes_in(content: bytes | None) -> int | None:
    document = _document(content)
    return None if document is None else counts(document.records).get("note", 0)


def _document(content: bytes | None) -> Document | None:
    try:
        return None if content is None else decode(content, "")
    except Problem:
        return None
