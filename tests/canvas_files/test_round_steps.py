"""A round from setting up to its results: states, undo, and the notes that hold still."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from canvas_files.history import History
from canvas_files.problems import Problem
from canvas_files.records import Cluster, Dot, Note, Round, Scope, Voter
from canvas_files.rounds import (
    cancel_round,
    change_round,
    close_round,
    delete_round,
    let_in,
    new_round,
    open_round,
    open_rounds,
    place_dot,
    reopen_round,
    results,
    reveal_round,
    round_by_number,
    round_of,
    rounds,
    totals,
    voter_id,
    votes_on,
)
from canvas_files.rules import RuleBroken
from canvas_files.store import Store
from helpers.voting import board, opened, revealed, vote


@pytest.fixture
def store() -> Store:
    return board().store


def problem(wish: Callable[[], object]) -> str:
    with pytest.raises(Problem) as met:
        wish()
    return met.value.key


def test_a_round_goes_its_way(store: Store) -> None:
    made = new_round(store, Scope(), 3, title="Wat  eerst?", people=9, names=["Jan", "Els", "Jan", " "])
    assert (made.number, made.state, made.options, made.title, made.names) == (
        1,
        "setup",
        [],
        "Wat eerst?",
        ["Jan", "Els"],
    )
    assert open_rounds(store.records) == []
    voted_in = open_round(store, made.id)
    assert [option.number for option in voted_in.options] == [1, 2, 3, 4, 5, 6]
    assert voted_in.options[2].text
    assert open_rounds(store.records) == [voted_in]
    assert close_round(store, made.id).state == "closed"
    assert reopen_round(store, made.id).state == "open"
    assert revealed(store, made).state == "revealed"
    assert results(store.records, made.id).round.number == 1


def test_every_step_out_of_order_is_refused(store: Store) -> None:
    made = new_round(store, Scope(), 3, secret=True)
    assert problem(lambda: close_round(store, made.id)) == "round_is_setup"
    assert problem(lambda: reveal_round(store, made.id)) == "reveal_setup"
    assert problem(lambda: reopen_round(store, made.id)) == "nothing_to_reopen"
    assert problem(lambda: results(store.records, made.id)) == "results_setup"
    open_round(store, made.id)
    assert problem(lambda: open_round(store, made.id)) == "round_has_begun"
    assert problem(lambda: change_round(store, made.id, dots=4)) == "round_has_begun"
    assert problem(lambda: reveal_round(store, made.id)) == "close_first"
    assert problem(lambda: results(store.records, made.id)) == "results_open"
    close_round(store, made.id)
    assert problem(lambda: results(store.records, made.id)) == "results_closed"
    reveal_round(store, made.id)
    assert problem(lambda: reveal_round(store, made.id)) == "reveal_revealed"
    assert problem(lambda: reopen_round(store, made.id)) == "secret_stays_closed"
    assert problem(lambda: cancel_round(store, made.id)) == "cancel_too_late"
    cancelled = cancel_round(store, opened(store, secret=True).id)
    assert problem(lambda: results(store.records, cancelled.id)) == "results_cancelled"
    assert problem(lambda: reopen_round(store, cancelled.id)) == "secret_stays_closed"
    assert problem(lambda: reveal_round(store, cancelled.id)) == "reveal_cancelled"


@pytest.mark.parametrize(
    ("settings", "key"),
    [({"dots": 0}, "bad_dots"), ({"dots": 21}, "bad_dots"), ({"most": 0}, "bad_most"), ({"people": -1}, "bad_people")],
)
def test_settings_that_cannot_be_are_refused(store: Store, settings: dict[str, Any], key: str) -> None:
    wanted: dict[str, Any] = {"dots": 3, **settings}
    assert problem(lambda: new_round(store, Scope(), **wanted)) == key
    assert rounds(store.records) == []
    made = new_round(store, Scope(), 3)
    assert problem(lambda: change_round(store, made.id, **settings)) == key


def test_settings_change_until_it_opens(store: Store) -> None:
    made = new_round(store, Scope(), 3)
    changed = change_round(store, made.id, dots=5, scope=Scope(colors=["pink"]), title="Anders", secret=False)
    assert (changed.dots, changed.scope.colors, changed.title, changed.secret) == (5, ["pink"], "Anders", False)
    with pytest.raises(TypeError):
        change_round(store, made.id, state="open")
    assert problem(lambda: open_round(store, made.id)) == "few_options"


def test_people_come_late(store: Store) -> None:
    voted_in = opened(store, people=3)
    assert let_in(store, voted_in.id, people=4, names=["Ria"]).people == 4
    close_round(store, voted_in.id)
    assert problem(lambda: let_in(store, voted_in.id, people=5)) == "round_is_closed"


def test_rounds_are_found_by_number_side_by_side(store: Store) -> None:
    assert problem(lambda: round_by_number(store.records, 1)) == "no_rounds"
    first, second = opened(store), opened(store)
    assert [each.number for each in rounds(store.records)] == [1, 2]
    assert round_by_number(store.records, 2) == second
    assert problem(lambda: round_by_number(store.records, 3)) == "unknown_round"
    vote(store, first, "Jan", 1)
    vote(store, second, "Jan", 2)
    assert votes_on(store.records, "note:0", first) == 1
    assert votes_on(store.records, "note:0", second) == 0


@pytest.mark.parametrize("field", [{"text": "Anders"}, {"x": 9}, {"zone": ""}, {"color": "pink"}, {"h": 5000}])
def test_notes_hold_still_while_a_round_is_open(store: Store, field: dict[str, Any]) -> None:
    voted_in = opened(store)

    def change() -> None:
        with store.transaction() as tx:
            tx.update("note:1", **field)

    before = dict(store.records)
    assert problem(change) == "note_in_round"
    assert dict(store.records) == before
    with store.transaction() as tx:
        tx.update("note:1", tags=["belangrijk"])
        tx.put(Note(id="new", sheet="sheet:1", zone="goals", text="Te laat"))
    assert len(round_of(store.records, voted_in).options) == 6
    close_round(store, voted_in.id)
    change()


def test_notes_and_sheets_that_are_voted_on_do_not_go_away(store: Store) -> None:
    voted_in = opened(store)

    def remove(record_id: str) -> None:
        with store.transaction() as tx:
            tx.remove(record_id)

    assert problem(lambda: remove("note:1")) == "note_in_round"
    assert problem(lambda: remove("sheet:1")) == "sheet_in_round"
    vote(store, voted_in, "Jan", 2)
    revealed(store, voted_in)
    remove("note:1")
    assert results(store.records, voted_in).ranks[0].option.text == "Op tijd naar huis"
    assert totals(store.records, voted_in)["note:1"] == 1
    remove("sheet:1")
    assert results(store.records, voted_in).ranks[0].dots == 1


def test_a_cluster_that_is_voted_on_stays_together(store: Store) -> None:
    with store.transaction() as tx:
        tx.put(Cluster(id="c", sheet="sheet:1", name="Rust"))
        tx.update("note:1", cluster="c")
        tx.update("note:4", cluster="c")
    voted_in = opened(store)
    assert [option.text for option in voted_in.options][:2] == ["Meer vaste klanten", "Rust"]
    assert voted_in.options[1].notes == ["note:1", "note:4"]

    def wish(change: Callable[[Any], None]) -> Callable[[], None]:
        def run() -> None:
            with store.transaction() as tx:
                change(tx)

        return run

    assert problem(wish(lambda tx: tx.update("note:4", cluster=""))) == "note_in_round"
    assert problem(wish(lambda tx: tx.remove("c"))) == "note_in_round"
    assert problem(wish(lambda tx: tx.update("c", name="Tijd"))) == "note_in_round"
    assert (
        problem(wish(lambda tx: tx.put(Note(id="new", sheet="sheet:1", zone="goals", cluster="c")))) == "note_in_round"
    )
    place_dot(store, voted_in.id, "voter:a", "note:4")
    assert votes_on(store.records, "note:1", voted_in) == 1


def test_undo_never_takes_votes_away(store: Store) -> None:
    history = History(store)
    with store.transaction("write") as tx:
        tx.update("note:0", text="Nog meer klanten")
    made = new_round(store, Scope(), 3, secret=False)
    change_round(store, made.id, dots=4)
    voted_in = open_round(store, made.id)
    vote(store, voted_in, "Jan", 1, 2, 2)
    before = dict(store.records)
    for _ in range(4):
        assert problem(history.undo) == "note_in_round"
        assert not history.redo()
    assert dict(store.records) == before
    assert history.undo_label == "write", "making the round is nobody's to take back any more"
    close_round(store, voted_in.id)
    assert history.undo()
    assert store.records["note:0"] == board().records["note:0"]
    assert totals(store.records, voted_in)["note:1"] == 2
    assert history.undo_label is None


def test_undo_of_an_older_edit_waits_as_a_whole_for_the_end_of_the_round(store: Store) -> None:
    history = History(store)
    with store.transaction("write") as tx:
        tx.update("note:0", text="Anders", tags=["x"])
        tx.put(Note(id="made", sheet="sheet:1", zone="goals", text="Pas gemaakt"))
        tx.put(Note(id="parked", sheet="sheet:1", zone="", text="Ligt ernaast"))
    voted_in = opened(store)
    before = dict(store.records)
    assert problem(history.undo) == "note_in_round"
    assert dict(store.records) == before
    assert len(round_of(store.records, voted_in).options) == 7
    with store.transaction("write") as tx:
        tx.update("parked", text="Ligt nog steeds ernaast")
    assert history.undo(), "what nobody votes on does not wait"
    assert dict(store.records) == before
    close_round(store, voted_in.id)
    assert history.undo()
    assert store.records["note:0"] == board().records["note:0"]
    assert not {"made", "parked"} & set(store.records)


def test_undo_of_a_new_sheet_leaves_it_while_it_is_voted_on() -> None:
    document = board(2)
    store, history = document.store, History(document.store)
    with store.transaction("sheet") as tx:
        tx.put(document.sheets[0].changed(id="sheet:2", order="a1"))
        tx.put(Note(id="there", sheet="sheet:2", zone="goals", text="Op het nieuwe blad"))
    voted_in = opened(store)
    before = dict(store.records)
    assert problem(history.undo) == "sheet_in_round"
    assert dict(store.records) == before
    close_round(store, voted_in.id)
    assert history.undo()
    assert not {"sheet:2", "there"} & set(store.records)


def test_deleting_a_round_takes_its_votes_along_and_undo_brings_all_back(store: Store) -> None:
    history = History(store)
    voted_in, other = opened(store), opened(store)
    vote(store, voted_in, "Jan", 1, 2)
    vote(store, other, "Jan", 3)
    before = dict(store.records)
    delete_round(store, voted_in.id)
    assert {each.round for each in store.records.values() if isinstance(each, Dot | Voter)} == {other.id}
    history.undo()
    assert dict(store.records) == before
    history.redo()
    assert rounds(store.records) == [other]
    history.undo()
    vote(store, voted_in, "Els", 4)
    now = dict(store.records)
    history.redo()
    assert dict(store.records) == now, "somebody voted since"


def test_a_deleted_round_that_comes_back_has_a_number_of_its_own(store: Store) -> None:
    history = History(store)
    first = new_round(store, Scope(), 3)
    delete_round(store, first.id)
    opened(store)
    second = round_by_number(store.records, 1)
    assert second.id != first.id
    while history.undo_label is not None:
        history.undo()
    assert sorted(each.number for each in rounds(store.records)) == sorted({e.number for e in rounds(store.records)})


def test_nobody_goes_round_the_rules(store: Store) -> None:
    voted_in = opened(store, 3, secret=True)
    jan = vote(store, voted_in, "Jan", 1)
    for origin in ("user", "import"):
        with pytest.raises(RuleBroken), store.transaction("", origin) as tx:
            tx.remove(f"dot:{voted_in.id}:{jan}:0")
    for wrong in (
        Dot(id="dot:x", round=voted_in.id, voter=jan, slot=1, note="note:1"),
        Dot(id=f"dot:{voted_in.id}:voter:x:0", round=voted_in.id, voter="voter:x", slot=0, note="note:1"),
        Dot(id="dot:gone:x:0", round="gone", voter="x", slot=0, note="note:1"),
        Voter(id="voter:y", round=voted_in.id, name="Jan"),
        voted_in.changed(dots=9),
        voted_in.changed(options=voted_in.options[:3]),
        voted_in.changed(state="revealed"),
        Round(id="round:new", number=9, state="open"),
    ):
        with pytest.raises(RuleBroken), store.transaction("", "vote") as tx:
            tx.put(wrong)
    with pytest.raises(Problem, match="Those are 4 dots"), store.transaction("", "phone") as tx:
        tx.put(Dot(id=f"dot:{voted_in.id}:{jan}:3", round=voted_in.id, voter=jan, slot=3, note="note:1"))
    with pytest.raises(Problem, match="takes no part"), store.transaction("", "phone") as tx:
        tx.put(Dot(id=f"dot:{voted_in.id}:{jan}:1", round=voted_in.id, voter=jan, slot=1, note="sheet:1"))


def test_phones_vote_by_the_same_rules(store: Store) -> None:
    voted_in = opened(store, 1)
    phone = voter_id(voted_in, "telefoon 7")
    place_dot(store, voted_in.id, phone, "note:0", "phone", "Els", "phone")
    assert problem(lambda: place_dot(store, voted_in.id, phone, "note:1", "phone", "Els", "phone")) == "no_dots_left"
    voter = store.records[phone]
    assert isinstance(voter, Voter)
    assert voter.way == "phone"
    assert voter.name == "Els"


def test_people_and_names_can_be_given_before_it_opens(store: Store) -> None:
    made = new_round(store, Scope(), 3, people=2)
    told = let_in(store, made.id, people=5, names=["Ria", " Ria", "Bo"])
    assert (told.state, told.people, told.names) == ("setup", 5, ["Ria", "Bo"])
    assert problem(lambda: let_in(store, made.id, people=-1)) == "bad_people"
