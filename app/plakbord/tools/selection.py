"""Which notes are selected. Belongs to one window, not to the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from canvas_files.change import Change


class Selection:
    """A set of note ids that tells when it changes."""

    def __init__(self) -> None:
        self._ids: frozenset[str] = frozenset()
        self._listeners: list[Callable[[frozenset[str]], None]] = []

    @property
    def ids(self) -> frozenset[str]:
        """The selected notes."""
        return self._ids

    def __contains__(self, note_id: str) -> bool:
        return note_id in self._ids

    def __len__(self) -> int:
        return len(self._ids)

    def set(self, ids: Iterable[str]) -> None:
        """Selects these and no others."""
        new = frozenset(ids)
        differing = new ^ self._ids
        if differing:
            self._ids = new
            for listener in tuple(self._listeners):
                listener(differing)

    def toggle(self, note_id: str) -> None:
        """Selects a note, or not any longer."""
        self.set(self._ids ^ {note_id})

    def listen(self, listener: Callable[[frozenset[str]], None]) -> None:
        """Calls the listener with the ids whose state changed."""
        self._listeners.append(listener)

    def follow(self, change: Change) -> None:
        """A note that is gone is not selected."""
        if change.removed:
            self.set(self._ids - change.removed.keys())
