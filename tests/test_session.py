"""One open workshop: what is unsaved, where it is saved, and a file that others changed meanwhile."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from canvas_files.disk import Disk
from canvas_files.problems import Problem
from helpers.sample_workshops import add_note, new_session, notes_of
from plakbord.session import Session, open_session


def write_on(session: Session, text: str) -> None:
    (note,) = notes_of(session)
    with session.store.transaction("step.note.edit") as tx:
        tx.update(note.id, text=text)


@pytest.fixture
def session() -> Session:
    made = new_session(title="Bakkerij")
    add_note(made)
    return Session(made.document)


def test_a_new_session_has_nothing_to_save_and_no_file(session: Session) -> None:
    assert (session.changed, session.path, session.name) == (False, None, "Bakkerij")
    with pytest.raises(ValueError, match="path"):
        session.save()


def test_work_is_unsaved_until_it_is_saved(session: Session, tmp_path: Path) -> None:
    write_on(session, "Anders")
    assert session.changed
    session.save(tmp_path / "een.plakbord")
    assert (session.changed, session.name) == (False, "een")
    session.history.undo()
    assert session.changed
    session.save()
    assert not session.changed


def test_what_was_saved_is_opened(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "een.plakbord"
    write_on(session, "Anders")
    session.save(path)
    opened = open_session(path)
    assert dict(opened.store.records) == dict(session.store.records)
    assert (opened.changed, opened.path, opened.document.problems) == (False, path, [])
    assert opened.document.templates == session.document.templates
    opened.save()


def test_a_file_that_others_changed_is_not_touched(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "een.plakbord"
    session.save(path)
    other = open_session(path)
    write_on(other, "Van een ander")
    other.save()
    theirs = path.read_bytes()
    write_on(session, "Van mij")
    with pytest.raises(Problem) as found:
        session.save()
    assert found.value.key == "changed_on_disk"
    assert path.read_bytes() == theirs
    assert session.changed
    session.save(overwrite=True)
    assert [note.text for note in notes_of(open_session(path))] == ["Van mij"]
    session.save()


def test_saving_elsewhere_leaves_the_old_file_and_goes_on_there(session: Session, tmp_path: Path) -> None:
    first, second = tmp_path / "een.plakbord", tmp_path / "twee.plakbord"
    session.save(first)
    old = first.read_bytes()
    write_on(session, "Anders")
    session.save(second)
    assert (session.path, session.changed) == (second, False)
    assert first.read_bytes() == old


def test_a_file_that_is_gone_is_written_again(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "een.plakbord"
    session.save(path)
    path.unlink()
    session.save()
    assert path.exists()


class FullDisk(Disk):
    """Has no room left for any byte."""

    def write(self, handle: int, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_after_a_failed_save_everything_is_as_it_was(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "een.plakbord"
    session.save(path)
    old = path.read_bytes()
    write_on(session, "Anders")
    for target, disk in ((tmp_path / "geen" / "map.plakbord", None), (path, FullDisk()), (None, FullDisk())):
        with pytest.raises(Problem):
            session.save(target, disk=disk)
        assert (session.path, session.changed, path.read_bytes()) == (path, True, old)
    session.save()
    assert not session.changed


def test_what_is_no_workshop_does_not_open(tmp_path: Path) -> None:
    path = tmp_path / "een.plakbord"
    path.write_text("hallo", "utf-8")
    with pytest.raises(Problem):
        open_session(path)


def test_the_top_key_is_that_of_the_highest_note_of_all_sheets(session: Session) -> None:
    assert new_session().top_key is None
    higher = add_note(session)
    assert session.top_key == higher.z
