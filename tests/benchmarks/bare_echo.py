"""The least that any server with this library does: it sends back what it gets. Started as `python -m
benchmarks.bare_echo`; prints its port."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed


async def main() -> None:
    """Echoes until it is killed."""

    async def echo(line: ServerConnection) -> None:
        with suppress(ConnectionClosed):
            async for message in line:
                await line.send(message)

    async with serve(echo, "127.0.0.1", 0, compression=None, backlog=2048) as server:
        print(next(iter(server.sockets)).getsockname()[1], flush=True)
        await server.wait_closed()


if __name__ == "__main__":
    asyncio.run(main())
