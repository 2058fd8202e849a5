"""Everything a bad neighbour can do, at once, until it is killed: half-open connections, sockets that never join, wrong
codes, floods, garbage and frames of ten megabytes. Started as `python -m benchmarks.bad_phones JSON`."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from benchmarks.crowd import Phone

REST = 0.02
"""Seconds between two tricks of a kind."""


class BadNeighbour:
    """`plan` says where the laptop is."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self.plan = plan
        self._sources = itertools.cycle(f"127.0.200.{at}" for at in range(1, 250))

    async def phone(self) -> Phone:
        """A connection from another address each time."""
        plan, loop = self.plan, asyncio.get_running_loop()
        _, phone = await loop.create_connection(
            lambda: Phone(plan["host"], lambda *_: None),
            plan["address"],
            plan["port"],
            local_addr=(next(self._sources), 0),
        )
        return phone

    async def half_open(self) -> None:
        """Begins to ask, and stops in the middle."""
        _, writer = await asyncio.open_connection(
            self.plan["address"], self.plan["port"], local_addr=(next(self._sources), 0)
        )
        writer.write(b"GET /socket HTTP/1.1\r\nHost: ")
        asyncio.get_running_loop().call_later(8, writer.close)

    async def never_joins(self) -> None:
        """Opens a socket and says nothing."""
        await (await self.phone()).opened

    async def guesses(self) -> None:
        """Tries a code."""
        phone = await self.phone()
        await phone.opened
        phone.say(b'{"t":"join","code":"BBBBBB"}')

    async def floods(self) -> None:
        """Sends as much as fits."""
        phone = await self.joined()
        for number in range(300):
            phone.say(b'{"t":"again","i":%d}' % number)
        await asyncio.sleep(0.2)
        phone.transport.abort()

    async def garbage(self) -> None:
        """Sends what is no message and no frame."""
        phone = await self.joined()
        phone.say(b"[" * 1500)
        phone.transport.write(b"\xff" * 1000)
        await asyncio.sleep(0.1)
        phone.transport.abort()

    async def ten_megabytes(self) -> None:
        """Sends a frame that is far too large."""
        phone = await self.joined()
        phone.transport.write(b"\x81\xff" + (10_000_000).to_bytes(8, "big") + b"\0\0\0\0" + b"x" * 10_000_000)
        await asyncio.sleep(0.5)
        phone.transport.abort()

    async def joined(self) -> Phone:
        """Somebody who has the code, and no manners."""
        phone = await self.phone()
        await phone.opened
        phone.say(json.dumps({"t": "join", "code": self.plan["code"]}).encode())
        await asyncio.sleep(0.1)
        return phone

    async def again_and_again(self, trick: Callable[[], Awaitable[None]], rest: float) -> None:
        """The same trick until it is killed."""
        while True:
            with contextlib.suppress(OSError, asyncio.CancelledError):
                await trick()
            await asyncio.sleep(rest)


async def main(plan: dict[str, Any]) -> None:
    """All tricks beside each other."""
    one = BadNeighbour(plan)
    quick = (one.half_open, one.never_joins, one.guesses)
    slow = (one.floods, one.garbage, one.ten_megabytes)
    print("begun", flush=True)
    await asyncio.gather(
        *(one.again_and_again(trick, REST) for trick in quick),
        *(one.again_and_again(trick, 10 * REST) for trick in slow),
    )


if __name__ == "__main__":
    asyncio.run(main(json.loads(sys.argv[1])))
