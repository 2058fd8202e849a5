"""Which workshops are open on this computer, so that two programs never work on the same one without knowing. By the
document's id and by the file itself, whatever path leads to it; a program that is gone holds nothing."""

from __future__ import annotations

import contextlib
from pathlib import Path

from canvas_files.disk import Disk
from canvas_files.shelf import Shelf, key_of


class DocumentLock:
    """Held as long as a workshop is open. Where locking itself is impossible, nobody is kept from working."""

    def __init__(self, shelf: Shelf, document_id: str, disk: Disk) -> None:
        self._folder = shelf.locks
        self._disk = disk
        self._document = f"document-{key_of(document_id)}"
        self._file = ""
        self._held: dict[str, int | None] = {}

    def take(self, path: Path | None = None) -> bool:
        """Whether the workshop, and the file it is in, are ours now; false when another program has one of them."""
        if not self._take(self._document):
            return False
        if not self.follow(path):
            self.release()
            return False
        return True

    def follow(self, path: Path | None) -> bool:
        """The workshop is in that file now: a save put a new file in the place of the old one, or it has another
        path."""
        before, self._file = self._file, self._key_of_file(path)
        if before != self._file and before:
            self._let_go(before)
        return not self._file or self._take(self._file)

    def release(self) -> None:
        """Others may have it."""
        for key in list(self._held):
            self._let_go(key)
        self._file = ""

    def _key_of_file(self, path: Path | None) -> str:
        try:
            stamp = None if path is None else self._disk.stamp(path)
        except OSError:
            stamp = None
        return "" if stamp is None else f"file-{stamp.device:x}-{stamp.inode:x}"

    def _take(self, key: str) -> bool:
        if key in self._held:
            return True
        try:
            self._disk.make_folder(self._folder)
            handle = self._disk.lock(self._folder / f"{key}.lock")
        except OSError:
            self._held[key] = None  # a full or read-only private folder; the digest still guards the file
            return True
        if handle is None:
            return False
        self._held[key] = handle
        return True

    def _let_go(self, key: str) -> None:
        handle = self._held.pop(key, None)
        if handle is not None:
            with contextlib.suppress(OSError):
                self._disk.unlock(self._folder / f"{key}.lock", handle)


def is_open_elsewhere(shelf: Shelf, document_id: str, disk: Disk) -> bool:
    """Whether some program has that workshop open at this moment."""
    lock = DocumentLock(shelf, document_id, disk)
    free = lock.take()
    lock.release()
    return not free
