"""Which round of voting is looked at, and what of it may be seen: for boards, outlines and posters that all show the
same. It belongs to who looks, not to the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from canvas_files.change import Change
from canvas_files.records import Dot, Round, Voter
from canvas_files.store import Store
from canvas_files.tally import Tally
from canvas_files.votes import may_be_shown, rounds


class VotesShown:
    """Follows a store. `chosen` is the round that somebody wants to see on the notes, "" for none."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._tally = Tally(store)
        self.rounds: list[Round] = rounds(store.records)
        """All rounds in their order: who asks often need not look through the whole workshop each time."""
        self._listeners: list[Callable[[], None]] = []
        self.chosen = ""
        self.round: Round | None = None
        """The round that is on the notes now: one that is open, else the chosen one."""
        self.dots: Mapping[str, int] | None = None
        """Its dots by the options' notes; None when they may not be seen."""
        self._renew()
        store.listen(self._on_change)

    def choose(self, round_id: str) -> None:
        """Shows another round, or none."""
        if round_id != self.chosen:
            self.chosen = round_id
            self._renew()

    def on(self, note_id: str) -> int | None:
        """The dots that may be seen on a note; None when it takes no part, or nothing may be seen."""
        return self.dots.get(note_id) if self.dots is not None else None

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Calls the listener when something else is shown; returns how to leave."""
        self._listeners.append(listener)

        def leave() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return leave

    def _on_change(self, change: Change) -> None:
        """A room full of phones votes hundreds of times a second: what that costs may not grow with the round."""
        changed = {type(record) for record in change.records()}
        if Round in changed:
            self.rounds = rounds(self._store.records)
        if not changed.isdisjoint((Round, Dot, Voter)):
            self._renew()

    def _renew(self) -> None:
        before = self.round, self.dots
        self.round = self._round_now()
        shown = self.round is not None and may_be_shown(self.round)
        self.dots = dict(self._tally.totals(self.round.id)) if self.round is not None and shown else None
        if (self.round, self.dots) != before:
            for listener in tuple(self._listeners):
                listener()

    def _round_now(self) -> Round | None:
        wanted = self._store.records.get(self.chosen)
        running = [each for each in self.rounds if each.state == "open"]
        if isinstance(wanted, Round) and any(wanted.id == each.id for each in running):
            return wanted
        if running:
            return running[-1]
        return wanted if isinstance(wanted, Round) and wanted.state in ("closed", "revealed") else None
