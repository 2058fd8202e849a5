"""What a sheet looks like, as data: zones and their geometry, headings, questions, checklists, fields and limits in
Dutch and English. How it is drawn is for the sheet."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, ValidationError, convert

from canvas_files.records import Id, Language, ShortText

Place = Annotated[int, Meta(ge=0, le=1_000_000)]
Extent = Annotated[int, Meta(ge=100, le=1_000_000)]


class Wording(Struct, frozen=True):
    """The same words in both languages."""

    nl: Annotated[str, Meta(min_length=1, max_length=2_000)]
    en: Annotated[str, Meta(min_length=1, max_length=2_000)]

    def __call__(self, language: Language) -> str:
        return self.nl if language == "nl" else self.en


class Room(Struct, frozen=True):
    """A rectangle on the sheet, in hundredths of a millimetre from the sheet's top-left corner."""

    x: Place
    y: Place
    w: Extent
    h: Extent

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside; the right and bottom edges belong to the neighbour."""
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h


class Size(Struct, frozen=True):
    """A page's width and height in hundredths of a millimetre."""

    w: Extent
    h: Extent


class Term(Struct, frozen=True):
    """One thing to choose or to tag a note with."""

    id: Id
    name: Wording
    hint: Wording | None = None


class Checklist(Struct, frozen=True):
    """Terms that belong together; each is also a tag for notes."""

    id: Id
    heading: Wording
    terms: tuple[Term, ...]


class Limit(Struct, frozen=True):
    """How many notes a zone wants; no `most` means as many as you like. Nothing is ever refused because of it."""

    least: int = 0
    most: int | None = None


class Part(Struct, frozen=True):
    """A sub-area of a zone; its notes count for the whole zone."""

    id: Id
    heading: Wording
    box: Room


class Topics(Struct, frozen=True):
    """What a block asks through the data lens, in the place of its own heading and questions."""

    heading: Wording
    questions: tuple[Wording, ...] = ()


class Pair(Struct, frozen=True):
    """A finding of the data lens, by its rule: every business note in `zone` wants a link to one in `to`."""

    rule: Id
    zone: Id
    to: Id


class Zone(Struct, frozen=True):
    """A block of the sheet where notes hang."""

    id: Id
    heading: Wording
    box: Room
    questions: tuple[Wording, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    limit: Limit = Limit()
    parts: tuple[Part, ...] = ()
    lens: Topics | None = None


class Column(Struct, frozen=True):
    """A headed column of fields."""

    id: Id
    heading: Wording
    box: Room


class Field(Struct, frozen=True):
    """Something to fill in: a line, a story of several lines, or a choice of terms. The one with `title` names the
    sheet."""

    id: Id
    name: Wording
    kind: Literal["line", "story", "choice"]
    box: Room
    column: str = ""
    choices: tuple[Term, ...] = ()
    questions: tuple[Wording, ...] = ()
    title: bool = False


SCALE_STEPS = 7
"""A scale is answered with a whole number from 1, its left end, to this, its right end."""


class Scale(Struct, frozen=True):
    """A slider between two ends."""

    id: Id
    name: Wording
    left: Wording
    right: Wording
    box: Room
    column: str = ""


class Anchor(Struct, frozen=True):
    """The block of another template whose notes a sheet may be about."""

    template: Id
    zone: Id


class Template(Struct, frozen=True):
    """The form of one kind of sheet. `order` is the working order of the zones, the guided tour; `short` what people
    type for it, `icon` and `about` what they see of it where they choose. For the data lens: `phases` is the checklist
    whose terms are the phases of the customer journey, `pairs` which blocks' notes want each other."""

    id: Id
    name: Wording
    page: Size
    zones: Annotated[tuple[Zone, ...], Meta(min_length=1, max_length=200)]
    version: int = 1
    form: ShortText = "canvas"
    credit: Wording | None = None
    title: Room | None = None
    date: Room | None = None
    legend: Room | None = None
    small_print: Room | None = None
    order: tuple[Id, ...] = ()
    columns: tuple[Column, ...] = ()
    portrait: Room | None = None
    fields: tuple[Field, ...] = ()
    scales: tuple[Scale, ...] = ()
    links_to: Anchor | None = None
    short: ShortText = ""
    icon: ShortText = "layout-grid"
    about: Wording | None = None
    phases: ShortText = ""
    pairs: tuple[Pair, ...] = ()

    def zone(self, zone_id: str) -> Zone | None:
        """The zone with that id."""
        return next((zone for zone in self.zones if zone.id == zone_id), None)

    def zone_at(self, x: float, y: float) -> Zone | None:
        """The zone at a point of the sheet."""
        return next((zone for zone in self.zones if zone.box.holds(x, y)), None)

    def field(self, field_id: str) -> Field | Scale | None:
        """The field or scale with that id."""
        named: tuple[Field | Scale, ...] = (*self.fields, *self.scales)
        return next((field for field in named if field.id == field_id), None)

    def journey(self) -> tuple[Term, ...]:
        """The phases of the customer journey; none when the template knows none."""
        lists = (checklist for zone in self.zones for checklist in zone.checklists)
        return next((checklist.terms for checklist in lists if checklist.id == self.phases), ())

    def working_order(self) -> list[Zone]:
        """All zones, those of the guided tour first and in its order."""
        place = {zone_id: number for number, zone_id in enumerate(self.order)}
        return sorted(self.zones, key=lambda zone: place.get(zone.id, len(place)))


def read_template(raw: Any) -> Template:
    """The template that plain JSON stands for. Raises ValueError with a short reason: a wrong value and where it
    stands, or what does not agree."""
    try:
        template = convert(raw, Template)
    except ValidationError as error:
        raise ValueError(str(error)) from error
    for reason in _disagreements(template):
        raise ValueError(reason)
    return template


def load_template(data: bytes) -> tuple[Template, Mapping[str, Any]]:
    """A template from the bytes of its file, with the plain JSON that is copied into workshops. Raises ValueError with
    line and column for bad JSON, else as read_template."""
    raw = json.loads(data)
    return read_template(raw), raw


def _disagreements(template: Template) -> Iterator[str]:
    zone_ids = [zone.id for zone in template.zones]
    ids = [*zone_ids, *(field.id for field in template.fields), *(scale.id for scale in template.scales)]
    for double in sorted(name for name, times in Counter(ids).items() if times > 1):
        yield f"the id {double} is used twice"
    for name in template.order:
        if name not in zone_ids:
            yield f"the order names a zone {name} that is not there"
    for name in (name for pair in template.pairs for name in (pair.zone, pair.to)):
        if name not in zone_ids:
            yield f"a pair names a zone {name} that is not there"
    if template.phases and not template.journey():
        yield f"the phases {template.phases} are no checklist with terms"
    for name, box in _boxes(template):
        if box.x + box.w > template.page.w or box.y + box.h > template.page.h:
            yield f"the box of {name} reaches outside the page"


def _boxes(template: Template) -> Iterator[tuple[str, Room]]:
    for zone in template.zones:
        yield zone.id, zone.box
        for part in zone.parts:
            yield part.id, part.box
    parts: tuple[Column | Field | Scale, ...] = (*template.columns, *template.fields, *template.scales)
    for named in parts:
        yield named.id, named.box
    for name in ("title", "date", "legend", "small_print", "portrait"):
        box = getattr(template, name)
        if box is not None:
            yield name, box
