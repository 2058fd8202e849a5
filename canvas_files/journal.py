"""The journal of one open workshop: every change stands in it before the call that made it returns, so that a program
that is killed loses nothing; an fsync soon after makes that hold for a power cut too.

Each journal file stands on its own: it begins with the whole workshop. A new one is written beside the old, and the old
one goes away only when the new one is safe on the disk. Knows nothing of threads but that there may be two: the one
that changes the workshop calls `append`, another may do the rest.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock

from canvas_files.disk import Disk
from canvas_files.journal_text import Head, beginning, saving_line
from canvas_files.shelf import key_of

MOST_CHANGES = 5_000
MOST_BYTES = 2_000_000
"""What a journal holds besides its beginning before it is to be begun anew."""
SUFFIX = ".journal"
_DIGESTS = 8


class Journal:
    """`base` is the workshop's bytes at `revision`. Nothing is written before the first change. `written` is the last
    change that a kill cannot take away, `durable` the last one that a power cut cannot; `failure` says why there is
    no journal at the moment."""

    def __init__(
        self,
        document_id: str,
        folders: Sequence[Path],
        base: bytes,
        revision: int,
        disk: Disk,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._id = document_id
        self._folders = tuple(folders)
        self._disk = disk
        self._clock = clock
        self._base, self._base_revision = base, revision
        self._tail: list[tuple[int, bytes]] = []
        self._tail_size = 0
        self._digests: tuple[str, ...] = ()
        self._file: str | None = None
        self._since = revision
        self._path: Path | None = None
        self._handle: int | None = None
        self._place = 0
        self._door = Lock()  # held for moments: who changes the workshop waits here
        self._work = Lock()  # held as long as the disk takes: one sync or renewal at a time
        self.written = self.durable = revision
        self.failure: OSError | None = None

    @property
    def path(self) -> Path | None:
        """Where it is at the moment; None when there is nothing to keep."""
        return self._path

    @property
    def full(self) -> bool:
        """Whether it is time to begin anew with the workshop as it is now."""
        return len(self._tail) >= MOST_CHANGES or self._tail_size >= MOST_BYTES

    def belongs_to(self, path: Path | None, digests: Sequence[str], since: int) -> None:
        """Says which file the workshop is in, which contents of it are behind the work here, and which revision the
        work is counted from."""
        self._file = None if path is None else str(path)
        self._since = since
        self._digests = tuple(digests)[-_DIGESTS:]

    def append(self, revision: int, line: bytes) -> None:
        """Writes down a change. Never raises: what went wrong stands in `failure`, and the change is kept for the next
        renewal."""
        with self._door:
            self._tail.append((revision, line))
            self._tail_size += len(line)
            if self.failure is not None:
                return
            try:
                if self._handle is None:
                    self._begin()
                else:
                    self._disk.write(self._handle, line)  # when only half of it got there, reading stops at it
            except OSError as error:
                self.failure = error
            else:
                self.written = revision

    def sync(self) -> None:
        """Brings what was written to the disk; `durable` then says how far. Never raises."""
        with self._work:
            with self._door:
                handle, path, written = self._handle, self._path, self.written
                if handle is None or path is None or self.failure is not None or self.durable >= written:
                    return
            try:
                self._disk.sync(handle)
                if self.durable <= self._base_revision:
                    self._disk.sync_folder(path.parent)  # the file itself may be new
            except OSError as error:
                # After a failed fsync the system may call lost pages clean: this file is not to be trusted again.
                self.failure = error
            else:
                self.durable = written

    def expect(self, revision: int, digest: str) -> None:
        """Writes down that the workshop's file is about to get that content. Never raises."""
        with self._work:
            try:
                with self._door:
                    self._digests = (*self._digests, digest)[-_DIGESTS:]
                    handle = self._handle
                    if handle is None or self.failure is not None:
                        return
                    self._disk.write(handle, saving_line(revision, self._clock(), digest))
                self._disk.sync(handle)
            except OSError as error:
                self.failure = error

    def saved(self, base: bytes, revision: int) -> None:
        """The workshop's file holds that much: what is behind it need not be kept here any more. Never raises."""
        with self._work:
            with self._door:
                done = self.written <= revision and not any(when > revision for when, _ in self._tail)
                if done:
                    old, handle = self._path, self._handle
                    self._path = self._handle = self.failure = None
                    self._place = 0
                    self._rebase(base, revision)
                    self.written = self.durable = revision
            if done:
                self._drop(old, handle)
                return
        self.renew(base, revision)

    def renew(self, base: bytes, revision: int) -> bool:
        """Begins anew with the workshop as it was at that revision and every change since; after a failure in the next
        folder. Whether it worked; the old journal goes away only then."""
        with self._work:
            return self._renew(base, revision)

    def close(self) -> None:
        """Lets go of the file and leaves it where it is."""
        with self._work, self._door:
            handle, self._handle = self._handle, None
            if handle is not None:
                with contextlib.suppress(OSError):
                    self._disk.close(handle)

    def _begin(self) -> None:
        """The first change since the file was read or written. Raises OSError."""
        path = self._new_path()
        self._disk.make_folder(path.parent)
        handle = self._disk.append(path)
        lines = b"".join(line for _, line in self._tail)
        try:
            self._disk.write(handle, beginning(self._head(None), self._base) + lines)
        except OSError:
            self._drop(path, handle)
            raise
        self._path, self._handle = path, handle

    def _renew(self, base: bytes, revision: int) -> bool:
        if self.failure is not None:
            self._place += 1
        path = self._new_path()
        handle: int | None = None
        try:
            self._disk.make_folder(path.parent)
            handle = self._disk.append(path)
            with self._door:
                lines = [(when, line) for when, line in self._tail if when > revision]
            follows = self._path.name if self._path is not None else None
            start = beginning(self._head(follows), base)
            self._disk.write(handle, start + b"".join(line for _, line in lines))
            self._disk.sync(handle)
            self._disk.sync_folder(path.parent)
            durable = lines[-1][0] if lines else revision
            old = self._swap(base, revision, path, handle, durable)
        except OSError as error:
            if self.failure is not None:
                self.failure = error
            if handle is not None:
                self._drop(path, handle)
            return False
        self._drop(*old)
        return True

    def _swap(
        self, base: bytes, revision: int, path: Path, handle: int, durable: int
    ) -> tuple[Path | None, int | None]:
        """From now on the new file is the journal: the changes made while it was written go in first."""
        with self._door:
            late = [(when, line) for when, line in self._tail if when > durable]
            self._disk.write(handle, b"".join(line for _, line in late))
            old = self._path, self._handle
            self._path, self._handle, self.failure = path, handle, None
            self._rebase(base, revision)
            self.durable = durable
            self.written = late[-1][0] if late else durable
        return old

    def _rebase(self, base: bytes, revision: int) -> None:
        self._base, self._base_revision = base, revision
        self._tail = [(when, line) for when, line in self._tail if when > revision]
        self._tail_size = sum(len(line) for _, line in self._tail)

    def _head(self, follows: str | None) -> Head:
        return Head(self._id, self._file, self._digests, follows, self._since, self._clock())

    def _new_path(self) -> Path:
        folder = self._folders[self._place % len(self._folders)]
        return folder / f"{key_of(self._id)}.{time.time_ns():020d}-{os.urandom(3).hex()}{SUFFIX}"

    def _drop(self, path: Path | None, handle: int | None) -> None:
        if handle is not None:
            with contextlib.suppress(OSError):
                self._disk.close(handle)
        if path is not None:
            with contextlib.suppress(OSError):
                self._disk.remove(path)
