"""The few things that saving asks of a file system, in one place, so that every one of them can be made to fail in a
test. In which order they are asked is safe_write's work."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

RETRIES = (0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds to wait before each next attempt to replace a file that a virus scanner or a sync program holds (Windows)."""
_HELD = (5, 32, 33)  # ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES)


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
