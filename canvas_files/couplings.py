"""Which sources are coupled, and in how many groups they fall apart: a change made in one source of a group reaches the
others by itself. Plain graphs; what is in the sources is for the inventory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

Couplings = Mapping[str, Mapping[str, str]]
"""By note: the id of each of its links, and the note at the other end."""


def groups(ids: Iterable[str], couplings: Couplings, joining: Collection[str]) -> list[set[str]]:
    """The ids in groups: two are in one group when a chain of joining links leads from one to the other through these
    ids only. A source that does not hold an item cannot pass it on."""
    left = set(ids)
    found: list[set[str]] = []
    while left:
        group: set[str] = set()
        to_do = [left.pop()]
        while to_do:
            at = to_do.pop()
            group.add(at)
            for link, other in couplings.get(at, {}).items():
                if other in left and link in joining:
                    left.discard(other)
                    to_do.append(other)
        found.append(group)
    return found
