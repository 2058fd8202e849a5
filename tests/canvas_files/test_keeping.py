"""One workshop kept safe on a disk that fails: at every step of a save and of the journal, with every error a system
gives, the file is the old one or the new one, the person is told, and the journal holds the rest."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from canvas_files import keeping as keepings
from canvas_files.backups import backups_of_file
from canvas_files.document import Document
from canvas_files.file import decode, encode, open_file
from canvas_files.keeping import Keeping
from canvas_files.problems import Problem
from canvas_files.records import Round, Voter
from canvas_files.recovery import find, open_found
from canvas_files.shelf import Shelf
from helpers.crash_lives import blank, change
from helpers.failing_disk import STEPS, FailingDisk

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT)


class Place:
    """A workshop with one saved note, its file, its private folders, and disks that can be made to fail."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "documents" / "bakery.plakbord"
        self.file.parent.mkdir()
        self.shelf = Shelf(folder / "private", (folder / "spare",))
        self.disk = FailingDisk(folder)
        self.document, self.keeping = self.begin(blank())
        change(self.document)
        self.save()

    def begin(self, document: Document) -> tuple[Document, Keeping]:
        keeping = Keeping(document, self.shelf, disk=self.disk)
        document.store.listen(keeping.on_change)
        return document, keeping

    def save(self, overwrite: bool = False) -> None:
        self.keeping.save(self.document.snapshot(), self.file, overwrite=overwrite)

    def fail(self, step: str, number: int, where: Path) -> None:
        self.disk.step, self.disk.number, self.disk._folder = step, number, str(where)

    def found_after_a_crash(self) -> Document:
        """What the next start of the program opens."""
        self.disk.step = None
        self.keeping.close()
        left = find(self.shelf, self.disk)
        return open_found(left[0], self.disk).document if left else open_file(self.file)[0]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.mark.parametrize("number", ERRORS, ids=lambda number: errno.errorcode[number])
@pytest.mark.parametrize("step", STEPS)
def test_a_save_that_fails_leaves_the_old_file_and_the_journal_has_the_rest(
    place: Place, step: str, number: int
) -> None:
    old = place.file.read_bytes()
    change(place.document)
    new = encode(place.document)
    place.fail(step, number, place.file.parent)
    with pytest.raises(Problem) as told:
        place.save()
    assert told.value.sentence("nl") != told.value.sentence("en")
    assert place.file.read_bytes() == (new if told.value.key == "not_confirmed" else old)
    assert list(place.file.parent.iterdir()) == [place.file]
    place.keeping.journal.sync()
    assert place.keeping.truth == "computer"
    assert dict(place.found_after_a_crash().records) == dict(place.document.records)


@pytest.mark.parametrize("number", ERRORS, ids=lambda number: errno.errorcode[number])
@pytest.mark.parametrize("step", ["create", "write", "half a write", "sync", "sync_folder"])
def test_a_journal_that_fails_is_told_and_moves_elsewhere(place: Place, step: str, number: int) -> None:
    change(place.document)
    place.keeping.journal.sync()
    place.fail(step, number, place.shelf.root)
    for _ in range(3):
        change(place.document)  # never stops the work
        place.keeping.journal.sync()
    if step not in ("create", "sync_folder"):  # the file is open already
        assert place.keeping.journal.failure is not None
        assert place.keeping.truth == "memory"
        place.keeping.renew_journal(place.document.snapshot())
        assert place.keeping.journal.path is not None
        assert place.keeping.journal.path.parent == place.shelf.spare[0] / "journals"
    assert place.keeping.journal.failure is None
    assert place.keeping.truth == "computer"
    change(place.document)
    assert place.found_after_a_crash().store.revision == place.document.store.revision


def test_a_save_clears_a_journal_that_failed(place: Place) -> None:
    place.fail("write", errno.ENOSPC, place.shelf.root)
    change(place.document)
    assert place.keeping.truth == "memory"
    place.save()
    assert (place.keeping.truth, place.keeping.journal.failure) == ("file", None)
    assert place.keeping.warning is not None
    assert place.keeping.warning.key == "disk_full"


def test_a_full_private_folder_does_not_stop_a_save(place: Place) -> None:
    for step in STEPS:
        change(place.document)
        place.fail(step, errno.ENOSPC, place.shelf.root)
        place.save()
        assert open_file(place.file)[0].store.revision == place.document.store.revision


def test_a_file_that_others_changed_is_not_touched(place: Place) -> None:
    theirs = place.file.read_bytes().replace(b'"1"', b'"by another"')
    stamp = place.file.stat()
    place.file.write_bytes(theirs)
    os.utime(place.file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))  # times are not enough
    change(place.document)
    with pytest.raises(Problem, match="another program"):
        place.save()
    assert (place.file.read_bytes(), place.keeping.outside) == (theirs, "changed")
    place.save(overwrite=True)
    assert place.keeping.backups is not None
    kept = [place.keeping.backups.read(moment) for moment in place.keeping.backups.moments()]
    assert theirs in kept


def test_what_others_did_is_seen(place: Place) -> None:
    assert place.keeping.look() == "same"
    data = place.file.read_bytes()
    place.file.write_bytes(data + b" ")
    assert place.keeping.look() == "changed"
    assert (place.keeping.truth, place.keeping.homeless) == ("memory", True)
    place.keeping.renew_journal(place.document.snapshot())
    assert (place.keeping.truth, place.keeping.homeless) == ("computer", False)
    place.file.unlink()
    assert place.keeping.look() == "gone"
    place.file.write_bytes(data)
    assert (place.keeping.look(), place.keeping.truth) == ("same", "file")


def test_damaged_content_that_is_overwritten_pushes_out_no_good_state(place: Place) -> None:
    assert place.keeping.backups is not None
    for _ in range(7):
        change(place.document)
        place.save()
    before = place.keeping.backups.moments()
    for number in range(9):
        place.file.write_bytes(b"damaged %d" % number)
        place.save(overwrite=True)
    assert place.keeping.backups.moments() == before


def test_a_file_marked_read_only_is_left_alone(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # the tests may run as one who may do everything
    old = place.file.read_bytes()
    change(place.document)
    with pytest.raises(Problem, match="read only"):
        place.save()
    assert place.file.read_bytes() == old


def test_templates_that_come_later_are_in_the_journal(place: Place) -> None:
    raw = {"id": "later", "name": {"nl": "x", "en": "x"}, "page": {"w": 9000, "h": 9000}}
    zone = {"id": "a", "heading": {"nl": "a", "en": "a"}, "box": {"x": 0, "y": 0, "w": 500, "h": 500}}
    template = place.document.add_template({**raw, "zones": [zone]})
    with place.document.store.transaction() as tx:
        tx.put(place.document.new_sheet(template))
    found = place.found_after_a_crash()
    assert found.templates["later"] == template
    assert found.raw_templates == place.document.raw_templates


def test_where_nothing_is_kept_on_this_computer_saving_works_all_the_same(tmp_path: Path) -> None:
    document, file = blank(), tmp_path / "bakery.plakbord"
    keeping = Keeping(document, None)
    document.store.listen(keeping.on_change)
    change(document)
    assert keeping.truth == "memory"
    for _ in range(2):  # the second time there is something to replace
        keeping.save(document.snapshot(), file)
        assert keeping.truth == "file"
    keeping.keep_moment(document.snapshot(), "named", "nergens")
    keeping.renew_journal(document.snapshot())
    assert keeping.journal.path is None
    keeping.close()
    assert open_file(file)[0].records == document.records


def test_a_workshop_without_a_file_cannot_be_saved_just_so(place: Place) -> None:
    with pytest.raises(ValueError, match="needs a path"):
        Keeping(blank(), None).save(place.document.snapshot())


def test_a_moment_is_kept_with_the_file_it_is_of(place: Place) -> None:
    place.keeping.keep_moment(place.document.snapshot(), "named", "Vóór de stemronde")
    (moment,) = backups_of_file(place.shelf, place.file, place.disk)
    assert moment.name == "Vóór de stemronde"


def test_a_file_that_cannot_be_read_now_counts_as_gone(place: Place) -> None:
    place.fail("read", errno.EIO, place.file.parent)
    assert place.keeping.look() == "gone"
    place.disk.step = None
    assert place.keeping.look() == "same"


def test_a_large_file_that_looks_the_same_is_not_read_again(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keepings, "_SMALL", 0)
    assert place.keeping.look() == "same"
    place.fail("read", errno.EIO, place.file.parent)
    assert place.keeping.look() == "same"


def test_a_journal_that_can_be_begun_nowhere_leaves_no_pieces(place: Place, tmp_path: Path) -> None:
    change(place.document)
    place.keeping.journal.sync()
    before = sorted(tmp_path.rglob("*.journal"))
    for step in ("write", "half a write", "sync"):
        place.fail(step, errno.ENOSPC, tmp_path)
        place.keeping.renew_journal(place.document.snapshot())
        assert sorted(tmp_path.rglob("*.journal")) == before
    assert place.keeping.truth == "computer"  # in the one from before


def test_a_round_that_is_over_leaves_no_votes_in_earlier_states(place: Place) -> None:
    store = place.document.store
    with store.transaction(origin="load") as tx:
        tx.put(Round(id="round:1", number=1, secret=True, state="open"))
        tx.put(Voter(id="voter:a", round="round:1"))
    assert place.keeping.backups is not None
    place.keeping.keep_moment(place.document.snapshot(), "named", "halverwege")
    place.keeping.seal({"round:1"})
    (moment,) = [each for each in place.keeping.backups.moments() if each.kind == "named"]
    left = decode(place.keeping.backups.read(moment), "state").records
    assert "round:1" in left
    assert "voter:a" not in left
    place.keeping.close()


def test_sealing_where_nothing_is_kept_is_fine(tmp_path: Path) -> None:
    keeping = Keeping(blank(), None)
    keeping.seal({"round:1"})
    assert list(tmp_path.iterdir()) == []
