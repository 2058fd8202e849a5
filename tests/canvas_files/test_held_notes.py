"""Notes hold still as long as people vote on them, and the person hears in which round."""

from __future__ import annotations

from canvas_files.held_notes import why_held
from canvas_files.records import Scope
from canvas_files.rounds import close_round, new_round, open_round
from helpers.voting import board, opened


def test_a_note_is_held_by_the_round_that_is_open_about_it() -> None:
    store = board(4).store
    assert why_held(store.records, "note:0") is None
    for note in ("note:0", "note:1"):
        with store.transaction() as tx:
            tx.update(note, color="pink")
    pink = open_round(store, new_round(store, Scope(colors=["pink"]), 3).id)
    assert why_held(store.records, "note:3") is None
    everything = opened(store)
    for note, number in (("note:0", pink.number), ("note:3", everything.number)):
        held = why_held(store.records, note)
        assert held is not None
        assert held.key == "note_in_round"
        assert str(number) in held.sentence("nl")
    close_round(store, everything.id)
    assert why_held(store.records, "note:3") is None
    assert why_held(store.records, "note:0") is not None
