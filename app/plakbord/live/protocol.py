"""What phones may say, and how their messages are read: JSON objects of known shapes, checked before anybody acts on
them. What the answers mean stands in `room`; what everyone sees in `views`."""

from __future__ import annotations

from enum import IntEnum
from typing import Annotated, Any, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

Number = Annotated[int, Meta(ge=0, le=2**31 - 1)]
"""The number of a message, by which a replay is known."""
RecordId = Annotated[str, Meta(min_length=1, max_length=200)]
DraftKey = Annotated[str, Meta(pattern="^[A-Za-z0-9]{16,64}$")]
Spoken = Literal["nl", "en"]


class Close(IntEnum):
    """Why a connection ends. Own numbers, because a page does not get to see an HTTP status on a socket."""

    STOPPED = 1001
    BAD = 4400
    CODE = 4403
    LATE = 4408
    ROOM = 4409
    ELSEWHERE = 4410
    WAIT = 4429


class Message(Struct, frozen=True, tag_field="t"):
    """Something that a phone says."""


class Join(Message, frozen=True, tag="join"):
    """The first message: a code, or the token of somebody who was here before."""

    code: Annotated[str, Meta(max_length=64)] = ""
    token: Annotated[str, Meta(max_length=64)] = ""
    name: Annotated[str, Meta(max_length=400)] = ""
    lang: Spoken = "nl"


class Request(Message, frozen=True):
    """Something that is asked after joining, and gets one answer."""

    i: Number


class Write(Request, frozen=True, tag="write"):
    """A new note. `key` belongs to the draft, so a note sent twice is one note."""

    key: DraftKey
    sheet: RecordId
    block: RecordId
    text: str


class Edit(Request, frozen=True, tag="edit"):
    """Another text on an own note."""

    note: RecordId
    text: str


class Remove(Request, frozen=True, tag="remove"):
    """An own note is taken back."""

    note: RecordId


class Dots(Request, frozen=True, tag="dots"):
    """How many dots this person has on an option from now on: a total, so that sending it twice changes nothing."""

    round: RecordId
    option: Annotated[int, Meta(ge=0, le=100_000)]
    dots: Annotated[int, Meta(ge=0, le=1_000)]


class Done(Request, frozen=True, tag="done"):
    """This person is ready, or not after all."""

    round: RecordId
    done: bool


class Name(Request, frozen=True, tag="name"):
    """Another name or language."""

    name: Annotated[str, Meta(max_length=400)]
    lang: Spoken


class Picture(Request, frozen=True, tag="picture"):
    """The sheet as a picture, to zoom in on."""

    sheet: RecordId


class Again(Request, frozen=True, tag="again"):
    """Everything from the start: the phone missed something."""


Asked: TypeAlias = Write | Edit | Remove | Dots | Done | Name | Picture | Again

_FIRSTS: msgspec.json.Decoder[Join | Again] = msgspec.json.Decoder(Join | Again)
"""Of a lone type msgspec does not ask what it is."""
_ASKED: msgspec.json.Decoder[Asked] = msgspec.json.Decoder(Asked)
_ENCODER = msgspec.json.Encoder()


def read_join(data: str | bytes) -> Join | None:
    """The first message; None when it is anything else."""
    try:
        first = _FIRSTS.decode(data) if isinstance(data, str) else None
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None
    return first if isinstance(first, Join) else None


def read_asked(data: str | bytes) -> Asked | None:
    """What a phone asks; None when nobody can make sense of it."""
    try:
        return _ASKED.decode(data) if isinstance(data, str) else None
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None


def encoded(message: Any) -> bytes:
    """A message as it is sent."""
    return _ENCODER.encode(message)


def welcome(token: str, you: Any, count: Any, room: bytes) -> bytes:
    """The answer to a join. The room is the same for everyone, and comes ready made."""
    head = _ENCODER.encode({"t": "welcome", "token": token, "you": you, "count": count})
    return b"".join((head[:-1], b',"room":', room, b"}"))


def whole_room(room: bytes) -> bytes:
    """The whole room once more, for a phone that missed something."""
    return b'{"t":"room",' + room[1:]
