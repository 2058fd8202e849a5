"""The real file system: whole writes, and a replace that has patience with who holds the file."""

from __future__ import annotations

import errno
import importlib.util
import os
import sys
from pathlib import Path
from typing import cast

import pytest

from canvas_files import disk as disk_module
from canvas_files.disk import RETRIES, Disk


class HeldFile:
    """A file that another program holds for the first so many attempts, as Windows tells it."""

    def __init__(self, times: int, winerror: int | None) -> None:
        self.attempts = 0
        self._times = times
        self._winerror = winerror

    def replace(self, target: Path) -> None:
        self.attempts += 1
        if self.attempts <= self._times:
            error = PermissionError(errno.EACCES, "held")
            if self._winerror is not None:
                vars(error)["winerror"] = self._winerror
            raise error


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_held_file_is_replaced_as_soon_as_it_is_free(winerror: int) -> None:
    held = HeldFile(3, winerror)
    Disk().replace(cast(Path, held), Path("target"))
    assert held.attempts == 4


def test_a_file_that_stays_held_is_given_up_after_a_while() -> None:
    held = HeldFile(99, 32)
    with pytest.raises(PermissionError):
        Disk().replace(cast(Path, held), Path("target"))
    assert held.attempts == len(RETRIES) + 1
    assert 1 < sum(RETRIES) < 2


@pytest.mark.parametrize("winerror", [None, 19])
def test_another_refusal_is_final(winerror: int | None) -> None:
    held = HeldFile(99, winerror)
    with pytest.raises(PermissionError):
        Disk().replace(cast(Path, held), Path("target"))
    assert held.attempts == 1


def test_a_new_file_is_never_one_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "there"
    path.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        Disk().create(path)
    assert path.read_bytes() == b"old"


def test_everything_is_written_read_and_removed(tmp_path: Path) -> None:
    disk, path, data = Disk(), tmp_path / "new", os.urandom(3_000_000) + b"\r\n\n\x1a"
    handle = disk.create(path)
    disk.write(handle, data)
    disk.sync(handle)
    disk.close(handle)
    assert disk.read(path) == data
    disk.remove(path)
    assert not path.exists()


def test_permissions_are_like_those_of_the_example(tmp_path: Path) -> None:
    example, path = tmp_path / "example", tmp_path / "new"
    example.touch()
    path.touch()
    example.chmod(0o600)
    path.chmod(0o644)
    Disk().mode_like(path, tmp_path / "nobody")
    assert path.stat().st_mode == path.stat().st_mode | 0o600
    Disk().mode_like(path, example)
    assert path.stat().st_mode == example.stat().st_mode


def test_a_folder_that_cannot_sync_is_no_obstacle_and_one_that_is_gone_is(tmp_path: Path) -> None:
    disk = Disk()
    disk.syncs_folders = True
    disk.sync_folder(tmp_path)
    disk.sync_folder(Path(os.devnull))  # has nothing to sync and says EINVAL
    with pytest.raises(FileNotFoundError):
        disk.sync_folder(tmp_path / "gone")
    disk.syncs_folders = False
    disk.sync_folder(tmp_path / "gone")


if sys.platform != "win32":
    import resource

    def test_a_file_system_that_takes_only_a_piece_gets_the_next(tmp_path: Path) -> None:
        """Up to its limit the system takes what fits; asked for the rest, it says why not."""
        disk, path = Disk(), tmp_path / "new"
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        handle = disk.create(path)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
        try:
            with pytest.raises(OSError, match="too large"):
                disk.write(handle, b"x" * 1500)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            disk.close(handle)
        assert path.read_bytes() == b"x" * 1000


def test_what_stands_behind_is_cut_off(tmp_path: Path) -> None:
    disk, path = Disk(), tmp_path / "journal"
    handle = disk.append(path)
    disk.write(handle, b"whole line\nhalf a li")
    disk.cut(handle, 11)
    disk.write(handle, b"next line\n")
    disk.close(handle)
    assert path.read_bytes() == b"whole line\nnext line\n"


def test_a_disk_that_knows_no_locks_says_so_and_keeps_no_file_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[int] = []
    close = os.close
    monkeypatch.setattr(os, "close", lambda handle: (closed.append(handle), close(handle)))

    def refuse(handle: int) -> bool:
        raise OSError(errno.ENOLCK, "no locks here")

    monkeypatch.setattr(disk_module, "_try_lock", refuse)
    with pytest.raises(OSError, match="no locks here"):
        Disk().lock(tmp_path / "bakery.lock")
    assert len(closed) == 1


class OtherSystem:
    """Locks as Windows gives them out: a byte of a file, to one at a time."""

    LK_NBLCK = 2

    def __init__(self) -> None:
        self.held: set[int] = set()

    def locking(self, handle: int, mode: int, count: int) -> None:
        assert (mode, count) == (self.LK_NBLCK, 1)
        if os.fstat(handle).st_ino in self.held:
            raise PermissionError(errno.EACCES, "held")
        self.held.add(os.fstat(handle).st_ino)


def test_on_windows_a_lock_is_a_byte_and_its_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, locks = tmp_path / "bakery.lock", OtherSystem()
    with monkeypatch.context() as there:
        there.setattr(sys, "platform", "win32")
        there.setitem(sys.modules, "msvcrt", locks)
        there.setitem(sys.modules, "disk_of_windows", None)
        spec = importlib.util.spec_from_file_location("disk_of_windows", disk_module.__file__)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules["disk_of_windows"] = module
        spec.loader.exec_module(module)
    disk = module.Disk()
    handle = disk.lock(path)
    assert handle is not None
    assert disk.lock(path) is None
    with monkeypatch.context() as there:
        there.setattr(os, "name", "nt")
        disk.unlock(path, handle)
    assert list(tmp_path.iterdir()) == [path]  # another program may have opened it by now
