"""What is missing or double in the data of a workshop: each rule is one small function that looks at one subject, a
note, an item, a block or a phase. When a rule has to look again is for the inventory; how a finding is said, for who
shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from msgspec import Struct

from canvas_files import facts
from canvas_files.couplings import groups
from canvas_files.data_index import Block, DataIndex
from canvas_files.records import Note

Scope: TypeAlias = Literal["note", "item", "block", "phase"]


class Finding(Struct, frozen=True):
    """What a rule found: the notes it is about, and what it is about in a word: an item as it is spelled, the id of a
    zone or phase, or what is missing. `subject` tells the findings of one rule apart and stays the same as long as the
    finding is about the same thing."""

    rule: str
    subject: str
    notes: tuple[str, ...] = ()
    sheet: str = ""
    about: str = ""


class Rule(Struct, frozen=True):
    """A rule by its name, and what it looks at."""

    name: str
    scope: Scope
    find: Callable[[DataIndex, str], Finding | None]


def item_not_coupled(index: DataIndex, item: str) -> Finding | None:
    """An item in two or more sources that no working coupling joins."""
    holders = index.holders.get(item, set())
    if len(holders) < 2 or len(groups(holders, index.near, index.working)) < 2:
        return None
    return Finding("item_not_coupled", item, tuple(sorted(holders)), about=index.spelling(item))


def block_without_source(index: DataIndex, subject: str) -> Finding | None:
    """A block of which the lens asks something, without a source."""
    sheet, zone_id = block_of(subject)
    there = index.sheets.get(sheet)
    zone = there[1].zone(zone_id) if there else None
    if zone is None or zone.lens is None or index.sources_in.get((sheet, zone_id)):
        return None
    return Finding("block_without_source", subject, sheet=sheet, about=zone_id)


def kpi_without_source_or_alert(index: DataIndex, note_id: str) -> Finding | None:
    """A KPI of which nobody knows where it comes from, or that warns nobody. It is about "source", "alert" or
    "both"."""
    note = _note(index, note_id, "kpi")
    if note is None:
        return None
    fed = bool(facts.text_of(note, "source")) or any(other.role == "data_source" for other in index.around(note_id))
    warns = facts.text_of(note, "alert") == "yes"
    if fed and warns:
        return None
    about = "alert" if fed else "source" if warns else "both"
    return Finding("kpi_without_source_or_alert", note_id, (note_id,), note.sheet, about)


def phase_without_registration(index: DataIndex, subject: str) -> Finding | None:
    """A phase of the customer journey in which nothing is registered; the notes are those that carry it."""
    sheet, phase = block_of(subject)
    there = index.sheets.get(sheet)
    if there is None or phase not in (term.id for term in there[1].journey()) or registering(index, (sheet, phase)):
        return None
    carrying = index.carrying.get((sheet, phase), set())
    return Finding("phase_without_registration", subject, tuple(sorted(carrying)), sheet, phase)


def stream_without_segment(index: DataIndex, note_id: str) -> Finding | None:
    """A revenue stream that is linked to no segment."""
    return _without_partner(index, note_id, "stream_without_segment")


def segment_without_value(index: DataIndex, note_id: str) -> Finding | None:
    """A customer segment that is linked to no value."""
    return _without_partner(index, note_id, "segment_without_value")


def source_not_coupled(index: DataIndex, note_id: str) -> Finding | None:
    """A source that no working coupling joins to another source."""
    note = _note(index, note_id, "data_source")
    if note is None:
        return None
    links = index.near.get(note_id, {}).items()
    ends = (index.notes.get(other) for link, other in links if link in index.working)
    if any(end is not None and end.role == "data_source" for end in ends):
        return None
    return Finding("source_not_coupled", note_id, (note_id,), note.sheet)


def personal_without_owner(index: DataIndex, note_id: str) -> Finding | None:
    """Personal data for which nobody is responsible."""
    note = _note(index, note_id, "data_source", "data_item")
    if note is None or facts.text_of(note, "personal") != "yes" or facts.text_of(note, "owner").strip():
        return None
    return Finding("personal_without_owner", note_id, (note_id,), note.sheet)


RULES: tuple[Rule, ...] = (
    Rule("item_not_coupled", "item", item_not_coupled),
    Rule("personal_without_owner", "note", personal_without_owner),
    Rule("source_not_coupled", "note", source_not_coupled),
    Rule("kpi_without_source_or_alert", "note", kpi_without_source_or_alert),
    Rule("phase_without_registration", "phase", phase_without_registration),
    Rule("stream_without_segment", "note", stream_without_segment),
    Rule("segment_without_value", "note", segment_without_value),
    Rule("block_without_source", "block", block_without_source),
)
"""In the order in which findings are told: what hurts most stands first."""


def registering(index: DataIndex, phase: Block) -> set[str]:
    """The sources and items in which something of a phase is registered: they carry it, or they say no phase of their
    own and are linked to a business note, such as a channel, that carries it."""
    found: set[str] = set()
    for note_id in index.carrying.get(phase, ()):
        note = index.notes[note_id]
        near = [] if note.role else [other for other in index.around(note_id) if not index.phases_of(other.id)]
        found |= {each.id for each in (note, *near) if registers(each)}
    return found


def registers(note: Note) -> bool:
    """Whether a note stands for data that is kept: a source or item of which nobody said that it is not."""
    return note.role in ("data_source", "data_item") and facts.text_of(note, "registered") != "no"


def subject_of(block: Block) -> str:
    """A block or phase of a sheet as the subject of a finding."""
    return "|".join(block)


def block_of(subject: str) -> Block:
    """The block or phase that a subject stands for."""
    sheet, _, name = subject.partition("|")
    return sheet, name


def remark_id(rule: str, subject: str) -> str:
    """Two laptops that say why the same finding is fine make the same record."""
    import hashlib  # not for who only opens a workshop

    return f"remark:{rule}:{hashlib.sha256(subject.encode('utf-8', 'replace')).hexdigest()[:20]}"


def _note(index: DataIndex, note_id: str, *roles: str) -> Note | None:
    note = index.notes.get(note_id)
    return note if note is not None and note.role in roles else None


def _without_partner(index: DataIndex, note_id: str, rule: str) -> Finding | None:
    """A business note of a block that wants a link to one of another block, and has none."""
    note = _note(index, note_id, "")
    there = index.sheets.get(note.sheet) if note is not None else None
    if note is None or there is None or not note.text.strip():
        return None
    pair = next((pair for pair in there[1].pairs if pair.rule == rule and pair.zone == note.zone), None)
    if pair is None or any(_hangs_in(other, note.sheet, pair.to) for other in index.around(note_id)):
        return None
    return Finding(rule, note_id, (note_id,), note.sheet)


def _hangs_in(note: Note, sheet: str, zone: str) -> bool:
    return not note.role and note.sheet == sheet and note.zone == zone
