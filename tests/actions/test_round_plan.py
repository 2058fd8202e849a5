"""Plans of rounds: where they come from, and what they come to."""

from __future__ import annotations

import pytest

from canvas_files import rounds
from canvas_files.problems import Problem
from canvas_files.records import Scope
from helpers.sample_workshops import add_notes, layout_of, new_session
from helpers.voting_windows import goals_session
from plakbord.actions import round_plan
from plakbord.actions.ballot_text import read_choice
from plakbord.actions.free_dots import FreeDots
from plakbord.actions.round_plan import Plan


def test_a_plan_and_its_round_say_the_same() -> None:
    session = goals_session()
    plan = Plan(
        scope=Scope(zones=["goals"]),
        title="Welk doel eerst?",
        dots=5,
        most=2,
        secret=False,
        open_count=True,
        names=("Anna", "Bart"),
        facilitator_votes=True,
        seconds=180,
    )
    made = round_plan.set_up(session.store, plan, round_plan.options_of(session.document, plan))
    assert made.people == 3
    again = round_plan.planned(made)
    assert (again.title, again.dots, again.names, again.seconds) == ("Welk doel eerst?", 5, ("Anna", "Bart"), 180)
    assert again.voters == 3


def test_the_next_plan_takes_over_who_votes_and_how() -> None:
    session = goals_session()
    plan = Plan(people=9, secret=False, seconds=60, dots=7, most=1)
    round_plan.set_up(session.store, plan, round_plan.options_of(session.document, plan))
    following = round_plan.next_plan(session.document, Scope())
    assert (following.people, following.secret, following.seconds) == (9, False, 60)
    assert (following.dots, following.most) == (0, 3)


def test_a_preliminary_round_brings_many_down() -> None:
    plan = round_plan.preliminary(Plan(), 44)
    assert (plan.most, plan.keep, plan.dots) == (1, 15, 14)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna\nBart", ("Anna", "Bart")),
        (" Anna ,  Bart-Jan \n\nAnna", ("Anna", "Bart-Jan")),
        ("", ()),
    ],
)
def test_names_are_read_from_lines_and_commas(text: str, names: tuple[str, ...]) -> None:
    assert round_plan.names_in(text) == names


def test_what_may_stay_is_what_the_block_may_hold() -> None:
    session = goals_session()
    layout = layout_of(session)
    plan = round_plan.plan_for_zone(session.document, layout, "goals")
    made = round_plan.set_up(session.store, plan, round_plan.options_of(session.document, plan))
    opened = rounds.open_round(session.store, made.id, rounds.zone_order(session.document))
    assert round_plan.room_for(session.document, opened) == 5


def test_without_a_limit_a_few_stay() -> None:
    session = new_session()
    add_notes(session, [{"text": f"Idee {number}", "zone": "channels"} for number in range(8)])
    made = rounds.new_round(session.store, Scope(), 2)
    opened = rounds.open_round(session.store, made.id)
    assert round_plan.room_for(session.document, opened) == 3


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("3 7 7", {3: 1, 7: 2}),
        ("3, 7=2", {3: 1, 7: 2}),
        ("7 = 2; 3", {7: 2, 3: 1}),
        ("1x3", {1: 3}),
        ("", {}),
    ],
)
def test_a_ballot_is_read_as_it_is_typed(text: str, choice: dict[int, int]) -> None:
    assert read_choice(text) == choice


@pytest.mark.parametrize("text", ["drie", "3 a", "3=", "-1", "1.5"])
def test_what_is_no_number_is_named(text: str) -> None:
    with pytest.raises(Problem, match="is no number"):
        read_choice(text)


def test_who_sticks_dots_has_a_budget_too() -> None:
    session = goals_session()
    made = rounds.new_round(session.store, Scope(), 2, most=1, people=2)
    voted_in = rounds.open_round(session.store, made.id)
    people = FreeDots(session, voted_in.id)
    first, second, third = (option.note for option in voted_in.options[:3])
    people.place(first)
    with pytest.raises(Problem, match="has 1 dots"):
        people.place(first)
    people.place(second)
    assert people.left == 0
    people.place(third)  # the next person's
    assert people.person == 2
    with pytest.raises(Problem, match="no dot on number 1"):
        people.take(first)
    people.take(third)
    people.place(first)
    people.place(second)
    with pytest.raises(Problem, match="All 2 people have voted"):
        people.place(third)
    ways = rounds.audit(session.store.records, rounds.round_of(session.store.records, voted_in))
    assert ways["free"].voters == ways["free"].done == 2
    assert FreeDots(session, voted_in.id).person == 3
