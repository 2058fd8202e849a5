"""From setting up a round to its results, step by step. Setting up and deleting can be undone; what happens to a round
that people have begun to vote in cannot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from canvas_files.ballots import LABEL, open_round_of
from canvas_files.options import candidates
from canvas_files.plain_text import LONGEST_LINE, clean_text
from canvas_files.problems import Problem
from canvas_files.queries import Records
from canvas_files.records import MOST_DOTS, Note, Option, Round, Scope, State, new_id
from canvas_files.store import Store
from canvas_files.votes import round_of, rounds
from canvas_files.voting_rules import MAY_BECOME

LEAST_OPTIONS = 2
_SETTINGS = frozenset(
    "scope dots most title secret open_count people names facilitator_votes seconds".split()  # noqa: SIM905
)


def new_round(
    store: Store,
    scope: Scope,
    dots: int,
    *,
    most: int = 3,
    title: str = "",
    secret: bool = True,
    open_count: bool = False,
    people: int = 0,
    names: Iterable[str] = (),
    facilitator_votes: bool = False,
    seconds: int = 0,
    runoff_of: str = "",
) -> Round:
    """A round that is being set up. Raises Problem for a budget that cannot be."""
    made = Round(
        id=new_id("round"),
        number=next_number(store.records),
        runoff_of=runoff_of,
        **_checked(
            scope=scope,
            dots=dots,
            most=most,
            title=title,
            secret=secret,
            open_count=open_count,
            people=people,
            names=names,
            facilitator_votes=facilitator_votes,
            seconds=seconds,
        ),
    )
    with store.transaction("step.round.new") as tx:
        tx.put(made)
    return round_of(store.records, made.id)


def next_number(records: Records) -> int:
    """What the next round will be called."""
    return max((each.number for each in rounds(records)), default=0) + 1


def change_round(store: Store, round_id: str, **fields: Any) -> Round:
    """Other settings, while it is being set up. Raises Problem when it was opened, or as new_round."""
    voted_in = round_of(store.records, round_id)
    if fields.keys() - _SETTINGS:
        raise TypeError(f"not a setting: {', '.join(sorted(fields.keys() - _SETTINGS))}")
    if voted_in.state != "setup":
        raise Problem("round_has_begun", round=voted_in.number)
    with store.transaction("step.round.change") as tx:
        tx.update(round_id, **_checked(**fields))
    return round_of(store.records, round_id)


def _checked(**fields: Any) -> dict[str, Any]:
    """The settings, cleaned. Raises Problem."""
    for name in ("dots", "most"):
        if name in fields and not 1 <= fields[name] <= MOST_DOTS:
            raise Problem(f"bad_{name}", most=MOST_DOTS)
    if not 0 <= fields.get("people", 0) <= 10_000:
        raise Problem("bad_people")
    if "title" in fields:
        fields["title"] = _line(fields["title"])
    if "names" in fields:
        fields["names"] = list(dict.fromkeys(filter(None, map(_line, fields["names"]))))
    return fields


def _line(text: str) -> str:
    return " ".join(clean_text(text).split())[:LONGEST_LINE]


def open_round(store: Store, round_id: str, zones: Sequence[str] = ()) -> Round:
    """Voting begins: from now on the options are fixed, numbered as candidates does (see there for `zones`). Raises
    Problem when it was opened before or there is too little to choose from."""
    voted_in = round_of(store.records, round_id)
    if voted_in.state != "setup":
        raise Problem("round_has_begun", round=voted_in.number)
    options = candidates(store.records, voted_in.scope, zones)
    return _opened(store, voted_in, options)


def _opened(store: Store, voted_in: Round, options: list[Option]) -> Round:
    if len(options) < LEAST_OPTIONS:
        raise Problem("few_options", count=len(options))
    with store.transaction(LABEL, "vote") as tx:
        tx.put(voted_in.changed(state="open", options=options))
    return round_of(store.records, voted_in.id)


def close_round(store: Store, round_id: str) -> Round:
    """Nobody can vote any more; nothing is shown yet. Raises Problem when it is not open."""
    open_round_of(store, round_id)
    return _become(store, round_id, "closed")


def reveal_round(store: Store, round_id: str) -> Round:
    """The results may be seen. Raises Problem when the round is not closed."""
    voted_in = round_of(store.records, round_id)
    if voted_in.state != "closed":
        raise Problem("close_first" if voted_in.state == "open" else f"reveal_{voted_in.state}", round=voted_in.number)
    return _become(store, round_id, "revealed")


def reopen_round(store: Store, round_id: str) -> Round:
    """Voting goes on, with the dots as they lie. Raises Problem: a secret round whose results are known, or that was
    cancelled, stays so, because nobody can be recognised in it; and its notes must still be there."""
    voted_in = round_of(store.records, round_id)
    if voted_in.state in ("setup", "open"):
        raise Problem("nothing_to_reopen", round=voted_in.number)
    if voted_in.secret and voted_in.state != "closed":
        raise Problem("secret_stays_closed", round=voted_in.number)
    if any(not isinstance(store.records.get(option.note), Note) for option in voted_in.options) or not voted_in.options:
        raise Problem("options_gone", round=voted_in.number)
    return _become(store, round_id, "open")


def cancel_round(store: Store, round_id: str) -> Round:
    """The round does not count and is never shown. Raises Problem when its results are known already."""
    voted_in = round_of(store.records, round_id)
    if "cancelled" not in MAY_BECOME[voted_in.state]:
        raise Problem("cancel_too_late", round=voted_in.number)
    return _become(store, round_id, "cancelled")


def delete_round(store: Store, round_id: str) -> None:
    """The round goes away with its votes; undo brings all of it back."""
    round_of(store.records, round_id)
    with store.transaction("step.round.delete") as tx:
        tx.remove(round_id)


def let_in(store: Store, round_id: str, *, people: int | None = None, names: Iterable[str] | None = None) -> Round:
    """Other people take part than was thought; in a round that was set up or is open. Raises Problem."""
    voted_in = round_of(store.records, round_id)
    fields: dict[str, Any] = {"people": people, "names": names}
    fields = _checked(**{name: value for name, value in fields.items() if value is not None})
    if voted_in.state == "setup":
        return change_round(store, round_id, **fields)
    open_round_of(store, round_id)
    with store.transaction(LABEL, "vote") as tx:
        tx.update(round_id, **fields)
    return round_of(store.records, round_id)


def _become(store: Store, round_id: str, state: State) -> Round:
    with store.transaction(LABEL, "vote") as tx:
        tx.update(round_id, state=state)
    return round_of(store.records, round_id)
