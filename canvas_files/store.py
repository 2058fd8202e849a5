"""The one place where a document changes: transactions over a table of records, and the listeners that hear of it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any, TypeAlias

from canvas_files.change import Change, Origin
from canvas_files.records import Record, Round

Listener: TypeAlias = Callable[[Change], None]
Rule: TypeAlias = Callable[["Transaction"], None]


class RuleBroken(Exception):
    """The program tried something that the document does not allow; the transaction is undone."""


class Transaction:
    """Changes that happen together or not at all. Lives only inside `with store.transaction(...)`."""

    def __init__(self, records: dict[str, Record], label: str, origin: Origin, rounds: set[str] | None = None) -> None:
        self._records = records
        self._rounds = set() if rounds is None else rounds
        self._before: dict[str, Record | None] = {}
        self.records: Mapping[str, Record] = MappingProxyType(records)
        self.label = label
        self.origin = origin

    def get(self, record_id: str) -> Record | None:
        """The record as it is now, inside the transaction."""
        return self._records.get(record_id)

    def put(self, record: Record) -> None:
        """Adds a record, or puts it in the place of the one with its id."""
        self._before.setdefault(record.id, self._records.get(record.id))
        self._records[record.id] = record
        if isinstance(record, Round):
            self._rounds.add(record.id)

    def update(self, record_id: str, **fields: Any) -> None:
        """Changes fields of a record. Raises KeyError when there is none, and what Record.changed raises."""
        self.put(self._records[record_id].changed(**fields))

    def remove(self, record_id: str) -> None:
        """Removes a record; that it was gone already is fine."""
        if record_id in self._records:
            self._before.setdefault(record_id, self._records[record_id])
            del self._records[record_id]

    def touched(self) -> dict[str, Record | None]:
        """Every record touched so far, as it was before."""
        return dict(self._before)

    def rounds(self) -> list[str]:
        """The ids of all rounds, found without going through the whole document at every change; some of them may be
        gone."""
        return sorted(self._rounds)

    def change(self) -> Change:
        """What was done so far."""
        added, updated, removed = {}, {}, {}
        for record_id, before in self._before.items():
            after = self._records.get(record_id)
            if before is None and after is not None:
                added[record_id] = after
            elif before is not None and after is None:
                removed[record_id] = before
            elif before is not None and after is not None and before != after:
                updated[record_id] = (before, after)
        return Change(added, updated, removed, self.label, self.origin)

    def roll_back(self) -> None:
        """Puts everything back as it was."""
        for record_id, before in self._before.items():
            if before is None:
                self._records.pop(record_id, None)
            else:
                self._records[record_id] = before


class Store:
    """The records of one document. Belongs to the thread that made it; `revision` counts the changes and only grows."""

    def __init__(self, records: Iterable[Record] = (), revision: int = 0, rules: Iterable[Rule] = ()) -> None:
        self._records = {record.id: record for record in records}
        self.records: Mapping[str, Record] = MappingProxyType(self._records)
        self._rounds = {record.id for record in self._records.values() if isinstance(record, Round)}
        self.revision = revision
        self.read_only = False
        """Whether the document is only looked at: what is tried then leaves no trace. Loading may still mend it."""
        self._rules = tuple(rules)
        self._listeners: list[Listener] = []
        self._open: Transaction | None = None
        self._publishing = False
        self._thread = threading.get_ident()

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open at this moment."""
        return self._open is not None

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Calls the listener after every change, in the order of joining; returns how to leave. A listener may not
        write."""
        self._listeners.append(listener)

        def leave() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return leave

    @contextmanager
    def transaction(self, label: str = "", origin: Origin = "user") -> Iterator[Transaction]:
        """All or nothing: an exception puts everything back. A transaction inside another joins it.

        Raises RuntimeError in another thread or in a listener, and ExceptionGroup when listeners failed: the change
        itself then stands, and every listener has heard of it."""
        if threading.get_ident() != self._thread:
            raise RuntimeError("the store belongs to the thread that made it")
        if self._publishing:
            raise RuntimeError("a listener may not change the document")
        if self._open is not None:
            yield self._open
            return
        self._open = opened = Transaction(self._records, label, origin, self._rounds)
        try:
            yield opened
            for rule in self._rules:
                rule(opened)
            if self.read_only and opened.origin != "load":
                opened.roll_back()
                return
        except BaseException:
            opened.roll_back()
            raise
        finally:
            self._open = None
        change = opened.change()
        if change:
            self.revision += 1
            self._publish(change)

    def _publish(self, change: Change) -> None:
        self._publishing = True
        errors: list[Exception] = []
        try:
            for listener in tuple(self._listeners):
                try:
                    listener(change)
                except Exception as error:  # noqa: BLE001 - one listener's fault may not keep the others from hearing
                    errors.append(error)
        finally:
            self._publishing = False
        if errors:
            raise ExceptionGroup("listeners failed after the document changed", errors)
