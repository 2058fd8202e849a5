"""Changes: which fields differ, and that two in one do what the two did."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from canvas_files.change import MISSING, Change, squash
from canvas_files.records import Correction, Dot, Note, Record, Voter
from canvas_files.store import Store

NOTE = Note(id="a", sheet="s", zone="z")

steps = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from((None, 0, 1, 2))), max_size=5)
"""A note's id, and where it goes; None removes it."""


def do(store: Store, wanted: list[tuple[str, int | None]], label: str) -> Change:
    """What the steps did to the store; an empty change when they did nothing."""
    heard: list[Change] = []
    leave = store.listen(heard.append)
    with store.transaction(label) as tx:
        for record_id, x in wanted:
            if x is None:
                tx.remove(record_id)
            else:
                tx.put(NOTE.changed(id=record_id, x=x))
    leave()
    return heard[0] if heard else Change(label=label)


def applied(change: Change, before: Mapping[str, Record]) -> dict[str, Record]:
    """The table after a change, which must fit the table."""
    after = dict(before)
    for record_id, record in change.removed.items():
        assert after.pop(record_id) == record
    for record_id, (old, new) in change.updated.items():
        assert after[record_id] == old != new
        after[record_id] = new
    for record_id, record in change.added.items():
        assert record_id not in after
        after[record_id] = record
    return after


@given(st.sets(st.sampled_from("abc")), steps, steps)
def test_squashed_is_the_same_as_one_after_the_other(
    there: set[str], first: list[tuple[str, int | None]], then: list[tuple[str, int | None]]
) -> None:
    store = Store(NOTE.changed(id=record_id) for record_id in there)
    before = dict(store.records)
    both = squash(do(store, first, "first"), do(store, then, "then"))
    assert applied(both, before) == dict(store.records)
    assert both.label == "then"


def test_what_goes_and_comes_back_leaves_nothing() -> None:
    moved = NOTE.changed(x=5)
    there_and_back = squash(Change(updated={"a": (NOTE, moved)}), Change(updated={"a": (moved, NOTE)}))
    assert not there_and_back
    assert not squash(Change(added={"a": NOTE}), Change(removed={"a": NOTE}))
    assert not squash(Change(removed={"a": NOTE}), Change(added={"a": NOTE}))


def test_two_updates_are_one_and_what_was_added_stays_added() -> None:
    moved, further = NOTE.changed(x=5), NOTE.changed(x=6)
    assert squash(Change(updated={"a": (NOTE, moved)}), Change(updated={"a": (moved, further)})).updated == {
        "a": (NOTE, further)
    }
    assert squash(Change(added={"a": NOTE}), Change(updated={"a": (NOTE, moved)})).added == {"a": moved}
    assert squash(Change(removed={"a": NOTE}), Change(added={"a": moved})).updated == {"a": (NOTE, moved)}
    assert squash(Change(updated={"a": (NOTE, moved)}), Change(removed={"a": moved})).removed == {"a": NOTE}


def test_the_first_label_stays_when_the_second_says_nothing() -> None:
    assert squash(Change(label="Move"), Change()).label == "Move"


def test_fields_that_differ_are_named_with_both_values() -> None:
    after = NOTE.changed(x=5, extra={"sparkle": 1})
    assert Change(updated={"a": (NOTE, after)}).fields_of("a") == {"x": (0, 5), "sparkle": (MISSING, 1)}


def test_touched_records_and_how_they_are_now() -> None:
    b, c = NOTE.changed(id="b"), NOTE.changed(id="c")
    change = Change(added={"a": NOTE}, updated={"b": (b, b.changed(x=1))}, removed={"c": c})
    assert change.ids() == {"a", "b", "c"}
    assert change.records() == [NOTE, b.changed(x=1), c]
    assert change
    assert not Change()


def test_a_change_of_votes_alone_says_so() -> None:
    dot = Dot(id="dot:1", round="round:1", voter="voter:1", slot=0, note="note:1")
    voter = Voter(id="voter:1", round="round:1")
    votes = Change(added={dot.id: dot}, updated={voter.id: (voter, voter.changed(done=True))})
    assert votes.only_votes
    assert Change(removed={dot.id: dot}).only_votes
    for more in (NOTE, Correction(id="correction:1", round="round:1")):
        assert not Change(added={dot.id: dot, more.id: more}).only_votes
