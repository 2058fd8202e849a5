"""What a person can do with rounds of voting, without a window."""

from __future__ import annotations

import pytest

from canvas_files import rounds
from canvas_files.problems import Problem
from helpers.plain_context import PlainContext
from helpers.sample_workshops import add_notes, add_sheet, new_session, notes_of
from helpers.voting_windows import GOALS, goals_session
from plakbord.actions.all import BY_ID
from plakbord.actions.round_plan import Plan, options_of


@pytest.fixture
def context() -> PlainContext:
    return PlainContext(goals_session())


def run(context: PlainContext, action_id: str) -> None:
    """Runs an action as the window does: only when it can be done."""
    action = BY_ID[action_id]
    assert action.enabled(context), f"{action_id} cannot be done now"
    action.run(context)


def vote(context: PlainContext, who: str, *numbers: int) -> None:
    voted_in = context.window.doors.voting.round
    assert voted_in is not None
    voter = context.session.voter_id(voted_in.id, who)
    choice = {number: numbers.count(number) for number in numbers}
    rounds.cast(context.session.store, voted_in.id, voter, choice, way="kiosk")


def plan_of(context: PlainContext) -> Plan:
    plan = context.window.doors.voting.plan
    assert plan is not None
    return plan


def test_a_full_block_fills_in_scope_and_what_stays(context: PlainContext) -> None:
    run(context, "vote.block")
    plan = plan_of(context)
    assert (plan.scope.zones, plan.keep) == (["goals"], 5)
    assert len(options_of(context.session.document, plan)) == len(GOALS)


def test_no_block_is_full_on_a_blank_sheet() -> None:
    assert not BY_ID["vote.block"].enabled(PlainContext(new_session()))


def test_several_selected_notes_are_the_scope(context: PlainContext) -> None:
    ids = [note.id for note in notes_of(context.session)[:4]]
    context.selection.set(ids)
    run(context, "vote.new")
    assert plan_of(context).scope.notes == sorted(ids)
    context.selection.set(ids[:1])
    run(context, "vote.new")
    assert plan_of(context).scope.zones == ["goals"]


def opened(context: PlainContext) -> rounds.Round:
    run(context, "vote.block")
    run(context, "vote.open")
    voted_in = context.window.doors.voting.round
    assert voted_in is not None
    assert voted_in.state == "open"
    return voted_in


def test_opening_takes_the_advice_and_shows_the_numbers(context: PlainContext) -> None:
    voted_in = opened(context)
    assert (voted_in.dots, voted_in.most, len(voted_in.options)) == (4, 3, 14)
    shown = context.session.votes_shown
    assert shown.round is not None
    assert shown.round.id == voted_in.id
    assert shown.dots is None
    assert context.window.doors.voting.keep == 5


def test_a_round_that_is_kept_can_be_opened_later(context: PlainContext) -> None:
    run(context, "vote.block")
    run(context, "vote.keep")
    made = context.window.doors.voting.round
    assert made is not None
    assert made.state == "setup"
    context.session.history.undo()
    assert not rounds.rounds(context.session.store.records)
    context.session.history.redo()
    run(context, "vote.open")
    assert rounds.rounds(context.session.store.records)[0].state == "open"


def test_from_votes_to_the_best_that_stay(context: PlainContext) -> None:
    opened(context)
    for who, numbers in (("a", (1, 2, 3, 4)), ("b", (1, 1, 2, 3)), ("c", (5, 5, 6, 7)), ("d", (4, 6, 5, 3))):
        vote(context, who, *numbers)
    assert not BY_ID["vote.reveal"].enabled(context)
    run(context, "vote.close")
    assert not BY_ID["vote.cut"].enabled(context)
    run(context, "vote.reveal")
    voting, records = context.window.doors.voting, context.session.store.records
    assert context.session.votes_shown.dots is not None
    assert BY_ID["vote.runoff"].enabled(context)  # numbers 2, 4 and 6 have two dots each, for places 4 and 5
    run(context, "vote.tidy")
    hung = sorted(notes_of(context.session), key=lambda note: (note.y, note.x))
    ranks = rounds.ranking(records, rounds.rounds(records)[0])
    assert [note.id for note in hung[:3]] == [rank.option.note for rank in ranks[:3]]
    voting.keep = 3
    run(context, "vote.top")
    assert len(plan_of(context).scope.notes) == 3
    voting.plan = None
    run(context, "vote.cut")
    parked = [note for note in notes_of(context.session) if not note.zone]
    assert len(parked) == 11
    layout = context.layout
    room, lying = layout.strip_room, layout.faces_in("")
    assert all(room.x <= face.x and face.x + face.w <= room.x + room.w and face.y >= room.y for face in lying)
    assert not BY_ID["vote.cut"].enabled(context)
    context.session.history.undo()
    assert all(note.zone for note in notes_of(context.session))


def test_a_run_off_is_open_at_once(context: PlainContext) -> None:
    opened(context)
    vote(context, "a", 1, 2)
    vote(context, "b", 3, 4)
    run(context, "vote.close")
    run(context, "vote.reveal")
    context.window.doors.voting.keep = 1
    run(context, "vote.runoff")
    second = context.window.doors.voting.round
    assert second is not None
    assert (second.number, second.state, second.dots, len(second.options)) == (2, "open", 1, 4)


def test_dots_can_be_taken_off_the_board(context: PlainContext) -> None:
    opened(context)
    vote(context, "a", 1)
    run(context, "vote.close")
    run(context, "vote.reveal")
    action = BY_ID["vote.dots"]
    assert action.checked is not None
    assert action.checked(context)
    run(context, "vote.dots")
    assert context.session.votes_shown.round is None
    assert not action.checked(context)
    run(context, "vote.dots")
    assert context.session.votes_shown.round is not None


def test_cancelling_asks_first(context: PlainContext) -> None:
    opened(context)
    context.window.doors.voting.agrees = False
    run(context, "vote.cancel")
    assert rounds.rounds(context.session.store.records)[0].state == "open"
    context.window.doors.voting.agrees = True
    run(context, "vote.cancel")
    assert rounds.rounds(context.session.store.records)[0].state == "cancelled"
    assert not BY_ID["vote.reopen"].enabled(context)  # it was secret


def test_deleting_can_be_undone_votes_and_all(context: PlainContext) -> None:
    opened(context)
    vote(context, "a", 1, 2)
    run(context, "vote.close")
    before = dict(context.session.store.records)
    run(context, "vote.delete")
    assert not rounds.rounds(context.session.store.records)
    context.session.history.undo()
    assert dict(context.session.store.records) == before


def test_reopening_goes_on_where_it_was(context: PlainContext) -> None:
    voted_in = opened(context)
    vote(context, "a", 1, 2)
    run(context, "vote.close")
    run(context, "vote.reopen")
    now = rounds.round_of(context.session.store.records, voted_in)
    assert now.state == "open"
    assert sum(rounds.totals(context.session.store.records, now).values()) == 2


def test_somebody_joins(context: PlainContext) -> None:
    opened(context)
    run(context, "vote.late")
    assert rounds.rounds(context.session.store.records)[0].people == 1


def test_too_little_to_choose_from_is_refused() -> None:
    session = new_session()
    add_notes(session, [{"text": "Alleen dit", "zone": "channels"}])
    context = PlainContext(session)
    run(context, "vote.new")
    before = dict(session.store.records)
    with pytest.raises(Problem, match="too few notes"):
        run(context, "vote.open")
    assert dict(session.store.records) == before


def test_undo_of_what_people_vote_on_waits_for_the_end_of_the_round(context: PlainContext) -> None:
    context.selection.set([notes_of(context.session)[0].id])
    was = notes_of(context.session)[0].color
    run(context, "note.color.pink")
    opened(context)
    for _ in range(3):
        run(context, "edit.undo")
        assert context.window.doors.voting.asked[-1] == "edit.undo.later"
        assert notes_of(context.session)[0].color == "pink"
    run(context, "vote.close")
    run(context, "edit.undo")
    assert notes_of(context.session)[0].color == was
    run(context, "vote.reopen")
    run(context, "edit.redo")
    assert context.window.doors.voting.asked[-1] == "edit.redo.later"
    assert notes_of(context.session)[0].color == was
    run(context, "vote.close")
    run(context, "edit.redo")
    assert notes_of(context.session)[0].color == "pink"


def test_undo_says_when_others_were_there_since(context: PlainContext) -> None:
    context.selection.set([notes_of(context.session)[0].id])
    run(context, "note.color.pink")
    with context.session.store.transaction("", "phone") as tx:
        tx.update(notes_of(context.session)[0].id, color="blue")
    run(context, "edit.undo")
    assert context.window.doors.voting.asked[-1] == "edit.stays"
    assert notes_of(context.session)[0].color == "blue"


def test_a_sheet_that_is_voted_on_stays_in_view(context: PlainContext) -> None:
    add_sheet(context.session.document, "canvas")
    opened(context)
    before = context.layout.sheet_id
    with pytest.raises(Problem, match="sheet"):
        BY_ID["sheet.delete"].run(context)
    assert context.layout.sheet_id == before
