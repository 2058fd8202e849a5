"""Every kind of thing a workshop file can hold, as small immutable records. What they mean together is in rules and
queries; how they stand in a file is in file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal, Self, TypeVar

from msgspec import Meta, Struct, ValidationError, convert
from msgspec.structs import asdict

Id = Annotated[str, Meta(min_length=1, max_length=200)]
Place = Annotated[int, Meta(ge=-1_000_000, le=1_000_000)]
"""A coordinate in hundredths of a millimetre; ten metres to either side is more than any sheet."""
Extent = Annotated[int, Meta(ge=100, le=200_000)]
"""A width or height in hundredths of a millimetre."""
MOST_RECORDS = 50_000
"""Records in one workshop, opened or made; a busy day of 30 people makes some two thousand."""
LONGEST_TEXT = 20_000
"""Characters in one text; what people type is refused far below this, see plain_text."""
LongText = Annotated[str, Meta(max_length=LONGEST_TEXT)]
ShortText = Annotated[str, Meta(max_length=2_000)]
LONGEST_SUBJECT = 2_000
Language = Literal["nl", "en"]
MOST_PIXELS = 1600
"""The longest side of a picture; at 150 to the inch it is 27 cm wide."""
Pixels = Annotated[int, Meta(ge=1, le=MOST_PIXELS)]
MOST_DOTS = 20
"""Dots that one person can have in a round of voting."""
State = Literal["setup", "open", "closed", "revealed", "cancelled"]
Way = Literal["kiosk", "phone", "hands", "paper", "free"]
"""How dots came in: the laptop that goes round, a phone, raised hands, a paper ballot, or placed freely."""
LARGEST_ZOOM = 500
"""Per cent of the size at which a portrait just fills its square."""
PictureData = Annotated[str, Meta(max_length=6_000_000)]


class Record(Struct, frozen=True, kw_only=True):
    """One thing in the document. Fields of a newer version are kept in `extra` and written back."""

    id: Id
    kind: str
    extra: dict[str, Any] = {}

    def changed(self, **fields: Any) -> Self:
        """A copy with other values. Raises TypeError for a field this kind does not have, msgspec.ValidationError
        for a value it cannot hold."""
        unknown = fields.keys() - set(self.__struct_fields__)
        if unknown:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(unknown))}")
        return _converted({**asdict(self), **fields}, type(self))

    def fields(self) -> dict[str, Any]:
        """All fields by name, those of a newer version included, as they stand in the file."""
        known = asdict(self)
        extra: dict[str, Any] = known.pop("extra")
        return {**known, **extra}


class Workshop(Record, frozen=True, kw_only=True):
    """The workshop itself; there is exactly one, its id is WORKSHOP. date is ISO 8601 (2026-11-21) or empty; captions
    say what a note colour stands for."""

    kind: Literal["workshop"] = "workshop"
    title: ShortText = ""
    language: Language = "nl"
    date: Annotated[str, Meta(max_length=40)] = ""
    author: ShortText = ""
    captions: dict[str, ShortText] = {}


class Sheet(Record, frozen=True, kw_only=True):
    """One canvas or persona; `order` is an order key among the sheets, `portrait` the id of its picture. Which part of
    that is seen, x, y and zoom say; see crop."""

    kind: Literal["sheet"] = "sheet"
    template: Id
    title: ShortText = ""
    order: ShortText = "a0"
    portrait: Annotated[str, Meta(max_length=200)] = ""
    portrait_shape: Literal["circle", "square"] = "circle"
    portrait_x: Annotated[int, Meta(ge=0, le=1000)] = 500
    portrait_y: Annotated[int, Meta(ge=0, le=1000)] = 300
    portrait_zoom: Annotated[int, Meta(ge=100, le=LARGEST_ZOOM)] = 100


class Note(Record, frozen=True, kw_only=True):
    """A sticky note. (x, y) is its top-left corner measured from the top-left corner of its zone; `z` is an order key:
    the higher lies on top. An empty zone means the parking strip beside the sheet. `tags` are term ids of the
    template's checklists, or own words; `status` says how sure the group is; `cluster` is the id of the cluster it is
    stacked in. A locked note is not moved or changed by accident. `role` is what the note is in the data lens, empty
    for a business note; `facts` is what is known of it there, by name: see facts. `face_down` is what is written on a
    note that lies with its text down, and `text` is empty then: whoever shows text cannot show this."""

    kind: Literal["note"] = "note"
    sheet: Id
    zone: Annotated[str, Meta(max_length=200)]
    x: Place = 0
    y: Place = 0
    w: Extent = 3600
    h: Extent = 2800
    text: LongText = ""
    color: Annotated[str, Meta(max_length=40)] = "yellow"
    z: ShortText = "a0"
    tags: Annotated[list[Annotated[str, Meta(max_length=200)]], Meta(max_length=100)] = []
    status: Annotated[str, Meta(max_length=40)] = ""
    author: Annotated[str, Meta(max_length=200)] = ""
    cluster: Annotated[str, Meta(max_length=200)] = ""
    locked: bool = False
    role: Annotated[str, Meta(max_length=40)] = ""
    facts: Annotated[dict[Annotated[str, Meta(max_length=200)], Any], Meta(max_length=100)] = {}
    face_down: LongText = ""


class Entry(Record, frozen=True, kw_only=True):
    """What was filled in for one field or scale of a sheet; choices are a list of their ids."""

    kind: Literal["entry"] = "entry"
    sheet: Id
    field: Id
    value: LongText | int | list[ShortText] | None = None


class Cluster(Record, frozen=True, kw_only=True):
    """Look-alikes stacked together: they move as one and count as one option in a vote. A cluster lasts as long as it
    has a note."""

    kind: Literal["cluster"] = "cluster"
    sheet: Id
    name: ShortText = ""


class Link(Record, frozen=True, kw_only=True):
    """A line between two notes or sheets. `how` makes it a coupling of data and says how it works, see facts; an
    ordinary link has none."""

    kind: Literal["link"] = "link"
    start: Id
    end: Id
    how: Annotated[str, Meta(max_length=40)] = ""


class Remark(Record, frozen=True, kw_only=True):
    """A finding of the data lens that the group has seen, and why it is fine: the rule that found it, and what it is
    about."""

    kind: Literal["remark"] = "remark"
    rule: ShortText
    subject: ShortText
    text: ShortText = ""


class Picture(Record, frozen=True, kw_only=True):
    """A picture made ready for screen and paper, named by its own hash: w by h pixels as a JPEG, and, where it is
    partly see-through, how much of each pixel is seen as a grey PNG. Both in base 64."""

    kind: Literal["picture"] = "picture"
    w: Pixels
    h: Pixels
    jpeg: PictureData
    mask: PictureData = ""


class Scope(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a round is about; an empty list restricts nothing. Notes that are named take part wherever they lie."""

    sheets: list[Id] = []
    zones: list[Id] = []
    notes: list[Id] = []
    colors: list[Id] = []
    tags: list[Id] = []
    kinds: list[Id] = []


class Option(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing to vote on, as it was when the round opened: a note, or the notes of a cluster, which are one option.
    `number` is what people call it; `note` is the first of `notes` and what dots point to."""

    number: Annotated[int, Meta(ge=1)]
    note: Id
    notes: list[Id]
    sheet: Id
    zone: str = ""
    text: LongText = ""
    color: str = ""


class Round(Record, frozen=True, kw_only=True):
    """A round of dot-voting. Everybody has `dots`, at most `most` on one option. Options are fixed when it opens;
    totals are computed. `people` is the head count (0: unknown), `seconds` the timer (0: none)."""

    kind: Literal["round"] = "round"
    number: Annotated[int, Meta(ge=1, le=1_000_000)]
    title: ShortText = ""
    scope: Scope = Scope()
    options: Annotated[list[Option], Meta(max_length=5_000)] = []
    dots: Annotated[int, Meta(ge=1, le=MOST_DOTS)] = 3
    most: Annotated[int, Meta(ge=1, le=MOST_DOTS)] = 3
    secret: bool = True
    open_count: bool = False
    people: Annotated[int, Meta(ge=0, le=100_000)] = 0
    names: Annotated[list[ShortText], Meta(max_length=10_000)] = []
    facilitator_votes: bool = False
    seconds: Annotated[int, Meta(ge=0, le=86_400)] = 0
    state: State = "setup"
    runoff_of: Annotated[str, Meta(max_length=200)] = ""


class Voter(Record, frozen=True, kw_only=True):
    """Somebody who votes in a round. In a secret round there is neither name nor number, and the id comes from a key
    that is not in the file."""

    kind: Literal["voter"] = "voter"
    round: Id
    name: ShortText = ""
    way: Way = "kiosk"
    number: Annotated[int, Meta(ge=0, le=1_000_000)] = 0
    done: bool = False


class Dot(Record, frozen=True, kw_only=True):
    """A dot of a voter on an option. There are as many ids as a voter has dots, so nobody can have more; the dots of
    one voter lie in the order of the options' numbers, so what came first cannot be seen."""

    kind: Literal["dot"] = "dot"
    round: Id
    voter: Id
    slot: Annotated[int, Meta(ge=0, lt=MOST_DOTS)]
    note: Id


class Correction(Record, frozen=True, kw_only=True):
    """That the facilitator changed somebody's dots, and why. Of a secret round it does not say whose."""

    kind: Literal["correction"] = "correction"
    round: Id
    voter: Annotated[str, Meta(max_length=200)] = ""
    text: ShortText = ""


class Unknown(Record, frozen=True, kw_only=True):
    """A kind this version does not know, or a record it cannot read: kept, never shown, written back as it came."""

    kind: str


STATUSES = ("assumption", "seen", "proven")
"""How sure the group is of a note; an empty status says nothing."""

WORKSHOP = "workshop"
KINDS: Mapping[str, type[Record]] = MappingProxyType(
    {
        "workshop": Workshop,
        "sheet": Sheet,
        "note": Note,
        "entry": Entry,
        "cluster": Cluster,
        "link": Link,
        "remark": Remark,
        "picture": Picture,
        "round": Round,
        "voter": Voter,
        "dot": Dot,
        "correction": Correction,
    }
)
_OWN: Mapping[str, frozenset[str]] = MappingProxyType(
    {name: frozenset(kind.__struct_fields__) - {"extra"} for name, kind in KINDS.items()}
)


_Kind = TypeVar("_Kind", bound=Record)


def _converted(raw: Mapping[str, Any], kind: type[_Kind]) -> _Kind:
    try:
        return convert(raw, kind)
    except UnicodeEncodeError as error:  # a lone surrogate where one of a few words is expected
        raise ValidationError("a character that cannot exist") from error


def parse(raw: Mapping[str, Any]) -> Record:
    """The record that plain JSON stands for. Raises msgspec.ValidationError when a known kind has a value that it
    cannot hold, or when there is no id or kind."""
    kind = raw.get("kind")
    own = _OWN.get(kind) if isinstance(kind, str) else None
    if own is None:
        return unknown(raw)
    if raw.keys() <= own:
        return _converted(raw, KINDS[str(kind)])
    known: dict[str, Any] = {name: value for name, value in raw.items() if name in own}
    known["extra"] = {name: value for name, value in raw.items() if name not in own}
    return _converted(known, KINDS[str(kind)])


def unknown(raw: Mapping[str, Any]) -> Unknown:
    """The raw record as it came. Raises msgspec.ValidationError without a usable id and kind."""
    extra = {name: value for name, value in raw.items() if name not in ("id", "kind")}
    return convert({"id": raw.get("id"), "kind": raw.get("kind"), "extra": extra}, Unknown)


def new_id(kind: str) -> str:
    """An id that no other record has: 80 random bits."""
    return f"{kind}:{os.urandom(10).hex()}"


def entry_id(sheet: str, field: str) -> str:
    """Two laptops that fill in the same field make the same record."""
    return f"entry:{sheet}:{field}"


def dot_id(round_id: str, voter: str, slot: int) -> str:
    """One for each dot that a voter has: a budget cannot be overspent, not even on two laptops."""
    return f"dot:{round_id}:{voter}:{slot}"
