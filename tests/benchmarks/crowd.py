"""A crowd of phones in one process, as light as can be, so that what is measured is the laptop: each is a protocol on
an asyncio loop that knows just enough of WebSocket. Started as `python -m benchmarks.crowd JSON`; prints figures as
JSON."""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from collections.abc import Callable
from typing import Any

KEY = "dGhlIHNhbXBsZSBub25jZQ=="
AN_ADDRESS_HOLDS = 30
"""Phones behind one address of this computer; the laptop allows 40."""
PROBE = 10
"""The option that only the probe votes on."""
MOST_AT_ONCE = 250
"""Connections that are being made at one time."""


class Phone(asyncio.Protocol):
    """One connection. `on_text` hears every message; `closed` is called at its end."""

    def __init__(self, host: str, on_text: Callable[[Phone, bytes], None]) -> None:
        self.host = host
        self.on_text = on_text
        self.opened: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self.welcomed: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self.token = ""
        self.sent: dict[int, float] = {}
        self.took: list[float] = []
        self.shows = 0
        self._data = b""
        self._upgraded = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        lines = [
            "GET /socket HTTP/1.1", f"Host: {self.host}", f"Origin: http://{self.host}", "Upgrade: websocket",
            "Connection: Upgrade", f"Sec-WebSocket-Key: {KEY}", "Sec-WebSocket-Version: 13", "", "",
        ]  # fmt: skip
        transport.write("\r\n".join(lines).encode())

    def connection_lost(self, exc: Exception | None) -> None:
        for waiting in (self.opened, self.welcomed):
            if not waiting.done():
                waiting.cancel()

    def data_received(self, data: bytes) -> None:
        self._data += data
        if not self._upgraded:
            head, end, rest = self._data.partition(b"\r\n\r\n")
            if not end:
                return
            if not head.startswith(b"HTTP/1.1 101 "):
                self.transport.abort()
                return
            self._upgraded, self._data = True, rest
            self.opened.set_result(True)
        while (frame := self._frame()) is not None:
            kind, body = frame
            if kind == 0x81:
                self.on_text(self, body)
            elif kind == 0x89:
                self.transport.write(bytes((0x8A, 0x80 | len(body))) + b"\0\0\0\0" + body)
            elif kind == 0x88:
                self.transport.close()

    def _frame(self) -> tuple[int, bytes] | None:
        data = self._data
        if len(data) < 2:
            return None
        size, at = data[1], 2
        if size == 126:
            size, at = int.from_bytes(data[2:4], "big"), 4
        elif size == 127:
            size, at = int.from_bytes(data[2:10], "big"), 10
        if len(data) < at + size:
            return None
        self._data = data[at + size :]
        return data[0], data[at : at + size]

    def say(self, text: bytes) -> None:
        """Sends a message, with a mask of zeros."""
        size = len(text)
        head = bytes((0x81, 0x80 | size)) if size < 126 else bytes((0x81, 0xFE)) + size.to_bytes(2, "big")
        self.transport.write(head + b"\0\0\0\0" + text)


class Crowd:
    """All phones. `plan` says where the laptop is and what to do."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self.plan = plan
        self.host = plan["host"]
        self.phones: list[Phone] = []
        self.frames = 0
        self._number = 0
        self._wanted = b""
        self._missing = 0
        self._shown = asyncio.Event()

    async def come(self, count: int, tokens: list[str] | None = None) -> float:
        """Everybody joins at once; the seconds until the last is welcomed. Whoever is turned away tries again."""
        start = time.perf_counter()
        at_once = asyncio.Semaphore(MOST_AT_ONCE)
        wanted = tokens or [""] * count

        async def one(at: int, token: str) -> Phone:
            while True:
                try:
                    async with at_once:
                        return await self._join(at, token)
                except (OSError, asyncio.CancelledError):
                    await asyncio.sleep(0.05 + random.random() * 0.1)

        self.phones = list(await asyncio.gather(*(one(at, token) for at, token in enumerate(wanted))))
        return time.perf_counter() - start

    async def _join(self, at: int, token: str) -> Phone:
        address, port = self.plan["address"], self.plan["port"]
        source = (f"127.0.{1 + at // AN_ADDRESS_HOLDS // 250}.{1 + at // AN_ADDRESS_HOLDS % 250}", 0)
        loop = asyncio.get_running_loop()
        _, phone = await loop.create_connection(lambda: Phone(self.host, self.hear), address, port, local_addr=source)
        await phone.opened
        if self.plan.get("code"):
            join = {"t": "join", "code": self.plan["code"], "token": token, "name": "", "lang": "nl"}
            phone.say(json.dumps(join).encode())
            welcome = await phone.welcomed
            phone.token = json.loads(welcome)["token"]
        return phone

    def hear(self, phone: Phone, text: bytes) -> None:
        """What comes in."""
        now = time.perf_counter()
        if text.startswith((b'{"t":"ok"', b'{"t":"no"', b'{"t":"dots"')):
            at = text.index(b'"i":') + 4
            number = int(text[at : text.index(b",", at)])
            sent = phone.sent.pop(number, None)
            if sent is not None:
                phone.took.append(now - sent)
        elif text.startswith(b'{"t":"welcome"'):
            if not phone.welcomed.done():
                phone.welcomed.set_result(text)
        else:
            self.frames += 1
            if self._wanted and phone.shows < self._number and self._wanted in text:
                phone.shows = self._number
                self._missing -= 1
                if self._missing == 0:
                    self._shown.set()

    async def vote(self, seconds: float, deaf: int = 0) -> None:
        """Every phone votes once a second, each at its own moment; the first `deaf` only stop reading."""
        for phone in self.phones[:deaf]:
            phone.transport.pause_reading()
        end = time.perf_counter() + seconds

        async def one(at: int, phone: Phone) -> None:
            await asyncio.sleep(random.random())
            number = 1000
            while time.perf_counter() < end:
                number += 1
                phone.sent[number] = time.perf_counter()
                phone.say(self.ballot(number, 1 + (at + number) % 9, number % 3))
                await asyncio.sleep(1.0)

        await asyncio.gather(*(one(at, phone) for at, phone in enumerate(self.phones[deaf:])))

    def ballot(self, number: int, option: int, dots: int) -> bytes:
        """A vote as it is sent."""
        said = {"t": "dots", "i": number, "round": self.plan["round"], "option": option, "dots": dots}
        return json.dumps(said, separators=(",", ":")).encode()

    async def probes(self, seconds: float, deaf: int = 0) -> list[float]:
        """Votes of one phone, with the seconds until every phone shows each."""
        found: list[float] = []
        probe = self.phones[deaf]
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self._number += 1
            dots = 1 + self._number % 2
            self._wanted = f'"{PROBE}":{dots}'.encode()
            self._missing = len(self.phones) - deaf
            for phone in self.phones[:deaf]:
                phone.shows = self._number
            self._shown.clear()
            start = time.perf_counter()
            probe.say(self.ballot(500_000 + self._number, PROBE, dots))
            try:
                await asyncio.wait_for(self._shown.wait(), 5)
            except TimeoutError:
                found.append(5.0)
            else:
                found.append(time.perf_counter() - start)
            await asyncio.sleep(0.15 + random.random() * 0.1)
        return found

    def go(self) -> list[str]:
        """Everybody loses the line; their tokens."""
        tokens = [phone.token for phone in self.phones]
        for phone in self.phones:
            phone.transport.abort()
        self.phones.clear()
        return tokens


async def play(plan: dict[str, Any]) -> dict[str, Any]:
    """Does what the plan says."""
    crowd = Crowd(plan)
    figures: dict[str, Any] = {"joined": await crowd.come(plan["phones"])}
    print(json.dumps({"here": len(crowd.phones)}), flush=True)
    if plan.get("pause"):
        await asyncio.sleep(plan["pause"])
    deaf = plan.get("deaf", 0)
    shows = crowd.probes(plan["seconds"] + 1, deaf) if plan.get("code") else asyncio.sleep(0, [])
    _, shown = await asyncio.gather(crowd.vote(plan["seconds"], deaf), shows)
    await asyncio.sleep(0.5)
    figures["acknowledged"] = [took * 1000 for phone in crowd.phones[deaf:] for took in phone.took]
    figures["unanswered"] = sum(len(phone.sent) for phone in crowd.phones[deaf:])
    figures["shown"] = [took * 1000 for took in shown]
    if plan.get("again"):
        tokens = crowd.go()
        figures["again"] = await crowd.come(len(tokens), tokens)
        figures["same"] = [phone.token for phone in crowd.phones] == tokens
    crowd.go()
    return figures


if __name__ == "__main__":
    print(json.dumps(asyncio.run(play(json.loads(sys.argv[1])))), flush=True)
