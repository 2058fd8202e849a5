"""Real file systems for tests: a small one that fills up, one that can be made read only, and one on a device that can
be pulled out. Only who may mount can have them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory


def _ran(*command: str) -> bool:
    return subprocess.run(command, capture_output=True).returncode == 0


@cache
def may_mount() -> bool:
    """Whether this process may mount anything."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    with TemporaryDirectory() as folder:
        return _ran("mount", "-t", "tmpfs", "tmpfs", folder) and _ran("umount", folder)


@cache
def may_plug_in() -> bool:
    """Whether it may make a device of a file, with a file system of its own."""
    if not may_mount() or shutil.which("mkfs.ext4") is None:
        return False
    with TemporaryDirectory() as name:
        folder = Path(name)
        try:
            with stick(folder) as place:
                return place.is_dir()
        except OSError:
            return False


@contextmanager
def small(folder: Path, size: str = "1m") -> Iterator[Path]:
    """A file system in memory of that size."""
    place = folder / "small"
    place.mkdir()
    _must("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place))
    try:
        yield place
    finally:
        _must("umount", str(place))


def make_read_only(place: Path, read_only: bool = True) -> None:
    """From now on nothing can be written there, or it can again."""
    _must("mount", "-o", f"remount,{'ro' if read_only else 'rw'}", str(place))


@contextmanager
def stick(folder: Path) -> Iterator[Path]:
    """A device with a file system; it may be pulled out meanwhile."""
    image, place = folder / "stick.img", folder / "stick"
    image.write_bytes(b"")
    os.truncate(image, 8_000_000)
    place.mkdir()
    _must("mkfs.ext4", "-q", str(image))
    plug_in(folder)
    try:
        yield place
    finally:
        _ran("umount", str(place))


def plug_in(folder: Path) -> None:
    """The stick is there."""
    _must("mount", "-o", "loop", str(folder / "stick.img"), str(folder / "stick"))


def pull_out(place: Path) -> None:
    """The stick is gone, whoever works on it."""
    _must("umount", "-l", str(place))


def _must(*command: str) -> None:
    if not _ran(*command):
        raise OSError(f"{command[0]} did not work")
