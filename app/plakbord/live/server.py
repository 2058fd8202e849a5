"""The server: one thread, one port, one address. It moves bytes and keeps the limits; whatever needs the workshop it
hands to the main thread and never waits for."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from websockets.asyncio.server import Server as Listener
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from plakbord.live.door import Door
from plakbord.live.gate import Gate, guarded
from plakbord.live.limits import Limits
from plakbord.live.pages import SOCKET, Pages, Tickets
from plakbord.live.phone import Asks, CaughtUp, Fetched, Happening, Knock, Left, Out, Phone, frame
from plakbord.live.protocol import Close, read_asked, read_join

_LOOK_EVERY = 0.25
"""Seconds between two looks at phones that do not read."""
_BACKLOG = 2_048
"""Connections that may wait to be accepted: a whole room that comes back at once; one too many tries again after a
second."""
_AT_ONCE = 100
"""Phones that get news without anybody else having a turn."""
_PATIENCE = 5.0
"""Seconds for the thread to start or stop."""


class Server:
    """`post` is called in the server's thread with everything that happened."""

    def __init__(self, door: Door, limits: Limits, post: Callable[[Happening], None]) -> None:
        self.limits = limits
        self.tickets = Tickets(limits.ticket)
        self.fan_seconds = 0.0
        """How long the last message to all took."""
        self.port = 0
        self._door = door
        self._post = post
        self._phones: set[Phone] = set()
        self._joined: set[Phone] = set()
        self._gate = Gate(limits.opening, limits.unjoined)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="plakbord-phones", daemon=True)
        self._pages: Pages | None = None
        self._listener: Listener | None = None
        self._looking: asyncio.Task[None] | None = None
        self._closing: set[asyncio.Task[None]] = set()
        self._quiet = logging.Logger("plakbord.phones", logging.CRITICAL + 1)  # nobody's words belong in a log

    # In the main thread

    def start(self, folder: Path, address: str, port: int, name: str) -> None:
        """Listens on that address only. Raises OSError when it cannot; what `port` 0 gives stands in `port`."""
        listening = _listening_socket(address, port)
        self.port = listening.getsockname()[1]
        self._pages = Pages(folder, f"{name or address}:{self.port}", self.tickets)
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._open(listening), self._loop).result(_PATIENCE)

    def stop(self) -> None:
        """Closes everything at once: nobody waits for a phone that is gone."""
        if not self._thread.is_alive():
            return
        with contextlib.suppress(TimeoutError):
            asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(_PATIENCE)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_PATIENCE)

    def send(self, batch: Sequence[Out]) -> None:
        """Sends each its own, in that order."""
        self._soon(partial(self._send, tuple(batch)))

    def broadcast(self, data: bytes) -> None:
        """Sends the same to everyone who is in."""
        self._soon(partial(self._fan, frame(data)))

    def forget_wrong_codes(self) -> None:
        """There is a new code."""
        self._soon(self._door.wrong.forget)

    def _soon(self, work: Callable[[], None]) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(work)

    # In the server's thread

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_forever()
        finally:
            self._loop.close()

    async def _open(self, listening: socket.socket) -> None:
        limits = self.limits
        self._listener = await serve(
            self._talk,
            sock=listening,
            backlog=_BACKLOG,
            process_request=self._on_request,
            create_connection=guarded(self._gate),
            compression=None,  # it costs 320 kB a connection
            max_size=limits.message,
            max_queue=4,
            write_limit=limits.behind,
            ping_interval=limits.ping,
            ping_timeout=limits.ping,
            open_timeout=limits.handshake,
            close_timeout=1.0,
            server_header=None,
            logger=self._quiet,
        )
        self._looking = self._loop.create_task(self._look())

    async def _close(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
        if self._listener is not None:
            self._listener.close(close_connections=False)
        for phone in tuple(self._phones):
            if phone.open:
                phone.write(_goodbye(Close.STOPPED, "stopped"))
        await asyncio.sleep(0)
        for phone in tuple(self._phones):
            phone.socket.transport.close() if phone.unread == 0 else phone.socket.transport.abort()
        self._gate.abort_all()
        if self._listener is not None:
            await asyncio.wait_for(self._listener.wait_closed(), _PATIENCE / 2)

    def _on_request(self, connection: ServerConnection, request: Request) -> Response | None:
        self._gate.spoke(connection)
        assert self._pages is not None
        answer = self._pages.answer(request)
        if answer is not None:
            if request.path == "/" and answer.status_code == 200:
                self._post(Fetched(str(connection.remote_address[0])))
            return answer
        assert request.path == SOCKET
        if len(self._phones) >= self.limits.connections:
            return self._pages.refuse(503, "Busy")
        return None

    async def _talk(self, connection: ServerConnection) -> None:
        phone = Phone(connection, self.limits)
        self._phones.add(phone)
        try:
            if await self._enters(phone):
                await self._listen(phone)
        except ConnectionClosed:
            pass
        finally:
            self._gate.left(connection)
            self._phones.discard(phone)
            if phone in self._joined:
                self._joined.discard(phone)
                self._door.went(phone.address)
            self._post(Left(phone))

    async def _enters(self, phone: Phone) -> bool:
        """Reads the first message; whether it is one that the main thread has to look at."""
        self._gate.upgraded(phone.socket)
        try:
            async with asyncio.timeout(self.limits.join):
                first = await phone.socket.recv()
        except TimeoutError:
            await phone.socket.close(Close.LATE, "late")
            return False
        self._gate.joining(phone.socket)
        join = read_join(first)
        if join is None:
            await phone.socket.close(Close.BAD, "bad")
            return False
        verdict = self._door.knock(join, phone.address)
        if verdict == "wait":
            await phone.socket.close(Close.WAIT, "wait")
            return False
        if verdict in ("no_code", "wrong"):
            await asyncio.sleep(self.limits.wrong_pause * self._door.wrong.count(phone.address))
            await phone.socket.close(Close.CODE, "code")
            return False
        self._post(Knock(phone, join, verdict))
        return True

    async def _listen(self, phone: Phone) -> None:
        limits = self.limits
        async for data in phone.socket:
            if phone.ended:
                continue  # what it still says must be read, or its goodbye never comes
            if phone.strikes > limits.strikes:
                self._leave(phone, Close.WAIT, "wait")
            if not phone.may_speak() or phone.unread > limits.behind or phone.asked >= limits.waiting:
                continue  # it asks again, and by then it may have read what it got
            asked = read_asked(data)
            if asked is None:
                phone.strikes += limits.bad_strikes
                if phone.strikes >= limits.strikes:
                    self._leave(phone, Close.BAD, "bad")
            elif phone.person:
                phone.asked += 1
                self._post(Asks(phone, asked))

    async def _look(self) -> None:
        """Looks after the phones that were skipped."""
        while True:
            await asyncio.sleep(_LOOK_EVERY)
            for phone in tuple(self._joined):
                if phone.unread > self.limits.behind:
                    phone.fell_behind()
                if phone.is_behind and phone.caught_up():
                    self._post(CaughtUp(phone))

    def _send(self, batch: Sequence[Out]) -> None:
        for out in batch:
            phone = out.phone
            if out.person and phone.open and not phone.ended and phone not in self._joined:
                phone.person = out.person
                self._joined.add(phone)
                self._door.came_in(phone.address)
            if out.data:
                phone.write(frame(out.data))
            if out.close is not None:
                self._leave(phone, out.close, out.reason)

    def _leave(self, phone: Phone, close: Close, reason: str) -> None:
        """Ends a connection: from now on nothing it says counts, whatever it does with the closing."""
        if phone.ended:
            return
        phone.ended, phone.person = True, ""
        if phone in self._joined:
            self._joined.discard(phone)
            self._door.went(phone.address)
        task = self._loop.create_task(phone.socket.close(close, reason))
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    def _fan(self, framed: bytes) -> None:
        self._fan_to(framed, tuple(self._joined), 0.0)

    def _fan_to(self, framed: bytes, phones: tuple[Phone, ...], took: float) -> None:
        """Sends to some, and to the others when everything else had its turn: an answer does not wait for a thousand
        phones to hear of somebody else's."""
        start = time.perf_counter()
        for phone in phones[:_AT_ONCE]:
            if not phone.ended:
                phone.offer(framed)
        took += time.perf_counter() - start
        if len(phones) > _AT_ONCE:
            self._loop.call_soon(self._fan_to, framed, phones[_AT_ONCE:], took)
        else:
            self.fan_seconds = took


def _goodbye(code: Close, reason: str) -> bytes:
    """A closing frame (RFC 6455, 5.5.1)."""
    body = code.to_bytes(2, "big") + reason.encode("ascii")
    return bytes((0x88, len(body))) + body


def _listening_socket(address: str, port: int) -> socket.socket:
    """A socket on exactly one IPv4 address. Raises OSError."""
    # The protocol is named, because asyncio sends small messages at once only on sockets that say they are TCP; else
    # an answer waits up to 40 ms for the one before it to be confirmed.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        _share_nothing(listening)
        listening.bind((address, port))
        listening.listen(_BACKLOG)
    except OSError:
        listening.close()
        raise
    listening.setblocking(False)
    return listening


def _share_nothing(listening: socket.socket) -> None:
    """Nobody else may listen on our port; on Windows that has to be said, elsewhere a port that we used a moment ago
    may be used again."""
    exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
    if exclusive is not None:
        listening.setsockopt(socket.SOL_SOCKET, exclusive, 1)
    else:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 64 * 1024)
