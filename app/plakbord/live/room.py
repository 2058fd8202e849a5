"""The room: what becomes of everything a phone asks. Lives in the main thread, decides everything, and sends nothing
itself: what is to be sent piles up in `out`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from canvas_files.change import Change
from canvas_files.records import Dot, Note, Round, Voter
from plakbord.live.ballots import Ballots
from plakbord.live.door import Door
from plakbord.live.guestbook import Guestbook
from plakbord.live.limits import Limits
from plakbord.live.pages import Tickets
from plakbord.live.people import Guest, People, Person, clean_name
from plakbord.live.phone import Asks, CaughtUp, Happening, Knock, Left, Out, Phone
from plakbord.live.photos import Photos
from plakbord.live.protocol import (
    Again,
    Asked,
    Done,
    Dots,
    Edit,
    Name,
    Picture,
    Remove,
    Write,
    encoded,
    welcome,
    whole_room,
)
from plakbord.live.reception import Reception
from plakbord.live.refusal import No
from plakbord.live.setup import Desk, Image, Setup
from plakbord.live.views import Views
from plakbord.live.writing import Writing

View = dict[str, Any]


class Room:
    """One shared workshop. `setup` is what the facilitator has chosen. Who came is welcomed after the next news, so
    that everybody's news follow on what they were welcomed with."""

    def __init__(
        self, room_id: str, key: str, desk: Desk, limits: Limits, book: Guestbook, setup: Callable[[], Setup]
    ) -> None:
        self.people = People(limits)
        self.ballots = Ballots(desk.document, desk.voter)
        self.writing = Writing(desk, key, limits, setup)
        self.views = Views(room_id, desk.document, self.ballots, setup, lambda note: note in self.writing.tray)
        self.out: list[Out] = []
        self.reception = Reception(self.people, limits, book, self._say)
        self.changed = False
        """Whether the facilitator may see something new."""
        self.soon: Callable[[], None] = lambda: None
        """Sends what is in `out`, when it got there between two slices."""
        self._photos = Photos(desk, limits)
        self._limits = limits
        self._book = book
        self._setup = setup
        self._records = desk.document.records
        self._names: dict[tuple[str, str], str] = {}

    # What happens

    def take(self, happening: Happening, door: Door, tickets: Tickets) -> None:
        """Decides about one thing that happened."""
        if isinstance(happening, Asks):
            self._answer(happening.phone, happening.asked, tickets)
        elif isinstance(happening, Knock):
            self.reception.knock(happening, door)
            self._came()
        elif isinstance(happening, Left):
            self.reception.left(happening.phone)
            self.changed = True
        elif isinstance(happening, CaughtUp):
            self._send_all(happening.phone)

    def follow(self, change: Change) -> None:
        """The document changed."""
        self.ballots.follow(change)
        self.views.follow(change)
        notes = [record.id for record in change.records() if isinstance(record, Note)]
        placed = self.writing.settle(notes) if notes else []
        if placed:
            self.views.touch(placed)
        if notes and change.origin != "phone":
            self._tell_owners(set(notes))
        rounds_changed = any(isinstance(record, Round) for record in change.records())
        touched = {record.voter for record in change.records() if isinstance(record, Dot)}
        touched |= {record.id for record in change.records() if isinstance(record, Voter)}
        if change.origin != "phone" and (rounds_changed or touched):
            self._tell_voters(None if rounds_changed else touched)

    def _say(self, out: Out) -> None:
        self.out.append(out)

    def _came(self) -> None:
        self.changed = True
        if not self.views.stale:
            self.welcome_all()

    def welcome_all(self) -> None:
        """Everybody who came gets everything, as it was at the last news."""
        count = self.count()
        for phone, guest, token in self.reception.arrived:
            if guest.phone is phone and not guest.removed:
                data = welcome(token, self.you(guest), count, self.views.whole())
                self.out.append(Out(phone, data, person=guest.id))
        self.reception.arrived.clear()

    def allow(self, person: str, door: Door) -> None:
        """The facilitator nods."""
        self.reception.allow(person, door)
        self._came()

    def refuse(self, person: str) -> None:
        """The facilitator says no."""
        self.reception.refuse(person)
        self.changed = True

    def kick(self, person: str) -> None:
        """Somebody has to go for good."""
        self.reception.kick(person)
        self.changed = True

    def reveal(self) -> int:
        """Turns the notes that lie face down, and tells who wrote them; how many. Raises Problem."""
        hidden = {note.id for note in self.writing.face_down}
        turned = self.writing.reveal()
        self._tell_owners(hidden)
        self.changed = True
        return turned

    # Questions and answers

    def _answer(self, phone: Phone, asked: Asked, tickets: Tickets) -> None:
        phone.asked -= 1
        guest = self.people.by_id.get(phone.person)
        if guest is None or guest.removed or guest.phone is not phone:
            return
        if isinstance(asked, Picture):
            self._show(guest, asked, tickets)
            return
        answer = guest.answers.get(asked.i)
        if answer is None and guest.answers and asked.i < next(iter(guest.answers)):
            answer = encoded({"t": "no", "i": asked.i, "why": "failed"})  # long past: what came of it is forgotten
        if answer is None:
            answer = encoded(self._answer_to(guest, asked))
            guest.answers[asked.i] = answer
            if len(guest.answers) > self._limits.replays:
                guest.answers.popitem(last=False)
        self.out.append(Out(phone, answer))
        if isinstance(asked, Again):
            self._send_all(phone)

    def _answer_to(self, guest: Guest, asked: Asked) -> View:
        try:
            return {"t": "ok", "i": asked.i, **self._done(guest, asked)}
        except No as no:
            answer: View = {"t": "no", "i": asked.i, "why": no.why}
            if isinstance(asked, Dots | Done):
                answer["vote"] = self._vote(guest)
            return answer

    def _done(self, guest: Guest, asked: Asked) -> View:
        """Does what is asked. Raises No."""
        if isinstance(asked, Dots | Done):
            return self._voted(guest, asked)
        if isinstance(asked, Write):
            note = self.writing.write(guest, asked)
            if note.id not in guest.notes:
                guest.notes[note.id] = asked.sheet, asked.block
                placed = {"sheet": asked.sheet, "block": asked.block, "tray": note.id in self.writing.tray}
                self._book.write({"e": "note", "id": guest.id, "note": note.id, **placed})
            self.changed = True
            return {"note": self.writing.view(note)}
        if isinstance(asked, Edit):
            return {"note": self.writing.view(self.writing.edit(guest, asked))}
        if isinstance(asked, Remove):
            self.writing.remove(guest, asked)
        elif isinstance(asked, Name):
            guest.name, guest.language = clean_name(asked.name, self._limits), asked.lang
            self._book.write({"e": "name", "id": guest.id, "name": guest.name, "lang": guest.language})
            self.changed = True
        return {}

    def _show(self, guest: Guest, asked: Picture, tickets: Tickets) -> None:
        """Answers with the address of a picture, when there is one."""

        def then(image: Image | None) -> None:
            answer: View = {"t": "no", "i": asked.i, "why": "picture"}
            if image is not None:
                answer = {"t": "ok", "i": asked.i, "path": tickets.new(image.png), "w": image.w, "h": image.h}
            if guest.phone is not None and not guest.removed:
                self.out.append(Out(guest.phone, encoded(answer)))
                self.soon()

        try:
            self._photos.ask(asked.sheet, then)
        except No as no:
            if guest.phone is not None:
                self.out.append(Out(guest.phone, encoded({"t": "no", "i": asked.i, "why": no.why})))

    def _voted(self, guest: Guest, asked: Dots | Done) -> View:
        if self._setup().mode != "vote":
            raise No("mode")
        voted_in = self.ballots.round_of(asked.round)
        who = self.who(guest, voted_in)
        if isinstance(asked, Dots):
            self.ballots.put(voted_in, who, guest.name, asked.option, asked.dots)
        else:
            self.ballots.done(voted_in, who, guest.name, asked.done)
        self.changed = True
        return {"vote": self.ballots.vote(voted_in, who)}

    def who(self, guest: Guest, voted_in: Round) -> str:
        """Who somebody is in a round: somebody of the facilitator's list by that name, at the laptop too; anybody else
        by their phone. Once they voted it stays so."""
        if (guest.id, voted_in.id) not in self._names:
            listed = {" ".join(name.split()).casefold() for name in self.people.names}
            own = " ".join(guest.name.split()).casefold()
            named = next((name for name in voted_in.names if " ".join(name.split()).casefold() == own), None)
            self._names[guest.id, voted_in.id] = named if named and own in listed else f"phone {guest.id}"
        return self._names[guest.id, voted_in.id]

    # What everybody hears

    def you(self, guest: Guest) -> View:
        """What is somebody's own."""
        own = [self.writing.view(note) for note in self.writing.own(guest)]
        named = {"person": guest.id, "number": guest.number, "name": guest.name, "lang": guest.language}
        left = max(0, self._limits.notes - len(own))
        last = max(guest.answers, default=0)
        return {**named, "notes": own, "left": left, "vote": self._vote(guest), "i": last}

    def count(self) -> View:
        """How many there are, and how far they are."""
        done, voters = self.ballots.counts(self.ballots.shown(self._setup().mode))
        present = [guest for guest in self.people if guest.phone is not None]
        return {"in": len(present), "people": sum(1 for _ in self.people), "done": done, "voters": voters}

    def _vote(self, guest: Guest) -> View | None:
        shown = self.ballots.shown(self._setup().mode)
        return None if shown is None else self.ballots.vote(shown, self.who(guest, shown))

    def _send_all(self, phone: Phone) -> None:
        guest = self.people.by_id.get(phone.person)
        if guest is not None and guest.phone is phone:
            self.out.append(Out(phone, whole_room(self.views.whole())))
            self._tell(guest)

    def _tell(self, guest: Guest) -> None:
        if guest.phone is not None and guest.phone.person == guest.id:
            self.out.append(Out(guest.phone, encoded({"t": "you", **self.you(guest)})))

    def _tell_owners(self, notes: set[str]) -> None:
        for guest in self.people:
            if guest.phone is not None and not notes.isdisjoint(guest.notes):
                self._tell(guest)

    def _tell_voters(self, touched: set[str] | None) -> None:
        """A round opened or ended (None), or somebody's ballot was changed at the laptop: whom it concerns hears how
        theirs stands."""
        shown = self.ballots.shown(self._setup().mode)
        for guest in self.people if shown is not None else ():
            if shown and guest.phone is not None and (touched is None or self._voter(guest, shown) in touched):
                self._tell(guest)

    def _voter(self, guest: Guest, voted_in: Round) -> str | None:
        return self.ballots.id_of(voted_in, self.who(guest, voted_in))

    def persons(self) -> list[Person]:
        """Everybody, as the facilitator sees them; those who wait for a nod first."""
        shown = self.ballots.shown(self._setup().mode)
        crowds = self.people.crowds()
        waiting = [self._person(guest, None, crowds[guest.address] + 1, True) for guest in self.people.waiting.values()]
        return waiting + [self._person(guest, shown, crowds[guest.address], False) for guest in self.people]

    def _person(self, guest: Guest, shown: Round | None, crowd: int, waits: bool) -> Person:
        phone = guest.phone
        return Person(
            id=guest.id,
            number=guest.number,
            name=guest.name,
            language=guest.language,
            online=phone is not None,
            done=shown is not None and self.ballots.is_done(shown, self.who(guest, shown)),
            lag=round(phone.lag * 1000) if phone is not None and phone.lag else None,
            notes=len(self.writing.own(guest)),
            waiting=waits,
            crowd=crowd,
        )
