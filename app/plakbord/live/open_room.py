"""A room while it is open: takes what the server's thread brings, sends what the room decides, and keeps both to the
clock. Gone when sharing stops."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Literal, Protocol, TypeAlias

from canvas_files.background import Background
from canvas_files.change import Change
from canvas_files.store import Store
from plakbord.live.door import Door
from plakbord.live.guestbook import Guestbook
from plakbord.live.limits import Limits
from plakbord.live.phone import Fetched, Happening
from plakbord.live.protocol import encoded
from plakbord.live.room import Room
from plakbord.live.server import Server

_SWITCH = 0.001
"""Seconds a thread may keep Python to itself while sharing: votes are answered in a third of the time then."""
_SYNC_AFTER = 0.15
_TELL_EVERY = 0.1
_LOOK_EVERY = 5.0

Ended: TypeAlias = Literal["hours", "nobody"]


class Clock(Protocol):
    """Does something after a while; calling it winds it up, for that many seconds."""

    def __call__(self, seconds: float) -> None: ...


class Inbox(Protocol):
    """The way into the main thread: the window's, see `inbox`."""

    def open(self, take: Callable[[Happening], None], after: Callable[[], None]) -> None: ...
    def close(self) -> None: ...
    def post(self, happening: Happening) -> None: ...
    def clock(self, work: Callable[[], None], *, again: bool = False) -> Clock: ...


class OpenRoom:
    """`tell` is called, at most ten times a second, when the facilitator may see something new; `end` when it has been
    long enough."""

    def __init__(
        self, room: Room, door: Door, server: Server, book: Guestbook, limits: Limits, tell: Callable[[], None]
    ) -> None:
        self.room = room
        self.door = door
        self.server = server
        self.reached: set[str] = set()
        """Addresses of other devices that fetched the page."""
        self._book = book
        self._limits = limits
        self._tell = tell
        self._background = Background("plakbord-guests")
        self._in_slice = False
        self._last_tick = 0.0
        self._last_count: object = None
        self._started = self._last_phone = time.monotonic()

    def open(self, inbox: Inbox, store: Store, own_address: str, end: Callable[[Ended], None]) -> None:
        """From now on phones are answered."""
        limits = self._limits
        self._inbox, self._own_address, self._end = inbox, own_address, end
        inbox.open(self._take, self.flush)
        self._tick_in = inbox.clock(self._tick)
        self._tell_in = inbox.clock(self._tell)
        inbox.clock(self._count, again=True)(limits.count_every)
        look_every = min(_LOOK_EVERY, limits.nobody / 2, limits.hours / 2)
        inbox.clock(self._look, again=True)(look_every)
        self._leave_store = store.listen(self._on_change)
        self.room.soon = self._flush_soon
        self._switch_before = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH)

    def close(self) -> None:
        """Closes everything at once."""
        self.room.soon = lambda: None
        self._leave_store()
        self.server.stop()
        self._inbox.close()
        sys.setswitchinterval(self._switch_before)
        self.room.ballots.close()
        self._background.end()
        self._book.close()

    def news_for_facilitator(self) -> None:
        """Something may look different for the facilitator."""
        self._tell_in(_TELL_EVERY)

    def flush(self) -> None:
        """The end of a slice: sends what was decided, and winds up the clock for what everybody gets."""
        room, self._in_slice = self.room, False
        if room.out:
            self.server.send(room.out)
            room.out = []
        if room.views.stale or room.reception.arrived:
            due = self._last_tick + max(self._limits.tick, 4 * self.server.fan_seconds)
            self._tick_in(max(0.0, due - time.monotonic()))
        if room.changed:
            room.changed = False
            self._background.later(_SYNC_AFTER, self._book.sync)
            self.news_for_facilitator()

    def _take(self, happening: Happening) -> None:
        self._in_slice = True
        if not isinstance(happening, Fetched):
            self.room.take(happening, self.door, self.server.tickets)
        elif happening.address != self._own_address:
            self.reached.add(happening.address)
            self.room.changed = True

    def _tick(self) -> None:
        self._last_tick = time.monotonic()
        news = self.room.views.news()
        if news is not None:
            self.server.broadcast(news)
        self.room.welcome_all()
        self.flush()

    def _count(self) -> None:
        count = self.room.count()
        if count != self._last_count:
            self._last_count = count
            self.server.broadcast(encoded({"t": "count", **count}))
            self.news_for_facilitator()

    def _look(self) -> None:
        now = time.monotonic()
        if self.room.people.online:
            self._last_phone = now
        if now - self._started > self._limits.hours:
            self._end("hours")
        elif now - self._last_phone > self._limits.nobody:
            self._end("nobody")

    def _flush_soon(self) -> None:
        if not self._in_slice:
            self.flush()

    def _on_change(self, change: Change) -> None:
        self.room.follow(change)
        self._flush_soon()  # what a phone asked is followed by the end of its slice
