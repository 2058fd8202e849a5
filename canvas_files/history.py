"""Undo and redo of the user's own changes, field by field, so that they stay safe beside the changes of others.

Undoing gives back the fields that a change touched, except those someone else changed since; what was really given
back is remembered in turn, and undoing that is the redo. A whole-record inverse would wipe out a participant's edit.
A step that has to wait, because people are voting on what it touches, stays where it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from canvas_files.change import MISSING, Change, squash
from canvas_files.problems import Problem
from canvas_files.records import Dot, Record, Round, Voter
from canvas_files.store import Store, Transaction

Step: TypeAlias = tuple[tuple[int, Change], ...]
"""What one undo takes back: when each part was made, counted in changes, and the part. There is more than one part
only in a gesture during which someone else changed something."""


class History:
    """Listens to a store and can take back what origin `user` did."""

    def __init__(self, store: Store, limit: int = 1000) -> None:
        self._store = store
        self._limit = limit
        self._undos: list[Step] = []
        self._redos: list[Step] = []
        self._gesture: Step = ()
        self._in_gesture = False
        self._clock = 0
        self._foreign: dict[tuple[str, str | None], int] = {}
        self._latest: dict[str, int] = {}
        self._given_back: Change | None = None
        self.forget = store.listen(self._on_change)

    @property
    def undo_label(self) -> str | None:
        """The label of the change that undo would take back; None when there is none."""
        return self._undos[-1][-1][1].label if self._undos else None

    @property
    def redo_label(self) -> str | None:
        """The label of the change that redo would do again; None when there is none."""
        return self._redos[-1][-1][1].label if self._redos else None

    @property
    def in_gesture(self) -> bool:
        """Whether a gesture has begun and not ended."""
        return self._in_gesture

    def begin(self) -> None:
        """From now on everything is one undo step, until end or cancel. A gesture that was not ended ends here."""
        self.end()
        self._in_gesture = True

    def end(self) -> None:
        """The gesture is done: what it did is one undo step."""
        gesture, self._gesture, self._in_gesture = self._gesture, (), False
        self._remember(self._undos, gesture)

    def cancel(self) -> None:
        """Back to where the gesture began, leaving nothing to undo or redo. When people vote on it by now the gesture
        is done instead, and can be undone later."""
        gesture, self._gesture, self._in_gesture = self._gesture, (), False
        if gesture:
            try:
                self._give_back(gesture)
            except Problem:
                self._remember(self._undos, gesture)

    def undo(self) -> bool:
        """Takes back the last change of the user's that is not taken back yet; whether any of it could be. Raises
        Problem while people vote on what it touches; nothing is different then, and it can be taken back later."""
        return self._step(self._undos, self._redos)

    def redo(self) -> bool:
        """Does again what undo took back last; whether any of it could be. Raises Problem as undo does."""
        return self._step(self._redos, self._undos)

    def _on_change(self, change: Change) -> None:
        self._clock += 1
        if change.origin == "user":
            if not self._in_gesture:
                self._remember(self._undos, ((self._clock, change),))
            else:
                self._extend_gesture(change)
            self._redos.clear()
        elif change.origin == "history":
            self._given_back = change
        else:
            self._let_go(change)
            self._latest.update(dict.fromkeys((*change.added, *change.updated), self._clock))
            for record_id in change.added:
                self._foreign[record_id, None] = self._clock
            for record_id in change.updated:
                for name in change.fields_of(record_id):
                    self._foreign[record_id, name] = self._clock

    def _let_go(self, change: Change) -> None:
        """Making and setting up a round cannot be taken back once it was opened: the step before that is the next."""
        before = (each for each, _ in change.updated.values())
        begun = {each.id for each in before if isinstance(each, Round) and each.state == "setup"}
        if begun:
            for steps in (self._undos, self._redos):
                steps[:] = [step for step in steps if any(part.ids() - begun for _, part in step)]

    def _extend_gesture(self, change: Change) -> None:
        *parts, (when, last) = self._gesture or ((0, Change()),)
        if when == self._clock - 1:  # nobody else came in between
            change = squash(last, change)
        elif last:
            parts.append((when, last))
        self._gesture = (*parts, (self._clock, change))

    def _remember(self, steps: list[Step], step: Step) -> None:
        kept = tuple((when, change) for when, change in step if change)
        if kept:
            steps.append(kept)
            del steps[: -self._limit]

    def _step(self, source: list[Step], target: list[Step]) -> bool:
        if self._in_gesture:
            self.end()
        if not source:
            return False
        step = source.pop()
        try:
            given_back = self._give_back(step)
        except Problem:
            source.append(step)
            raise
        if not given_back:
            return False
        self._remember(target, ((self._clock, given_back),))
        return True

    def _give_back(self, step: Step) -> Change | None:
        self._given_back = None
        with self._store.transaction(step[-1][1].label, "history") as tx:
            for since, change in reversed(step):
                self._take_back(tx, since, change)
        return self._given_back

    def _take_back(self, tx: Transaction, since: int, change: Change) -> None:
        for record_id, record in change.removed.items():
            if tx.get(record_id) is None:
                tx.put(record)
        for record_id in change.added:
            opened = isinstance(tx.get(record_id), Round | Voter | Dot) and self._latest.get(record_id, 0) > since
            if not opened:  # people vote in it by now: that is not the user's to take away
                tx.remove(record_id)
        for record_id in change.updated:
            now = tx.get(record_id)
            if now is not None:
                fields = change.fields_of(record_id).items()
                tx.put(_with(now, {n: old for n, (old, _) in fields if not self._changed_since(since, record_id, n)}))

    def _changed_since(self, since: int, record_id: str, name: str) -> bool:
        """Whether someone else gave the field its value after that moment."""
        return max(self._foreign.get((record_id, name), 0), self._foreign.get((record_id, None), 0)) > since


def _with(record: Record, fields: Mapping[str, Any]) -> Record:
    """The record with these values, those of a newer version among them; MISSING takes such a field away."""
    own = set(record.__struct_fields__) - {"extra"}
    extra = {n: value for n, value in {**record.extra, **fields}.items() if n not in own and value is not MISSING}
    return record.changed(**{n: value for n, value in fields.items() if n in own}, extra=extra)
