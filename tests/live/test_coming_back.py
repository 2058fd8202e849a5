"""After a crash, a stop or a lost line the same phones are the same people with the same budget, by themselves."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from helpers.phones import Laptop, draft_key, free_port, laptop, workshop

LONG_ENOUGH = 1.0
"""Seconds after which what was acknowledged must survive a crash."""


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    return workshop(tmp_path), tmp_path / "shelf"


def restarted(places: tuple[Path, Path]) -> Laptop:
    """Plakbord started again on the same workshop, and shared again."""
    one = Laptop(*places)
    one.share()
    return one


def test_a_killed_laptop_gives_everybody_back(places: tuple[Path, Path]) -> None:
    one = Laptop(*places)
    one.share(port=free_port())
    anna, bart, gone = one.phone("Anna"), one.phone("Bart"), one.phone("Weg")
    one.call("kick", gone.welcome["you"]["person"])
    key = draft_key()
    note = anna.write("Van voor de klap", key=key)["note"]
    voted_in = one.ask("new_round", 5)
    anna.ask("dots", round=voted_in, option=1, dots=3)
    bart.ask("dots", round=voted_in, option=2, dots=2)
    time.sleep(LONG_ENOUGH)
    port, code = one.port, one.code
    one.kill()
    two = restarted(places)
    try:
        assert (two.port, two.code) == (port, code), "the page the phones have open finds its way back"
        again = two.phone(token=anna.token, code="")
        you = again.welcome["you"]
        assert (you["person"], you["name"]) == (anna.welcome["you"]["person"], "Anna")
        assert you["notes"][0]["id"] == note["id"]
        assert (you["vote"]["dots"], you["vote"]["left"]) == ({"1": 3}, 2)
        assert again.welcome["room"]["mode"] == "vote"
        assert again.ask("dots", i=3, round=voted_in, option=3, dots=3)["why"] == "budget"
        assert two.ask("totals", voted_in)["2"] == 2
        assert two.knocking(token=gone.token).close_code() == (4409, "removed"), "a kick outlives a crash"
        assert [person["number"] for person in two.get("people")] == [1, 2]
    finally:
        two.close()


def test_killed_in_the_middle_of_a_vote_every_acknowledged_dot_is_there(places: tuple[Path, Path]) -> None:
    one = Laptop(*places, rate=10_000.0, burst=10_000)
    one.share()
    voted_in = one.ask("new_round", 5, most=5)
    phones = [one.phone(f"Stem {at}") for at in range(5)]
    said: list[list[tuple[float, dict[str, int]]]] = [[] for _ in phones]
    end = time.monotonic() + 2.5
    step = 0
    while time.monotonic() < end:
        step += 1
        for phone, told in zip(phones, said, strict=True):
            answer = phone.ask("dots", round=voted_in, option=1 + step % 3, dots=step % 2 + 1)
            told.append((time.monotonic(), answer["vote"]["dots"]))
    one.kill()
    killed = time.monotonic()
    two = restarted(places)
    try:
        for phone, told in zip(phones, said, strict=True):
            back = two.phone(token=phone.token, code="").welcome["you"]["vote"]["dots"]
            surviving = [dots for _, dots in told]
            old = max(at for at, (when, _) in enumerate(told) if when < killed - LONG_ENOUGH)
            assert back in surviving[old:], "what was told a second before the crash, or something later"
    finally:
        two.close()


def test_a_note_whose_answer_was_lost_is_one_note_after_the_crash(places: tuple[Path, Path]) -> None:
    one = Laptop(*places)
    one.share()
    anna, key = one.phone("Anna"), draft_key()
    anna.write("Niet zeker of het aankwam", key=key)
    one.kill()
    two = restarted(places)
    try:
        again = two.phone(token=anna.token)
        assert again.write("Niet zeker of het aankwam", key=key)["t"] == "ok"
        assert sum(note["text"] == "Niet zeker of het aankwam" for note in two.ask("notes")) == 1
        assert len(again.ask("again") and again.wait_for("you")["notes"]) == 1
    finally:
        two.close()


def test_stopping_and_starting_again_keeps_everybody(places: tuple[Path, Path]) -> None:
    with laptop(*places) as one:
        anna = one.phone("Anna")
        one.call("hide_writing", True)
        one.call("use_inbox", "tray")
        waiting = anna.write("Ligt in het bakje")["note"]
        code = one.code
        one.call("stop")
        assert anna.close_code()[0] == 1001
        one.share()
        assert one.code == code
        back = one.phone(token=anna.token, code="")
        assert back.welcome["you"]["notes"][0]["where"] == "tray"
        assert (one.get("hidden"), one.get("inbox")) == (True, "tray")
        assert [each["note"] for each in one.get("tray")] == [waiting["id"]]
        assert len(one.get("people")) == 1


def test_a_workshop_that_is_shared_elsewhere_knows_nobody_from_here(tmp_path: Path) -> None:
    file = workshop(tmp_path)
    with laptop(file, tmp_path / "one") as one:
        anna = one.phone("Anna")
    with laptop(file, tmp_path / "two") as two:
        assert two.code != one.code
        assert two.knocking(token=anna.token, code="").close_code() == (4403, "code")


def test_it_stops_by_itself_when_nobody_is_there(tmp_path: Path) -> None:
    with laptop(workshop(tmp_path), tmp_path / "shelf", nobody=0.6) as one:
        phone = one.phone()
        time.sleep(1.2)
        assert one.get("running") is True
        phone.close()
        assert stops(one) == "nobody"


def test_it_stops_by_itself_after_hours(tmp_path: Path) -> None:
    with laptop(workshop(tmp_path), tmp_path / "shelf", hours=0.6) as one:
        one.phone()
        assert stops(one) == "hours"


def stops(one: Laptop) -> str:
    until = time.monotonic() + 20
    while one.get("running") and time.monotonic() < until:
        time.sleep(0.05)
    assert one.get("running") is False
    return str(one.get("stopped_because"))
