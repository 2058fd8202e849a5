"""Saving on a disk that fails: at every moment the old content or the new one is there, nothing is left lying about,
and the person gets the sentence that fits."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from canvas_files.disk import Disk
from canvas_files.problems import Problem
from canvas_files.safe_write import problem_of, write_whole

OLD, NEW = b"old content" * 100, b"new content" * 200
STEPS = ("create", "write", "half a write", "sync", "close", "read", "read other", "mode_like", "replace")
ERRORS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.EROFS: "not_allowed",
    errno.ENOENT: "no_folder",
    errno.EIO: "not_saved",
}


class FailingDisk(Disk):
    """The real disk, until it comes to the step that fails."""

    def __init__(self, step: str, number: int) -> None:
        self._step = step
        self._number = number

    def _fail_at(self, *steps: str) -> None:
        if self._step in steps:
            raise OSError(self._number, os.strerror(self._number))

    def create(self, path: Path) -> int:
        self._fail_at("create")
        return super().create(path)

    def write(self, handle: int, data: bytes) -> None:
        self._fail_at("write")
        super().write(handle, data[: len(data) // 2])
        self._fail_at("half a write")
        super().write(handle, data[len(data) // 2 :])

    def sync(self, handle: int) -> None:
        self._fail_at("sync")
        super().sync(handle)

    def close(self, handle: int) -> None:
        super().close(handle)
        self._fail_at("close")

    def read(self, path: Path) -> bytes:
        self._fail_at("read")
        found = super().read(path)
        return found[:-1] if self._step == "read other" else found

    def mode_like(self, path: Path, example: Path) -> None:
        self._fail_at("mode_like")
        super().mode_like(path, example)

    def replace(self, source: Path, target: Path) -> None:
        self._fail_at("replace")
        super().replace(source, target)

    def remove(self, path: Path) -> None:
        super().remove(path)
        self._fail_at("replace", "remove")

    def sync_folder(self, folder: Path) -> None:
        self._fail_at("sync_folder")
        super().sync_folder(folder)


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("number", ERRORS, ids=lambda number: errno.errorcode[number])
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("there", [True, False])
def test_a_failing_step_leaves_everything_as_it_was(tmp_path: Path, step: str, number: int, there: bool) -> None:
    path = tmp_path / "bakkerij.plakbord"
    if there:
        path.write_bytes(OLD)
    before = content(tmp_path)
    with pytest.raises(Problem) as caught:
        write_whole(path, NEW, FailingDisk(step, number))
    assert caught.value.key == ("not_saved" if step == "read other" else ERRORS[number])
    assert caught.value.sentence("nl") != caught.value.sentence("en")
    assert content(tmp_path) == before


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC])
def test_a_folder_that_does_not_confirm_is_told_as_such(tmp_path: Path, number: int) -> None:
    path = tmp_path / "bakkerij.plakbord"
    path.write_bytes(OLD)
    with pytest.raises(Problem) as caught:
        write_whole(path, NEW, FailingDisk("sync_folder", number))
    assert (caught.value.key, caught.value.values["reason"]) == ("not_confirmed", os.strerror(number))
    assert content(tmp_path) == {"bakkerij.plakbord": NEW}


@pytest.mark.parametrize("disk", [None, Disk(), FailingDisk("none", 0)])
@pytest.mark.parametrize("old", [OLD, None])
def test_the_new_content_is_there(tmp_path: Path, disk: Disk | None, old: bytes | None) -> None:
    path = tmp_path / "bakkerij.plakbord"
    if old is not None:
        path.write_bytes(old)
    write_whole(path, NEW, disk)
    assert content(tmp_path) == {"bakkerij.plakbord": NEW}


def test_an_interrupted_save_cleans_up_too(tmp_path: Path) -> None:
    class Interrupted(Disk):
        def sync(self, handle: int) -> None:
            raise KeyboardInterrupt

    path = tmp_path / "bakkerij.plakbord"
    path.write_bytes(OLD)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, NEW, Interrupted())
    assert content(tmp_path) == {"bakkerij.plakbord": OLD}


def test_a_file_that_cannot_be_removed_hides_nothing(tmp_path: Path) -> None:
    class Stuck(FailingDisk):
        def remove(self, path: Path) -> None:
            raise PermissionError(errno.EACCES, "stuck")

    with pytest.raises(Problem) as caught:
        write_whole(tmp_path / "a", NEW, Stuck("half a write", errno.ENOSPC))
    assert caught.value.key == "disk_full"


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "real.plakbord", tmp_path / "link.plakbord"
    target.write_bytes(OLD)
    link.symlink_to(target)
    write_whole(link, NEW)
    assert link.is_symlink()
    assert content(target.parent) == {"real.plakbord": NEW}


def test_a_long_name_can_be_saved_and_one_too_long_is_told(tmp_path: Path) -> None:
    path = tmp_path / ("b" * 236 + ".plakbord")
    assert len(path.name) == 245
    write_whole(path, OLD)
    write_whole(path, NEW)
    assert content(tmp_path) == {path.name: NEW}
    with pytest.raises(Problem) as caught:
        write_whole(tmp_path / ("b" * 300), NEW)
    assert caught.value.key in ("not_saved", "no_folder")
    assert content(tmp_path) == {path.name: NEW}


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_permissions_are_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "bakkerij.plakbord"
    path.write_bytes(OLD)
    path.chmod(mode)
    before = path.stat().st_mode
    write_whole(path, NEW)
    assert path.stat().st_mode == before


def test_a_missing_folder_and_a_file_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)
    for folder in (tmp_path / "gone", tmp_path / "file"):
        with pytest.raises(Problem) as caught:
            write_whole(folder / "bakkerij.plakbord", NEW)
        assert (caught.value.key, caught.value.values["folder"]) == ("no_folder", folder)


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "bakkerij.plakbord"
    path.mkdir()
    with pytest.raises(Problem) as caught:
        write_whole(path, NEW)
    assert caught.value.key in ("not_saved", "not_allowed")
    assert [found.name for found in tmp_path.rglob("*")] == ["bakkerij.plakbord"]


def test_an_error_without_words_of_its_own_still_gets_a_reason() -> None:
    assert problem_of(Path("a"), OSError("iets onverwachts")).values["reason"] == "iets onverwachts"
