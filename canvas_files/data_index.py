"""What the data lens asks of a document, kept up to date change by change: who is linked to whom, which source holds
which items, and what stands in which block and phase. What is found in it is for findings and the inventory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

from msgspec import Struct

from canvas_files import facts
from canvas_files.change import Change
from canvas_files.queries import Records
from canvas_files.records import Link, Note, Sheet
from canvas_files.template import Template

TemplateOf: TypeAlias = Callable[[Sheet], Template | None]
"""The template of a sheet, with what the data lens needs."""
Block: TypeAlias = tuple[str, str]
"""A sheet's id and a zone's; or a phase's in its place."""

_Key = TypeVar("_Key")


class Facet(Struct, frozen=True):
    """What the index holds of one note: its items by key, the block it hangs in and the phases it carries."""

    role: str = ""
    items: frozenset[str] = frozenset()
    block: Block = ("", "")
    phases: frozenset[Block] = frozenset()


class Dirty(Struct):
    """What a change may have made different, to be looked at again."""

    notes: set[str]
    items: set[str]
    blocks: set[Block]
    phases: set[Block]


class DataIndex:
    """The notes and links of a workshop, by what the data lens asks."""

    def __init__(self, template_of: TemplateOf) -> None:
        self._template_of = template_of
        self.notes: dict[str, Note] = {}
        self.links: dict[str, Link] = {}
        self.near: dict[str, dict[str, str]] = {}
        self.working: set[str] = set()
        self.automatic: set[str] = set()
        self.by_role: dict[str, set[str]] = {role: set() for role in facts.ROLES}
        self.holders: dict[str, set[str]] = {}
        self.named: dict[str, set[str]] = {}
        self.sources_in: dict[Block, set[str]] = {}
        self.carrying: dict[Block, set[str]] = {}
        self.sheets: dict[str, tuple[Sheet, Template]] = {}
        self._facets: dict[str, Facet] = {}
        self._spelled: dict[str, Counter[str]] = {}
        self._journeys: dict[str, frozenset[str]] = {}

    def fill(self, records: Records) -> Dirty:
        """Takes a whole document in; everything is to be looked at."""
        return self.follow(Change(added=records))

    def follow(self, change: Change) -> Dirty:
        """Takes a change in; what may be different."""
        dirty = Dirty(set(), set(), set(), set())
        pairs: list[tuple[Note | None, Note | None]] = []
        for before, after in _both(change):
            if isinstance(before, Note) or isinstance(after, Note):
                pairs.append((before if isinstance(before, Note) else None, after if isinstance(after, Note) else None))
            elif isinstance(before, Link) or isinstance(after, Link):
                self._take_link(before, after, dirty)
            elif isinstance(before, Sheet) or isinstance(after, Sheet):
                self._take_sheet(before, after, dirty)
        for was, now in pairs:
            self._take_note(was, now, dirty)
        for note_id in dirty.notes:
            self._renew(note_id, dirty)
        return dirty

    def around(self, note_id: str) -> Iterator[Note]:
        """The notes that a note is linked to; one that is linked twice comes twice."""
        for other in self.near.get(note_id, {}).values():
            note = self.notes.get(other)
            if note is not None:
                yield note

    def spelling(self, item: str) -> str:
        """An item as it is written most, of equals the first by alphabet."""
        spelled = self._spelled.get(item)
        return min(spelled, key=lambda words: (-spelled[words], words)) if spelled else item

    def items_of(self, note_id: str) -> frozenset[str]:
        """The items of a source by key, those of item notes linked to it among them."""
        return self._facets[note_id].items if note_id in self._facets else frozenset()

    def phases_of(self, note_id: str) -> frozenset[Block]:
        """The phases that a note carries."""
        return self._facets[note_id].phases if note_id in self._facets else frozenset()

    def _take_sheet(self, before: object, after: object, dirty: Dirty) -> None:
        if isinstance(before, Sheet):
            there = self.sheets.pop(before.id, None)
            self._journeys.pop(before.id, None)
            _mark_sheet(there, dirty)
        if isinstance(after, Sheet):
            template = self._template_of(after)
            if template is not None:
                self.sheets[after.id] = (after, template)
                self._journeys[after.id] = frozenset(term.id for term in template.journey())
                _mark_sheet(self.sheets[after.id], dirty)
        if isinstance(before, Sheet) != isinstance(after, Sheet):
            sheet_id = after.id if isinstance(after, Sheet) else before.id if isinstance(before, Sheet) else ""
            dirty.notes |= {note.id for note in self.notes.values() if note.sheet == sheet_id}

    def _take_link(self, before: object, after: object, dirty: Dirty) -> None:
        for link in (before, after):
            if isinstance(link, Link):
                dirty.notes |= {link.start, link.end}
                dirty.items |= self.items_of(link.start) & self.items_of(link.end)
        if isinstance(before, Link):
            del self.links[before.id]
            self.working.discard(before.id)
            self.automatic.discard(before.id)
            self.near[before.start].pop(before.id, None)
            self.near[before.end].pop(before.id, None)
        if isinstance(after, Link):
            self.links[after.id] = after
            self.near.setdefault(after.start, {})[after.id] = after.end
            self.near.setdefault(after.end, {})[after.id] = after.start
            if after.how in facts.WORKING:
                self.working.add(after.id)
            if after.how == "automatic":
                self.automatic.add(after.id)

    def _take_note(self, before: Note | None, after: Note | None, dirty: Dirty) -> None:
        if before is not None and after is not None and _means_the_same(before, after):
            self.notes[after.id] = after
            return
        note_id = after.id if after is not None else before.id if before is not None else ""
        if before is not None:
            del self.notes[note_id]
            self._unlist(before)
        if after is not None:
            self.notes[note_id] = after
            self._list(after)
        for note in (before, after):
            if note is not None:
                dirty.items |= set(_spellings(note))
        dirty.notes.add(note_id)
        dirty.notes |= set(self.near.get(note_id, {}).values())

    def _list(self, note: Note) -> None:
        if note.role in self.by_role:
            self.by_role[note.role].add(note.id)
        for key, words in _spellings(note).items():
            self._spelled.setdefault(key, Counter())[words] += 1
            if note.role == "data_item":
                self.named.setdefault(key, set()).add(note.id)

    def _unlist(self, note: Note) -> None:
        if note.role in self.by_role:
            self.by_role[note.role].discard(note.id)
        for key, words in _spellings(note).items():
            spelled = self._spelled[key]
            spelled[words] -= 1
            if not spelled[words]:
                del spelled[words]
            if not spelled:
                del self._spelled[key]
            if note.role == "data_item":
                _drop(self.named, key, note.id)

    def _renew(self, note_id: str, dirty: Dirty) -> None:
        """Brings what is held of a note up to date."""
        was, now = self._facets.pop(note_id, Facet()), self._facet(note_id)
        if now != Facet():
            self._facets[note_id] = now
        dirty.phases |= was.phases | now.phases
        if was == now:
            return
        _exchange(self.holders, note_id, was.items, now.items)
        _exchange(self.carrying, note_id, was.phases, now.phases)
        blocks = [{facet.block} if facet.role == "data_source" else set() for facet in (was, now)]
        _exchange(self.sources_in, note_id, *blocks)
        dirty.items |= was.items ^ now.items
        dirty.blocks |= {was.block, now.block}

    def _facet(self, note_id: str) -> Facet:
        note = self.notes.get(note_id)
        if note is None:
            return Facet()
        items: set[str] = set()
        if note.role == "data_source":
            items = set(_spellings(note))
            for other in self.around(note_id):
                if other.role == "data_item":
                    items |= set(_spellings(other))
        journey = self._journeys.get(note.sheet, frozenset())
        carried = {tag for tag in (*note.tags, facts.text_of(note, "phase")) if tag in journey}
        block = (note.sheet, note.zone)
        return Facet(note.role, frozenset(items), block, frozenset((note.sheet, phase) for phase in carried))


def _both(change: Change) -> Iterator[tuple[object, object]]:
    """Every record of a change as it was and as it is; sheets first, for what a note carries depends on them."""
    pairs: list[tuple[object, object]] = [(None, after) for after in change.added.values()]
    pairs += [(before, None) for before in change.removed.values()]
    pairs += change.updated.values()
    yield from (pair for pair in pairs if isinstance(pair[0] or pair[1], Sheet))
    yield from (pair for pair in pairs if not isinstance(pair[0] or pair[1], Sheet))


def _means_the_same(before: Note, after: Note) -> bool:
    """Whether the data lens sees no difference: a note that only moved within its block costs nothing."""
    return (before.role, before.text, before.zone, before.sheet, before.tags, before.facts) == (
        after.role,
        after.text,
        after.zone,
        after.sheet,
        after.tags,
        after.facts,
    )


def _spellings(note: Note) -> dict[str, str]:
    """The items that a note names itself, by key, as it writes them."""
    named: Iterable[str] = ()
    if note.role == "data_source":
        named = facts.items_of(note)
    elif note.role == "data_item":
        named = [facts.name_of(note)]
    return {facts.key_of(words): " ".join(words.split()) for words in named if words.strip()}


def _mark_sheet(there: tuple[Sheet, Template] | None, dirty: Dirty) -> None:
    if there is not None:
        sheet, template = there
        dirty.blocks |= {(sheet.id, zone.id) for zone in template.zones}
        dirty.phases |= {(sheet.id, term.id) for term in template.journey()}


def _exchange(table: dict[_Key, set[str]], note_id: str, was: Iterable[_Key], now: Iterable[_Key]) -> None:
    before, after = set(was), set(now)
    for key in before - after:
        _drop(table, key, note_id)
    for key in after - before:
        table.setdefault(key, set()).add(note_id)


def _drop(table: dict[_Key, set[str]], key: _Key, note_id: str) -> None:
    there = table[key]
    there.discard(note_id)
    if not there:
        del table[key]
