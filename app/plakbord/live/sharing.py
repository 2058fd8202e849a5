"""Sharing a workshop with phones, as the window sees it: what is started, chosen, asked and stopped. How it is done
stands in `open_room` and behind it."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from pathlib import Path

from msgspec.structs import asdict, replace

from canvas_files.change import Change
from canvas_files.problems import Problem
from canvas_files.records import Round
from plakbord.live import network
from plakbord.live.codes import new_code
from plakbord.live.door import Door
from plakbord.live.guestbook import Guestbook, forget_old_rooms
from plakbord.live.limits import Limits, limits_for
from plakbord.live.memory import remembered
from plakbord.live.open_room import Ended, Inbox, OpenRoom
from plakbord.live.people import Person
from plakbord.live.room import Room
from plakbord.live.server import Server
from plakbord.live.setup import Desk, Mode, Setup, Where
from plakbord.live.system import listening_problem, may_open
from plakbord.live.writing import Arrival

_NO_ROUND_YET = ("", "")
USUAL_PORTS = (8484, 8485, 8486, 8487, 8488, 0)
"""Tried in this order; 0 is any that is free."""


class Sharing:
    """All of it belongs to the main thread. `page` is the folder of the phone's page, `books` the private folder in
    which rooms are remembered."""

    def __init__(
        self, desk: Desk, inbox: Inbox, page: Path, books: Path | None = None, limits: Limits | None = None
    ) -> None:
        self.limits = limits or Limits()
        self._limited = limits is not None
        self.address = self.name = self.code = ""
        self.port = 0
        self.stopped_because: Ended | None = None
        """Why it stopped by itself."""
        self._desk = desk
        self._inbox = inbox
        self._page = page
        self._books = books
        self._book = Guestbook(books, desk.document.document_id)
        self._setup: Setup | None = None
        """None until somebody chose something: then it is as it was the last time."""
        self._open: OpenRoom | None = None
        self._listeners: list[Callable[[], None]] = []
        self._leave_store: Callable[[], None] | None = None
        self._round: tuple[str, str] | None = _NO_ROUND_YET

    # Starting and stopping

    def start(self, address: str, port: int = 0, name: str = "") -> None:
        """Shares on that address of the laptop. Raises Problem. With port 0 it is the one of last time, so that the
        phones find their way back; `name` is what phones call the laptop, when it is not the address."""
        if self.running:
            return
        if self._desk.document.store.read_only:
            raise Problem("share_read_only")
        if self._books is not None:
            forget_old_rooms(self._books, time.time())
        last = remembered(self._book)
        self.code = last.code or new_code()
        self._setup = setup = self._setup or last.setup
        if not self._limited:
            self.limits = limits_for(setup.head_count)
        door = Door(self.limits, self.code)
        usual = (*((last.port,) if last.port else ()), *USUAL_PORTS)
        server = self._listening(door, address, (port,) if port else usual, name)
        room = Room(last.room, last.key, self._desk, self.limits, self._book, lambda: self._chosen)
        last.fill(room)
        room.reception.expect(setup)
        door.tokens = room.people.tokens()
        self._book.begin(last.lines(self.code, server.port, setup, room))
        self.address, self.name, self.port = address, name, server.port
        self.stopped_because, self._round = None, _NO_ROUND_YET
        self._open = OpenRoom(room, door, server, self._book, self.limits, self._tell)
        self._open.open(self._inbox, self._desk.document.store, address, self._end)
        self._leave_store = self._desk.document.store.listen(self._on_change)
        self._follow_round()
        self._changed()

    def stop(self) -> None:
        """Closes everything at once. Starting again gives everybody back."""
        opened, self._open = self._open, None
        if opened is None:
            return
        if self._leave_store is not None:
            self._leave_store()
        opened.close()
        self._tell()

    @property
    def running(self) -> bool:
        """Whether phones can join."""
        return self._open is not None

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
        return len(self._open.reached) if self._open else 0

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
        if self._open is not None:
            self._open.door.code = self.code
            self._open.door.guessed = False
            self._open.server.forget_wrong_codes()
            self._book.write({"e": "code", "code": self.code})
        self._changed()
        return self.code

    @property
    def offers_new_code(self) -> bool:
        """Whether somebody seems to be guessing the code."""
        return self._open is not None and self._open.door.guessed

    @property
    def locked(self) -> bool:
        """Whether nobody new comes in."""
        return self._chosen.locked

    def lock(self, on: bool = True) -> None:
        """Lets nobody new in, or again."""
        self._set(replace(self._chosen, locked=on))

    @property
    def people(self) -> list[Person]:
        """Everybody in the room; those who wait for a nod first."""
        return self._open.room.persons() if self._open else []

    @property
    def head_count(self) -> int:
        """How many are expected, 0 when that is not known."""
        return self._chosen.head_count

    @property
    def names(self) -> tuple[str, ...]:
        """Who is expected; empty when that is not known."""
        return self._chosen.names

    def expect(self, head_count: int = 0, names: Collection[str] = ()) -> None:
        """Who may come in without a nod: so many people, or those of a list."""
        self._set(replace(self._chosen, head_count=head_count, names=tuple(names)))

    def allow(self, person: str) -> None:
        """Lets somebody in who waits."""
        if self._open is not None:
            self._open.room.allow(person, self._open.door)
            self._open.flush()

    def refuse(self, person: str) -> None:
        """Sends somebody away who waits."""
        if self._open is not None:
            self._open.room.refuse(person)
            self._open.flush()

    def kick(self, person: str) -> None:
        """Removes somebody; for this phone that is final."""
        if self._open is not None:
            self._open.room.kick(person)
            self._open.flush()

    def who(self, person: str, round_id: str) -> str:
        """Who somebody is for rounds.voter_id. Raises LookupError."""
        voted_in = self._desk.document.records[round_id]
        if self._open is None or not isinstance(voted_in, Round):
            raise LookupError(round_id)
        return self._open.room.who(self._open.room.people.by_id[person], voted_in)

    # What phones do

    @property
    def mode(self) -> Mode:
        """What phones do now."""
        return self._chosen.mode

    def set_mode(self, mode: Mode) -> None:
        """Lets the phones write, look, vote or see results. Raises Problem when there is nothing to vote on."""
        if mode == "vote" and not self._votes:
            raise Problem("share_no_round")
        self._set(replace(self._chosen, mode=mode))

    @property
    def writing(self) -> bool:
        """Whether notes are taken."""
        return self._chosen.writing

    def pause_writing(self, on: bool = True) -> None:
        """Takes no notes for a while, or again."""
        self._set(replace(self._chosen, writing=not on))

    @property
    def hidden(self) -> bool:
        """Whether new notes come in face down."""
        return self._chosen.hidden

    def hide_writing(self, on: bool = True) -> None:
        """Lets new notes come in face down, or not any more."""
        self._set(replace(self._chosen, hidden=on))

    @property
    def face_down(self) -> int:
        """How many notes lie face down."""
        return len(self._open.room.writing.face_down) if self._open else 0

    def reveal(self) -> int:
        """Turns all notes that lie face down; how many. Raises Problem."""
        if self._open is None:
            return 0
        turned = self._open.room.reveal()
        self._open.flush()  # no slice of what phones asked follows it
        return turned

    @property
    def inbox(self) -> Where:
        """Where notes land."""
        return self._chosen.inbox

    def use_inbox(self, where: Where) -> None:
        """Lets notes land on the board or in the tray."""
        self._set(replace(self._chosen, inbox=where))

    @property
    def tray(self) -> list[Arrival]:
        """What waits to be placed."""
        return self._open.room.writing.waiting() if self._open else []

    def accept(self, note_ids: Collection[str]) -> None:
        """Hangs notes of the tray in their block. Raises Problem."""
        if self._open is not None:
            self._open.room.writing.accept(note_ids)

    @property
    def fresh(self) -> frozenset[str]:
        """Notes from phones that nobody at the laptop has looked at."""
        return frozenset(self._open.room.writing.fresh) if self._open else frozenset()

    def seen(self, note_ids: Collection[str] | None = None) -> None:
        """Somebody looked at these notes, or at all."""
        if self._open is not None:
            fresh = self._open.room.writing.fresh
            fresh.difference_update(tuple(fresh) if note_ids is None else note_ids)
            self._changed()

    def timer(self, seconds: int | None) -> None:
        """Shows on the phones how much time is left, or no longer."""
        if self._open is not None:
            self._open.room.views.count_down(seconds)
            self._open.flush()

    @property
    def round_id(self) -> str | None:
        """The round that phones see."""
        shown = self._open.room.ballots.shown(self.mode) if self._open else None
        return None if shown is None else shown.id

    # Inside

    @property
    def _chosen(self) -> Setup:
        """What the facilitator has chosen."""
        return self._setup or Setup()

    def _listening(self, door: Door, address: str, ports: tuple[int, ...], name: str) -> Server:
        may_open(self.limits.connections)
        for port in dict.fromkeys(ports):
            server = Server(door, self.limits, self._inbox.post)
            try:
                server.start(self._page, address, port, name)
            except OSError as error:
                problem = listening_problem(error, address, port)
                if problem.key != "share_in_use" or port == ports[-1]:
                    raise problem from error
            else:
                return server
        raise Problem("share_in_use", address=address, port=ports[-1])

    def _end(self, why: Ended) -> None:
        self.stopped_because = why
        self.stop()

    def _on_change(self, change: Change) -> None:
        if any(isinstance(record, Round) for record in change.records()):
            self._follow_round()

    @property
    def _votes(self) -> bool:
        shown = self._open.room.ballots.shown("vote") if self._open else None
        return shown is not None and shown.state == "open"

    def _follow_round(self) -> None:
        """A round that opens is there to vote in, and one that is revealed to look at."""
        shown = self._open.room.ballots.shown("vote") if self._open else None
        now = None if shown is None else (shown.id, shown.state)
        if now == self._round:
            return
        self._round, mode = now, self._chosen.mode
        if shown is None:
            wanted: Mode = "look" if mode in ("vote", "results") else mode
        elif shown.state == "open":
            wanted = "vote"
        else:
            wanted = "results" if shown.state == "revealed" and mode == "vote" else mode
        self._set(replace(self._chosen, mode=wanted))

    def _set(self, setup: Setup) -> None:
        if setup == self._chosen:
            return
        self._setup = setup
        if self._open is not None:
            self._book.write({"e": "set", **asdict(setup)})
            self._open.room.reception.expect(setup)
            self._open.room.views.touch()
            self._open.room.changed = True
            self._open.flush()

    def _changed(self) -> None:
        if self._open is not None:
            self._open.news_for_facilitator()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
