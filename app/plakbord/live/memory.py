"""What is remembered of the last time a workshop was shared, so that the phones that were there come back by
themselves: same port, same code, same people with their notes."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.structs import asdict

from plakbord.live.codes import CODE_LENGTH, new_key
from plakbord.live.guestbook import Guestbook, Line
from plakbord.live.people import Guest
from plakbord.live.room import Room
from plakbord.live.setup import Setup
from plakbord.live.writing import Arrival

_CODE_LASTS = 12 * 3600.0
"""Seconds after which a code is thought to be known too widely."""


class Remembered:
    """The guestbook, read. A line that makes no sense is passed over: better a guest forgotten than nobody let in."""

    def __init__(self, lines: list[Line], age: float) -> None:
        self.room = secrets.token_hex(8)
        self.key = new_key()
        self.code = ""
        self.port = 0
        self.setup = Setup()
        self._guests: dict[str, Guest] = {}
        self._tray: dict[str, Arrival] = {}
        self._codes_are_old = age > _CODE_LASTS
        for line in lines:
            try:
                self._read(line)
            except (KeyError, ValueError, TypeError, msgspec.ValidationError):
                continue

    def fill(self, room: Room) -> None:
        """Puts everybody back."""
        for guest in self._guests.values():
            room.people.restore(guest)
        room.writing.tray.update(self._tray)
        room.writing.settle(tuple(self._tray))
        room.reception.expect(self.setup)
        room.views.touch()
        room.views.news()

    def lines(self, code: str, port: int, setup: Setup, room: Room) -> Iterator[Line]:
        """The book as it begins anew."""
        yield {"e": "room", "id": self.room, "key": self.key, "code": code, "port": port}
        yield {"e": "set", **asdict(setup)}
        for guest in room.people.by_id.values():
            yield guest.line()
            for note, (sheet, block) in guest.notes.items():
                placed = {"sheet": sheet, "block": block, "tray": note in room.writing.tray}
                yield {"e": "note", "id": guest.id, "note": note, **placed}

    def _read(self, line: Line) -> None:
        what, guest = line["e"], self._guests.get(str(line.get("id")))
        if what == "room":
            key = str(line["key"])
            if len(bytes.fromhex(key)) == 32:
                self.room, self.key, self.port = str(line["id"]), key, int(line["port"])
                self._take_code(line)
        elif what == "code":
            self._take_code(line)
        elif what == "set":
            self.setup = msgspec.convert({name: value for name, value in line.items() if name != "e"}, Setup)
        elif what == "in":
            self._take_guest(line)
        elif guest is not None:
            self._take_more(what, guest, line)

    def _take_code(self, line: Line) -> None:
        code = str(line["code"])
        self.code = code if len(code) == CODE_LENGTH and not self._codes_are_old else ""

    def _take_guest(self, line: Line) -> None:
        text: list[Any] = [str(line[name]) for name in ("hash", "name", "lang")]
        guest = Guest(str(line["id"]), int(line["n"]), *text)
        guest.removed = bool(line.get("removed"))
        self._guests[guest.id] = guest

    def _take_more(self, what: Any, guest: Guest, line: Line) -> None:
        if what == "out":
            guest.removed = True
        elif what == "gone":
            del self._guests[guest.id]
        elif what == "name":
            guest.name, guest.language = str(line["name"]), str(line["lang"])
        elif what == "note":
            note, sheet, block = (str(line[name]) for name in ("note", "sheet", "block"))
            guest.notes[note] = sheet, block
            if line.get("tray"):
                self._tray[note] = Arrival(note, sheet, block)


def remembered(book: Guestbook) -> Remembered:
    """What the book says; a new room when it says nothing."""
    return Remembered(book.read(), book.age)
