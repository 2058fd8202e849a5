"""What a crash left: found, described, opened, put aside, and never thrown away while it holds anything."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest

from canvas_files.disk import Disk
from canvas_files.file import encode, open_file
from canvas_files.keeping import Keeping
from canvas_files.problems import Problem
from canvas_files.recovery import KEPT_ASIDE, Found, find, forget_old, open_found, put_aside, write_out
from canvas_files.shelf import Shelf
from helpers.crash_lives import blank, change
from helpers.failing_disk import FailingDisk


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "private")


def crashed(shelf: Shelf, file: Path | None = None, saved: int = 0, unsaved: int = 3) -> Keeping:
    """A workshop that was changed, saved, changed again, and left as a crash leaves it."""
    document = blank()
    keeping = Keeping(document, shelf)
    document.store.listen(keeping.on_change)
    for _ in range(saved):
        change(document)
    if file is not None:
        keeping.save(document.snapshot(), file)
    for _ in range(unsaved):
        change(document)
    keeping.close()
    return keeping


def only(shelf: Shelf, aside: bool = False) -> Found:
    (found,) = find(shelf, Disk(), aside=aside)
    return found


def test_a_workshop_that_was_never_saved(shelf: Shelf) -> None:
    before = time.time()
    crashed(shelf)
    found = only(shelf)
    assert (found.relation, found.changes, found.notes, found.file, found.lost) == ("unsaved", 3, 3, None, False)
    assert before - 1 <= found.last <= time.time()
    opened = open_found(found, Disk())
    assert (opened.document.store.revision, opened.path, opened.in_file) == (3, None, -1)


def test_work_that_goes_further_than_its_file(shelf: Shelf, tmp_path: Path) -> None:
    file = tmp_path / "bakery.plakbord"
    crashed(shelf, file, saved=2)
    found = only(shelf)
    assert (found.relation, found.changes, found.notes, found.file_notes) == ("newer", 3, 5, 2)
    assert open_found(found, Disk()).in_file == 2


def test_a_file_that_holds_everything_needs_nothing(shelf: Shelf, tmp_path: Path) -> None:
    crashed(shelf, tmp_path / "bakery.plakbord", saved=2, unsaved=0)
    assert find(shelf, Disk()) == []


def test_a_file_that_is_gone_is_not_missed(shelf: Shelf, tmp_path: Path) -> None:
    file = tmp_path / "bakery.plakbord"
    crashed(shelf, file, saved=2)
    file.unlink()
    found = only(shelf)
    assert (found.relation, found.notes, found.file_notes) == ("gone", 5, None)
    assert open_found(found, Disk()).document.store.revision == 5


def test_an_older_journal_is_never_taken_for_newer(shelf: Shelf, tmp_path: Path) -> None:
    file = tmp_path / "bakery.plakbord"
    crashed(shelf, file, saved=2)
    theirs, _ = open_file(file)
    change(theirs)
    file.write_bytes(encode(theirs))
    assert only(shelf).relation == "changed"
    for _ in range(5):
        change(theirs)
    file.write_bytes(encode(theirs))
    assert only(shelf).relation == "overtaken"
    assert open_found(only(shelf), Disk()).in_file == -1
    file.write_bytes(b"damaged")
    assert (only(shelf).relation, only(shelf).file_notes) == ("changed", None)


def test_what_is_open_somewhere_is_left_alone(shelf: Shelf) -> None:
    document = blank()
    keeping = Keeping(document, shelf)
    document.store.listen(keeping.on_change)
    change(document)
    assert find(shelf, Disk()) == []
    keeping.close()
    assert only(shelf).changes == 1


def test_put_aside_is_out_of_sight_for_a_month(shelf: Shelf) -> None:
    crashed(shelf)
    put_aside(only(shelf).journal, Disk())
    assert find(shelf, Disk()) == []
    found = only(shelf, aside=True)
    assert found.aside
    assert open_found(found, Disk()).document.store.revision == 3
    put_aside(found.journal, Disk())  # twice is once
    now = found.journal.stat().st_mtime
    forget_old(shelf, Disk(), now + KEPT_ASIDE - 60)
    assert only(shelf, aside=True) == found
    forget_old(shelf, Disk(), now + KEPT_ASIDE + 60)
    assert find(shelf, Disk(), aside=True) == []


def test_a_journal_that_cannot_be_read_is_put_aside_not_away(shelf: Shelf) -> None:
    keeping = crashed(shelf)
    assert keeping.journal.path is not None
    data = keeping.journal.path.read_bytes()
    keeping.journal.path.write_bytes(data[:40])
    assert find(shelf, Disk()) == []
    (left,) = shelf.journals[0].iterdir()
    assert (left.suffix, left.read_bytes()) == (".aside", data[:40])


def test_of_two_journals_the_one_that_took_over_counts(shelf: Shelf) -> None:
    document = blank()
    keeping = Keeping(document, shelf)
    document.store.listen(keeping.on_change)
    change(document)
    assert keeping.journal.path is not None
    first, data = keeping.journal.path, keeping.journal.path.read_bytes()
    keeping.renew_journal(document.snapshot())
    change(document)
    keeping.close()
    first.write_bytes(data)  # the removal did not come about
    assert (only(shelf).changes, first.exists()) == (2, False)


def test_written_out_under_names_that_are_free(shelf: Shelf, tmp_path: Path) -> None:
    crashed(shelf)
    found = only(shelf)
    paths = [write_out(found, tmp_path, "bakery", Disk()) for _ in range(3)]
    assert [path.name for path in paths] == ["bakery.plakbord", "bakery (2).plakbord", "bakery (3).plakbord"]
    assert open_file(paths[2])[0].store.revision == 3
    assert only(shelf) == found
    with pytest.raises(Problem):
        write_out(found, tmp_path / "nowhere", "bakery", Disk())


def test_the_spare_place_is_searched_too(tmp_path: Path) -> None:
    crashed(Shelf(tmp_path / "spare"))
    assert only(Shelf(tmp_path / "private", (tmp_path / "nobody", tmp_path / "spare"))).changes == 3


def test_names_of_files_may_be_anything(shelf: Shelf, tmp_path: Path) -> None:
    file = tmp_path / "Bäckerei 🍞 'quoted' \\ und so.plakbord"
    if os.name == "nt":
        file = tmp_path / "Bäckerei 🍞.plakbord"
    crashed(shelf, file, saved=1)
    assert only(shelf).file == file


def test_a_journal_that_cannot_be_read_now_stays(shelf: Shelf, tmp_path: Path) -> None:
    crashed(shelf)
    disk = FailingDisk(tmp_path)
    disk.step, disk.number = "read", errno.EIO
    assert find(shelf, disk) == []
    disk.step = None
    assert len(find(shelf, disk, aside=True)) == 1


def test_what_was_put_aside_damaged_stays_there_until_its_month_is_over(shelf: Shelf) -> None:
    crashed(shelf)
    aside = only(shelf).journal.with_suffix(".aside")
    only(shelf).journal.replace(aside)
    aside.write_bytes(b"damaged")
    assert find(shelf, Disk(), aside=True) == []
    assert aside.read_bytes() == b"damaged"
