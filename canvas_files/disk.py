"""The few things that saving asks of a file system, in one place, so that every one of them can be made to fail in a
test. In which order they are asked is safe_write's work."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from pathlib import Path

from msgspec import Struct

RETRIES = (0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds to wait before each next attempt to replace a file that a virus scanner or a sync program holds (Windows)."""
_HELD = (5, 32, 33)  # ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES)


class Stamp(Struct, frozen=True):
    """What tells one state of a file from another without reading it, and one file from another."""

    device: int
    inode: int
    size: int
    modified_ns: int


class Disk:
    """The real file system. Every method may raise OSError."""

    syncs_folders = os.name != "nt"

    def create(self, path: Path) -> int:
        """A new file for writing; never one that is there already."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)

    def write(self, handle: int, data: bytes) -> None:
        """Writes everything, however many pieces the system takes it in."""
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]

    def sync(self, handle: int) -> None:
        """Returns when the file's content has reached the disk."""
        os.fsync(handle)

    def close(self, handle: int) -> None:
        """Closes the file."""
        os.close(handle)

    def read(self, path: Path) -> bytes:
        """The whole content of a file."""
        return path.read_bytes()

    def mode_like(self, path: Path, example: Path) -> None:
        """Gives the file the permissions of another; where there is no other, or it cannot be done, they stay."""
        try:
            path.chmod(example.stat().st_mode & 0o777)
        except OSError:
            return

    def replace(self, source: Path, target: Path) -> None:
        """Puts source in the place of target in one step."""
        for pause in RETRIES:
            try:
                source.replace(target)
                return
            except PermissionError as error:
                if getattr(error, "winerror", None) not in _HELD:
                    raise
            time.sleep(pause)
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Removes a file."""
        path.unlink()

    def sync_folder(self, folder: Path) -> None:
        """Returns when a replaced name has reached the disk; some network folders cannot, and Windows need not."""
        if not self.syncs_folders:
            return
        try:
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise

    def append(self, path: Path) -> int:
        """A new file, for its owner only, of which every write goes to the end."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0)
        return os.open(path, flags, 0o600)

    def cut(self, handle: int, size: int) -> None:
        """Takes away what stands after that many bytes."""
        os.ftruncate(handle, size)

    def make_folder(self, folder: Path) -> None:
        """Makes a private folder and those above it, where they are not there, so that a power cut leaves them."""
        if folder.is_dir():
            return
        self.make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        self.sync_folder(folder.parent)

    def names(self, folder: Path) -> list[str]:
        """What is in a folder, in order; nothing when it is not there."""
        try:
            return sorted(entry.name for entry in folder.iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return []

    def stamp(self, path: Path) -> Stamp | None:
        """Which file it is and how it looks from outside; None when it is not there."""
        try:
            found = path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        return Stamp(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)

    def may_write(self, path: Path) -> bool:
        """Whether the file is not marked as read only; true when there is none yet."""
        return not path.exists() or os.access(path, os.W_OK)

    def lock(self, path: Path) -> int | None:
        """Takes hold of a lock file; None when another program, or this one, holds it. The system lets go of it when
        the program ends, however it ends."""
        while True:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                held = _try_lock(handle)
            except OSError:
                os.close(handle)
                raise
            if not held:
                os.close(handle)
                return None
            there = self.stamp(path)
            if there is not None and there.inode == os.fstat(handle).st_ino:
                return handle
            os.close(handle)  # who held it before us took the name away in this very moment

    def unlock(self, path: Path, handle: int) -> None:
        """Lets go, and takes the lock file away."""
        if os.name != "nt":
            with contextlib.suppress(OSError):
                path.unlink()
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
