"""The parts of sharing that need no server: numbers, codes, words, networks, QR codes, the guestbook and the inbox."""

from __future__ import annotations

import json
import os
import string
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QTimer
from pytestqt.qtbot import QtBot

from canvas_files.shelf import Shelf
from helpers.phones import ROOT
from plakbord.live.codes import ALPHABET, new_code, new_token, note_id, same_code, tidy_code, token_hash
from plakbord.live.guestbook import Guestbook, book_folder, forget_old_rooms
from plakbord.live.inbox import SLICE, Inbox
from plakbord.live.limits import LARGEST_ROOM, Limits, limits_for
from plakbord.live.memory import Remembered
from plakbord.live.network import Network, best, in_order, judged
from plakbord.live.phone import Fetched, Happening, frame
from plakbord.live.protocol import read_asked, read_join
from plakbord.live.qr import qr_rows
from plakbord.live.wish import ShareWish, wish_in
from plakbord.window.networks import networks


def test_the_limits_are_those_that_were_decided() -> None:
    usual = Limits()
    assert (usual.message, usual.letters, usual.lines, usual.notes) == (2048, 280, 6, 20)
    assert (usual.rate, usual.burst, usual.strikes) == (8.0, 16, 100)
    assert (usual.people, usual.connections, usual.per_address, usual.unjoined) == (250, 400, 40, 64)
    assert (usual.join, usual.handshake, usual.ping) == (5.0, 5.0, 20.0)
    assert (usual.behind, usual.patience) == (65_536, 10.0)
    assert (usual.wrong_per_address, usual.wrong_in_all, usual.replays) == (5, 60, 128)
    assert (usual.hours, usual.nobody) == (14_400.0, 600.0)
    assert limits_for(30) == usual
    assert (limits_for(1000).people, limits_for(1000).connections) == (1000, 1600)
    assert limits_for(5000).people == LARGEST_ROOM


def test_codes_are_random_and_read_as_people_type_them() -> None:
    codes = {new_code() for _ in range(500)}
    assert len(codes) > 490
    assert all(len(code) == 6 and set(code) <= set(ALPHABET) for code in codes)
    assert len(ALPHABET) == 28
    assert not set(ALPHABET) & set("AEIOUY01")
    assert tidy_code(" bcd-fgh\n") == "BCDFGH"
    assert same_code("bcd fgh", "BCDFGH")
    assert not same_code("", "BCDFGH")
    assert not same_code("BCDFG\ud800", "BCDFGH")


def test_a_token_is_kept_as_its_hash_and_a_note_tells_nobody_whose_it_is() -> None:
    token = new_token()
    assert len(token) >= 22
    assert token not in token_hash(token)
    one = note_id("00" * 32, "anna", "draft")
    assert one == note_id("00" * 32, "anna", "draft")
    assert len({one, note_id("00" * 32, "bart", "draft"), note_id("11" * 32, "anna", "draft")}) == 3


@given(st.text() | st.text(alphabet='{}[]":,0123456789.-eEtrufalsn\\ud800'))
def test_no_text_is_too_strange_to_be_refused(text: str) -> None:
    for said in (text, json.dumps({"t": text}), json.dumps({"t": "join", "code": text, "name": text})):
        read_asked(said)
        read_join(said)


@given(st.dictionaries(st.sampled_from(["t", "i", "key", "text", "round", "dots", "option", "note", "done"]),
                       st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
                       | st.sampled_from(["write", "edit", "dots", "done", "again", "join"])))  # fmt: skip
def test_only_whole_messages_are_taken(message: dict[str, object]) -> None:
    asked = read_asked(json.dumps(message))
    if asked is not None:
        assert type(message["i"]) is int
        assert 0 <= message["i"] < 2**31


def test_a_binary_message_is_none() -> None:
    assert read_asked(b'{"t":"again","i":1}') is None
    assert read_join(b'{"t":"join"}') is None
    assert read_join('{"code":"BCDFGH"}') is None


@given(st.binary(max_size=70_000))
def test_a_frame_says_how_long_it_is(data: bytes) -> None:
    framed = frame(data)
    head = 2 if len(data) < 126 else 4 if len(data) < 65_536 else 10
    assert framed[0] == 0x81
    assert framed[head:] == data


@pytest.mark.parametrize(
    ("arguments", "wish", "others"),
    [
        (["a.plakbord"], None, ["a.plakbord"]),
        (["a.plakbord", "--share"], ShareWish(), ["a.plakbord"]),
        (["--share", "a.plakbord"], ShareWish(), ["a.plakbord"]),
        (["a.plakbord", "--share", "10.0.0.5"], ShareWish("10.0.0.5"), ["a.plakbord"]),
        (["--share=10.0.0.5:80", "a.plakbord"], ShareWish("10.0.0.5", 80), ["a.plakbord"]),
        (["a", "--share", "127.0.0.1", "--share-as", "plak.test"], ShareWish("127.0.0.1", 0, "plak.test"), ["a"]),
    ],
)
def test_the_wish_to_share_is_read(arguments: list[str], wish: ShareWish | None, others: list[str]) -> None:
    assert wish_in(arguments) == (wish, others)


@pytest.mark.parametrize(
    "wrong",
    ["--share=x", "--share=1.2.3", "--share=1.2.3.4:x", "--share=1.2.3.4:70000", "--share-as=", "--share-as=a/b"],
)
def test_a_wish_that_makes_no_sense_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        wish_in(["a.plakbord", wrong])


@pytest.mark.parametrize(
    ("address", "name", "kind", "fit", "why"),
    [
        ("192.168.1.5", "wlp3s0", None, True, ""),
        ("10.42.0.1", "Hotspot", "wifi", True, ""),
        ("172.16.0.9", "Ethernet", None, True, ""),
        ("172.17.0.1", "docker0", None, False, "virtual"),
        ("192.168.56.1", "VirtualBox Host-Only", "cable", False, "virtual"),
        ("10.8.0.2", "tun0", None, False, "vpn"),
        ("100.64.3.2", "tailscale0", None, False, "vpn"),
        ("100.64.3.2", "wwan0", None, False, "public"),
        ("8.8.8.8", "eth0", None, False, "public"),
        ("169.254.3.3", "eth0", None, False, "alone"),
        ("127.0.0.1", "lo", None, False, "loopback"),
    ],
)
def test_networks_are_judged(address: str, name: str, kind: str | None, fit: bool, why: str) -> None:
    found = judged(address, name, kind)  # type: ignore[arg-type]
    assert found is not None
    assert (found.fit, found.why) == (fit, why)


def test_what_is_no_address_for_phones_is_no_network() -> None:
    assert [judged(address, "eth0") for address in ("", "::1", "0.0.0.0", "224.0.0.1", "255.255.255.255")] == [None] * 5


def test_the_likeliest_network_comes_first() -> None:
    wifi, cable = Network("192.168.1.5", "wifi", "wifi", True), Network("10.0.0.2", "eth0", "cable", True)
    vpn = Network("10.8.0.2", "tun0", "vpn", False, "vpn")
    assert in_order([vpn, cable, wifi]) == [wifi, cable, vpn]
    assert best([vpn, cable]) == cable
    assert best([vpn]) is None


def test_this_computer_has_networks_and_they_have_names(qapp: QCoreApplication) -> None:
    found = networks()
    assert any(one.kind == "loopback" and not one.fit for one in found)
    assert all(one.name and one.address for one in found)


def test_a_qr_code_has_a_quiet_zone_and_grows_with_its_text() -> None:
    rows = qr_rows("http://192.168.1.5:8484/#BCDFGH")
    assert len({len(row) for row in rows}) == 1 == len({len(rows) - len(row) for row in rows})
    assert not any(any(row) for row in (*rows[:4], *rows[-4:]))
    assert rows[4][4:11] == (True,) * 7, "the corner that readers look for"
    assert len(qr_rows("x" * 300)) > len(rows)


def test_a_guestbook_is_read_up_to_where_a_crash_tore_it(tmp_path: Path) -> None:
    book = Guestbook(book_folder(Shelf(tmp_path)), "00" * 16)
    book.begin([{"e": "room", "id": "r"}])
    for number in range(5):
        book.write({"e": "in", "id": str(number)})
    book.close()
    (file,) = (tmp_path / "rooms").iterdir()
    whole = file.read_bytes()
    for end in range(len(whole)):
        file.write_bytes(whole[:end])
        assert len(book.read()) == whole[:end].count(b"\n")
    file.write_bytes(whole.replace(b'"2"', b'"2', 1))
    assert [line["id"] for line in book.read()] == ["r", "0", "1"]


def test_a_guestbook_that_cannot_be_written_keeps_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "rooms").write_text("a file where the folder should be")
    book = Guestbook(tmp_path / "rooms", "00" * 16)
    book.begin([{"e": "room"}])
    book.write({"e": "in"})
    book.close()
    assert book.failed
    assert book.read() == []


def test_old_guestbooks_are_thrown_away(tmp_path: Path) -> None:
    for name in ("old", "new"):
        book = Guestbook(tmp_path, name)
        book.begin([{"e": "room"}])
        book.close()
    forget_old_rooms(tmp_path, time.time() + 29 * 86_400)
    assert len(list(tmp_path.iterdir())) == 2
    forget_old_rooms(tmp_path, time.time() + 31 * 86_400)
    assert list(tmp_path.iterdir()) == []


JUNK = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists, max_leaves=3)
FIELDS = ("e", "id", "n", "hash", "name", "lang", "code", "key", "port", "note", "sheet")
EVENTS = ("room", "in", "out", "gone", "note", "set", "name", "code")
LINES = st.lists(
    st.dictionaries(st.sampled_from(FIELDS), JUNK) | st.fixed_dictionaries({"e": st.sampled_from(EVENTS), "id": JUNK})
)


@given(LINES)
def test_no_guestbook_is_too_damaged_to_go_on(lines: list[dict[str, object]]) -> None:
    found = Remembered(lines, 0.0)
    assert len(bytes.fromhex(found.key)) == 32
    assert len(found.code) in (0, 6)


def test_a_code_of_yesterday_is_not_used_again() -> None:
    line = {"e": "room", "id": "r", "key": "00" * 32, "code": "BCDFGH", "port": 8484}
    assert Remembered([line], 3600.0).code == "BCDFGH"
    assert Remembered([line], 13 * 3600.0).code == ""
    assert Remembered([line], 13 * 3600.0).port == 8484


def test_the_inbox_leaves_the_window_its_turn(qtbot: QtBot) -> None:
    inbox, taken, longest = Inbox(), [], [0.0]
    last = time.perf_counter()

    def take(happening: Happening) -> None:
        taken.append(happening)
        end = time.perf_counter() + SLICE / 4
        while time.perf_counter() < end:
            pass

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        longest.append(now - last)
        last = now

    beats = QTimer(interval=0)
    beats.timeout.connect(beat)
    inbox.open(take, lambda: None)
    for number in range(200):
        inbox.post(Fetched(str(number)))
    beats.start()
    qtbot.waitUntil(lambda: len(taken) == 200, timeout=10_000)
    beats.stop()
    assert len(longest) > 20, "others had their turn between the slices"
    assert [happening.address for happening in taken] == [str(number) for number in range(200)]
    inbox.close()


def test_a_fault_in_one_message_leaves_the_others_answered(qtbot: QtBot) -> None:
    inbox, taken, slices = Inbox(), [], []

    def take(happening: Happening) -> None:
        if happening.address == "2":
            raise ZeroDivisionError
        taken.append(happening.address)

    inbox.open(take, lambda: slices.append(1))
    with qtbot.captureExceptions() as caught:
        for number in range(5):
            inbox.post(Fetched(str(number)))
        qtbot.waitUntil(lambda: len(taken) == 4, timeout=5_000)
    assert len(caught) == 1
    assert taken == list("0134")
    assert slices
    inbox.close()


def test_a_closed_inbox_takes_nothing_more(qtbot: QtBot) -> None:
    inbox, taken = Inbox(), []
    inbox.open(taken.append, lambda: None)
    inbox.post(Fetched("1"))
    inbox.close()
    qtbot.wait(20)
    assert taken == []


def test_every_letter_of_the_alphabet_can_be_typed() -> None:
    assert set(ALPHABET) <= set(string.ascii_uppercase + string.digits)


def test_nothing_of_it_is_loaded_before_somebody_shares() -> None:
    look = "import plakbord.main, plakbord.session, sys; print([m for m in sys.modules if m in " + repr(
        ("websockets", "segno", "asyncio", "plakbord.live.server", "plakbord.live.sharing")
    )
    path = os.pathsep.join(str(ROOT / folder) for folder in ("app", "."))
    told = subprocess.run(
        [sys.executable, "-c", look + "])"], env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True
    )
    assert told.stdout.strip() == "[]", told.stderr
