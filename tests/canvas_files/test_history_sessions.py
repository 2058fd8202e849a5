"""Undo and redo in random sessions of the user alone and of the user among others."""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from hypothesis import given
from hypothesis import strategies as st

from canvas_files.change import Change, Origin
from canvas_files.document import Document
from canvas_files.history import History
from canvas_files.records import Cluster, Entry, Link, Note, Record, Sheet, Workshop
from canvas_files.rules import RuleBroken
from canvas_files.store import Store, Transaction
from helpers.documents import SESSIONS

MADE: tuple[Record, ...] = (
    *(Sheet(id=f"s{at}", template="t") for at in range(2)),
    *(Note(id=f"n{at}", sheet=f"s{at % 2}", zone="z", cluster=f"c{at % 2}") for at in range(4)),
    *(Cluster(id=f"c{at}", sheet=f"s{at}") for at in range(2)),
    Entry(id="e0", sheet="s0", field="f"),
    Link(id="l0", start="n0", end="n1"),
    Link(id="l1", start="n2", end="s1"),
)
KINDS_OF_EDIT = ("x", "y", "text", "sheet", "cluster", "sparkle", "title", "put", "remove", "remove sheet")

edits = st.tuples(st.sampled_from(KINDS_OF_EDIT), st.integers(0, len(MADE) - 1), st.integers(0, 3))
transactions = st.lists(edits, min_size=1, max_size=3)
of_the_user = st.tuples(st.just("user"), transactions)
of_others = st.tuples(st.sampled_from(("phone", "phone", "import")), transactions)
nothing: list[tuple[str, int, int]] = []
buttons = st.tuples(st.sampled_from(("undo", "undo", "redo", "begin", "end", "cancel")), st.just(nothing))
Session: TypeAlias = list[tuple[str, list[tuple[str, int, int]]]]


def new_store() -> Store:
    return Document([Workshop(id="workshop"), *MADE]).store


def edit(tx: Transaction, what: str, at: int, number: int) -> None:
    record = MADE[at]
    now = tx.get(record.id)
    if what == "remove sheet":
        tx.remove(f"s{number % 2}")
    elif what == "remove":
        tx.remove(record.id)
    elif what == "put":
        tx.put(now or record)
    elif what == "title":
        tx.update("workshop", title=str(number))
    elif now is not None and what == "sparkle":
        tx.put(now.changed(extra={"sparkle": number} if number else {}))
    elif isinstance(now, Note):
        value: Any = {"text": str(number), "sheet": f"s{number % 2}", "cluster": f"c{number}"}.get(what, number)
        tx.update(now.id, **{what: value})


def play(store: Store, history: History, session: Session) -> None:
    for who, wanted in session:
        if not wanted:
            getattr(history, who)()
        else:
            try:
                with store.transaction(who, cast(Origin, who)) as tx:
                    for what, at, number in wanted:
                        edit(tx, what, at, number)
            except RuleBroken:
                pass
        assert not store.in_transaction


def redo_all(history: History) -> None:
    while history.redo_label is not None:
        history.redo()


@SESSIONS
@given(st.lists(of_the_user | buttons, max_size=40))
def test_undo_of_everything_is_the_start_and_redo_of_everything_the_end(session: Session) -> None:
    store = new_store()
    start, history = dict(store.records), History(store)
    play(store, history, session)
    history.end()
    redo_all(history)
    end = dict(store.records)
    for _ in range(2):
        while history.undo_label is not None:
            history.undo()
        assert dict(store.records) == start
        redo_all(history)
        assert dict(store.records) == end


class Authors:
    """Who gave each field its present value, followed from the outside; undoing does not make somebody an author."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._last: dict[tuple[str, str], str] = {}
        store.listen(self._on_change)

    def _on_change(self, change: Change) -> None:
        if change.origin == "history":
            return
        touched = {record_id: change.fields_of(record_id).keys() for record_id in change.updated}
        touched |= {record_id: record.fields().keys() for record_id, record in change.added.items()}
        self._last = {place: who for place, who in self._last.items() if place[0] not in change.added}
        for record_id, names in touched.items():
            self._last |= {(record_id, name): change.origin for name in names}

    def of_others(self) -> dict[tuple[str, str], Any]:
        """The fields that someone else changed last, with their values; not which cluster a note is in, because a
        note must leave a cluster that undo takes away."""
        records = self._store.records
        return {
            (record_id, name): records[record_id].fields().get(name)
            for (record_id, name), who in self._last.items()
            if who != "user" and record_id in records and name != "cluster"
        }


@SESSIONS
@given(st.lists(of_the_user | of_others | buttons, max_size=40))
def test_undo_and_redo_never_change_a_field_that_someone_else_changed_last(session: Session) -> None:
    store = new_store()
    history, authors = History(store), Authors(store)
    for who, wanted in session:
        before = authors.of_others()
        play(store, history, [(who, wanted)])
        if who in ("undo", "redo", "end", "cancel"):
            for (record_id, name), value in before.items():
                if record_id in store.records:
                    assert store.records[record_id].fields().get(name) == value, (record_id, name)


@SESSIONS
@given(st.lists(of_the_user | of_others | buttons, max_size=40))
def test_among_others_undo_and_redo_always_come_to_an_end(session: Session) -> None:
    store = new_store()
    history = History(store)
    play(store, history, session)
    for _ in range(len(session) + 1):
        history.undo()
    assert history.undo_label is None
    for _ in range(len(session) + 1):
        history.redo()
    assert history.redo_label is None
