"""Who is in the room, remembered on this laptop and nowhere else, so that after a crash the same phones are the same
people: a line for everything that happened, written before anybody is told. Of a token only the hash is kept. Never in
the workshop file."""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from io import FileIO
from pathlib import Path
from typing import Any

from canvas_files.shelf import Shelf, key_of

KEPT_DAYS = 30
_SUFFIX = ".room"

Line = dict[str, Any]


class Guestbook:
    """The book of one workshop. Without a folder, or on a disk that fails, the room works and is forgotten at the end:
    that the book fails is no reason to send anybody away."""

    def __init__(self, folder: Path | None, document_id: str) -> None:
        self._path = None if folder is None else folder / f"{key_of(document_id)}{_SUFFIX}"
        self._file: FileIO | None = None
        self._unsynced = False
        self.failed = False

    def read(self) -> list[Line]:
        """Everything that was written, up to what a crash broke off."""
        if self._path is None:
            return []
        try:
            data = self._path.read_bytes()
        except OSError:
            return []
        return list(_lines(data))

    @property
    def age(self) -> float:
        """Seconds since the last line, 0 for a book that is not there."""
        try:
            return 0.0 if self._path is None else max(0.0, time.time() - self._path.stat().st_mtime)
        except OSError:
            return 0.0

    def begin(self, lines: Iterable[Line]) -> None:
        """Begins anew with what is still true; the old book stays until the new one is there."""
        self.close()
        if self._path is None:
            return
        fresh = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with _private(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as file:
                file.write(b"".join(_encoded(line) for line in lines))
                os.fsync(file.fileno())
            fresh.replace(self._path)
            self._file = _private(self._path, os.O_WRONLY | os.O_APPEND)
        except OSError:
            self.failed = True

    def write(self, line: Line) -> None:
        """Writes a line; after this a killed program no longer loses it, and after `sync` a power cut neither."""
        if self._file is None:
            return
        try:
            self._file.write(_encoded(line))
            self._unsynced = True
        except OSError:
            self.failed = True

    def sync(self) -> None:
        """Brings what was written to the disk."""
        if self._file is not None and self._unsynced:
            self._unsynced = False
            try:
                os.fsync(self._file.fileno())
            except OSError:
                self.failed = True

    def close(self) -> None:
        """Nothing more is written."""
        self.sync()
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
        self._file = None


def book_folder(shelf: Shelf) -> Path:
    """Where the guestbooks are."""
    return shelf.root / "rooms"


def forget_old_rooms(folder: Path, now: float) -> None:
    """Removes what nobody came back to."""
    with contextlib.suppress(OSError):
        for path in folder.glob(f"*{_SUFFIX}"):
            with contextlib.suppress(OSError):
                if now - path.stat().st_mtime > KEPT_DAYS * 86_400:
                    path.unlink()


def _private(path: Path, flags: int) -> FileIO:
    """A file that only this person can read."""
    return FileIO(os.open(path, flags | getattr(os, "O_BINARY", 0), 0o600), "wb")


def _encoded(line: Mapping[str, Any]) -> bytes:
    return json.dumps(line, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def _lines(data: bytes) -> Iterator[Line]:
    for raw in data.split(b"\n")[:-1]:
        try:
            line = json.loads(raw)
        except (ValueError, RecursionError):
            return
        if isinstance(line, dict):
            yield line
