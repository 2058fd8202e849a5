"""A session while people vote in secret: the same person stays the same voter, also after a crash; and when the results
are known, neither key nor traces of who came when are left on this computer."""

from __future__ import annotations

from pathlib import Path

import pytest

from canvas_files.disk import Disk
from canvas_files.file import decode
from canvas_files.journal_text import read_journal, replayed
from canvas_files.problems import Problem
from canvas_files.records import Dot, Round, Scope, Voter
from canvas_files.recovery import find
from canvas_files.rounds import (
    cancel_round,
    close_round,
    delete_round,
    new_round,
    open_round,
    place_dot,
    results,
    reveal_round,
    totals,
)
from canvas_files.shelf import Shelf
from helpers.voting import board
from plakbord.session import Session, copied_session, open_session, recovered_session


def keys_on(shelf: Shelf) -> list[Path]:
    return sorted((shelf.root / "rounds").rglob("*.key"))


def secret_round(session: Session) -> Round:
    return open_round(session.store, new_round(session.store, Scope(), 3, secret=True).id)


def vote(session: Session, voted_in: Round, who: str, *notes: int) -> str:
    voter = session.voter_id(voted_in.id, who)
    for note in notes:
        place_dot(session.store, voted_in.id, voter, f"note:{note}")
    return voter


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "private")


@pytest.fixture
def session(shelf: Shelf, tmp_path: Path) -> Session:
    made = Session(board(), shelf=shelf)
    made.save(tmp_path / "bakkerij.plakbord")
    return made


def test_the_same_person_is_the_same_voter_after_a_restart(session: Session, shelf: Shelf, tmp_path: Path) -> None:
    voted_in = secret_round(session)
    jan = vote(session, voted_in, "Jan", 0, 1)
    assert len(keys_on(shelf)) == 1
    assert keys_on(shelf)[0].stat().st_mode & 0o077 == 0
    session.save()
    session.close()
    again = open_session(tmp_path / "bakkerij.plakbord", shelf)
    assert again.voter_id(voted_in.id, "Jan") == jan
    vote(again, voted_in, "Jan", 2)
    with pytest.raises(Problem, match="All 3 dots are used"):
        vote(again, voted_in, "Jan", 3)
    again.close()


def test_a_crash_in_the_middle_of_a_round_loses_no_vote(session: Session, shelf: Shelf) -> None:
    voted_in = secret_round(session)
    jan = vote(session, voted_in, "Jan", 0, 1)
    els = vote(session, voted_in, "Els", 1)
    before = dict(session.store.records)
    session._background.end()
    session.keeping.journal.sync()
    session.keeping.close()  # what a crash leaves: the journal, and a lock that nobody holds
    (found,) = find(shelf, Disk())
    recovered = recovered_session(found, shelf)
    assert dict(recovered.store.records) == before
    assert (recovered.voter_id(voted_in.id, "Jan"), recovered.voter_id(voted_in.id, "Els")) == (jan, els)
    vote(recovered, voted_in, "Els", 1, 1)
    assert totals(recovered.store.records, voted_in)["note:1"] == 4
    recovered.close()


def test_the_key_goes_when_the_results_are_known(session: Session, shelf: Shelf) -> None:
    for finish in ("reveal", "cancel"):
        voted_in = secret_round(session)
        vote(session, voted_in, "Jan", 0)
        assert len(keys_on(shelf)) == 1
        if finish == "reveal":
            close_round(session.store, voted_in.id)
            reveal_round(session.store, voted_in.id)
        else:
            cancel_round(session.store, voted_in.id)
        assert keys_on(shelf) == []
        with pytest.raises(Problem, match="another computer"):
            session.voter_id(voted_in.id, "Jan")
    session.close()


def test_a_deleted_round_comes_back_with_its_key(session: Session, shelf: Shelf) -> None:
    voted_in = secret_round(session)
    jan = vote(session, voted_in, "Jan", 0)
    delete_round(session.store, voted_in.id)
    assert keys_on(shelf) == []
    session.history.undo()
    assert len(keys_on(shelf)) == 1
    assert session.voter_id(voted_in.id, "Jan") == jan
    session.close()


def test_another_computer_does_not_let_people_vote_twice(session: Session, shelf: Shelf, tmp_path: Path) -> None:
    voted_in = secret_round(session)
    assert Session(session.document, shelf=Shelf(tmp_path / "fresh")).voter_id(voted_in.id, "Jan")
    vote(session, voted_in, "Jan", 0)
    session.save()
    data = (tmp_path / "bakkerij.plakbord").read_bytes()
    for other in (
        open_session(tmp_path / "bakkerij.plakbord", Shelf(tmp_path / "other")),
        copied_session(data, shelf, "kopie"),
    ):
        with pytest.raises(Problem, match="on another computer"):
            other.voter_id(voted_in.id, "Jan")
        close_round(other.store, voted_in.id)
        reveal_round(other.store, voted_in.id)
        assert results(other.store.records, voted_in.id).given == 1
        other.close()
    session.close()


def test_a_key_that_cannot_be_kept_is_said(session: Session, shelf: Shelf) -> None:
    voted_in = secret_round(session)
    (shelf.root / "rounds").write_text("in the way")
    with pytest.raises(Problem, match="cannot be kept here"):
        session.voter_id(voted_in.id, "Jan")
    session.close()


def test_an_open_round_needs_no_key(session: Session, shelf: Shelf) -> None:
    voted_in = open_round(session.store, new_round(session.store, Scope(), 3, secret=False).id)
    assert session.voter_id(voted_in.id, "Jan") == f"voter:{voted_in.id}:Jan"
    assert keys_on(shelf) == []
    session.close()


def test_no_trace_of_who_came_when_is_left(session: Session, shelf: Shelf, tmp_path: Path) -> None:
    voted_in = secret_round(session)
    for who in ("Jan", "Els", "Ria"):
        vote(session, voted_in, who, 0, 2)
        session.save()
        session.keep_moment_now("named", f"na {who}")
    vote(session, voted_in, "Bo", 1)  # in no file yet when the results are shown
    close_round(session.store, voted_in.id)
    reveal_round(session.store, voted_in.id)
    session.save()
    with session.store.transaction() as tx:
        tx.update("note:5", text="Daarna")
    session.save()
    session.close()
    states = [decode(path.read_bytes(), path.name) for path in shelf.all_backups.rglob("*.plakbord")]
    assert len(states) > 3
    voters_in = [sum(isinstance(r, Voter) for r in state.records.values()) for state in states]
    assert set(voters_in) <= {0, 4}, "all who voted, or nobody"
    dots_in = [sum(isinstance(r, Dot) for r in state.records.values()) for state in states]
    assert all(bool(dots) == bool(people) for dots, people in zip(dots_in, voters_in, strict=True))
    kept = [state for state, people in zip(states, voters_in, strict=True) if not people]
    assert any(isinstance(record, Round) for state in kept for record in state.records.values()), "the round stays"
    assert [*shelf.root.rglob("*.journal")] == []


def test_a_journal_that_goes_on_begins_anew(shelf: Shelf) -> None:
    session = Session(board(), shelf=shelf)  # was never saved: all there is, is in the journal
    voted_in = secret_round(session)
    for who in ("Jan", "Els", "Ria"):
        vote(session, voted_in, who, 0, 2)
    close_round(session.store, voted_in.id)
    reveal_round(session.store, voted_in.id)
    now = dict(session.store.records)
    session.close()
    (journal,) = shelf.root.rglob("*.journal")
    reading = read_journal(journal.read_bytes(), journal.name)
    assert reading.lines == ()
    assert dict(replayed(reading).records) == now


def test_the_moment_before_voting_is_kept_and_every_step_reaches_the_disk(session: Session, shelf: Shelf) -> None:
    voted_in = secret_round(session)
    vote(session, voted_in, "Jan", 0)
    close_round(session.store, voted_in.id)
    session.keep_moment_now("interval")  # waits for what goes on in the background
    assert session.keeping.backups is not None
    kinds = [moment.kind for moment in session.keeping.backups.moments()]
    assert kinds == ["interval", "vote"]
    assert session.keeping.journal.durable == session.store.revision
    session.close()
