"""The people in the room: who they are to the laptop, which phone is theirs now, and who may come in without a nod."""

from __future__ import annotations

import secrets
import time
from collections import Counter, OrderedDict, deque
from collections.abc import Iterator

from msgspec import Struct

from canvas_files.plain_text import field_text
from plakbord.live.guestbook import Line
from plakbord.live.limits import Limits
from plakbord.live.phone import Phone

_RETURNS_WITHIN = 10.0


class Person(Struct, frozen=True):
    """Somebody as the facilitator sees them. `number` counts who came, `lag` is in milliseconds, `crowd` is how many
    people came from the same address, `waiting` that they wait for a nod."""

    id: str
    number: int
    name: str
    language: str
    online: bool
    done: bool = False
    lag: int | None = None
    notes: int = 0
    waiting: bool = False
    crowd: int = 1


class Guest:
    """Somebody who came in, or waits to. `notes` are the ids of all notes they ever made, with the sheet and block they
    were made for."""

    def __init__(self, guest_id: str, number: int, token: str, name: str, language: str) -> None:
        self.id = guest_id
        self.number = number
        self.token = token
        """The hash of it."""
        self.name = name
        self.language = language
        self.removed = False
        self.phone: Phone | None = None
        self.address = ""
        self.notes: dict[str, tuple[str, str]] = {}
        self.answers: OrderedDict[int, bytes] = OrderedDict()
        """What was answered to the last messages, by their number."""
        self.left_at = time.monotonic()
        self._came_at: deque[float] = deque()

    def comes_too_often(self, most: int) -> bool:
        """Counts a return; whether there were more than so many in the last ten seconds."""
        now = time.monotonic()
        self._came_at.append(now)
        while now - self._came_at[0] > _RETURNS_WITHIN:
            self._came_at.popleft()
        return len(self._came_at) > most

    def line(self) -> Line:
        """How they stand in the guestbook."""
        named = {"name": self.name, "lang": self.language}
        return {"e": "in", "id": self.id, "n": self.number, "hash": self.token, **named, "removed": self.removed}


class People:
    """Everybody, by id. Kicked people stay: the kick is final, and their place is not free for whoever comes next."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.by_id: dict[str, Guest] = {}
        self.waiting: dict[str, Guest] = {}
        self.head_count = 0
        self.names: tuple[str, ...] = ()
        self._last_number = 0

    def __iter__(self) -> Iterator[Guest]:
        return (guest for guest in self.by_id.values() if not guest.removed)

    @property
    def online(self) -> int:
        """How many have a connection now."""
        return sum(guest.phone is not None for guest in self)

    def tokens(self) -> dict[str, str]:
        """The hash of every token that was given out, with whose it is."""
        return {guest.token: guest.id for guest in self.by_id.values()}

    def new(self, token: str, name: str, language: str) -> Guest:
        """Somebody who is not in yet."""
        return Guest(secrets.token_hex(8), 0, token, clean_name(name, self._limits), language)

    def needs_nod(self, guest: Guest) -> bool:
        """Whether the facilitator has to say yes first: the expected number is in, or the name is not on the list or
        taken."""
        if self.names:
            wanted = _folded(guest.name)
            taken = {_folded(other.name) for other in self.by_id.values()}
            return wanted in taken or wanted not in {_folded(name) for name in self.names}
        return 0 < self.head_count <= len(self.by_id)

    def make_room(self) -> Guest | None:
        """Whoever left longest ago without having done anything, when the room is full; they are nobody from now
        on."""
        idle = [guest for guest in self if guest.phone is None and not guest.notes and not guest.answers]
        oldest = min(idle, key=lambda guest: guest.left_at, default=None)
        if oldest is not None:
            del self.by_id[oldest.id]
        return oldest

    @property
    def full(self) -> bool:
        """Whether nobody more fits."""
        return len(self.by_id) >= self._limits.people

    def add(self, guest: Guest) -> None:
        """They are in, and have a number."""
        self._last_number += 1
        guest.number = self._last_number
        self.by_id[guest.id] = guest

    def restore(self, guest: Guest) -> None:
        """They were in before."""
        self._last_number = max(self._last_number, guest.number)
        self.by_id[guest.id] = guest

    def crowds(self) -> Counter[str]:
        """How many people came from an address."""
        return Counter(guest.address for guest in self if guest.address)


def clean_name(name: str, limits: Limits) -> str:
    """A name as it may be shown: one line of plain text, not too long."""
    return field_text(name, story=False)[: limits.name].strip()


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
