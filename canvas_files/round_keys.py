"""The keys of secret rounds: random, one for each round, kept on this computer and never in the workshop's file. With
the key the same person is the same voter after a restart; when the results are known it is thrown away, and then nobody
can tell any more who a voter was."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path

from canvas_files.change import Change
from canvas_files.disk import Disk
from canvas_files.problems import Problem
from canvas_files.queries import Records
from canvas_files.records import Record, Round
from canvas_files.shelf import key_of
from canvas_files.voter_ids import voter_id
from canvas_files.votes import rounds, voters

SUFFIX = ".key"
_LENGTH = 32
_OVER = ("revealed", "cancelled")


class RoundKeys:
    """The keys of one document's rounds, in a private folder of theirs; without a folder only in memory. Those of a
    round that was deleted stay in memory, for undo."""

    def __init__(self, folder: Path | None, disk: Disk | None = None) -> None:
        self._folder = folder
        self._disk = disk or Disk()
        self._known: dict[str, bytes] = {}

    def voter_id(self, records: Records, voted_in: Round, who: str) -> str:
        """The voter that `who` is in that round (see voter_ids). Raises Problem when people voted secretly on another
        computer, which has the key, or when a key cannot be kept."""
        if not voted_in.secret:
            return voter_id(voted_in, who)
        key = self._known.get(voted_in.id) or self._read(voted_in.id)
        if key is None:
            if voted_in.state in _OVER or any(voter.way != "hands" for voter in voters(records, voted_in)):
                raise Problem("round_key_elsewhere", round=voted_in.number)
            key = self._make(voted_in)
        self._known[voted_in.id] = key
        return voter_id(voted_in, who, key)

    def follow(self, change: Change) -> None:
        """Throws away the keys of rounds that are over; takes those of deleted rounds off the disk, and puts them back
        when the round comes back."""
        for _, after in change.updated.values():
            if isinstance(after, Round) and after.state in _OVER:
                self.forget(after.id)
        for round_id in _rounds_of(change.removed):
            key = self._read(round_id)
            if key is not None:
                self._known[round_id] = key
            self._remove(round_id)
        for round_id, back in _rounds_of(change.added).items():
            if round_id in self._known and back.state not in _OVER:
                with contextlib.suppress(OSError):  # then it is in memory as long as the window is open
                    self._write(round_id, self._known[round_id])

    def forget_old(self, records: Records) -> None:
        """Throws away what a crash may have left of rounds that are over."""
        if self._folder is not None and self._disk.names(self._folder):
            for each in rounds(records):
                if each.state in _OVER:
                    self.forget(each.id)

    def forget(self, round_id: str) -> None:
        """Throws a key away, for good."""
        self._known.pop(round_id, None)
        self._remove(round_id)

    def _make(self, voted_in: Round) -> bytes:
        key = os.urandom(_LENGTH)
        try:
            self._write(voted_in.id, key)
        except OSError as error:
            raise Problem("no_round_key", reason=error.strerror or error) from error
        return key

    def _write(self, round_id: str, key: bytes) -> None:
        path = self._path(round_id)
        if path is None:
            return
        self._disk.make_folder(path.parent)
        handle = self._disk.append(path)
        try:
            self._disk.write(handle, key)
            self._disk.sync(handle)
        finally:
            self._disk.close(handle)

    def _read(self, round_id: str) -> bytes | None:
        path = self._path(round_id)
        if path is None:
            return None
        try:
            key = self._disk.read(path)
        except OSError:
            return None
        if len(key) == _LENGTH:
            return key
        self._remove(round_id)  # half written when the power went
        return None

    def _remove(self, round_id: str) -> None:
        path = self._path(round_id)
        if path is not None:
            with contextlib.suppress(OSError):
                self._disk.remove(path)

    def _path(self, round_id: str) -> Path | None:
        return None if self._folder is None else self._folder / (key_of(round_id) + SUFFIX)


def _rounds_of(records: Mapping[str, Record]) -> dict[str, Round]:
    return {record_id: record for record_id, record in records.items() if isinstance(record, Round) and record.secret}
