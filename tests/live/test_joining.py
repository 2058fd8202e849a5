"""Who comes in, who has to wait, and who never comes back; tried by somebody who wants in."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from helpers.phones import Laptop, Phone, laptop, workshop

WRONG = "BBBBBB"


def test_the_code_lets_in_however_it_is_typed(room: Laptop) -> None:
    code = room.code
    for typed in (code, code.lower(), f"{code[:3]} {code[3:]}", f" {code[:2]}-{code[2:]} "):
        assert room.phone(code=typed).welcome["you"]["number"] >= 1


def test_wrong_codes_are_refused_and_then_not_even_heard(shared: Laptop) -> None:
    bad = [shared.knocking(code=WRONG, source="127.0.0.9").close_code() for _ in range(8)]
    assert bad[:5] == [(4403, "code")] * 5
    assert bad[5:] == [(4429, "wait")] * 3
    right = shared.knocking(source="127.0.0.9").close_code()
    assert right == (4429, "wait"), "the right code in the middle of guessing is not told from a wrong one"
    assert shared.phone(source="127.0.0.10").token, "who guesses elsewhere locks nobody out"


def test_guessing_at_once_from_many_connections_gives_no_more_tries(tmp_path: Path, page: Path) -> None:
    with laptop(workshop(tmp_path), tmp_path / "shelf", page=str(page), wrong_pause=0.01) as one:
        lines = [one.open("127.0.0.9") for _ in range(30)]
        for line in lines:
            line.send(json.dumps({"t": "join", "code": WRONG}))
        codes = [Phone(line).close_code()[0] for line in lines]
    assert sorted(codes) == [4403] * 5 + [4429] * 25


def test_who_was_in_comes_back_while_others_behind_the_same_router_guess(shared: Laptop) -> None:
    anna = shared.phone("Anna", source="127.0.0.9")
    for _ in range(6):
        shared.knocking(code=WRONG, source="127.0.0.9").close_code()
    anna.close()
    assert shared.phone(token=anna.token, code="", source="127.0.0.9").welcome["you"]["name"] == "Anna"


def test_guessing_from_everywhere_is_stopped_and_the_facilitator_is_offered_a_new_code(shared: Laptop) -> None:
    inside = shared.phone("Anna", source="127.0.0.50")
    for at in range(60):
        shared.knocking(code=WRONG, source=f"127.0.1.{1 + at // 4}").close_code()
    assert shared.get("offers_new_code") is True
    assert shared.knocking(source="127.0.2.1").close_code() == (4429, "wait")
    assert shared.phone(source="127.0.0.50").token, "the address of people in the room keeps its own tries"
    old, shared.code = shared.code, shared.call("new_code")
    assert shared.phone(source="127.0.2.1").token
    assert shared.get("offers_new_code") is False
    assert shared.knocking(code=old, source="127.0.2.2").close_code() == (4403, "code")
    assert inside.ask("again")["t"] == "ok", "who is in stays in"


def test_opening_the_page_without_a_code_is_no_guess(room: Laptop) -> None:
    for _ in range(7):
        assert room.knocking(code="", source="127.0.0.60").close_code() == (4403, "code")
    assert room.phone(source="127.0.0.60").token


def test_a_forged_token_is_worth_nothing(room: Laptop) -> None:
    assert room.knocking(token="A" * 22, code=WRONG, source="127.0.0.61").close_code() == (4403, "code")
    stranger = room.phone(token="A" * 22, source="127.0.0.61")
    assert stranger.token != "A" * 22
    assert len(stranger.token) == 22, "128 bits"


def test_the_same_token_is_the_same_person_and_the_newest_tab_wins(room: Laptop) -> None:
    first = room.phone("Anna")
    second = room.phone(token=first.token)
    assert second.welcome["you"]["person"] == first.welcome["you"]["person"]
    assert first.close_code() == (4410, "elsewhere")
    assert second.ask("again")["t"] == "ok"


def test_a_locked_room_takes_nobody_new_but_everybody_who_was_in(room: Laptop) -> None:
    anna = room.phone("Anna")
    room.call("lock", True)
    try:
        assert room.knocking().close_code() == (4409, "locked")
        assert room.phone(token=anna.token).welcome["you"]["name"] == "Anna"
    finally:
        room.call("lock", False)


def test_a_kick_is_final_for_that_phone(shared: Laptop) -> None:
    anna = shared.phone("Anna")
    shared.call("kick", anna.welcome["you"]["person"])
    assert anna.close_code() == (4409, "removed")
    assert shared.knocking(token=anna.token).close_code() == (4409, "removed")
    assert shared.knocking(token=anna.token, code="").close_code() == (4409, "removed")
    assert shared.get("people") == []


def test_a_private_window_is_a_new_person_only_as_far_as_the_head_count_goes(shared: Laptop) -> None:
    shared.call("expect", 2)
    shared.phone("Anna")
    bart = shared.phone("Bart")
    again = shared.knocking("Bart once more")
    assert again.wait_for("waiting") == {"t": "waiting"}
    waiting = shared.get("people")[0]
    assert (waiting["waiting"], waiting["name"], waiting["crowd"]) == (True, "Bart once more", 3)
    again.say("write", key="a" * 20, sheet="sheet:1", block="channels", text="still outside")
    shared.call("allow", waiting["id"])
    welcome = again.wait_for("welcome")
    assert not any(said["t"] in ("ok", "no") for said in again.heard), "who waits is not answered"
    assert welcome["you"]["number"] == 3
    shared.call("kick", bart.welcome["you"]["person"])
    other = shared.knocking("Bart the third")
    assert other.wait_for("waiting"), "a kick does not make room for the next window"
    shared.call("refuse", shared.get("people")[0]["id"])
    assert other.close_code() == (4409, "refused")


def test_what_was_chosen_before_sharing_counts_from_the_start(tmp_path: Path, page: Path) -> None:
    one = Laptop(workshop(tmp_path), tmp_path / "shelf", page=str(page))
    try:
        one.call("expect", 1)
        one.call("hide_writing", True)
        one.share()
        assert one.phone("Anna").welcome["room"]["hidden"] is True
        assert one.knocking("Bart").wait_for("waiting")
    finally:
        one.close()


def test_a_list_of_names_lets_each_name_in_once(shared: Laptop) -> None:
    shared.call("expect", 0, ["Anna de Vries", "Bart"])
    assert shared.phone("anna  de vries").token
    second = shared.knocking("Anna de Vries")
    assert second.wait_for("waiting")
    assert shared.knocking("Zoë").wait_for("waiting")
    second.close()
    assert shared.phone("Bart").token


def test_who_waits_and_goes_away_is_forgotten(shared: Laptop) -> None:
    shared.call("expect", 1)
    shared.phone("Anna")
    waiting = shared.knocking("Bart")
    waiting.wait_for("waiting")
    waiting.close()
    gone_by = time.monotonic() + 20
    while len(shared.get("people")) > 1 and time.monotonic() < gone_by:
        time.sleep(0.02)
    assert [person["name"] for person in shared.get("people")] == ["Anna"]


def test_names_are_one_line_of_plain_text(room: Laptop) -> None:
    phone = room.phone("<b>An\u202ena</b>\n\x00" + "x" * 100)
    name = phone.welcome["you"]["name"]
    assert name.startswith("<b>Anna</b>")
    assert len(name) == 40
    assert "\n" not in name


def test_first_message_must_be_a_join(room: Laptop) -> None:
    for first in ("", "[]", "{}", '{"t":"write"}', '{"t":"join","code":5}', "x" * 100, '{"t":"join","lang":"fr"}'):
        line = room.open()
        line.send(first)
        with pytest.raises(ConnectionClosed) as closed:
            line.recv(20)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 4400, first


def test_who_says_nothing_is_not_waited_for(room: Laptop) -> None:
    with pytest.raises(ConnectionClosed) as closed:
        room.open().recv(20)
    assert closed.value.rcvd is not None
    assert (closed.value.rcvd.code, closed.value.rcvd.reason) == (4408, "late")


def test_the_secrets_stand_in_no_address_and_no_message_to_others(room: Laptop) -> None:
    anna, bart = room.phone("Anna van Buren"), room.phone("Bart")
    anna.write("Iets om te lezen")
    bart.news("notes")
    heard = json.dumps([bart.welcome, *bart.heard])
    assert anna.token not in heard
    assert anna.welcome["you"]["person"] not in heard
    assert "Anna van Buren" not in heard
    assert room.code not in heard
    url = room.get("join_url")
    assert url.endswith(f"/#{room.code}"), "behind the # it is sent nowhere"
