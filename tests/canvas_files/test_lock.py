"""Two programs and one workshop: by its id, by its file, and never longer than the program lives."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from canvas_files.disk import Disk, Stamp
from canvas_files.lock import DocumentLock, is_open_elsewhere
from canvas_files.shelf import Shelf

ROOT = Path(__file__).parent.parent.parent
HOLD = """
import sys
from pathlib import Path
from canvas_files.disk import Disk
from canvas_files.lock import DocumentLock
from canvas_files.shelf import Shelf
lock = DocumentLock(Shelf(Path(sys.argv[1])), "bakery", Disk())
print(lock.take(Path(sys.argv[2])), flush=True)
sys.stdin.read()
"""


def lock(folder: Path, document_id: str = "bakery") -> DocumentLock:
    return DocumentLock(Shelf(folder / "private"), document_id, Disk())


def test_the_second_does_not_get_it_and_after_the_first_lets_go_it_does(tmp_path: Path) -> None:
    first, second = lock(tmp_path), lock(tmp_path)
    assert first.take()
    assert first.take()
    assert not second.take()
    assert is_open_elsewhere(Shelf(tmp_path / "private"), "bakery", Disk())
    first.release()
    assert second.take()
    second.release()
    assert list((tmp_path / "private" / "locks").iterdir()) == []


def test_one_file_is_one_file_by_whatever_name(tmp_path: Path) -> None:
    file, link = tmp_path / "a.plakbord", tmp_path / "b.plakbord"
    file.write_bytes(b"x")
    os.link(file, link)
    first, second = lock(tmp_path, "one"), lock(tmp_path, "another")
    assert first.take(file)
    assert not second.take(link)
    assert not is_open_elsewhere(Shelf(tmp_path / "private"), "another", Disk())
    fresh = tmp_path / "fresh"
    fresh.write_bytes(b"y")
    fresh.replace(file)  # what a save does: another file in its place
    assert first.follow(file)
    assert second.take(link)
    first.release()
    second.release()


def test_a_killed_program_holds_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.plakbord"
    file.write_bytes(b"x")
    command = [sys.executable, "-c", HOLD, str(tmp_path / "private"), str(file)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"True"
        mine = lock(tmp_path)
        assert not mine.take(file)
        child.kill()
        child.wait()
    assert mine.take(file)
    mine.release()


class NoLocks(Disk):
    """A private folder that is full, or on a network that knows no locks."""

    def lock(self, path: Path) -> int | None:
        raise OSError(errno.ENOLCK, "No locks available")


def test_where_nothing_can_be_locked_nobody_is_kept_from_working(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "private")
    first, second = DocumentLock(shelf, "bakery", NoLocks()), DocumentLock(shelf, "bakery", NoLocks())
    assert first.take()
    assert second.take(tmp_path / "not there")
    first.release()


def test_a_name_taken_away_by_who_lets_go_is_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between opening and locking the other one removes the name: what was locked is then no file of that name."""
    disk, path, left = Disk(), tmp_path / "x.lock", [True]
    stamp = disk.stamp

    def gone_once(where: Path) -> object:
        if left.pop() if left else False:
            path.unlink()
        return stamp(where)

    monkeypatch.setattr(disk, "stamp", gone_once)
    handle = disk.lock(path)
    assert handle is not None
    assert path.stat().st_ino == os.fstat(handle).st_ino
    disk.unlock(path, handle)


class Blind(Disk):
    """A file's looks cannot be had, as on a share that lets nobody look."""

    def stamp(self, path: Path) -> Stamp | None:
        raise PermissionError(errno.EACCES, "not for you")


def test_a_file_that_shows_nothing_is_held_by_the_workshop_alone(tmp_path: Path) -> None:
    first = DocumentLock(Shelf(tmp_path / "private"), "bakery", Disk())
    assert first.take()
    blind = DocumentLock(Shelf(tmp_path / "private"), "school", Blind())
    assert blind.follow(tmp_path / "bakery.plakbord")
    first.release()
