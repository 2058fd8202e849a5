"""What one transaction did, and how two of them become one. Undoing is history's work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal, TypeAlias

from msgspec import Struct

from canvas_files.records import Dot, Record, Voter

Origin: TypeAlias = Literal["user", "history", "vote", "phone", "import", "recovery", "load"]
"""Who wanted a change. Only `user` can be undone: a participant's dot never disappears because the facilitator
pressed Ctrl+Z. `vote` is whatever happens in a round of voting on this computer."""

MISSING: Final = object()
"""Stands for a field that one side of an update does not have."""


class Change(Struct, frozen=True):
    """added and removed hold records by id; updated holds (before, after)."""

    added: Mapping[str, Record] = {}
    updated: Mapping[str, tuple[Record, Record]] = {}
    removed: Mapping[str, Record] = {}
    label: str = ""
    origin: Origin = "user"

    def __bool__(self) -> bool:
        return bool(self.added or self.updated or self.removed)

    def fields_of(self, record_id: str) -> dict[str, tuple[Any, Any]]:
        """The fields of an updated record that differ, as (before, after); MISSING where a side has none."""
        before, after = (record.fields() for record in self.updated[record_id])
        return {
            name: (before.get(name, MISSING), after.get(name, MISSING))
            for name in before.keys() | after.keys()
            if before.get(name, MISSING) != after.get(name, MISSING)
        }

    @property
    def only_votes(self) -> bool:
        """Whether nothing but votes changed: hundreds a second come in while a whole room votes by phone, and most of
        what follows a document has nothing to do with them."""
        return all(isinstance(record, Dot | Voter) for record in self.records())

    def ids(self) -> set[str]:
        """Every record this change touched."""
        return {*self.added, *self.updated, *self.removed}

    def records(self) -> list[Record]:
        """Every record as it is after this change, removed ones as they were."""
        return [*self.added.values(), *(after for _, after in self.updated.values()), *self.removed.values()]


def squash(first: Change, then: Change) -> Change:
    """One change that does what the two did one after the other."""
    added, updated, removed = dict(first.added), dict(first.updated), dict(first.removed)
    for record_id, record in then.added.items():
        before = removed.pop(record_id, None)
        if before is None:
            added[record_id] = record
        elif before != record:
            updated[record_id] = (before, record)
    for record_id, (before, after) in then.updated.items():
        if record_id in added:
            added[record_id] = after
            continue
        start = updated.pop(record_id, (before, after))[0]
        if start != after:
            updated[record_id] = (start, after)
    for record_id, record in then.removed.items():
        if added.pop(record_id, None) is None:
            removed[record_id] = updated.pop(record_id, (record, record))[0]
    return Change(added, updated, removed, then.label or first.label, then.origin)
