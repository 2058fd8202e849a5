"""What the laptop answers to whom, tried over real sockets: one address, one name, exact paths, and headers that let a
browser do no more than it must."""

from __future__ import annotations

import json
import socket
import time
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from helpers.phones import Laptop, laptop, workshop


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def test_it_listens_on_the_chosen_address_and_no_other(tmp_path: Path) -> None:
    with laptop(workshop(tmp_path), tmp_path / "shelf") as one:
        one.call("stop")
        one.share("127.0.0.2")
        socket.create_connection(("127.0.0.2", one.port), 2).close()
        for other in ("127.0.0.1", "127.0.0.3"):
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection((other, one.port), 2)
        assert one.call("listening") is True


def test_stopping_closes_everything_at_once(shared: Laptop) -> None:
    phone, half_open, unjoined = shared.phone(), shared.socket(), shared.open()
    half_open.settimeout(20)
    start = time.monotonic()
    shared.call("stop")
    assert phone.close_code() == (1001, "stopped")
    assert half_open.recv(1) == b""
    with pytest.raises(Exception, match=r"1001|closed|no close frame"):
        unjoined.recv(20)
    assert time.monotonic() - start < 20
    with pytest.raises(ConnectionRefusedError):
        shared.socket()


def test_nothing_listens_before_sharing_starts(tmp_path: Path) -> None:
    one = Laptop(workshop(tmp_path), tmp_path / "shelf")
    try:
        assert one.get("running") is False
        assert one.get("join_url") == ""
        assert one.call("listening") is False
    finally:
        one.close()


def test_only_the_exact_host_is_answered(room: Laptop) -> None:
    port = room.port
    wrong = [
        "evil.example",
        "127.0.0.1",
        f"localhost:{port}",
        f"127.0.0.1:{port}.evil.example",
        f"evil.example:{port}",
        f"127.0.0.1:{port + 1}",
        f"127.0.0.1:0{port}",
        f"[::ffff:127.0.0.1]:{port}",
        f"2130706433:{port}",
        f"127.1:{port}",
    ]
    assert status(room.get_page()) == 200
    for host in wrong:
        assert status(room.get_page(host=host)) == 421, host
    twice = f"GET / HTTP/1.1\r\nHost: {room.host}\r\nHost: evil.example\r\n\r\n".encode()
    assert status(room.raw(twice)) == 421
    same_twice = f"GET / HTTP/1.1\r\nHost: {room.host}\r\nHost: {room.host}\r\n\r\n".encode()
    assert status(room.raw(same_twice)) == 421
    assert status(room.raw(b"GET / HTTP/1.1\r\n\r\n")) == 421
    absolute = f"GET http://evil.example/ HTTP/1.1\r\nHost: {room.host}\r\n\r\n".encode()
    assert status(room.raw(absolute)) == 404


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", None, "https://127.0.0.1:{port}", "http://127.0.0.1", "http://localhost:{port}"],
)
def test_a_socket_opens_only_for_our_own_page(room: Laptop, origin: str | None) -> None:
    said = origin.format(port=room.port) if origin else None
    with pytest.raises(InvalidStatus) as refused:
        connect(f"ws://{room.host}/socket", origin=said, open_timeout=20, legacy=True)  # type: ignore[arg-type]
    assert refused.value.response.status_code == 403


def test_two_origins_are_one_too_many(room: Laptop) -> None:
    lines = [
        "GET /socket HTTP/1.1", f"Host: {room.host}", f"Origin: http://{room.host}", "Origin: http://evil.example",
        "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version: 13",
    ]  # fmt: skip
    assert status(room.raw("\r\n".join([*lines, "", ""]).encode())) == 403


def test_every_answer_carries_the_headers_that_keep_a_browser_in(room: Laptop) -> None:
    for path in ("/", "/phone.js", "/phone.css", "/icon.svg", "/nothing"):
        head = room.get_page(path).split(b"\r\n\r\n")[0].decode().lower()
        policy = next(line for line in head.split("\r\n") if line.startswith("content-security-policy: "))
        for rule in ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'none'"):
            assert rule in policy
        assert "unsafe" not in policy
        assert "*" not in policy
        for line in (
            "x-content-type-options: nosniff",
            "referrer-policy: no-referrer",
            "cache-control: no-store",
            "cross-origin-resource-policy: same-origin",
            "cross-origin-opener-policy: same-origin",
        ):
            assert line in head
        for word in ("access-control", "set-cookie", "server:", "x-powered"):
            assert word not in head


def test_nothing_but_the_page_is_served(room: Laptop) -> None:
    climbing = [
        "/../secret.txt", "/secret.txt", "/./phone.js", "//phone.js", "/phone.js/", "/phone.js?x=1", "/%70hone.js",
        "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/\\..\\secret.txt", "/index.html", "/favicon.ico",
        "/socket/", "/picture/", "/picture/../secret.txt", "/picture/AAAAAAAAAAAAAAAAAAAAAA",
        "/PHONE.JS", "/phone.js%00",
    ]  # fmt: skip
    for path in climbing:
        assert status(room.get_page(path)) == 404, path
    assert b"'use strict'" in room.get_page("/phone.js")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "HEAD"])
def test_only_get_is_understood(room: Laptop, method: str) -> None:
    answer = room.raw(f"{method} / HTTP/1.1\r\nHost: {room.host}\r\nContent-Length: 0\r\n\r\n".encode())
    assert b" 200 " not in answer[:20]
    assert b"Plakbord" not in answer


def test_a_body_or_a_second_request_behind_the_first_is_ignored(room: Laptop) -> None:
    smuggled = f"GET / HTTP/1.1\r\nHost: {room.host}\r\n\r\nGET /phone.js HTTP/1.1\r\nHost: {room.host}\r\n\r\n"
    assert room.raw(smuggled.encode()).count(b"HTTP/1.1 ") <= 1
    long = f"GET / HTTP/1.1\r\nHost: {room.host}\r\nCookie: {'x' * 100_000}\r\n\r\n"
    assert b" 200 " not in room.raw(long.encode())[:20]
    many = f"GET / HTTP/1.1\r\nHost: {room.host}\r\n" + "".join(f"X-{n}: y\r\n" for n in range(500)) + "\r\n"
    assert b" 200 " not in room.raw(many.encode())[:20]


def test_the_page_is_counted_when_another_device_fetches_it(room: Laptop) -> None:
    room.get_page("/")
    before = room.get("reached")
    room.get_page("/", source="127.0.0.77")
    room.get_page("/", source="127.0.0.77")
    assert room.get("reached") == before + 1


def test_a_taken_port_is_passed_over_unless_it_was_asked_for(tmp_path: Path) -> None:
    with laptop(workshop(tmp_path), tmp_path / "shelf") as one, socket.create_server(("127.0.0.1", 0)) as taken:
        one.call("stop")
        with pytest.raises(KeyError, match="share_in_use"):
            one.share(port=taken.getsockname()[1])
        with pytest.raises(KeyError, match="share_no_address"):
            one.share("203.0.113.7")
        one.share()
        assert one.port != taken.getsockname()[1]


def test_under_a_name_only_that_name_is_answered(tmp_path: Path, page: Path) -> None:
    with laptop(workshop(tmp_path), tmp_path / "shelf", page=str(page)) as one:
        one.call("stop")
        one.share(name="plak.test")
        assert one.get("short_url") == f"http://plak.test:{one.port}"
        assert status(one.get_page(host=f"plak.test:{one.port}")) == 200
        assert status(one.get_page(host=f"127.0.0.1:{one.port}")) == 421
        line = one.open()
        line.send(json.dumps({"t": "join", "code": one.code}))
        assert json.loads(line.recv(20))["t"] == "welcome"
        line.close()
