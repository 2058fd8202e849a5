"""What a person may not see never reaches their phone: everything that comes in is kept and searched."""

from __future__ import annotations

import json
from pathlib import Path

from helpers.phones import Laptop, Phone

SECRET = "Overname van de concurrent"


def heard_by(phone: Phone) -> str:
    """Everything that phone was ever sent."""
    return json.dumps([phone.welcome, *phone.heard], ensure_ascii=False)


def listen(phone: Phone) -> str:
    """The same, with what is on its way."""
    phone.ask("again")
    phone.wait_for("you")
    return heard_by(phone)


def test_hidden_text_is_sent_to_nobody_but_who_wrote_it(shared: Laptop) -> None:
    anna, bart = shared.phone("Anna"), shared.phone("Bart")
    shared.call("hide_writing", True)
    bart.news("hidden")
    made = anna.write(SECRET)["note"]
    assert made["text"] == SECRET
    assert bart.news("notes")[0]["down"] is True
    anna.ask("edit", note=made["id"], text=SECRET + " en meer")
    late = shared.phone("Cor")
    assert SECRET not in listen(bart) + listen(late)
    (note,) = [note for note in shared.ask("notes") if note["id"] == made["id"]]
    assert note["text"] == "", "what the laptop shows cannot show it either"
    anna = shared.phone(token=anna.token)
    assert SECRET in json.dumps(anna.welcome["you"], ensure_ascii=False)
    assert shared.get("face_down") == 1
    assert shared.call("reveal") == 1
    assert bart.news("notes")[0]["text"] == SECRET + " en meer"
    assert anna.wait_for("you")["notes"][0]["down"] is False, "who wrote it knows that it can be read now"
    assert (shared.get("face_down"), shared.call("reveal")) == (0, 0)


def test_the_reveal_of_hidden_notes_is_not_undone(shared: Laptop) -> None:
    anna = shared.phone("Anna")
    shared.call("hide_writing", True)
    note = anna.write(SECRET)["note"]["id"]
    shared.call("reveal")
    shared.ask("undo")
    (found,) = [each for each in shared.ask("notes") if each["id"] == note]
    assert (found["text"], found["face_down"]) == (SECRET, "")


def test_the_totals_of_a_running_secret_round_are_sent_to_nobody(shared: Laptop) -> None:
    anna, bart = shared.phone("Anna"), shared.phone("Bart")
    voted_in = shared.ask("new_round", 5)
    bart.wait(lambda said: said["t"] == "news" and said.get("round"))
    anna.ask("dots", round=voted_in, option=4, dots=3)
    bart.ask("dots", round=voted_in, option=2, dots=1)
    late = shared.phone("Cor")
    shared.ask("step", "close_round", voted_in)
    bart.wait(lambda said: said["t"] == "news" and (said.get("round") or {}).get("state") == "closed")
    for phone in (bart, late):
        listen(phone)
        for said in [phone.welcome.get("room", {}), *phone.heard]:
            assert said.get("totals") is None
            assert said.get("results") is None
            vote = said.get("vote") or (said.get("you") or {}).get("vote") or {}
            assert vote.get("dots", {}) in ({}, {"2": 1}), "nobody's but their own"
    shared.ask("step", "reveal_round", voted_in)
    results = bart.news("results")
    assert [(each["n"], each["dots"]) for each in results["ranking"][:2]] == [(4, 3), (2, 1)]
    assert "Anna" not in json.dumps(results)


def test_an_open_count_is_shown_while_it_goes_on(shared: Laptop) -> None:
    anna, bart = shared.phone("Anna"), shared.phone("Bart")
    voted_in = shared.ask("new_round", 5, open_count=True)
    anna.ask("dots", round=voted_in, option=4, dots=2)
    assert bart.wait(lambda said: (said.get("totals") or {}).get("4") == 2)


def test_names_of_others_are_sent_to_nobody(shared: Laptop) -> None:
    anna, bart = shared.phone("Anna-Wilhelmina"), shared.phone("Bart")
    anna.write("Een briefje met een naam erbij")
    voted_in = shared.ask("new_round", 5, secret=False)
    bart.wait(lambda said: said["t"] == "news" and said.get("round"))
    anna.ask("dots", round=voted_in, option=1, dots=1)
    anna.ask("done", round=voted_in, done=True)
    shared.ask("step", "close_round", voted_in)
    shared.ask("step", "reveal_round", voted_in)
    bart.news("results")
    assert "Anna-Wilhelmina" not in listen(bart)


def test_what_waits_in_the_tray_is_between_the_writer_and_the_facilitator(shared: Laptop) -> None:
    anna, bart = shared.phone("Anna"), shared.phone("Bart")
    shared.call("use_inbox", "tray")
    made = anna.write(SECRET)["note"]
    assert (made["where"], made["block"]) == ("tray", anna.welcome["room"]["sheets"][0]["blocks"][0]["id"])
    assert SECRET not in listen(bart)
    (waiting,) = shared.get("tray")
    shared.call("accept", [waiting["note"]])
    assert bart.news("notes")[0]["text"] == SECRET
    assert anna.wait_for("you")["notes"][0]["where"] == "board"
    assert shared.get("tray") == []


def test_a_picture_is_for_who_joined_and_for_one_look(shared: Laptop) -> None:
    anna = shared.phone("Anna")
    asked = anna.ask("picture", sheet=anna.welcome["room"]["sheets"][0]["id"])
    answer = shared.get_page(asked["path"])
    assert b"image/png" in answer
    assert b"no-store" in answer
    assert answer.endswith(b"\x89PNG a picture")
    assert b" 404 " in shared.get_page(asked["path"])[:20], "the second look"
    assert anna.ask("picture", sheet="sheet:nowhere")["why"] == "block"


def test_the_laptop_keeps_no_token_and_the_workshop_file_nobody(shared: Laptop, tmp_path: Path) -> None:
    anna = shared.phone("Anna")
    anna.write("Dit staat wel in het bestand")
    shared.close()
    person, kept = anna.welcome["you"]["person"], b""
    for file in (tmp_path / "shelf").rglob("*"):
        if file.is_file():
            kept += file.read_bytes()
            if file.suffix == ".room":
                assert file.stat().st_mode & 0o077 == 0, "for this person's eyes only"
    assert anna.token.encode() not in kept
    assert person.encode() in kept
    journals = b"".join(file.read_bytes() for file in (tmp_path / "shelf" / "journals").rglob("*") if file.is_file())
    assert person.encode() not in journals + (tmp_path / "bakkerij.plakbord").read_bytes()
