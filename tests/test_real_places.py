"""Real file systems that fill up, become read only, or are pulled out in the middle of the work; tried where this
process may mount (as root on Linux). Everywhere else test_keeping plays the same with a disk that fails."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from canvas_files.disk import Disk
from canvas_files.document import Document
from canvas_files.file import open_file
from canvas_files.problems import Problem
from canvas_files.records import Note
from canvas_files.recovery import find
from canvas_files.shelf import Shelf
from helpers.crash_lives import blank, change
from helpers.real_places import make_read_only, may_mount, may_plug_in, plug_in, pull_out, small, stick
from plakbord.session import Session, recovered_session


def large_change(document: Document, size: int) -> None:
    """A change of so many bytes."""
    with document.store.transaction() as tx:
        for number in range(size // 10_000):
            name = f"note:{document.store.revision}-{number}"
            tx.put(Note(id=name, sheet="sheet:1", zone="", text="x" * 10_000))


def tended(session: Session, until: Callable[[], bool], seconds: float = 10.0) -> bool:
    """Tends the session as a window does; whether what is waited for came about."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        session.tend()
        if until():
            return True
        time.sleep(0.02)
    return until()


def sentence(session: Session, path: Path | None = None) -> str:
    """What the person is told when saving does not work."""
    try:
        session.save(path)
    except Problem as problem:
        return problem.key
    return ""


if may_mount():

    def test_a_disk_of_one_megabyte_fills_up(tmp_path: Path) -> None:
        with small(tmp_path) as place:
            session, file = Session(blank(), shelf=Shelf(tmp_path / "private")), place / "bakery.plakbord"
            change(session.document)
            session.save(file)
            old = file.read_bytes()
            large_change(session.document, 1_500_000)
            assert sentence(session) == "disk_full"
            assert file.read_bytes() == old
            assert list(place.iterdir()) == [file]
            assert tended(session, lambda: session.truth == "computer")
            session.save(tmp_path / "elsewhere.plakbord")
            assert session.truth == "file"
            session.close()

    def test_a_full_private_disk_is_told_and_the_journal_moves(tmp_path: Path) -> None:
        with small(tmp_path) as place:
            session = Session(blank(), shelf=Shelf(place, (tmp_path / "spare",)))
            change(session.document)
            large_change(session.document, 1_500_000)
            assert session.keeping.journal.failure is not None
            assert session.truth == "memory"
            assert tended(session, lambda: session.truth == "computer")
            revision = session.store.revision
            session.close()
            shelf = Shelf(place, (tmp_path / "spare",))
            found = find(shelf, Disk())
            assert found[0].journal.parent == tmp_path / "spare" / "journals"
            again = recovered_session(found[0], Shelf(tmp_path / "private"))
            assert again.store.revision == revision
            again.close()

    def test_a_full_private_disk_does_not_stop_a_save_to_a_healthy_one(tmp_path: Path) -> None:
        with small(tmp_path) as place:
            session, file = Session(blank(), shelf=Shelf(place)), tmp_path / "bakery.plakbord"
            session.save(file)
            large_change(session.document, 1_500_000)
            session.save()
            large_change(session.document, 1_500_000)
            session.save()
            assert session.truth == "file"
            assert session.keeping.warning is not None
            assert open_file(file)[0].store.revision == session.store.revision
            session.close()

    def test_a_disk_becomes_read_only(tmp_path: Path) -> None:
        with small(tmp_path) as place:
            session, file = Session(blank(), shelf=Shelf(tmp_path / "private")), place / "bakery.plakbord"
            session.save(file)
            old = file.read_bytes()
            make_read_only(place)
            change(session.document)
            assert sentence(session) in ("not_allowed", "marked_read_only")
            assert file.read_bytes() == old
            assert tended(session, lambda: session.truth == "computer")
            make_read_only(place, False)
            session.save()
            assert session.truth == "file"
            session.close()


if may_plug_in():

    def test_a_stick_is_pulled_out_and_put_back(tmp_path: Path) -> None:
        shelf = Shelf(tmp_path / "private")
        with stick(tmp_path) as place:
            session, file = Session(blank(), shelf=shelf), place / "bakery.plakbord"
            change(session.document)
            session.save(file)
            pull_out(place)
            assert tended(session, lambda: session.keeping.outside == "gone")
            assert tended(session, lambda: session.truth == "computer")
            change(session.document)
            assert tended(session, lambda: session.truth == "computer")
            assert not file.exists()  # nothing is written where the stick was
            plug_in(tmp_path)
            assert tended(session, lambda: session.truth == "file")  # autosave went on by itself
            assert open_file(file)[0].store.revision == session.store.revision
            change(session.document)
            pull_out(place)
            revision = session.store.revision
            session.close()
            (found,) = find(shelf, Disk())
            assert (found.relation, found.notes) == ("gone", 3)
            again = recovered_session(found, shelf)
            assert again.store.revision == revision
            again.close()
