"""What a round is about: the notes that can be voted on, numbered; which of them look alike; how many dots are wise."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct

from canvas_files import queries
from canvas_files.folding import folded
from canvas_files.queries import Records
from canvas_files.reading_order import in_reading_order
from canvas_files.records import MOST_DOTS, Cluster, Note, Option, Scope

if TYPE_CHECKING:
    from canvas_files.document import Document

MANY_OPTIONS = 30
"""Above this a preliminary round is wise."""
ROOT_ABOVE = 40
_ALIKE = 0.6
"""Share of words that two notes have in common before they are said to look alike."""


class Advice(Struct, frozen=True):
    """How many dots to give each person: a quarter to a third of the options, at most 20. The sum to show is
    `options` / 4 = `suggested`; `root` is the square root of the options when there are very many, else None; `many`
    says that a preliminary round is wise; `total` are the dots of everybody together, 0 when nobody knows how many
    people there are."""

    options: int
    low: int
    high: int
    suggested: int
    root: int | None
    many: bool
    total: int


def advice(options: int, people: int = 0) -> Advice:
    """Dots per person for that many options (practice of facilitators; see the guide)."""
    low = min(MOST_DOTS, max(1, math.floor(options / 4 + 0.5)))
    high = min(MOST_DOTS, max(low, options // 3))
    root = min(MOST_DOTS, round(math.sqrt(options))) if options > ROOT_ABOVE else None
    return Advice(options, low, high, low, root, options > MANY_OPTIONS, low * people)


def zone_order(document: Document) -> tuple[str, ...]:
    """The blocks of all templates in working order, in which candidates numbers them."""
    templates = (document.template_of(sheet) for sheet in document.sheets)
    zones = (zone.id for template in templates if template is not None for zone in template.working_order())
    return tuple(dict.fromkeys(zones))


def candidates(records: Records, scope: Scope, zones: Sequence[str] = ()) -> list[Option]:
    """What can be voted on, numbered sheet by sheet, block by block (in the order of `zones`) and in reading order. A
    cluster is one option; empty notes are none, and parked ones only when they are named."""
    place = {zone: at for at, zone in enumerate(zones)}
    chosen: list[Note] = []
    for sheet in queries.sheets(records):
        if not scope.sheets or sheet.id in scope.sheets:
            chosen += _on_sheet(records, scope, sheet.id, place)
    whole = _clusters(records, {note.cluster for note in chosen if note.cluster})
    options: list[Option] = []
    seen: set[str] = set()
    for note in chosen:
        if note.id not in seen:
            members = whole.get(note.cluster) or [note]
            seen.update(member.id for member in members)
            options.append(_option(len(options) + 1, records, members))
    return options


def _on_sheet(records: Records, scope: Scope, sheet_id: str, place: dict[str, int]) -> Iterator[Note]:
    by_zone: dict[str, list[Note]] = {}
    for note in queries.notes_on(records, sheet_id):
        if _takes_part(note, scope):
            by_zone.setdefault(note.zone, []).append(note)
    for zone in sorted(by_zone, key=lambda zone: (zone == "", place.get(zone, len(place)), zone)):
        yield from in_reading_order(by_zone[zone])


def _takes_part(note: Note, scope: Scope) -> bool:
    """Whether a note is voted on. Notes of the data lens only are when their kind, or they themselves, are named."""
    return (
        bool(note.text.strip())
        and (note.id in scope.notes if scope.notes else note.zone != "")
        and (not scope.zones or note.zone in scope.zones)
        and (not scope.colors or note.color in scope.colors)
        and (not scope.tags or not set(scope.tags).isdisjoint(note.tags))
        and (note.role in scope.kinds if scope.kinds else not note.role or bool(scope.notes))
    )


def _clusters(records: Records, wanted: set[str]) -> dict[str, list[Note]]:
    """The notes of clusters, in reading order."""
    if not wanted:
        return {}
    members: dict[str, list[Note]] = {}
    for record in records.values():
        if isinstance(record, Note) and record.cluster in wanted and isinstance(records.get(record.cluster), Cluster):
            members.setdefault(record.cluster, []).append(record)
    return {cluster: in_reading_order(notes) for cluster, notes in members.items()}


def _option(number: int, records: Records, members: list[Note]) -> Option:
    first = next((note for note in members if note.text.strip()), members[0])
    cluster = records.get(first.cluster)
    name = cluster.name.strip() if isinstance(cluster, Cluster) and len(members) > 1 else ""
    return Option(
        number=number,
        note=first.id,
        notes=[note.id for note in members],
        sheet=first.sheet,
        zone=first.zone,
        text=name or first.text,
        color=first.color,
    )


def look_alikes(records: Records, options: Sequence[Option]) -> list[tuple[Option, Option]]:
    """Pairs that say nearly the same: merged before the round, their votes are not split. In the same words but for
    capitals, accents and marks, or with most of their words in common."""
    words = {option.number: _words(_said(records, option)) for option in options}
    pairs = combinations([option for option in options if words[option.number]], 2)
    return [(one, other) for one, other in pairs if _alike(words[one.number], words[other.number])]


def _said(records: Records, option: Option) -> str:
    """What its notes say themselves: a cluster's name is somebody's summary."""
    notes = (queries.note(records, note_id) for note_id in option.notes)
    return next((note.text for note in notes if note is not None and note.text.strip()), option.text)


def _words(text: str) -> frozenset[str]:
    kept = "".join(letter if letter.isalnum() or letter.isspace() else " " for letter in folded(text))
    return frozenset(kept.split()) or frozenset(folded(text).split())


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    common = len(one & other)
    return one == other or (common >= 2 and common >= _ALIKE * len(one | other))
