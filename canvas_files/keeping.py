"""Everything that keeps one open workshop safe, joined: its file, its journal, its earlier states. Does each thing when
it is asked; when to ask, and in which thread, is for the session."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Literal

from canvas_files.backups import Backups
from canvas_files.change import Change
from canvas_files.disk import Disk, Stamp
from canvas_files.document import Document, Snapshot
from canvas_files.file import encode
from canvas_files.journal import Journal
from canvas_files.journal_text import line_of
from canvas_files.lock import DocumentLock
from canvas_files.problems import Problem
from canvas_files.safe_write import problem_of, write_whole
from canvas_files.shelf import Shelf, digest_of

Truth = Literal["file", "computer", "memory"]
"""Where the last change is: saved in the file, safe on this computer, or only in memory."""
Outside = Literal["same", "changed", "gone"]
"""How the file is found: as we left it, changed by another program, or not there any more."""
_SMALL = 1_000_000
"""Bytes of a file that is read every time it is looked at; of a larger one its times and size must differ first."""


class Keeping:
    """`path` is the workshop's file, None before the first save; `in_file` the revision that is in it. `data` is what
    was read from the file, None when there is none. Without a shelf there is only the file: no journal, no earlier
    states, no lock."""

    def __init__(
        self,
        document: Document,
        shelf: Shelf | None = None,
        path: Path | None = None,
        data: bytes | None = None,
        disk: Disk | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.disk = disk or Disk()
        self.shelf = shelf
        self.path = path
        self.in_file = document.store.revision if data is not None else -1
        self.outside: Outside = "same"
        self.warning: Problem | None = None
        self.backups: Backups | None = None
        self.lock: DocumentLock | None = None
        if shelf is not None:
            self.backups = Backups(shelf, shelf.backups(document.document_id), self.disk, clock)
            self.lock = DocumentLock(shelf, document.document_id, self.disk)
        self._document = document
        self._clock = clock
        self._known: bytes | str | None = data
        self._introduced = False
        self._stamp: Stamp | None = None
        self._templates = len(document.raw_templates)
        self._saving = Lock()
        self._sealed: set[str] = set()
        base, folders = (encode(document), shelf.journals) if shelf else (b"", ())
        revision = document.store.revision
        self.journal = Journal(document.document_id, folders, base, revision, self.disk, clock)

    @property
    def truth(self) -> Truth:
        """Where the last change is."""
        revision = self._document.store.revision
        if self.in_file >= revision and self.outside == "same":
            return "file"
        return "computer" if self.journal.path is not None and self.journal.durable >= revision else "memory"

    @property
    def homeless(self) -> bool:
        """Whether what was saved is neither in the file any more, for others changed or took it, nor in a journal."""
        return self.outside != "same" and self.journal.path is None

    def on_change(self, change: Change) -> None:
        """Writes the change down before the call that made it returns."""
        if self.lock is None:  # nothing is kept on this computer
            return
        if not self._introduced:
            self._introduce(self.lock)
        templates = self._document.raw_templates[self._templates :]
        self._templates += len(templates)
        revision = self._document.store.revision
        self.journal.append(revision, line_of(revision, self._clock(), change, templates))

    def _introduce(self, lock: DocumentLock) -> None:
        """At the first change: the workshop is ours, and the journal will say what it goes on from."""
        self._introduced = True
        if isinstance(self._known, bytes):
            self.journal.belongs_to(self.path, [digest_of(self._known)], self.in_file)
        lock.take(self.path)

    def resume(self, path: Path | None, digests: tuple[str, ...], in_file: int, since: int) -> bool:
        """For work that was found after a crash: it goes on from those contents of that file, and has a journal of its
        own at once. Whether that could be written."""
        self.path, self.in_file = path, in_file
        self._known = digests[-1] if digests else None
        self._introduced = True
        self.journal.belongs_to(path, digests, since)
        self.look()
        return self.journal.renew(encode(self._document), self._document.store.revision)

    def save(
        self,
        shot: Snapshot,
        path: Path | None = None,
        *,
        overwrite: bool = False,
        disk: Disk | None = None,
        rest: Callable[[], None] | None = None,
    ) -> None:
        """Saves in the file, or from now on in another. Raises Problem; nothing is lost then. A file that another
        program changed meanwhile is not touched unless overwrite says so. May be called by any thread."""
        target = path or self.path
        if target is None:
            raise ValueError("a workshop that was never saved needs a path")
        with self._saving:
            data = encode(shot, rest)
            self._keep_old(target, overwrite)
            if self.shelf is not None:
                self.journal.expect(shot.revision, digest_of(data))
            try:
                write_whole(target, data, disk or self.disk)
            except Problem as problem:
                if problem.key == "not_confirmed":
                    self.path, self._known, self.outside = target, data, "same"
                raise
            self.path, self._known, self.outside = target, data, "same"
            self.in_file = shot.revision
            self._stamp = None
            if self.lock is not None:
                self.lock.follow(target)
                self._introduced = True
                self.journal.belongs_to(target, [digest_of(data)], shot.revision)
                self.journal.saved(data, shot.revision)

    def look(self) -> Outside:
        """Whether the file is still as it was left; `outside` says the same afterwards. May be called by any thread."""
        with self._saving:
            if self.path is not None and self._known is not None:
                self.outside = self._looked(self.path)
            return self.outside

    def keep_moment(self, shot: Snapshot, kind: str, name: str = "", rest: Callable[[], None] | None = None) -> None:
        """Keeps this state. Raises Problem."""
        if self.backups is not None:
            self.backups.keep(encode(shot, rest), shot.revision, kind, name, self.path)

    def seal(self, rounds: set[str]) -> None:
        """For secret rounds that are over: takes their votes out of the states that were kept while people voted, now
        and in those that are still to be kept."""
        with self._saving:
            self._sealed |= rounds
            if self.backups is not None:
                from canvas_files.sealing import without_votes

                self.backups.mend(lambda data: without_votes(data, self._sealed))

    def renew_journal(self, shot: Snapshot, rest: Callable[[], None] | None = None) -> None:
        """Begins the journal anew, after a failure in another folder."""
        if self.shelf is not None:
            self.journal.renew(encode(shot, rest), shot.revision)

    def close(self) -> None:
        """Lets go of the workshop; work that is not in the file stays in the journal."""
        self.journal.close()
        if self.lock is not None:
            self.lock.release()

    def _looked(self, path: Path) -> Outside:
        try:
            stamp = self.disk.stamp(path)
            if stamp is None:
                return "gone"
            if stamp == self._stamp and stamp.size > _SMALL:
                return self.outside
            same = self._is_known(self.disk.read(path))
        except OSError:
            return "gone"
        self._stamp = stamp
        return "same" if same else "changed"

    def _is_known(self, data: bytes) -> bool:
        """Whether that is the content that was last read or written here."""
        return data == self._known if isinstance(self._known, bytes) else digest_of(data) == self._known

    def _keep_old(self, target: Path, overwrite: bool) -> None:
        """Puts what is about to be replaced with the earlier states. Raises Problem when it is not ours to replace."""
        if not self.disk.may_write(target):
            raise Problem("marked_read_only", name=target.name)
        try:
            old = self.disk.read(target)
        except (FileNotFoundError, NotADirectoryError):
            return  # not there yet, moved or removed: writing it again loses nothing
        except OSError as error:
            raise problem_of(target, error) from error
        ours = target == self.path and self._is_known(old)
        if target == self.path and not ours and not overwrite:
            self.outside = "changed"
            raise Problem("changed_on_disk", name=target.name)
        self.warning = None
        if self.backups is None:
            return
        try:
            if ours:
                from canvas_files.sealing import without_votes

                old = without_votes(old, self._sealed) or old
                self.backups.keep(old, max(self.in_file, 0), "save", where=target)
            else:
                self.backups.keep_strange(old)
        except Problem as problem:  # a full private folder must not stop saving to a healthy one
            self.warning = problem
        with contextlib.suppress(OSError):
            self._stamp = self.disk.stamp(target)
