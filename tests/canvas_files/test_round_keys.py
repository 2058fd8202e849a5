"""The keys of secret rounds on a real disk: kept for the same person, thrown away when a round is over."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from canvas_files.history import History
from canvas_files.problems import Problem
from canvas_files.records import Round
from canvas_files.round_keys import SUFFIX, RoundKeys
from canvas_files.rounds import begin, cancel_round, close_round, delete_round, place_dot, reveal_round, round_of
from canvas_files.shelf import key_of
from canvas_files.store import Store
from helpers.failing_disk import FailingDisk
from helpers.voting import board, opened


@pytest.fixture
def store() -> Store:
    return board().store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "keys"


def on_disk(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob(f"*{SUFFIX}"))


def vote(store: Store, keys: RoundKeys, voted_in: Round, who: str) -> str:
    voter = keys.voter_id(store.records, voted_in, who)
    place_dot(store, voted_in.id, voter, "note:0")
    return voter


def test_a_key_lasts_and_each_round_has_its_own(store: Store, folder: Path) -> None:
    keys = RoundKeys(folder)
    first, second = opened(store, secret=True), opened(store, secret=True)
    jan = vote(store, keys, first, "Jan")
    assert keys.voter_id(store.records, first, " Jan ") == jan
    assert keys.voter_id(store.records, first, "Els") != jan
    assert keys.voter_id(store.records, second, "Jan") != jan
    assert on_disk(folder) == sorted([key_of(first.id), key_of(second.id)])
    assert RoundKeys(folder).voter_id(store.records, first, "Jan") == jan, "after a restart"


def test_an_open_round_needs_no_key(store: Store, folder: Path) -> None:
    voted_in = opened(store, secret=False)
    assert RoundKeys(folder).voter_id(store.records, voted_in, "Jan") == f"voter:{voted_in.id}:Jan"
    assert not folder.exists()


def test_without_a_folder_keys_are_in_memory_only(store: Store) -> None:
    keys, voted_in = RoundKeys(None), opened(store, secret=True)
    jan = vote(store, keys, voted_in, "Jan")
    assert keys.voter_id(store.records, voted_in, "Jan") == jan
    keys.forget_old(store.records)
    assert keys.voter_id(store.records, voted_in, "Jan") == jan
    with pytest.raises(Problem) as told:
        RoundKeys(None).voter_id(store.records, voted_in, "Jan")
    assert told.value.key == "round_key_elsewhere"
    keys.forget(voted_in.id)
    with pytest.raises(Problem):
        keys.voter_id(store.records, voted_in, "Jan")


def test_raised_hands_do_not_stand_in_the_way_of_a_key(store: Store, folder: Path) -> None:
    voted_in = opened(store, secret=True)
    begin(store, voted_in.id, "voter:hands", "hands")
    assert RoundKeys(folder).voter_id(store.records, voted_in, "Jan")
    assert on_disk(folder) == [key_of(voted_in.id)]


@pytest.mark.parametrize("over", ["revealed", "cancelled"])
def test_the_key_of_a_round_that_is_over_is_thrown_away(store: Store, folder: Path, over: str) -> None:
    keys = RoundKeys(folder)
    store.listen(keys.follow)
    voted_in, other = opened(store, secret=True), opened(store, secret=True)
    vote(store, keys, voted_in, "Jan")
    vote(store, keys, other, "Jan")
    if over == "revealed":
        close_round(store, voted_in.id)
        assert len(on_disk(folder)) == 2, "it may be opened again"
        reveal_round(store, voted_in.id)
    else:
        cancel_round(store, voted_in.id)
    assert on_disk(folder) == [key_of(other.id)]
    with pytest.raises(Problem) as told:
        keys.voter_id(store.records, round_of(store.records, voted_in), "Jan")
    assert told.value.key == "round_key_elsewhere"


def test_a_round_that_is_over_without_votes_gets_no_key(store: Store, folder: Path) -> None:
    over = cancel_round(store, opened(store, secret=True).id)
    with pytest.raises(Problem):
        RoundKeys(folder).voter_id(store.records, over, "Jan")
    assert on_disk(folder) == []


def test_a_deleted_round_takes_its_key_along_and_brings_it_back(store: Store, folder: Path) -> None:
    history, keys = History(store), RoundKeys(folder)
    store.listen(keys.follow)
    voted_in, keyless = opened(store, secret=True), opened(store, secret=True)
    jan = vote(store, keys, voted_in, "Jan")
    delete_round(store, keyless.id)
    history.undo()
    assert on_disk(folder) == [key_of(voted_in.id)]
    delete_round(store, voted_in.id)
    assert on_disk(folder) == []
    history.undo()
    assert on_disk(folder) == [key_of(voted_in.id)]
    assert RoundKeys(folder).voter_id(store.records, voted_in, "Jan") == jan


def test_a_key_that_cannot_be_put_back_stays_in_memory(store: Store, tmp_path: Path) -> None:
    disk = FailingDisk(tmp_path)
    history, keys = History(store), RoundKeys(tmp_path / "keys", disk)
    store.listen(keys.follow)
    voted_in = opened(store, secret=True)
    jan = vote(store, keys, voted_in, "Jan")
    delete_round(store, voted_in.id)
    disk.step, disk.number = "create", errno.ENOSPC
    history.undo()
    assert on_disk(tmp_path / "keys") == []
    assert keys.voter_id(store.records, voted_in, "Jan") == jan


def test_a_round_that_is_over_comes_back_without_a_key(store: Store, folder: Path) -> None:
    history, keys = History(store), RoundKeys(folder)
    store.listen(keys.follow)
    voted_in = opened(store, secret=True)
    vote(store, keys, voted_in, "Jan")
    cancel_round(store, voted_in.id)
    delete_round(store, voted_in.id)
    history.undo()
    assert round_of(store.records, voted_in).state == "cancelled"
    assert on_disk(folder) == []


def test_what_a_crash_left_of_rounds_that_are_over_goes(store: Store, folder: Path) -> None:
    keys = RoundKeys(folder)
    keys.forget_old(store.records)  # there is no folder yet
    over, going_on = opened(store, secret=True), opened(store, secret=True)
    vote(store, keys, over, "Jan")
    jan = vote(store, keys, going_on, "Jan")
    cancel_round(store, over.id)  # the program ended before the key was gone
    assert len(on_disk(folder)) == 2
    again = RoundKeys(folder)
    again.forget_old(store.records)
    assert on_disk(folder) == [key_of(going_on.id)]
    assert again.voter_id(store.records, going_on, "Jan") == jan


def test_half_a_key_is_no_key(store: Store, folder: Path) -> None:
    voted_in = opened(store, secret=True)
    folder.mkdir()
    (folder / (key_of(voted_in.id) + SUFFIX)).write_bytes(b"half")
    jan = RoundKeys(folder).voter_id(store.records, voted_in, "Jan")
    assert (folder / (key_of(voted_in.id) + SUFFIX)).stat().st_size == 32
    assert RoundKeys(folder).voter_id(store.records, voted_in, "Jan") == jan


@pytest.mark.parametrize("step", ["create", "write", "sync"])
def test_a_key_that_cannot_be_kept_is_told(store: Store, tmp_path: Path, step: str) -> None:
    disk = FailingDisk(tmp_path)
    disk.step, disk.number = step, errno.ENOSPC
    keys, voted_in = RoundKeys(tmp_path / "keys", disk), opened(store, secret=True)
    with pytest.raises(Problem) as told:
        keys.voter_id(store.records, voted_in, "Jan")
    assert told.value.key == "no_round_key"
    disk.step = None
    assert keys.voter_id(store.records, voted_in, "Jan")
