"""Votes of secret rounds go out of earlier states, everything else in them stays; which rounds begin or are over."""

from __future__ import annotations

from canvas_files.change import Change
from canvas_files.document import Document
from canvas_files.file import decode, encode
from canvas_files.records import Correction, Dot, Note, Round, Scope, Voter
from canvas_files.rounds import cancel_round, close_round, correct, new_round, open_round, reopen_round, reveal_round
from canvas_files.sealing import StateChange, state_changes, without_votes
from helpers.voting import board, opened, vote


def voted() -> tuple[Document, Round, Round]:
    """A workshop with a secret and an open round in which people are voting."""
    document = board()
    secret, shown = opened(document.store, secret=True), opened(document.store)
    jan = vote(document.store, secret, "Jan", 1, 2)
    correct(document.store, secret.id, jan, {3: 1}, "Verkeerd getikt")
    vote(document.store, shown, "Jan", 4)
    return document, secret, shown


def test_only_the_votes_of_those_rounds_go() -> None:
    document, secret, shown = voted()
    sealed = without_votes(encode(document), {secret.id})
    assert sealed is not None
    left = decode(sealed, "state")
    gone = document.records.keys() - left.records.keys()
    assert {type(document.records[each]) for each in gone} == {Dot, Voter, Correction}
    assert {each.round for each in left.records.values() if isinstance(each, Dot | Voter | Correction)} == {shown.id}
    assert all(document.records[each] == record for each, record in left.records.items())
    assert left.store.revision == decode(encode(document), "state").store.revision
    assert without_votes(sealed, {secret.id}) is None, "nothing is left to take out"


def test_a_state_without_such_votes_stays() -> None:
    document, secret, _ = voted()
    data = encode(document)
    assert without_votes(data, set()) is None
    assert without_votes(data, {"round:another"}) is None
    assert without_votes(encode(board()), {secret.id}) is None
    assert without_votes(b"{ damaged " + secret.id.encode(), {secret.id}) is None


def test_the_votes_of_a_round_that_is_over_stay() -> None:
    document, secret, _ = voted()
    close_round(document.store, secret.id)
    assert without_votes(encode(document), {secret.id}) is not None
    reveal_round(document.store, secret.id)
    assert without_votes(encode(document), {secret.id}) is None


def test_rounds_that_begin_and_that_are_over() -> None:
    store = board().store
    changes: list[Change] = []
    store.listen(changes.append)

    def found() -> list[tuple[str, bool, bool]]:
        met = [each for change in changes for each in state_changes(change)]
        changes.clear()
        assert all(isinstance(each, StateChange) for each in met)
        return [(each.round.state, each.begins, each.seals) for each in met]

    secret = new_round(store, Scope(), 3, secret=True)
    assert found() == []
    open_round(store, secret.id)
    assert found() == [("open", True, False)]
    vote(store, secret, "Jan", 1)
    with store.transaction() as tx:
        tx.put(Note(id="more", sheet="sheet:1", zone="goals", text="Meer"))
        tx.update("more", text="Nog meer")
    assert found() == []
    close_round(store, secret.id)
    reopen_round(store, secret.id)
    assert found() == [("closed", False, False), ("open", False, False)]
    cancel_round(store, secret.id)
    assert found() == [("cancelled", False, True)]
    shown = opened(store)
    close_round(store, shown.id)
    reveal_round(store, shown.id)
    assert found() == [("open", True, False), ("closed", False, False), ("revealed", False, False)]


def test_a_round_made_and_opened_at_once_begins() -> None:
    made = Round(id="round:run-off", number=2, state="open")
    assert state_changes(Change(added={made.id: made})) == [StateChange(made, begins=True, seals=False)]
