"""The sheet in words, for the outline and for those who hear the board instead of seeing it: what a note is called,
where it hangs, what is on it, and what a change did."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from canvas_files import facts, queries
from canvas_files.change import Change
from canvas_files.document import Document
from canvas_files.records import Note
from canvas_files.template import Template
from plakbord.sheet import theme
from plakbord.words import Words

LONGEST = 60
"""Characters of a note's text in a sentence about it."""


def first_line(text: str) -> str:
    """The first line of a text that says something."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def note_name(note: Note, t: Words) -> str:
    """What a note is called: its text on one line."""
    return " ".join(note.text.split()) or t("outline.face_down" if note.face_down else "outline.empty")


def short_name(note: Note, t: Words) -> str:
    """The same in a sentence."""
    name = note_name(note, t)
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"


def zone_name(template: Template | None, zone_id: str, t: Words, sheet_words: Words) -> str:
    """What a block is called, in the language of the sheet; the parking strip in that of the window."""
    zone = template.zone(zone_id) if template and zone_id else None
    return zone.heading(sheet_words.language) if zone else t("board.strip")


def tags_of(note: Note, template: Template | None, sheet_words: Words) -> list[str]:
    """The note's tags by name: terms of the template's checklists, and own words as they are."""
    names = {
        term.id: term.name(sheet_words.language)
        for zone in (template.zones if template else ())
        for checklist in zone.checklists
        for term in checklist.terms
    }
    return [names.get(tag, tag) for tag in note.tags]


def traits(note: Note, template: Template | None, t: Words, sheet_words: Words, caption: str = "") -> list[str]:
    """What is on a note besides its text: its kind, colour and what that stands for, tags, status, lock."""
    color = note.color if note.color in theme.NOTE_COLORS else theme.DEFAULT_COLOR
    found = [t(f"lens.role.{note.role}").lower()] if note.role in facts.ROLES else []
    if found and (system := facts.text_of(note, "system")):
        found.append(t("said.system", system=system))
    found.append(t("said.color", color=t(f"color.{color}").lower(), caption=f" ({caption})" if caption else ""))
    names = tags_of(note, template, sheet_words)
    if names:
        found.append(t("said.tags", n=len(names), tags=", ".join(names)))
    if t.has(f"said.status.{note.status}"):
        found.append(t(f"said.status.{note.status}"))
    if note.locked:
        found.append(t("said.locked"))
    return found


def no_dots(note_id: str) -> int | None:  # noqa: ARG001
    """The dots on a note where no vote is shown."""
    return None


class Speaker:
    """Describes notes and changes of one document. `t` is the window's words, `sheet_words` those of the sheets; `dots`
    tells the dots on a note that may be known."""

    def __init__(
        self, document: Document, t: Words, sheet_words: Words, dots: Callable[[str], int | None] = no_dots
    ) -> None:
        self.t = t
        self._document = document
        self._sheet_words = sheet_words
        self._dots = dots

    def describe(self, note: Note, place: int, count: int) -> str:
        """Where a note hangs, its place among so many, and what is on it."""
        t, template = self.t, self.template_of(note)
        where = t("said.place", zone=self.zone_of(note), place=place, count=count)
        caption = self._document.workshop.captions.get(note.color, "")
        return ", ".join([where, *self._votes(note), *traits(note, template, t, self._sheet_words, caption)])

    def _votes(self, note: Note) -> list[str]:
        """The dots on a note, while they may be known."""
        dots = self._dots(note.id)
        return [] if dots is None else [self.t("said.votes", n=dots)]

    def zone_of(self, note: Note) -> str:
        """The name of the block that a note hangs in."""
        return zone_name(self.template_of(note), note.zone, self.t, self._sheet_words)

    def template_of(self, note: Note) -> Template | None:
        """The form of the sheet that a note is on."""
        sheet = queries.sheet(self._document.records, note.sheet)
        return self._document.template_of(sheet) if sheet is not None else None

    def sentence(self, change: Change) -> str:
        """What a change did to the notes; empty when it did nothing to them."""
        moved, texts, others = [], [], []
        for before, after in change.updated.values():
            if isinstance(before, Note) and isinstance(after, Note):
                if (before.sheet, before.zone, before.x, before.y) != (after.sheet, after.zone, after.x, after.y):
                    moved.append(after)
                elif before.text != after.text:
                    texts.append(after)
                else:
                    others.append(after)
        parts = [
            self._part("added", _notes(change.added.values())),
            self._part("deleted", _notes(change.removed.values())),
            self._part("moved", moved),
            self._part("written", texts),
            self._part("changed", others),
        ]
        return ". ".join(part for part in parts if part)

    def _part(self, what: str, notes: list[Note]) -> str:
        if not notes:
            return ""
        if len(notes) > 1:
            return self.t(f"said.{what}.many", count=len(notes))
        (note,) = notes
        about = self._traits_now(note) if what == "changed" else ""
        return self.t(f"said.{what}.single", note=short_name(note, self.t), zone=self.zone_of(note), traits=about)

    def _traits_now(self, note: Note) -> str:
        caption = self._document.workshop.captions.get(note.color, "")
        return ", ".join(traits(note, self.template_of(note), self.t, self._sheet_words, caption))


def _notes(records: Iterable[object]) -> list[Note]:
    return [record for record in records if isinstance(record, Note)]
