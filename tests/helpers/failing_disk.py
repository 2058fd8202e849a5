"""The real disk, until it comes to the step that fails."""

from __future__ import annotations

import os
from pathlib import Path

from canvas_files.disk import Disk

STEPS = ("create", "write", "half a write", "sync", "read", "replace", "sync_folder")


class FailingDisk(Disk):
    """`step` fails with that error number for paths below `folder`; everything works while it is None."""

    def __init__(self, folder: Path) -> None:
        self.step: str | None = None
        self.number = 0
        self._folder = str(folder)
        self._paths: dict[int, str] = {}

    def _fail_at(self, path: object, *steps: str) -> None:
        if self.step in steps and str(path).startswith(self._folder):
            raise OSError(self.number, os.strerror(self.number))

    def create(self, path: Path) -> int:
        self._fail_at(path, "create")
        handle = super().create(path)
        self._paths[handle] = str(path)
        return handle

    def append(self, path: Path) -> int:
        self._fail_at(path, "create")
        handle = super().append(path)
        self._paths[handle] = str(path)
        return handle

    def write(self, handle: int, data: bytes) -> None:
        self._fail_at(self._paths[handle], "write")
        super().write(handle, data[: len(data) // 2])
        self._fail_at(self._paths[handle], "half a write")
        super().write(handle, data[len(data) // 2 :])

    def sync(self, handle: int) -> None:
        self._fail_at(self._paths[handle], "sync")
        super().sync(handle)

    def read(self, path: Path) -> bytes:
        self._fail_at(path, "read")
        return super().read(path)

    def replace(self, source: Path, target: Path) -> None:
        self._fail_at(target, "replace")
        super().replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        self._fail_at(folder, "sync_folder")
        super().sync_folder(folder)
