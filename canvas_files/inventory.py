"""The data inventory of a workshop: its sources, in which systems each item is kept, the journey, and the findings. It
listens to the document; a change costs what it touches, not the whole."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from canvas_files import facts
from canvas_files.change import Change
from canvas_files.couplings import groups
from canvas_files.data_index import Block, DataIndex, Dirty, TemplateOf
from canvas_files.findings import RULES, Finding, registering, remark_id, subject_of
from canvas_files.queries import Records
from canvas_files.reading_order import in_reading_order
from canvas_files.records import Link, Note, Remark, Sheet
from canvas_files.template import Template, Term

_RANK: Mapping[str, int] = MappingProxyType({rule.name: number for number, rule in enumerate(RULES)})


class Places(Struct, frozen=True):
    """Where one item is kept: the sources that hold it, the systems they are in, and the number of places in which a
    change of it must be made by hand. `groups` are the sources among which a change spreads by itself."""

    key: str
    name: str
    sources: tuple[str, ...]
    systems: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]

    @property
    def by_hand(self) -> int:
        """In how many places a change must be made by hand."""
        return len(self.groups)


class Channel(Struct, frozen=True):
    """A row of the journey: a channel, or nothing for what belongs to no channel; for each phase whether the channel
    has it, and the sources in which it is registered."""

    note: str
    phases: tuple[bool, ...]
    registered: tuple[tuple[str, ...], ...]


class Journey(Struct, frozen=True):
    """Channel by phase on one sheet."""

    sheet: str
    phases: tuple[Term, ...]
    rows: tuple[Channel, ...]


class Inventory:
    """The data inventory of a table of records. `follow` is to be called with every change."""

    def __init__(self, records: Records, template_of: TemplateOf) -> None:
        self.index = DataIndex(template_of)
        self._found: dict[tuple[str, str], Finding] = {}
        self._remarks: dict[str, Remark] = {each.id: each for each in records.values() if isinstance(each, Remark)}
        self._sorted: tuple[Finding, ...] | None = None
        self._places: dict[str, Places] = {}
        self._look_at(self.index.fill(records))

    def follow(self, change: Change) -> None:
        """Brings everything up to date with a change."""
        for before, _ in change.updated.values():
            self._remarks.pop(before.id, None)
        for record in change.removed.values():
            self._remarks.pop(record.id, None)
        for record in (*change.added.values(), *(after for _, after in change.updated.values())):
            if isinstance(record, Remark):
                self._remarks[record.id] = record
        self._look_at(self.index.follow(change))

    def sources(self) -> list[Note]:
        """All data sources, sheet by sheet and block by block in the working order, in reading order."""
        return self._in_order("data_source")

    def of_role(self, *roles: str) -> list[Note]:
        """All notes with one of these roles, in the same order."""
        return [note for role in roles for note in self._in_order(role)]

    def kpis(self) -> list[Note]:
        """All KPIs."""
        return self._in_order("kpi")

    def known_values(self, name: str) -> list[str]:
        """What was said of a fact before, anywhere in the workshop: to be offered again. Items with those that stand on
        notes of their own."""
        if name == "items":
            return [self.index.spelling(item) for item in self.items()]
        notes = (self.index.notes[note_id] for ids in self.index.by_role.values() for note_id in ids)
        spelled = {facts.key_of(words): words for note in notes if (words := facts.text_of(note, name).strip())}
        return [spelled[key] for key in sorted(spelled)]

    def couplings(self) -> list[Link]:
        """The couplings between notes, in a lasting order."""
        found = (link for link in self.index.links.values() if link.how in facts.HOWS)
        return sorted(found, key=lambda link: (self.name(link.start), self.name(link.end), link.id))

    def coupled_with(self, note_id: str) -> list[tuple[Link, Note]]:
        """The couplings of a note and what is at their other end, by name."""
        index = self.index
        ends = ((index.links[link], index.notes.get(other)) for link, other in index.near.get(note_id, {}).items())
        found = [(link, other) for link, other in ends if other is not None and link.how in facts.HOWS]
        return sorted(found, key=lambda pair: (facts.key_of(facts.name_of(pair[1])), pair[0].id))

    def items(self) -> list[str]:
        """The keys of all items, by name."""
        return sorted({*self.index.holders, *self.index.named})

    def places(self, item: str) -> Places:
        """Where an item is kept, by its key; nowhere when it is not."""
        key = facts.key_of(item)
        known = self._places.get(key)
        if known is None:
            known = self._places[key] = self._new_places(key)
        return known

    def systems(self) -> list[str]:
        """The names of all systems in which there is a source with an item."""
        named = {system for item in self.index.holders for system in self.places(item).systems}
        return sorted(named, key=lambda words: (facts.key_of(words), words))

    def findings(self, accepted: bool = True) -> list[Finding]:
        """All findings in the order of telling, with those that the group accepted or without."""
        if self._sorted is None:
            steps = {sheet.id: _steps(template) for sheet, template in self.index.sheets.values()}
            self._sorted = tuple(sorted(self._found.values(), key=lambda found: self._place_of(found, steps)))
        return [found for found in self._sorted if accepted or self.fine(found) is None]

    def fine(self, finding: Finding) -> Remark | None:
        """What the group said when it saw this finding and found it fine."""
        return self._remarks.get(remark_id(finding.rule, finding.subject))

    def journeys(self) -> list[Journey]:
        """A table of channel by phase for every sheet that knows phases."""
        return [found for sheet, template in self._in_sheets() if (found := self._journey(sheet, template)).phases]

    def name(self, note_id: str) -> str:
        """What a note is called."""
        note = self.index.notes.get(note_id)
        return facts.name_of(note) if note is not None else ""

    def block(self, note: Note) -> tuple[Sheet, Template] | None:
        """The sheet and template that a note hangs on."""
        return self.index.sheets.get(note.sheet)

    def _look_at(self, dirty: Dirty) -> None:
        subjects: Mapping[str, set[str]] = {
            "note": dirty.notes,
            "item": dirty.items,
            "block": {subject_of(block) for block in dirty.blocks},
            "phase": {subject_of(phase) for phase in dirty.phases},
        }
        for rule in RULES:
            for subject in subjects[rule.scope]:
                found = rule.find(self.index, subject)
                if found is None:
                    self._found.pop((rule.name, subject), None)
                else:
                    self._found[rule.name, subject] = found
        for item in dirty.items | {item for note in dirty.notes for item in self.index.items_of(note)}:
            self._places.pop(item, None)
        self._sorted = None

    def _new_places(self, key: str) -> Places:
        index = self.index
        holders = index.holders.get(key, set())
        sources = self._by_name(holders)
        spelled: dict[str, str] = {}
        for source in sources:
            words = facts.system_of(index.notes[source])
            spelled.setdefault(facts.key_of(words), words)
        found = groups(holders, index.near, index.automatic)
        parts = sorted(self._by_name(group) for group in found)
        return Places(key, index.spelling(key), sources, tuple(spelled[each] for each in sorted(spelled)), tuple(parts))

    def _by_name(self, note_ids: set[str]) -> tuple[str, ...]:
        return tuple(sorted(note_ids, key=lambda each: (facts.key_of(self.name(each)), each)))

    def _place_of(self, finding: Finding, steps: Mapping[str, Mapping[str, int]]) -> tuple[int, str, int, str, str]:
        rank = _RANK[finding.rule]
        there = self.index.sheets.get(finding.sheet)
        if there is None:
            return rank, "", 0, finding.about, finding.subject
        note = self.index.notes.get(finding.subject)
        number = steps[finding.sheet].get(note.zone if note is not None else finding.about, len(steps))
        return rank, there[0].order, number, self.name(finding.subject), finding.subject

    def _in_sheets(self) -> list[tuple[Sheet, Template]]:
        return sorted(self.index.sheets.values(), key=lambda pair: (pair[0].order, pair[0].id))

    def _in_order(self, role: str) -> list[Note]:
        blocks: dict[Block, list[Note]] = {}
        for note_id in self.index.by_role.get(role, ()):
            note = self.index.notes[note_id]
            blocks.setdefault((note.sheet, note.zone), []).append(note)
        found: list[Note] = []
        for sheet, template in self._in_sheets():
            for zone in (*(each.id for each in template.working_order()), ""):
                found += in_reading_order(blocks.pop((sheet.id, zone), ()))
        return found + [note for block in sorted(blocks) for note in in_reading_order(blocks[block])]

    def _journey(self, sheet: Sheet, template: Template) -> Journey:
        index, phases = self.index, template.journey()
        zone = next((each for each in template.zones if any(c.id == template.phases for c in each.checklists)), None)
        channels = [
            note
            for note in index.notes.values()
            if zone is not None and note.sheet == sheet.id and note.zone == zone.id and not note.role
        ]
        all_of = [registering(index, (sheet.id, term.id)) for term in phases]
        rows: list[Channel] = []
        left = [set(each) for each in all_of]
        for channel in in_reading_order(channels):
            row = self._channel(channel, all_of, phases)
            rows.append(row)
            left = [there - set(told) for there, told in zip(left, row.registered, strict=True)]
        if any(left):
            rows.append(Channel("", tuple(False for _ in phases), tuple(self._by_name(each) for each in left)))
        return Journey(sheet.id, phases, tuple(rows))

    def _channel(self, note: Note, all_of: list[set[str]], phases: tuple[Term, ...]) -> Channel:
        index = self.index
        carried = index.phases_of(note.id)
        near = {other.id for other in index.around(note.id)}
        has = tuple((note.sheet, term.id) in carried for term in phases)
        registered = (
            there & near if here else {each for each in there & near if (note.sheet, term.id) in index.phases_of(each)}
            for there, here, term in zip(all_of, has, phases, strict=True)
        )
        return Channel(note.id, has, tuple(self._by_name(each) for each in registered))


def _steps(template: Template) -> dict[str, int]:
    """The place of every block in the working order, and of every phase behind them."""
    names = [zone.id for zone in template.working_order()] + [term.id for term in template.journey()]
    return {name: number for number, name in enumerate(names)}
