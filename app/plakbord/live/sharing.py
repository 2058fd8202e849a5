"""Sharing a workshop with phones: what the window starts, stops and asks. Joins the room in the main thread with the
server in its own, and keeps both to the clock."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import asdict, replace

from canvas_files.background import Background
from canvas_files.change import Change
from canvas_files.problems import Problem
from canvas_files.records import Round
from plakbord.live import network
from plakbord.live.codes import new_code
from plakbord.live.door import Door
from plakbord.live.guestbook import Guestbook
from plakbord.live.limits import Limits
from plakbord.live.memory import Remembered, remembered
from plakbord.live.people import Person
from plakbord.live.phone import Fetched, Happening
from plakbord.live.protocol import encoded
from plakbord.live.room import Room
from plakbord.live.server import Server
from plakbord.live.setup import Desk, Mode, Setup, Where
from plakbord.live.system import listening_problem, may_open
from plakbord.live.writing import Arrival

if TYPE_CHECKING:
    from plakbord.live.inbox import Inbox

USUAL_PORTS = (8484, 8485, 8486, 8487, 8488, 0)
"""Tried in this order; 0 is any that is free."""
_SWITCH = 0.001
"""Seconds a thread may keep Python to itself while sharing: votes are answered in a third of the time then."""
_SYNC_AFTER = 0.15
_TELL_EVERY = 0.1
_LOOK_EVERY = 5.0


class Sharing:
    """All of it belongs to the main thread. `page` is the folder of the phone's page, `shelf` the private folder in
    which the room is remembered."""

    def __init__(
        self, desk: Desk, inbox: Inbox, page: Path, shelf: Path | None = None, limits: Limits | None = None
    ) -> None:
        self.limits = limits or Limits()
        self.address = self.name = self.code = ""
        self.port = 0
        self.stopped_because = ""
        self._desk = desk
        self._inbox = inbox
        self._page = page
        self._book = Guestbook(shelf, desk.document.document_id)
        self._setup = Setup()
        self._server: Server | None = None
        self._room: Room | None = None
        self._door: Door | None = None
        self._listeners: list[Callable[[], None]] = []
        self._reached: set[str] = set()
        self._leave_store: Callable[[], None] = lambda: None
        self._last_tick = self._started = self._last_phone = 0.0
        self._last_count: object = None

    # Starting and stopping

    def start(self, address: str, port: int = 0, name: str = "") -> None:
        """Shares on that address of the laptop. Raises Problem. With port 0 it is the one of last time, so that the
        phones find their way back; `name` is what phones call the laptop, when it is not the address."""
        if self.running:
            return
        if self._desk.document.store.read_only:
            raise Problem("share_read_only")
        last = remembered(self._book)
        self.code = last.code or new_code()
        self._setup = last.setup
        self._door = door = Door(self.limits, self.code)
        self._room = room = Room(last.room, last.key, self._desk, self.limits, self._book, lambda: self._setup)
        last.fill(room)
        door.tokens = room.people.tokens()
        self._listen_on(address, (port,) if port else ((last.port,) if last.port else ()) + USUAL_PORTS, name)
        self.address, self.name = address, name
        self._book.begin(last.lines(self.code, self.port, self._setup, room))
        self._background = Background("plakbord-guests")
        self._follow_round()
        self._leave_store = self._desk.document.store.listen(self._on_change)
        self._wind_up()
        self._switch_before = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH)
        self._changed()

    def stop(self) -> None:
        """Closes everything at once. Starting again gives everybody back."""
        server, room = self._server, self._room
        if server is None or room is None:
            return
        self._server = None
        self._leave_store()
        server.stop()
        self._inbox.close()
        sys.setswitchinterval(self._switch_before)
        room.ballots.close()
        self._background.end()
        self._book.close()
        self._room = self._door = None
        for listener in tuple(self._listeners):
            listener()

    @property
    def running(self) -> bool:
        """Whether phones can join."""
        return self._server is not None

    @property
    def short_url(self) -> str:
        """What a person types."""
        return f"http://{self.name or self.address}:{self.port}" if self.running else ""

    @property
    def join_url(self) -> str:
        """What the QR code holds: the code stands behind the #, which no browser sends anywhere."""
        return f"{self.short_url}/#{self.code}" if self.running else ""

    def listening(self) -> bool:
        """Whether the laptop reaches itself at the chosen address."""
        return self.running and network.answers(self.address, self.port)

    @property
    def reached(self) -> int:
        """How many other devices have fetched the page."""
        return len(self._reached)

    def listen(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Calls back in the main thread when anything here may look different, at most ten times a second. Gives what
        ends that."""
        self._listeners.append(callback)

        def leave() -> None:
            if callback in self._listeners:
                self._listeners.remove(callback)

        return leave

    # The door

    def new_code(self) -> str:
        """Another code; who is in stays in."""
        self.code = new_code()
        if self._door is not None and self._server is not None:
            self._door.code = self.code
            self._door.guessed = False
            self._server.forget_wrong_codes()
            self._book.write({"e": "code", "code": self.code})
        self._changed()
        return self.code

    @property
    def offers_new_code(self) -> bool:
        """Whether somebody seems to be guessing the code."""
        return self._door is not None and self._door.guessed

    @property
    def locked(self) -> bool:
        """Whether nobody new comes in."""
        return self._setup.locked

    def lock(self, on: bool = True) -> None:
        """Lets nobody new in, or again."""
        self._set(replace(self._setup, locked=on))

    @property
    def people(self) -> list[Person]:
        """Everybody in the room; those who wait for a nod first."""
        return self._room.persons() if self._room is not None else []

    @property
    def head_count(self) -> int:
        """How many are expected, 0 when that is not known."""
        return self._setup.head_count

    @property
    def names(self) -> tuple[str, ...]:
        """Who is expected; empty when that is not known."""
        return self._setup.names

    def expect(self, head_count: int = 0, names: Collection[str] = ()) -> None:
        """Who may come in without a nod: so many people, or those of a list."""
        self._set(replace(self._setup, head_count=head_count, names=tuple(names)))

    def allow(self, person: str) -> None:
        """Lets somebody in who waits."""
        if self._room is not None and self._door is not None:
            self._room.reception.allow(person, self._door)
            self._after()

    def refuse(self, person: str) -> None:
        """Sends somebody away who waits."""
        if self._room is not None:
            self._room.reception.refuse(person)
            self._after()

    def kick(self, person: str) -> None:
        """Removes somebody; for this phone that is final."""
        if self._room is not None:
            self._room.reception.kick(person)
            self._after()

    def who(self, person: str, round_id: str) -> str:
        """Who somebody is for rounds.voter_id. Raises LookupError."""
        voted_in = self._desk.document.records[round_id]
        if self._room is None or not isinstance(voted_in, Round):
            raise LookupError(round_id)
        return self._room.who(self._room.people.by_id[person], voted_in)

    # What phones do

    @property
    def mode(self) -> Mode:
        """What phones do now."""
        return self._setup.mode

    def set_mode(self, mode: Mode) -> None:
        """Lets the phones write, look, vote or see results. Raises Problem when there is nothing to vote on."""
        if mode == "vote" and not self._open_round():
            raise Problem("share_no_round")
        self._set(replace(self._setup, mode=mode))

    @property
    def writing(self) -> bool:
        """Whether notes are taken."""
        return self._setup.writing

    def pause_writing(self, on: bool = True) -> None:
        """Takes no notes for a while, or again."""
        self._set(replace(self._setup, writing=not on))

    @property
    def hidden(self) -> bool:
        """Whether new notes come in face down."""
        return self._setup.hidden

    def hide_writing(self, on: bool = True) -> None:
        """Lets new notes come in face down, or not any more."""
        self._set(replace(self._setup, hidden=on))

    @property
    def face_down(self) -> int:
        """How many notes lie face down."""
        return len(self._room.writing.face_down) if self._room is not None else 0

    def reveal(self) -> int:
        """Turns all notes that lie face down; how many. Raises Problem."""
        return self._room.writing.reveal() if self._room is not None else 0

    @property
    def inbox(self) -> Where:
        """Where notes land."""
        return self._setup.inbox

    def use_inbox(self, where: Where) -> None:
        """Lets notes land on the board or in the tray."""
        self._set(replace(self._setup, inbox=where))

    @property
    def tray(self) -> list[Arrival]:
        """What waits to be placed."""
        return self._room.writing.waiting() if self._room is not None else []

    def accept(self, note_ids: Collection[str]) -> None:
        """Hangs notes of the tray in their block. Raises Problem."""
        if self._room is not None:
            self._room.writing.accept(note_ids)

    @property
    def fresh(self) -> frozenset[str]:
        """Notes from phones that nobody at the laptop has looked at."""
        return frozenset(self._room.writing.fresh) if self._room is not None else frozenset()

    def seen(self, note_ids: Collection[str] | None = None) -> None:
        """Somebody looked at these notes, or at all."""
        if self._room is not None:
            fresh = self._room.writing.fresh
            fresh.difference_update(tuple(fresh) if note_ids is None else note_ids)
            self._changed()

    def timer(self, seconds: int | None) -> None:
        """Shows on the phones how much time is left, or no longer."""
        if self._room is not None:
            self._room.views.count_down(seconds)
            self._after()

    @property
    def round_id(self) -> str | None:
        """The round that phones see."""
        shown = None if self._room is None else self._room.ballots.shown(self.mode)
        return None if shown is None else shown.id

    # Inside

    def _listen_on(self, address: str, ports: tuple[int, ...], name: str) -> None:
        assert self._door is not None
        may_open(self.limits.connections)
        for port in dict.fromkeys(ports):
            server = Server(self._door, self.limits, self._inbox.post)
            try:
                server.start(self._page, address, port, name)
            except OSError as error:
                problem = listening_problem(error, address, port)
                if problem.key != "share_in_use" or port == ports[-1]:
                    self._room = self._door = None
                    raise problem from error
            else:
                self._server, self.port = server, server.port
                return

    def _wind_up(self) -> None:
        inbox, limits = self._inbox, self.limits
        inbox.open(self._take, self._after)
        self._tick_in = inbox.clock(self._tick, limits.tick)
        self._tell_in = inbox.clock(self._tell, _TELL_EVERY)
        inbox.clock(self._count, limits.count_every, again=True)(limits.count_every)
        inbox.clock(self._look, _LOOK_EVERY, again=True)(min(_LOOK_EVERY, limits.nobody / 2))
        self._started = self._last_phone = time.monotonic()
        self.stopped_because = ""
        self._reached.clear()

    def _take(self, happening: Happening) -> None:
        if isinstance(happening, Fetched):
            if happening.address != self.address:
                self._reached.add(happening.address)
                self._changed()
        elif self._room is not None and self._door is not None and self._server is not None:
            self._room.take(happening, self._door, self._server.tickets)

    def _after(self) -> None:
        """The end of a slice: sends what was decided, and winds up the clock for what everybody gets."""
        room, server = self._room, self._server
        if room is None or server is None:
            return
        if room.out:
            server.send(room.out)
            room.out = []
        if room.views.stale or room.knocks:
            due = self._last_tick + max(self.limits.tick, 4 * server.fan_seconds)
            self._tick_in(max(0.0, due - time.monotonic()))
        if room.changed:
            room.changed = False
            self._background.later(_SYNC_AFTER, self._book.sync)
            self._changed()

    def _tick(self) -> None:
        room, server = self._room, self._server
        if room is None or server is None:
            return
        self._last_tick = time.monotonic()
        news = room.views.news()
        if news is not None:
            server.broadcast(news)
        room.welcome_all()
        self._after()

    def _count(self) -> None:
        if self._room is not None and self._server is not None:
            count = self._room.count()
            if count != self._last_count:
                self._last_count = count
                self._server.broadcast(encoded({"t": "count", **count}))
                self._changed()

    def _look(self) -> None:
        """Stops when it has been long enough."""
        now = time.monotonic()
        if self._room is not None and self._room.people.online:
            self._last_phone = now
        if now - self._started > self.limits.hours:
            self.stopped_because = "hours"
        elif now - self._last_phone > self.limits.nobody:
            self.stopped_because = "nobody"
        if self.stopped_because:
            self.stop()

    def _on_change(self, change: Change) -> None:
        if self._room is None:
            return
        self._room.follow(change)
        if any(isinstance(record, Round) for record in change.records()):
            self._follow_round()
        self._after()

    def _follow_round(self) -> None:
        """An open round is there to vote in; one that was revealed, to look at."""
        shown = self._room.ballots.shown("vote") if self._room is not None else None
        opened = shown is not None and shown.state == "open"
        mode = self._setup.mode
        if opened and mode != "vote" and self._round_state != (shown.id, "open"):
            self._set(replace(self._setup, mode="vote"))
        elif shown is not None and shown.state == "revealed" and mode == "vote":
            self._set(replace(self._setup, mode="results"))
        elif shown is None and mode in ("vote", "results"):
            self._set(replace(self._setup, mode="look"))
        self._round_state = None if shown is None else (shown.id, shown.state)

    _round_state: tuple[str, str] | None = None

    def _open_round(self) -> bool:
        shown = None if self._room is None else self._room.ballots.shown("vote")
        return shown is not None and shown.state == "open"

    def _set(self, setup: Setup) -> None:
        if setup == self._setup:
            return
        self._setup = setup
        self._book.write({"e": "set", **asdict(setup)})
        if self._room is not None:
            self._room.reception.expect(setup)
            self._room.views.touch()
            self._room.changed = True
            self._after()
        self._changed()

    def _changed(self) -> None:
        with contextlib.suppress(AttributeError):
            self._tell_in(_TELL_EVERY)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()


__all__ = ["Remembered", "Sharing"]
