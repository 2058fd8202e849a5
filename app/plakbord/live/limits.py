"""Every number that keeps one phone, or somebody with bad intentions, from being in the way of the others."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

LARGEST_ROOM = 1_000
_USUAL_ROOM = 250


class Limits(Struct, frozen=True):
    """Sizes are bytes and times seconds, unless said otherwise."""

    message: int = 2_048
    letters: int = 280
    """Characters in a note from a phone."""
    lines: int = 6
    name: int = 40
    notes: int = 20
    """Notes of one person at a time."""
    notes_ever: int = 200
    """Notes of one person, those that were removed included."""
    rate: float = 8.0
    """Messages a second of one connection; `burst` may come at once."""
    burst: int = 16
    strikes: int = 100
    """One for every message too many, `bad_strikes` for one that cannot be read; past this the connection goes."""
    bad_strikes: int = 20
    waiting: int = 32
    """Messages of one phone that may lie in the inbox."""
    people: int = _USUAL_ROOM
    connections: int = 400
    per_address: int = 40
    """Joined connections from one address: a room behind one router, not a machine with a thousand faces."""
    unjoined: int = 64
    opening: int = 250
    """Connections that have not yet said what they want."""
    join: float = 5.0
    returns: int = 12
    """How often one person may come back within ten seconds: each time everything is sent."""
    handshake: float = 5.0
    ping: float = 20.0
    behind: int = 64 * 1024
    """Bytes on their way to one phone; past this it is skipped."""
    patience: float = 10.0
    """How long a phone that is skipped may take nothing at all before its connection goes."""
    patience_in_all: float = 60.0
    wrong_per_address: int = 5
    """Wrong codes a minute."""
    wrong_in_all: int = 60
    wrong_pause: float = 0.3
    """The first wrong code is answered after this, the next one after twice as long, and so on."""
    replays: int = 128
    """Answers that are remembered for each person."""
    tick: float = 0.05
    count_every: float = 0.25
    ticket: float = 30.0
    """How long the address of a picture is good."""
    picture_every: float = 4.0
    hours: float = 4 * 3600.0
    nobody: float = 600.0
    """How long sharing goes on without phones."""


def limits_for(people: int) -> Limits:
    """The limits of a room of that many people, at most LARGEST_ROOM; the usual ones up to 250."""
    people = min(max(people, 1), LARGEST_ROOM)
    if people <= _USUAL_ROOM:
        return Limits()
    times = people / _USUAL_ROOM
    usual = Limits()
    return replace(
        usual,
        people=people,
        connections=round(usual.connections * times),
        unjoined=round(usual.unjoined * times),
        opening=round(usual.opening * times),
    )
