"""A disk in memory whose power can fail at any step. Two models: `ordered`, as journaling file systems behave (ext4,
NTFS, APFS: names reach the disk in order, and an fsync takes the names before it along), and `weak`, anything POSIX
allows: names that were not synced survive or not, each for itself, and content that was not synced may be missing, cut
short or zeroed."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Literal

from canvas_files.disk import Disk, Stamp

Model = Literal["ordered", "weak"]
Step = tuple[str, str, int, str]
"""What was done to names and is not on the disk yet: "link" or "remove" or "move", name, inode, new name."""


class PowerCut(BaseException):
    """The computer stopped here."""


class CrashingDisk(Disk):
    """`steps` counts what was asked; at `stops_at` the power fails. `fails` may raise OSError for a step."""

    def __init__(self, model: Model, random: Random) -> None:
        self.model: Model = model
        self.steps = 0
        self.stops_at: int | None = None
        self.fails: Callable[[str, str], None] | None = None
        self._random = random
        self._inodes = 0
        self._content: dict[int, bytes] = {}
        self._synced: dict[int, bytes] = {}
        self._names: dict[str, int] = {}
        self._synced_names: dict[str, int] = {}
        self._waiting: list[Step] = []
        self._open: dict[int, tuple[int, str]] = {}
        self._handles = 100
        self._locked: set[str] = set()

    # What the program asks

    def create(self, path: Path) -> int:
        self._step("create", str(path))
        if str(path) in self._names:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        self._inodes += 1
        self._content[self._inodes] = b""
        self._names[str(path)] = self._inodes
        self._waiting.append(("link", str(path), self._inodes, ""))
        return self._opened(self._inodes, str(path))

    def append(self, path: Path) -> int:
        return self.create(path)

    def write(self, handle: int, data: bytes) -> None:
        inode, name = self._open[handle]
        try:
            self._step("write", name)
        except (PowerCut, OSError):
            self._content[inode] += data[: self._random.randrange(len(data) + 1)]
            raise
        self._content[inode] += data

    def sync(self, handle: int) -> None:
        inode, name = self._open[handle]
        try:
            self._step("sync", name)
        except OSError:
            self._content[inode] = self._synced.get(inode, b"")  # as Linux does: lost, and clean from now on
            raise
        self._synced[inode] = self._content[inode]
        if self.model == "ordered":
            self._commit_names()

    def close(self, handle: int) -> None:
        del self._open[handle]

    def read(self, path: Path) -> bytes:
        if str(path) not in self._names:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        return self._content[self._names[str(path)]]

    def mode_like(self, path: Path, example: Path) -> None:
        return

    def replace(self, source: Path, target: Path) -> None:
        self._step("replace", str(target))
        inode = self._names.pop(str(source))
        self._names[str(target)] = inode
        self._waiting.append(("move", str(source), inode, str(target)))

    def remove(self, path: Path) -> None:
        self._step("remove", str(path))
        if str(path) not in self._names:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        self._waiting.append(("remove", str(path), self._names.pop(str(path)), ""))

    def sync_folder(self, folder: Path) -> None:
        self._step("sync_folder", str(folder))
        self._commit_names()

    def cut(self, handle: int, size: int) -> None:
        inode, name = self._open[handle]
        self._step("cut", name)
        self._content[inode] = self._content[inode][:size]

    def make_folder(self, folder: Path) -> None:
        return

    def names(self, folder: Path) -> list[str]:
        return sorted(Path(name).name for name in self._names if Path(name).parent == folder)

    def stamp(self, path: Path) -> Stamp | None:
        inode = self._names.get(str(path))
        return None if inode is None else Stamp(1, inode, len(self._content[inode]), inode)

    def may_write(self, path: Path) -> bool:
        return True

    def lock(self, path: Path) -> int | None:
        if str(path) in self._locked:
            return None
        self._locked.add(str(path))
        return self._opened(0, str(path))

    def unlock(self, path: Path, handle: int) -> None:
        self._locked.discard(str(path))
        self.close(handle)

    # What happens to it

    def after_kill(self) -> CrashingDisk:
        """The program is gone, what it wrote is there."""
        return self._next({name: self._content[inode] for name, inode in self._names.items()})

    def after_power_cut(self) -> CrashingDisk:
        """What is found after the power failed: one of the many ways it may have gone."""
        names = dict(self._synced_names)
        if self.model == "ordered":
            survived = self._waiting[: self._random.randrange(len(self._waiting) + 1)]
        else:
            survived = [step for step in self._waiting if self._random.random() < 0.5]
        for step in survived:
            _apply(names, step)
        return self._next({name: self._left_of(inode) for name, inode in names.items()})

    def _left_of(self, inode: int) -> bytes:
        synced, content = self._synced.get(inode, b""), self._content[inode]
        way = self._random.randrange(4)
        if way == 0 or content == synced:
            return synced
        if way == 1:
            return content
        if content.startswith(synced):
            end = self._random.randrange(len(synced), len(content) + 1)
            return content[:end] + (b"\0" * (len(content) - end) if way == 2 else b"")
        return self._random.choice([synced, content, content[: self._random.randrange(len(content) + 1)]])

    def _next(self, files: dict[str, bytes]) -> CrashingDisk:
        disk = CrashingDisk(self.model, self._random)
        for name, data in files.items():
            disk._inodes += 1
            disk._content[disk._inodes] = disk._synced[disk._inodes] = data
            disk._names[name] = disk._synced_names[name] = disk._inodes
        return disk

    def _step(self, what: str, name: str) -> None:
        self.steps += 1
        if self.stops_at is not None and self.steps >= self.stops_at:
            raise PowerCut
        if self.fails is not None:
            self.fails(what, name)

    def _opened(self, inode: int, name: str) -> int:
        self._handles += 1
        self._open[self._handles] = inode, name
        return self._handles

    def _commit_names(self) -> None:
        for step in self._waiting:
            _apply(self._synced_names, step)
        self._waiting.clear()


def _apply(names: dict[str, int], step: Step) -> None:
    what, name, inode, new = step
    if what == "link":
        names[name] = inode
    elif what == "move":
        if names.get(name) == inode:
            del names[name]
        names[new] = inode
    elif names.get(name) == inode:
        del names[name]
