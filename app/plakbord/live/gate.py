"""Connections that have not said yet what they want: half-open ones, and sockets without a first message. There is room
for so many; the one that kept us waiting longest goes first, so that a flood pushes out itself and no honest phone,
which is through in milliseconds."""

from __future__ import annotations

import asyncio

from websockets.asyncio.server import ServerConnection


class Gate:
    """Keeps the two waiting rooms, both in order of arrival."""

    def __init__(self, opening: int, unjoined: int) -> None:
        self._most_opening = opening
        self._most_unjoined = unjoined
        self._opening: dict[ServerConnection, None] = {}
        self._unjoined: dict[ServerConnection, None] = {}

    def came(self, connection: ServerConnection) -> None:
        """A connection was made."""
        self._opening[connection] = None
        _push_out(self._opening, self._most_opening)

    def spoke(self, connection: ServerConnection) -> None:
        """It made a request."""
        self._opening.pop(connection, None)

    def upgraded(self, connection: ServerConnection) -> None:
        """It became a socket, and is to join now."""
        self._unjoined[connection] = None
        _push_out(self._unjoined, self._most_unjoined)

    def joining(self, connection: ServerConnection) -> None:
        """It sent its first message."""
        self._unjoined.pop(connection, None)

    def left(self, connection: ServerConnection) -> None:
        """It is gone."""
        self._opening.pop(connection, None)
        self._unjoined.pop(connection, None)

    def abort_all(self) -> None:
        """Nobody waits here any more."""
        for connection in (*self._opening, *self._unjoined):
            connection.transport.abort()


def guarded(gate: Gate) -> type[ServerConnection]:
    """Connections that the gate knows from their first moment, before they have sent a byte."""

    class GuardedConnection(ServerConnection):
        """One of them."""

        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            super().connection_made(transport)
            gate.came(self)

        def connection_lost(self, exc: Exception | None) -> None:
            gate.left(self)
            super().connection_lost(exc)

    return GuardedConnection


def _push_out(waiting: dict[ServerConnection, None], most: int) -> None:
    while len(waiting) > most:
        oldest = next(iter(waiting))
        del waiting[oldest]
        oldest.transport.abort()
