"""Coming and going: who is let in, who waits for the facilitator's nod, who has to leave. Nobody here knows what people
do once they are in."""

from __future__ import annotations

import time
from collections.abc import Callable

from plakbord.live.codes import new_token, token_hash
from plakbord.live.door import Door
from plakbord.live.guestbook import Guestbook
from plakbord.live.limits import Limits
from plakbord.live.people import Guest, People
from plakbord.live.phone import Knock, Out, Phone
from plakbord.live.protocol import Close, encoded
from plakbord.live.setup import Setup


class Reception:
    """`say` takes what is to be sent; `arrived` holds who is in and has not been welcomed yet, with their token."""

    def __init__(self, people: People, limits: Limits, book: Guestbook, say: Callable[[Out], None]) -> None:
        self._people = people
        self._limits = limits
        self._book = book
        self._say = say
        self._locked = False
        self._tokens: dict[str, str] = {}
        self._by_phone: dict[Phone, Guest] = {}
        self.arrived: list[tuple[Phone, Guest, str]] = []

    def expect(self, setup: Setup) -> None:
        """What the facilitator chose."""
        self._people.head_count, self._people.names, self._locked = setup.head_count, setup.names, setup.locked

    def knock(self, knock: Knock, door: Door) -> None:
        """Somebody wants in, and the door had nothing against it."""
        phone, join = knock.phone, knock.join
        if knock.verdict == "known":
            guest = self._people.by_id.get(door.tokens.get(token_hash(join.token), ""))
            if guest is None or guest.removed:
                self._say(Out(phone, close=Close.ROOM, reason="removed"))
                return
            if guest.comes_too_often(self._limits.returns):
                self._say(Out(phone, close=Close.WAIT, reason="wait"))
                return
            guest.language = join.lang
            self._bring_in(phone, guest, join.token)
            return
        refused = self._refused(phone, door)
        if refused:
            self._say(Out(phone, close=Close.ROOM, reason=refused))
            return
        token = new_token()
        guest = self._people.new(token_hash(token), join.name, join.lang)
        if self._people.needs_nod(guest):
            self._let_wait(phone, guest, token)
        else:
            self._enter(phone, guest, token, door)

    def left(self, phone: Phone) -> None:
        """A connection ended. Who was waiting for a nod is forgotten with it."""
        guest = self._by_phone.pop(phone, None)
        if guest is not None and guest.phone is phone:
            guest.phone, guest.left_at = None, time.monotonic()
            self._people.waiting.pop(guest.id, None)
            self._tokens.pop(guest.id, None)

    def allow(self, guest_id: str, door: Door) -> None:
        """The facilitator nods."""
        guest = self._people.waiting.pop(guest_id, None)
        token = self._tokens.pop(guest_id, "")
        if guest is not None and guest.phone is not None:
            self._enter(guest.phone, guest, token, door)

    def refuse(self, guest_id: str) -> None:
        """The facilitator says no."""
        guest = self._people.waiting.pop(guest_id, None)
        self._tokens.pop(guest_id, None)
        if guest is not None and guest.phone is not None:
            self._say(Out(guest.phone, close=Close.ROOM, reason="refused"))

    def kick(self, guest_id: str) -> None:
        """Somebody has to go, and this token never comes back, not after a crash either."""
        guest = self._people.by_id.get(guest_id)
        if guest is None:
            self.refuse(guest_id)
            return
        guest.removed = True
        self._book.write({"e": "out", "id": guest.id})
        self._book.sync()
        if guest.phone is not None:
            self._say(Out(guest.phone, close=Close.ROOM, reason="removed"))
            guest.phone = None

    def _refused(self, phone: Phone, door: Door) -> str:
        if self._locked:
            return "locked"
        if door.addresses[phone.address] >= self._limits.per_address:
            return "full"
        if self._people.full:
            gone = self._people.make_room()
            if gone is None:
                return "full"
            door.tokens.pop(gone.token, None)
            self._book.write({"e": "gone", "id": gone.id})
        return ""

    def _let_wait(self, phone: Phone, guest: Guest, token: str) -> None:
        if len(self._people.waiting) >= self._limits.unjoined:
            self._say(Out(phone, close=Close.ROOM, reason="full"))
            return
        guest.phone, guest.address = phone, phone.address
        self._by_phone[phone] = guest
        self._people.waiting[guest.id] = guest
        self._tokens[guest.id] = token
        self._say(Out(phone, encoded({"t": "waiting"})))

    def _enter(self, phone: Phone, guest: Guest, token: str, door: Door) -> None:
        """Somebody new is in: first in the book, so that a crash does not make them two people."""
        self._people.add(guest)
        self._book.write(guest.line())
        door.tokens[guest.token] = guest.id
        self._bring_in(phone, guest, token)

    def _bring_in(self, phone: Phone, guest: Guest, token: str) -> None:
        old = guest.phone
        if old is not None and old is not phone:
            self._say(Out(old, close=Close.ELSEWHERE, reason="elsewhere"))
            self._by_phone.pop(old, None)
        guest.phone, guest.address = phone, phone.address
        self._by_phone[phone] = guest
        self.arrived.append((phone, guest, token))
