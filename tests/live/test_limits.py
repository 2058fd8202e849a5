"""Floods, garbage, half-open connections and phones that do not read: each tried for real, with somebody else voting on
beside it."""

from __future__ import annotations

import json
import socket
import time
from contextlib import suppress
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from helpers.phones import HOST, Laptop, Phone, laptop, workshop

KEY = "dGhlIHNhbXBsZSBub25jZQ=="


def upgrade(room: Laptop) -> bytes:
    """What a browser sends to open a socket."""
    lines = [
        "GET /socket HTTP/1.1", f"Host: {room.host}", f"Origin: http://{room.host}", "Upgrade: websocket",
        "Connection: Upgrade", f"Sec-WebSocket-Key: {KEY}", "Sec-WebSocket-Version: 13", "", "",
    ]  # fmt: skip
    return "\r\n".join(lines).encode()


def masked(data: bytes, first: int = 0x81, size: int | None = None) -> bytes:
    """A frame as a client sends it, with a mask of zeros; `size` is what its header claims."""
    length = len(data) if size is None else size
    if length < 126:
        head = bytes((first, 0x80 | length))
    elif length < 65_536:
        head = bytes((first, 0x80 | 126)) + length.to_bytes(2, "big")
    else:
        head = bytes((first, 0x80 | 127)) + length.to_bytes(8, "big")
    return head + b"\0\0\0\0" + data


def opened(room: Laptop, source: str = "127.0.0.1", buffer: int = 0) -> socket.socket:
    """A socket that is open, without anything that keeps us from breaking its rules."""
    line = socket.socket()
    if buffer:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    line.bind((source, 0))
    line.connect((HOST, room.port))
    line.settimeout(20)
    line.sendall(upgrade(room))
    data = b""
    while not data.endswith(b"\r\n\r\n"):
        data += line.recv(1)
    assert data.startswith(b"HTTP/1.1 101 ")
    return line


def rest(line: socket.socket) -> bytes:
    """Everything that comes until the end."""
    data = b""
    try:
        while chunk := line.recv(4096):
            data += chunk
    except ConnectionError:
        pass
    return data


def works(room: Laptop) -> bool:
    """Whether somebody new can come in and write."""
    phone = room.phone(source="127.0.0.200")
    answer = phone.write(f"Ik doe ook mee {time.monotonic()}")
    phone.close()
    return bool(answer["t"] == "ok")


@pytest.mark.parametrize(
    "garbage",
    [
        "x", "", "[]", "null", "5", '"join"', "{", "[" * 1500, '{"t":"dots","i":' + "9" * 1900 + "}", '{"i":-1}',
        '{"t":"write"}', '{"t":"dots","i":1,"round":"r","option":1.5,"dots":1}', '{"t":"dots","i":true}',
        '{"t":"dots","i":1,"round":null,"option":1,"dots":1}', '{"t":"what","i":1}', '{"t":"done","i":2,"done":"yes"}',
        '{"t":"dots","i":1,"round":"r","option":1,"dots":-1}', '{"t":"write","i":1,"key":"../../x","text":"a"}',
        '{"t":"join","code":"BBBBBB"}', "NaN", '{"t":"again","i":NaN}', '{"t":"again","i":1e999}',
    ],
)  # fmt: skip
def test_what_cannot_be_read_ends_the_connection_and_nothing_else(room: Laptop, garbage: str) -> None:
    phone = room.phone(source="127.0.0.70")
    with suppress(ConnectionClosed):
        for _ in range(8):
            phone.line.send(garbage)
    assert phone.close_code() == (4400, "bad")
    assert works(room)


def test_binary_frames_are_no_words(room: Laptop) -> None:
    phone = room.phone()
    for _ in range(6):
        phone.line.send(b'{"t":"again","i":1}')
    assert phone.close_code() == (4400, "bad")


@pytest.mark.parametrize("size", [2_049, 65_536, 10_000_000])
def test_a_message_that_is_too_large_is_not_taken_in(room: Laptop, size: int) -> None:
    phone = room.phone()
    with suppress(ConnectionClosed):
        phone.line.send("x" * size)
    assert phone.close_code()[0] in (1009, 1006)
    assert works(room)


def test_a_large_size_that_is_only_claimed_costs_nothing(room: Laptop) -> None:
    before = room.ask("memory")
    for _ in range(20):
        with opened(room, "127.0.0.71") as line:
            line.sendall(masked(b"", size=2**40))
            assert b"\x03\xf1" in rest(line), "1009: too big"
    assert room.ask("memory") - before < 5_000
    assert works(room)


def test_a_message_in_a_thousand_pieces_counts_as_one(room: Laptop) -> None:
    phone = room.phone()
    whole = json.dumps({"t": "again", "i": 1})
    phone.line.send(iter(whole))
    assert phone.wait_for("ok")["i"] == 1
    with opened(room) as line:
        line.sendall(masked(b"x" * 1000, first=0x01) + masked(b"x" * 1000, first=0x00) * 3)
        assert b"\x03\xf1" in rest(line)
    assert works(room)


@pytest.mark.parametrize(
    "frames",
    [
        b"\x81\x05hello",
        b"\xc1\x80\0\0\0\0",
        b"\x83\x80\0\0\0\0",
        b"\x80\x80\0\0\0\0",
        b"\x89\xfe\x00\x7e\0\0\0\0",
        b"\xff" * 40,
    ],
)
def test_frames_that_break_the_rules_end_the_connection(room: Laptop, frames: bytes) -> None:
    """Unmasked, with reserved bits or opcodes, out of order, too long for what they are."""
    with opened(room) as line:
        line.sendall(frames)
        assert b"\x88" in rest(line)
    assert works(room)


def test_a_flood_is_thrown_away_and_then_ended(room: Laptop) -> None:
    flood, other = room.phone("Te vlug", source="127.0.0.72"), room.phone("Rustig", source="127.0.0.73")
    first = flood.welcome["room"]["sheets"][0]
    place = {"sheet": first["id"], "block": first["blocks"][0]["id"]}
    with suppress(ConnectionClosed):
        for number in range(400):
            said = {"t": "write", "i": number, "key": f"{number:020}", "text": f"Vloed {number}", **place}
            flood.line.send(json.dumps(said))
    assert flood.close_code() == (4429, "wait")
    assert sum(note["text"].startswith("Vloed") for note in room.ask("notes")) <= 20
    assert other.write("Ik schrijf gewoon door")["t"] == "ok"


def test_a_person_has_twenty_notes_and_no_more(room: Laptop) -> None:
    phone = room.phone(source="127.0.0.74")
    said = []
    for number in range(22):
        said.append(phone.write(f"Briefje {number} van een veelschrijver"))
        time.sleep(0.05 if number < 12 else 0.13)
    assert [one["t"] for one in said] == ["ok"] * 20 + ["no"] * 2
    assert said[-1]["why"] == "many"


def test_half_open_connections_are_pushed_out_and_closed_in_time(tmp_path: Path, page: Path) -> None:
    with laptop(workshop(tmp_path), tmp_path / "shelf", page=str(page), handshake=0.8, opening=50) as one:
        lines = [one.socket(f"127.0.0.{2 + at % 9}") for at in range(150)]
        for line in lines:
            line.sendall(b"GET /socket HTTP/1.1\r\nHost: x\r\n")
        assert one.phone().token, "there is always room for who says what they want"
        start = time.monotonic()
        assert all(ends(line, 20) for line in lines)
        assert time.monotonic() - start < 20


def ends(line: socket.socket, wait: float) -> bool:
    """Whether the other side closes it."""
    line.settimeout(wait)
    try:
        while line.recv(4096):
            pass
    except TimeoutError:
        return False
    except OSError:
        return True
    finally:
        line.close()
    return True


def test_sockets_that_do_not_join_leave_room_for_those_that_do(tmp_path: Path, page: Path) -> None:
    with laptop(workshop(tmp_path), tmp_path / "shelf", page=str(page), unjoined=10, join=3.0) as one:
        idle = [one.open(f"127.0.0.{2 + at % 9}") for at in range(30)]
        assert one.phone().token
        for line in idle:
            line.close()


def test_one_address_is_not_a_hundred_people(tmp_path: Path, page: Path) -> None:
    with laptop(workshop(tmp_path), tmp_path / "shelf", page=str(page), per_address=5) as one:
        inside = [one.phone(source="127.0.0.5") for _ in range(5)]
        assert one.knocking(source="127.0.0.5").close_code() == (4409, "full")
        assert one.phone(token=inside[0].token, source="127.0.0.5").token, "who was in comes back"
        assert one.phone(source="127.0.0.6").token


def test_a_full_room_makes_place_by_forgetting_who_left_without_a_trace(tmp_path: Path, page: Path) -> None:
    with laptop(workshop(tmp_path), tmp_path / "shelf", page=str(page), people=3) as one:
        writer, idle, here = one.phone("Schrijver"), one.phone("Voorbijganger"), one.phone("Blijver")
        writer.write("Dit blijft van mij")
        writer.close()
        assert one.knocking("Nieuw").close_code() == (4409, "full")
        idle.close()
        time.sleep(0.3)
        assert one.phone("Nieuw").token
        assert one.knocking("Nog een").close_code() == (4409, "full")
        assert one.phone(token=writer.token).welcome["you"]["notes"][0]["text"] == "Dit blijft van mij"
        assert here.ask("again")["t"] == "ok"


def test_connections_beyond_all_bounds_are_refused(tmp_path: Path, page: Path) -> None:
    with laptop(workshop(tmp_path), tmp_path / "shelf", page=str(page), connections=8) as one:
        phones = [one.phone(source=f"127.0.0.{at + 2}") for at in range(8)]
        answer = one.raw(upgrade(one), wait=2)
        assert answer.startswith(b"HTTP/1.1 503 ")
        phones[0].close()
        time.sleep(0.2)
        assert one.phone().token


def test_a_phone_that_does_not_read_is_skipped_then_let_go_and_nobody_waits(tmp_path: Path, page: Path) -> None:
    with laptop(workshop(tmp_path), tmp_path / "shelf", page=str(page), patience=1.0, behind=8_192, rate=100.0) as one:
        deaf = opened(one, buffer=4_096)
        deaf.sendall(masked(json.dumps({"t": "join", "code": one.code}).encode()))
        good = one.phone("Leest mee")
        slowest = 0.0
        for number in range(25):
            fill(one, number)
            start = time.monotonic()
            assert good.ask("again")["t"] == "ok"
            slowest = max(slowest, time.monotonic() - start)
        assert slowest < 0.9
        gone_by = time.monotonic() + 20
        while sum(person["online"] for person in one.get("people")) > 1 and time.monotonic() < gone_by:
            time.sleep(0.1)
        assert [person["online"] for person in one.get("people")].count(True) == 1
        deaf.close()


def fill(one: Laptop, number: int) -> None:
    """The facilitator writes much, so that there is much to send."""
    one.ask("put", one.ask("notes")[0]["id"], text=f"{number} " + "lange tekst " * 1200)
    time.sleep(0.06)


def test_a_phone_that_reads_again_gets_everything_anew(tmp_path: Path, page: Path) -> None:
    with laptop(workshop(tmp_path), tmp_path / "shelf", page=str(page), patience=10.0, behind=4_096, rate=200.0) as one:
        napping = opened(one, buffer=4_096)
        napping.sendall(masked(json.dumps({"t": "join", "code": one.code}).encode()))
        for number in range(25):
            fill(one, number)
        napping.settimeout(20)
        data = b""
        while b'"t":"room"' not in data or b"24 lange tekst" not in data[data.rfind(b'"t":"room"') :]:
            data += napping.recv(65_536)
        napping.close()


def test_a_busy_window_delays_answers_and_loses_none(room: Laptop) -> None:
    phone = room.phone(source="127.0.0.75")
    numbers = [phone.say("again") for _ in range(3)]
    room.ask("sleep", 0.5)
    got = [phone.wait_for("ok")["i"] for _ in numbers]
    assert got == numbers
    assert works_after(phone)


def works_after(phone: Phone) -> bool:
    return bool(phone.write("Na de pauze")["t"] == "ok")


def test_one_person_who_comes_back_again_and_again_is_told_to_wait(room: Laptop) -> None:
    phone = room.phone(source="127.0.0.76")
    for _ in range(12):
        room.phone(token=phone.token, source="127.0.0.76").close()
    assert room.knocking(token=phone.token, source="127.0.0.76").close_code() == (4429, "wait")
