"""What the command palette offers: actions that can be done now, blocks, sheets, and notes by their text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from canvas_files.folding import FoldedTexts
from canvas_files.records import Note
from plakbord.actions.all import ACTIONS
from plakbord.actions.find import BLOCKS
from plakbord.actions.matching import Choice, best, choice
from plakbord.sheet.names import sheet_names
from plakbord.words import Words

if TYPE_CHECKING:
    from plakbord.actions.context import Context

Kind = str
"""The first part of a key: action, block, sheet or note."""
MOST_SHOWN = 50
MOST_NOTES = 20
_LEAST_LETTERS = 2
"""Notes are looked for from so many letters on; one letter is in nearly all of them."""
_NOT_OFFERED = frozenset({"find.palette", *BLOCKS})
"""Blocks are offered by their names instead of their numbers."""


class Offer(Struct, frozen=True):
    """A line of the palette: a key to do it by, its words, what kind of thing it is, and its shortcut."""

    key: str
    words: str
    kind: str
    keys: str = ""
    icon: str = ""
    swatch: str | None = None


class Offers:
    """Everything that can be chosen at one moment. `languages` are the words in both languages: whoever knows a thing
    by its other name finds it too."""

    def __init__(self, context: Context, t: Words, languages: Mapping[str, Words], fold: FoldedTexts) -> None:
        self._context = context
        self._t = t
        self._fold = fold
        self._languages = tuple(languages.values())
        self._offers: dict[str, Offer] = {}
        self._choices: list[Choice] = []
        for offer, others in (*self._blocks(), *self._actions(), *self._sheets()):
            self._offers[offer.key] = offer
            self._choices.append(choice(offer.key, offer.words, others))
        self._notes: list[Choice] | None = None

    def answering(self, asked: str, recent: Sequence[str]) -> list[Offer]:
        """The best answers to what is typed."""
        keys = best(asked, self._choices, recent, MOST_SHOWN)
        found = [self._offers[key] for key in keys]
        if len(asked.strip()) >= _LEAST_LETTERS:
            found += [self._note_offer(key) for key in best(asked, self._note_choices(), (), MOST_NOTES)]
        return found

    def _actions(self) -> Iterator[tuple[Offer, Sequence[str]]]:
        for action in ACTIONS:
            if action.id in _NOT_OFFERED or not action.enabled(self._context):
                continue
            keys = action.shortcuts[0] if action.shortcuts else ""
            words = self._t(action.words).rstrip("…")
            others = [t(key) for t in self._languages for key in (action.words, action.keywords) if t.has(key)]
            yield (
                Offer(f"action:{action.id}", words, self._t("palette.action"), keys, action.icon, action.swatch),
                others,
            )

    def _blocks(self) -> Iterator[tuple[Offer, Sequence[str]]]:
        layout = self._context.layout
        for number, zone in enumerate(layout.template.working_order(), 1):
            keys = str(number) if number <= len(BLOCKS) else ""
            others = [t("palette.block.others", number=number) for t in self._languages]
            seen = layout.name_of(zone)
            others += [name for each in (seen, zone.heading) for name in (each.nl, each.en)]
            words = seen(layout.t.language)
            yield Offer(f"block:{zone.id}", words, self._t("palette.block"), keys, "scan"), others

    def _sheets(self) -> Iterator[tuple[Offer, Sequence[str]]]:
        names = sheet_names(self._context.session.document, self._context.layout.t)
        for sheet_id, name in names.items():
            if sheet_id != self._context.layout.sheet_id:
                others = [t("palette.sheet.others") for t in self._languages]
                yield Offer(f"sheet:{sheet_id}", name, self._t("palette.sheet"), "", "layout-dashboard"), others

    def _note_choices(self) -> list[Choice]:
        if self._notes is None:
            records = self._context.session.store.records.values()
            notes = (record for record in records if isinstance(record, Note) and record.text)
            self._notes = [Choice(f"note:{note.id}", self._fold(note.text), strict=True) for note in notes]
        return self._notes

    def _note_offer(self, key: str) -> Offer:
        note = self._context.session.store.records[key.removeprefix("note:")]
        assert isinstance(note, Note)
        sheet = self._context.session.store.records.get(note.sheet)
        template = self._context.session.document.templates.get(getattr(sheet, "template", ""))
        zone = template.zone(note.zone) if template else None
        layout = self._context.layout
        here = note.sheet == layout.sheet_id
        where = (layout.name_of(zone) if here else zone.heading)(layout.t.language) if zone else ""
        kind = self._t("palette.note", block=where) if where else self._t("palette.strip")
        return Offer(key, " ".join(note.text.split()), kind, "", "", note.color)
