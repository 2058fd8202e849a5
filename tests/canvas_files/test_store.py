"""The store: all or nothing, one change per transaction, and listeners that may not write."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas_files.change import Change
from canvas_files.records import Note, Record
from canvas_files.store import Store, Transaction


def note(record_id: str, x: int = 0) -> Note:
    return Note(id=record_id, sheet="s", zone="z", x=x)


@pytest.fixture
def store() -> Store:
    return Store([note("a"), note("b")], revision=7)


def x_of(store: Store, record_id: str) -> int:
    record = store.records[record_id]
    assert isinstance(record, Note)
    return record.x


def test_a_transaction_is_one_change(store: Store) -> None:
    heard: list[Change] = []
    store.listen(heard.append)
    with store.transaction("Move", "phone") as tx:
        tx.update("a", x=1)
        tx.update("a", x=2)
        tx.put(note("c"))
        tx.remove("b")
        tx.remove("never there")
        assert (tx.label, tx.origin) == ("Move", "phone")
    [change] = heard
    assert (dict(change.added), dict(change.removed)) == ({"c": note("c")}, {"b": note("b")})
    assert dict(change.updated) == {"a": (note("a"), note("a", 2))}
    assert (change.label, change.origin, store.revision) == ("Move", "phone", 8)


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    before: dict[str, Record] = dict(store.records)
    heard: list[Change] = []
    store.listen(heard.append)

    def several_things_and_a_mistake(tx: Transaction) -> None:
        tx.update("a", x=5)
        tx.remove("b")
        tx.put(note("c"))
        tx.put(note("d"))
        tx.remove("d")
        tx.update("a", x=1 // 0)

    with pytest.raises(ZeroDivisionError), store.transaction() as tx:
        several_things_and_a_mistake(tx)
    assert dict(store.records) == before
    assert (heard, store.revision, store.in_transaction) == ([], 7, False)


def test_nothing_changed_is_no_change(store: Store) -> None:
    heard: list[Change] = []
    store.listen(heard.append)
    with store.transaction() as tx:
        tx.update("a", x=0)
        tx.put(note("c"))
        tx.remove("c")
        tx.remove("b")
        tx.put(note("b"))
    assert (heard, store.revision) == ([], 7)


def test_a_transaction_inside_another_joins_it(store: Store) -> None:
    heard: list[Change] = []
    store.listen(heard.append)
    with store.transaction("outer") as outer:
        with store.transaction("inner", "import") as inner:
            assert inner is outer
            inner.update("a", x=1)
        assert store.in_transaction
        outer.update("b", x=2)
    assert [(change.label, change.origin, change.ids()) for change in heard] == [("outer", "user", {"a", "b"})]


def test_updating_what_is_not_there_is_an_error(store: Store) -> None:
    with pytest.raises(KeyError), store.transaction() as tx:
        tx.update("nobody", x=1)
    assert not store.in_transaction


def test_a_rule_can_add_to_a_transaction_and_can_refuse_it() -> None:
    def rule(tx: Transaction) -> None:
        if "a" in tx.touched():
            tx.put(note("made by the rule"))
        if tx.get("forbidden"):
            tx.update("a", x=9)
            raise ValueError("no")

    store = Store([note("a")], rules=[rule])
    with store.transaction() as tx:
        tx.update("a", x=1)
    assert "made by the rule" in store.records
    with pytest.raises(ValueError, match="no"), store.transaction() as tx:
        tx.put(note("forbidden"))
    assert x_of(store, "a") == 1
    assert "forbidden" not in store.records


def test_a_listener_may_not_write_and_its_failure_is_told_after_all_have_heard(store: Store) -> None:
    heard: list[Change] = []

    def write(change: Change) -> None:
        with store.transaction() as tx:
            tx.remove("a")

    store.listen(write)
    store.listen(heard.append)
    with pytest.raises(ExceptionGroup) as caught, store.transaction() as tx:
        tx.update("a", x=5)
    assert [str(error) for error in caught.value.exceptions] == ["a listener may not change the document"]
    assert len(heard) == 1
    assert x_of(store, "a") == 5


def test_a_listener_that_left_hears_nothing(store: Store) -> None:
    heard: list[Change] = []
    leave = store.listen(heard.append)
    leave()
    with store.transaction() as tx:
        tx.update("a", x=5)
    assert heard == []


def test_another_thread_may_not_write(store: Store) -> None:
    errors: list[str] = []

    def write() -> None:
        try:
            with store.transaction() as tx:
                tx.remove("a")
        except RuntimeError as error:
            errors.append(str(error))

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()
    assert errors == ["the store belongs to the thread that made it"]
    assert "a" in store.records


def test_the_table_can_only_be_read(store: Store) -> None:
    with pytest.raises(TypeError):
        store.records["c"] = note("c")  # type: ignore[index]
    with store.transaction() as tx, pytest.raises(TypeError):
        tx.records["c"] = note("c")  # type: ignore[index]


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from((None, 0, 1, 2)), st.booleans()), max_size=30))
def test_what_listeners_heard_adds_up_to_the_store(wanted: list[tuple[str, int | None, bool]]) -> None:
    store = Store([note("a"), note("b")])
    copy: dict[str, Record] = dict(store.records)

    def follow(change: Change) -> None:
        for record_id in change.removed:
            del copy[record_id]
        copy.update(change.added)
        copy.update({record_id: after for record_id, (_, after) in change.updated.items()})

    store.listen(follow)
    for record_id, x, fails in wanted:
        try:
            with store.transaction() as tx:
                tx.remove(record_id) if x is None else tx.put(note(record_id, x))
                if fails:
                    raise InterruptedError
        except InterruptedError:
            pass
        assert copy == dict(store.records)


def test_leaving_twice_is_leaving_once() -> None:
    store, heard = Store(), []
    leave = store.listen(heard.append)
    leave()
    leave()
    with store.transaction() as tx:
        tx.put(Note(id="n", sheet="s", zone="z"))
    assert heard == []


def test_who_only_looks_changes_nothing_and_loading_may_mend() -> None:
    store, heard = Store([Note(id="n", sheet="s", zone="z")]), []
    store.listen(heard.append)
    store.read_only = True
    with store.transaction() as tx:
        tx.update("n", text="mag niet")
        tx.put(Note(id="m", sheet="s", zone="z"))
    assert (store.revision, heard, list(store.records)) == (0, [], ["n"])
    assert store.records["n"].fields()["text"] == ""
    with store.transaction("", "load") as tx:
        tx.update("n", text="hersteld")
    assert store.records["n"].fields()["text"] == "hersteld"
