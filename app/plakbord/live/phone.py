"""One connection, as the server's thread sees it: how much it may still say, how far it is behind, and how bytes get to
it without anybody waiting for a phone that does not read."""

from __future__ import annotations

import time
from typing import TypeAlias

from msgspec import Struct
from websockets.asyncio.server import ServerConnection
from websockets.protocol import State

from plakbord.live.door import Verdict
from plakbord.live.limits import Limits
from plakbord.live.protocol import Asked, Close, Join

_TEXT = 0x81
"""First byte of a text frame that is whole (RFC 6455, 5.2)."""


def frame(data: bytes) -> bytes:
    """The bytes of a text message from the laptop, made once for all phones."""
    size = len(data)
    if size < 126:
        return bytes((_TEXT, size)) + data
    if size < 65_536:
        return b"\x81\x7e" + size.to_bytes(2, "big") + data
    return b"\x81\x7f" + size.to_bytes(8, "big") + data


class Phone:
    """A connection. `person` is empty until the main thread has let it in."""

    __slots__ = (
        "_allowance",
        "_behind_since",
        "_filled_at",
        "_least",
        "_moved",
        "address",
        "asked",
        "ended",
        "limits",
        "person",
        "socket",
        "strikes",
    )

    def __init__(self, socket: ServerConnection, limits: Limits) -> None:
        self.socket = socket
        self.address = str(socket.remote_address[0])
        self.limits = limits
        self.person = ""
        self.ended = False
        """Whether nothing it says counts any more."""
        self.asked = 0
        """Messages of it that lie in the inbox."""
        self.strikes = 0
        self._allowance = float(limits.burst)
        self._filled_at = time.monotonic()
        self._behind_since = self._moved = 0.0
        self._least = 0

    @property
    def open(self) -> bool:
        """Whether something can be sent."""
        return self.socket.protocol.state is State.OPEN and not self.socket.transport.is_closing()

    @property
    def lag(self) -> float:
        """Seconds that a ping took there and back, 0 before the first."""
        return self.socket.latency

    def may_speak(self) -> bool:
        """Takes one message off what it may say now; past that it gets a strike."""
        now = time.monotonic()
        self._allowance = min(self.limits.burst, self._allowance + (now - self._filled_at) * self.limits.rate)
        self._filled_at = now
        if self._allowance < 1:
            self.strikes += 1
            return False
        self._allowance -= 1
        return True

    @property
    def unread(self) -> int:
        """Bytes that wait for it to read."""
        return self.socket.transport.get_write_buffer_size()

    @property
    def is_behind(self) -> bool:
        """Whether it was skipped, and has to get everything anew once it reads again."""
        return self._behind_since > 0

    def write(self, framed: bytes) -> None:
        """Sends without waiting."""
        if self.open:
            self.socket.transport.write(framed)

    def offer(self, framed: bytes) -> bool:
        """Sends, unless it has not taken what it got before; whether it was sent."""
        if self.is_behind or self.unread > self.limits.behind:
            self.fell_behind()
            return False
        self.write(framed)
        return True

    def fell_behind(self) -> None:
        """From now on it is skipped."""
        if not self._behind_since:
            self._behind_since = self._moved = time.monotonic()
            self._least = self.unread

    def caught_up(self) -> bool:
        """Looks after a phone that is behind; whether it reads again. One that takes nothing at all is let go."""
        now, unread = time.monotonic(), self.unread
        if unread <= self.limits.behind // 4:
            self._behind_since = 0.0
            return True
        if unread < self._least:
            self._least, self._moved = unread, now
        if now - self._moved > self.limits.patience or now - self._behind_since > self.limits.patience_in_all:
            self.socket.transport.abort()
        return False


class Knock(Struct, frozen=True, eq=False):
    """Somebody wants in, and may as far as the door can tell; `token` was known when the verdict is."""

    phone: Phone
    join: Join
    verdict: Verdict


class Asks(Struct, frozen=True, eq=False):
    """Somebody who is in asks something."""

    phone: Phone
    asked: Asked


class Left(Struct, frozen=True, eq=False):
    """A connection ended."""

    phone: Phone


class CaughtUp(Struct, frozen=True, eq=False):
    """A phone that was skipped reads again, and needs everything anew."""

    phone: Phone


class Fetched(Struct, frozen=True, eq=False):
    """Somebody fetched the page."""

    address: str


Happening: TypeAlias = Knock | Asks | Left | CaughtUp | Fetched


class Out(Struct, frozen=True, eq=False):
    """Something for one phone: a message, or the end with its reason. `person` is who it belongs to from then on."""

    phone: Phone
    data: bytes = b""
    close: Close | None = None
    reason: str = ""
    person: str = ""
