"""Notes from phones: always plain text, always somebody's own, where the facilitator wants them, and never taken away
by an undo."""

from __future__ import annotations

import pytest

from helpers.phones import Laptop, draft_key


def on_board(room: Laptop, note_id: str) -> dict[str, object]:
    (found,) = [note for note in room.ask("notes") if note["id"] == note_id]
    return dict(found)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        ("<b>vet</b> & {kop} %s", "<b>vet</b> & {kop} %s"),
        ("a\u202eb\u0000c\x1b[31m", "abc[31m"),
        ("  hé  ", "hé"),
        ("1\r\n2\u20283", "1\n2\n3"),
        ("👩‍👩‍👧 gezin", "👩‍👩‍👧 gezin"),
        ("x" * 280, "x" * 280),
    ],
)
def test_text_is_text(room: Laptop, typed: str, kept: str) -> None:
    phone = room.phone()
    made = phone.write(typed)["note"]
    assert made["text"] == kept
    assert on_board(room, made["id"])["text"] == kept
    phone.close()


@pytest.mark.parametrize("typed", ["", "   \n ", "x" * 281, "1\n2\n3\n4\n5\n6\n7", "\u202e\u2066"])
def test_what_is_no_note_is_refused(room: Laptop, typed: str) -> None:
    phone = room.phone()
    assert phone.write(typed)["why"] == "text"
    phone.close()


def test_half_a_character_does_not_reach_the_file(room: Laptop) -> None:
    phone = room.phone()
    first = phone.welcome["room"]["sheets"][0]
    place = f'"sheet":"{first["id"]}","block":"{first["blocks"][0]["id"]}"'
    phone.line.send('{"t":"write","i":90,"key":"' + draft_key() + '",' + place + ',"text":"a\\ud800b"}')
    phone.line.send('{"t":"again","i":91}')
    phone.wait(lambda said: said.get("i") == 91)
    assert all(note["text"].encode() for note in room.ask("notes"))


def test_the_same_draft_is_one_note(room: Laptop) -> None:
    phone, key = room.phone("Anna"), draft_key()
    first = phone.write("Eén keer is genoeg", key=key)["note"]
    again = room.phone(token=phone.token)
    assert again.write("Eén keer is genoeg", key=key)["note"]["id"] == first["id"]
    assert sum(note["text"] == "Eén keer is genoeg" for note in room.ask("notes")) == 1
    room.ask("remove", first["id"])
    assert again.write("Eén keer is genoeg", key=key)["why"] == "note", "what was thrown away does not come back"


def test_only_own_notes_can_be_changed(room: Laptop) -> None:
    anna, bart = room.phone("Anna"), room.phone("Bart")
    made = anna.write("Van Anna")["note"]["id"]
    there = room.ask("notes")[0]["id"]
    for note in (made, there, "note:nowhere", anna.welcome["room"]["sheets"][0]["id"], "workshop"):
        assert bart.ask("edit", note=note, text="Van Bart")["why"] == "note"
        assert bart.ask("remove", note=note)["why"] == "note"
    assert anna.ask("edit", note=made, text="Nog steeds van Anna")["note"]["text"] == "Nog steeds van Anna"
    room.ask("put", made, locked=True)
    assert anna.ask("edit", note=made, text="Vast")["why"] == "locked"
    assert anna.ask("remove", note=made)["why"] == "locked"
    room.ask("put", made, locked=False)
    assert anna.ask("remove", note=made)["t"] == "ok"
    assert made not in [note["id"] for note in room.ask("notes")]


def test_notes_hang_where_they_belong_and_cover_no_other(room: Laptop) -> None:
    phone = room.phone(source="127.0.0.30")
    made = on_board(room, phone.write("Zoekt een vrij plekje", block="channels")["note"]["id"])
    others = [note for note in room.ask("notes") if note["zone"] == "channels" and note["id"] != made["id"]]
    assert made["zone"] == "channels"
    for other in others:
        apart = abs(int(str(made["x"])) - other["x"]) >= 2000 or abs(int(str(made["y"])) - other["y"]) >= 1500
        assert apart
    for sheet, block in (("sheet:nowhere", "channels"), ("workshop", "channels"), ("", "nowhere")):
        assert phone.write("Nergens", sheet=sheet, block=block)["why"] == "block"


def test_undo_takes_nobodys_note_away(room: Laptop) -> None:
    phone = room.phone()
    made = phone.write("Blijft staan")["note"]["id"]
    room.ask("undo")
    assert on_board(room, made)["text"] == "Blijft staan"


def test_paused_is_paused_and_other_modes_take_no_notes(room: Laptop) -> None:
    phone = room.phone()
    made = phone.write("Nog net")["note"]["id"]
    room.call("pause_writing", True)
    assert phone.news("writing") is False
    assert phone.write("Te laat")["why"] == "paused"
    assert phone.ask("edit", note=made, text="Te laat")["why"] == "paused"
    room.call("pause_writing", False)
    room.call("set_mode", "look")
    assert phone.write("Te laat")["why"] == "mode"
    room.call("set_mode", "write")
    assert phone.write("Weer open")["t"] == "ok"


def test_new_notes_are_marked_until_somebody_looked(room: Laptop) -> None:
    phone = room.phone()
    room.call("seen")
    made = phone.write("Nieuw hier")["note"]["id"]
    assert room.get("fresh") == [made]
    room.call("seen", [made])
    assert room.get("fresh") == []


def test_a_facilitator_who_changes_a_note_is_heard_by_who_wrote_it(room: Laptop) -> None:
    phone = room.phone()
    made = phone.write("Eerste versie")["note"]["id"]
    room.ask("put", made, text="Betere versie")
    assert phone.wait_for("you")["notes"][0]["text"] == "Betere versie"
    room.ask("remove", made)
    assert phone.wait(lambda said: said["t"] == "you" and not said["notes"])["left"] == 20
