"""One open workshop: its document, its history, its file and what keeps it safe, joined here and nowhere else."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from canvas_files import order, queries
from canvas_files.background import Background, rest
from canvas_files.change import Change
from canvas_files.disk import Disk
from canvas_files.document import Document, Snapshot, new_document_id
from canvas_files.file import decode, open_file
from canvas_files.history import History
from canvas_files.keeping import Keeping, Truth
from canvas_files.problems import Problem
from canvas_files.records import Note, Sheet
from canvas_files.recovery import Found, clear, open_found, put_aside
from canvas_files.round_keys import RoundKeys
from canvas_files.shelf import Shelf
from canvas_files.votes import round_of
from canvas_files.votes_shown import VotesShown

if TYPE_CHECKING:  # loaded when somebody shares
    from plakbord.live.sharing import Sharing

SYNC_AFTER = 0.15
"""Seconds from the first change that may not survive a power cut to the moment it does."""
AUTOSAVE_AFTER = 2.0
LOOK_EVERY = 2.0
"""Seconds between two looks at whether the file was changed by others."""
RENEW_AFTER, SAVE_AGAIN_AFTER = 2.0, 30.0
"""Seconds before a journal, or a save, that failed is tried again."""
COMPACT_AFTER = 60.0
MOMENT_EVERY = 600.0


def nothing() -> None:
    """For who does not want to hear of it."""


class Session:
    """A workshop that is being worked on. `path` is None until it has been saved. With a shelf every change is safe on
    this computer; whoever shows the session calls `tend` a few times a second. `on_news` is called by any thread when
    something about that safety changed."""

    def __init__(
        self,
        document: Document,
        path: Path | None = None,
        data: bytes | None = None,
        shelf: Shelf | None = None,
        disk: Disk | None = None,
    ) -> None:
        self.document = document
        self.store = document.store
        self.history = History(self.store)
        self.keeping = Keeping(document, shelf, path, data, disk)
        self.on_news: Callable[[], None] = nothing
        self.autosaves = True
        self.trouble: Problem | None = None
        """Why the last save in the background did not work."""
        self.locked_out = False
        """Whether another program has this workshop open."""
        self.sharing: Sharing | None = None
        """The phones that take part, once somebody thought of sharing."""
        self._background = Background("plakbord-safety")
        self._saved_revision = self.store.revision
        self._sync_waits = self._busy = False
        self._last_change = self._last_look = self._last_moment = time.monotonic()
        self._next_renewal = self._next_save = 0.0
        self.store.read_only = document.read_only
        self.keep_keys_on(shelf)
        self.votes_shown = VotesShown(self.store)
        """Which round is looked at; the poster's choice too."""
        self.store.listen(self._on_change)

    @property
    def path(self) -> Path | None:
        """The workshop's file."""
        return self.keeping.path

    @property
    def changed(self) -> bool:
        """Whether there is work that is not in the file."""
        return self.store.revision != self._saved_revision or self.keeping.outside != "same"

    @property
    def read_only(self) -> bool:
        """Whether it is only looked at."""
        return self.store.read_only

    @property
    def truth(self) -> Truth:
        """Where the last change is."""
        return self.keeping.truth

    @property
    def syncing(self) -> bool:
        """Whether the last change is on its way to the disk, and nothing is wrong."""
        return self._sync_waits and self.keeping.journal.failure is None

    @property
    def name(self) -> str:
        """What the person calls this workshop: the file's name, or else its title; may be empty."""
        return self.path.stem if self.path else self.document.workshop.title

    @property
    def top_key(self) -> str | None:
        """The order key of the note that lies on top of all."""
        return order.top([note.z for note in self.notes_on_all()])

    def notes_on_all(self) -> list[Note]:
        """The notes of all sheets."""
        return [record for record in self.store.records.values() if isinstance(record, Note)]

    def notes_on(self, sheet: Sheet) -> list[Note]:
        """The notes of a sheet, the lowest first."""
        return queries.notes_on(self.store.records, sheet.id)

    # Voting

    def keep_keys_on(self, shelf: Shelf | None) -> None:
        """Where the keys of secret rounds are kept; without a shelf only in memory."""
        folder = None if shelf is None else shelf.round_keys(self.document.document_id)
        self._keys = RoundKeys(folder, self.keeping.disk)
        self._keys.forget_old(self.store.records)

    def voter_id(self, round_id: str, who: str) -> str:
        """The voter that `who` is in a round: a name, "person 3", "paper 12", a phone's own id. Raises Problem."""
        return self._keys.voter_id(self.store.records, round_of(self.store.records, round_id), who)

    def _follow_rounds(self, change: Change) -> None:
        """What people did in a round reaches the disk at every step of it; before they vote, and when a secret round is
        over, there is more to do."""
        from canvas_files.sealing import state_changes

        self._keys.follow(change)
        steps = state_changes(change)
        if not steps or self.keeping.shelf is None:
            return
        self.sync()
        if any(step.begins for step in steps):
            self.keep_moment("vote")
        over = {step.round.id for step in steps if step.seals}
        if over:
            shot = self.document.snapshot()
            self._do(lambda: self._seal(over, shot))

    def _seal(self, rounds: set[str], shot: Snapshot) -> None:
        """Nothing that was written while people voted tells any more who came when."""
        self.keeping.seal(rounds)
        if self.keeping.journal.path is not None:
            self.keeping.renew_journal(shot, rest)

    # Saving

    def save(self, path: Path | None = None, *, overwrite: bool = False, disk: Disk | None = None) -> None:
        """Saves in the file, or from now on in another. Raises Problem; nothing is lost then. A file that another
        program changed meanwhile is not touched unless overwrite says so."""
        if path is None and self.path is None:
            raise ValueError("a workshop that was never saved needs a path")
        if self.document.read_only:
            raise Problem("read_only", name=(path or self.path or Path()).name)
        if self.locked_out:
            raise Problem("in_use", name=(path or self.path or Path()).name)
        shot = self.document.snapshot()

        def work() -> None:
            self.keeping.save(shot, path, overwrite=overwrite, disk=disk)

        if self.keeping.shelf is None:
            work()
        else:
            try:
                self._background.wait_for(work)
            except Problem as problem:
                self.trouble = None if problem.key == "changed_on_disk" else problem
                raise
        self.trouble = None
        self._saved_revision = shot.revision

    def keep_moment(self, kind: str, name: str = "") -> None:
        """Keeps the workshop as it is now among its earlier states, in the background."""
        if self.keeping.backups is None:
            return
        shot = self.document.snapshot()
        self._last_moment = time.monotonic()
        self._do(lambda: self.keeping.keep_moment(shot, kind, name, rest))

    def keep_moment_now(self, kind: str, name: str = "") -> None:
        """The same, and waits until it is done. Raises Problem."""
        shot = self.document.snapshot()
        self._background.wait_for(lambda: self.keeping.keep_moment(shot, kind, name))

    # Tending

    def tend(self) -> None:
        """Does what is due: autosave, a new journal, a look at the file, a moment."""
        if self.keeping.shelf is None or self._busy:
            return
        now = time.monotonic()
        journal = self.keeping.journal
        wanted = journal.failure is not None or journal.full or self.keeping.homeless
        if wanted and now >= self._next_renewal and not self.read_only:
            self._renew(now)
        elif self._may_autosave(now):
            self._save_soon(now)
        elif now - self._last_look >= LOOK_EVERY and self.path is not None:
            self._last_look = now
            self._do(self._look)
        elif now - self._last_moment >= MOMENT_EVERY and self._last_change > self._last_moment:
            self.keep_moment("interval")

    def sync(self) -> None:
        """Brings every change to the disk without waiting for the moment: the person looks away, the computer may go
        to sleep."""
        self._background.later(0.0, self._sync)

    def close(self, keep: bool = True) -> None:
        """Ends the work on it. What is not in the file stays in the journal, to be found at the next start; unless the
        person does not want to keep it, then it is put aside."""
        if self.sharing is not None:
            self.sharing.stop()
        self._background.end()
        self.keeping.journal.sync()
        journal = self.keeping.journal.path
        self.keeping.close()
        if journal is not None and not keep:
            try:
                put_aside(journal, self.keeping.disk)
            except OSError:
                return  # then it will be found at the next start

    def _on_change(self, change: Change) -> None:
        self.keeping.on_change(change)
        self._follow_rounds(change)
        self._last_change = time.monotonic()
        if self.keeping.shelf is not None and not self._sync_waits:
            self._sync_waits = True
            self._background.later(SYNC_AFTER, self._sync)

    def _sync(self) -> None:
        self._sync_waits = False
        self.keeping.journal.sync()
        self.on_news()

    def _may_autosave(self, now: float) -> bool:
        return (
            self.autosaves
            and self.path is not None
            and self.changed
            and not self.read_only
            and self.keeping.outside == "same"
            and now - self._last_change >= AUTOSAVE_AFTER
            and now >= self._next_save
        )

    def _save_soon(self, now: float) -> None:
        shot = self.document.snapshot()
        self._next_save = now + SAVE_AGAIN_AFTER

        def work() -> None:
            self.keeping.save(shot, rest=rest)
            self.trouble = None
            self._saved_revision = shot.revision
            self._next_save = 0.0

        self._do(work)

    def _renew(self, now: float) -> None:
        self._next_renewal = now + (COMPACT_AFTER if self.keeping.journal.full else RENEW_AFTER)
        shot = self.document.snapshot()
        self._do(lambda: self.keeping.renew_journal(shot, rest))

    def _look(self) -> None:
        self.keeping.look()

    def _do(self, job: Callable[[], None]) -> None:
        """Does it in the background; a problem stays in `trouble` until a save works."""
        self._busy = True

        def work() -> None:
            try:
                job()
            except Problem as problem:
                if problem.key != "changed_on_disk":
                    self.trouble = problem
            finally:
                self._busy = False
                self.on_news()

        self._background.later(0.0, work)


def open_session(path: Path, shelf: Shelf | None = None) -> Session:
    """The workshop in a file. With a shelf it is ours until it is closed; one that another program has open is only
    looked at. Raises Problem."""
    document, data = open_file(path)
    return held(Session(document, path, data, shelf))


def recovered_session(found: Found, shelf: Shelf) -> Session:
    """The workshop that a crash left. It has a journal of its own before this returns, or else the one that was found
    stays. Raises Problem."""
    recovered = open_found(found, Disk())
    session = held(Session(recovered.document, None, None, shelf))
    if session.locked_out:
        return session
    worked = session.keeping.resume(recovered.path, recovered.digests, recovered.in_file, recovered.since)
    if session.keeping.lock is not None:
        session.keeping.lock.follow(recovered.path)
    session._saved_revision = recovered.in_file
    if worked:
        clear(found.journal, session.keeping.disk)
    return session


def held(session: Session) -> Session:
    """The session, which is ours now or else only looked at."""
    lock = session.keeping.lock
    if lock is not None and not lock.take(session.path):
        session.locked_out = session.store.read_only = True
    return session


def copied_session(data: bytes, shelf: Shelf, name: str) -> Session:
    """A workshop of its own with the same content, not saved yet but safe on this computer. Raises Problem."""
    document = decode(data, name)
    document.document_id = new_document_id()
    session = held(Session(document, None, None, shelf))
    session._saved_revision = -1
    session.keeping.resume(None, (), -1, document.store.revision)
    return session
