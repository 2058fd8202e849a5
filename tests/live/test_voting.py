"""Votes by phone: a budget that nobody can stretch, replays that count once, and a count that an independent one
agrees with."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from helpers.counted_votes import HASTY, disagreements
from helpers.phones import Laptop, laptop, workshop

VOTES = 30_000 if os.environ.get("PLAKBORD_THOROUGH") else 900
PHONES = 60 if os.environ.get("PLAKBORD_THOROUGH") else 6


@pytest.fixture
def voted_in(shared: Laptop) -> str:
    return str(shared.ask("new_round", 5))


def test_a_budget_holds_whatever_is_sent(shared: Laptop, voted_in: str) -> None:
    anna = shared.phone("Anna")
    assert anna.welcome["you"]["vote"] == {"round": voted_in, "dots": {}, "left": 5, "done": False, "budget": 5}
    assert anna.ask("dots", round=voted_in, option=1, dots=3)["vote"]["left"] == 2
    for option, dots, why in ((1, 4, "most"), (2, 3, "budget"), (99, 1, "option"), (0, 1, "option"), (2, 1000, "most")):
        answer = anna.ask("dots", round=voted_in, option=option, dots=dots)
        assert (answer["t"], answer["why"]) == ("no", why)
        assert answer["vote"]["dots"] == {"1": 3}
    assert anna.ask("dots", round=voted_in, option=2, dots=2)["vote"]["left"] == 0
    assert anna.ask("dots", round=voted_in, option=1, dots=0)["vote"]["dots"] == {"2": 2}, "own dots can be taken back"
    assert anna.ask("dots", round="round:nowhere", option=1, dots=1)["why"] == "round"
    assert shared.ask("totals", voted_in)["2"] == 2


def test_a_replay_gets_the_same_answer_and_counts_once(shared: Laptop, voted_in: str) -> None:
    anna = shared.phone("Anna")
    first = anna.ask("dots", i=7, round=voted_in, option=1, dots=2)
    anna.ask("dots", i=8, round=voted_in, option=1, dots=1)
    assert anna.ask("dots", i=7, round=voted_in, option=1, dots=2) == first
    assert anna.ask("dots", i=7, round=voted_in, option=3, dots=3) == first, "whatever else it says now"
    assert shared.ask("totals", voted_in)["1"] == 1
    again = shared.phone(token=anna.token)
    assert again.ask("dots", i=8, round=voted_in, option=1, dots=3)["vote"]["dots"] == {"1": 1}, "on another line too"


def test_nobody_votes_before_or_after(shared: Laptop, voted_in: str) -> None:
    anna = shared.phone("Anna")
    anna.ask("dots", round=voted_in, option=1, dots=2)
    shared.ask("step", "close_round", voted_in)
    anna.wait(lambda said: said["t"] == "news" and said["round"]["state"] == "closed")
    for asked in ({"option": 1, "dots": 0}, {"option": 2, "dots": 1}):
        assert anna.ask("dots", round=voted_in, **asked)["why"] == "closed"
    assert anna.ask("done", round=voted_in, done=True)["why"] == "closed"
    assert shared.ask("totals", voted_in)["1"] == 2


def test_a_new_window_is_a_new_budget_only_for_a_new_person(shared: Laptop, voted_in: str) -> None:
    anna = shared.phone("Anna")
    anna.ask("dots", round=voted_in, option=1, dots=3)
    same = shared.phone(token=anna.token)
    assert same.welcome["you"]["vote"]["left"] == 2
    assert same.ask("dots", i=2, round=voted_in, option=2, dots=3)["why"] == "budget"
    shared.call("expect", 1)
    assert shared.knocking("Ook Anna").wait_for("waiting")


def test_somebody_of_the_list_keeps_dots_spent_when_changing_to_the_laptop(shared: Laptop) -> None:
    shared.call("expect", 0, ["Anna", "Bart"])
    voted_in = shared.ask("new_round", 5, names=["Anna", "Bart"])
    anna = shared.phone("anna")
    anna.ask("dots", round=voted_in, option=1, dots=3)
    assert shared.call("who", anna.welcome["you"]["person"], voted_in) == "Anna"
    with pytest.raises(KeyError, match="too_many_dots"):
        shared.ask("at_the_laptop", voted_in, "Anna", 2, 3)
    shared.ask("at_the_laptop", voted_in, "Anna", 2, 2)
    assert anna.wait(lambda said: said["t"] == "you" and said["vote"]["left"] == 0)


def test_done_is_counted_and_a_change_of_mind_too(shared: Laptop, voted_in: str) -> None:
    anna, bart = shared.phone("Anna"), shared.phone("Bart")
    anna.ask("done", round=voted_in, done=True)
    assert bart.wait(lambda said: said["t"] == "count" and said["done"] == 1)["voters"] == 1
    assert [person["done"] for person in shared.get("people")] == [True, False]
    assert anna.ask("dots", round=voted_in, option=1, dots=1)["vote"]["done"] is False
    assert bart.wait(lambda said: said["t"] == "count" and said["done"] == 0)


def test_the_phones_follow_the_round(shared: Laptop) -> None:
    anna = shared.phone("Anna")
    assert anna.welcome["room"]["mode"] == "write"
    with pytest.raises(KeyError, match="share_no_round"):
        shared.call("set_mode", "vote")
    voted_in = shared.ask("new_round", 3)
    opened = anna.wait(lambda said: said["t"] == "news" and "round" in said)
    assert (opened["mode"], len(opened["round"]["options"])) == ("vote", 10)
    assert anna.write("Nu nog schrijven")["why"] == "mode"
    shared.ask("step", "close_round", voted_in)
    shared.ask("step", "reveal_round", voted_in)
    assert anna.wait(lambda said: said["t"] == "news" and said.get("mode") == "results")["results"]["ranking"]
    shared.call("set_mode", "write")
    assert anna.news("mode") == "write"


def test_an_independent_count_agrees_with_replays_and_lost_connections(tmp_path: Path, page: Path) -> None:
    """Every phone changes its mind again and again, sends everything twice at times and loses its line at times; what
    it was last told is what counts."""
    with laptop(workshop(tmp_path), tmp_path / "shelf", page=str(page), **HASTY) as one:
        assert disagreements(one, PHONES, VOTES) == []


def test_a_correction_by_the_facilitator_reaches_whose_it_is(shared: Laptop, voted_in: str) -> None:
    anna = shared.phone("Anna")
    anna.ask("dots", round=voted_in, option=1, dots=3)
    shared.ask("correct", voted_in, 2)
    assert anna.wait_for("you")["vote"]["dots"] == {"2": 1}
