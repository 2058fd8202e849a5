"""How the inventory is said: findings as sentences, and what stands in a cell of a table. The words themselves come
with whoever asks, in the language that is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from canvas_files import facts
from canvas_files.findings import Finding, block_of
from canvas_files.inventory import Inventory
from canvas_files.records import Language, Note

MOST_NAMES = 5
"""Names in one sentence; the rest is counted."""


class Speaks(Protocol):
    """The words of a language by key."""

    @property
    def language(self) -> Language: ...

    def __call__(self, key: str, **values: object) -> str: ...


def sentence(inventory: Inventory, finding: Finding, t: Speaks) -> str:
    """A finding as one sentence, with the title of its sheet when there are more of them."""
    missing = f".{finding.about}" if finding.rule == "kpi_without_source_or_alert" else ""
    about = finding.about if finding.rule == "item_not_coupled" else heading(inventory, finding.subject, t)
    name, names = named(inventory, finding.subject, t), names_of(inventory, finding.notes, t)
    said = t(f"lens.finding.{finding.rule}{missing}", name=name, about=about, n=len(finding.notes), names=names)
    return said + _where(inventory, finding)


def _where(inventory: Inventory, finding: Finding) -> str:
    there = inventory.index.sheets.get(finding.sheet)
    if there is None or len(inventory.index.sheets) < 2 or not there[0].title.strip():
        return ""
    return f" ({there[0].title.strip()})"


def named(inventory: Inventory, note_id: str, t: Speaks) -> str:
    """What a note is called."""
    return inventory.name(note_id) or t("lens.no_text")


def names_of(inventory: Inventory, note_ids: Sequence[str], t: Speaks) -> str:
    """The names of notes with commas between them; of many the first few."""
    names = sorted((named(inventory, each, t) for each in note_ids), key=facts.key_of)
    shown = ", ".join(names[:MOST_NAMES])
    left = len(names) - MOST_NAMES
    return shown if left <= 0 else t("lens.and_more", names=shown, n=left)


def heading(inventory: Inventory, subject: str, t: Speaks) -> str:
    """What the block or phase is called that a subject stands for; the block's own heading, without the lens."""
    sheet, name = block_of(subject)
    there = inventory.index.sheets.get(sheet)
    if there is None:
        return name
    zone = there[1].zone(name)
    if zone is not None:
        return zone.heading(t.language)
    return next((term.name(t.language) for term in there[1].journey() if term.id == name), name)


def block_name(inventory: Inventory, note: Note, t: Speaks) -> str:
    """The heading of the block a note hangs in."""
    there = inventory.block(note)
    zone = there[1].zone(note.zone) if there is not None else None
    return zone.heading(t.language) if zone is not None else t("lens.strip")


def fact_words(inventory: Inventory, note: Note, name: str, t: Speaks) -> str:
    """A fact as a person reads it; empty when it is not known."""
    fact = facts.BY_NAME[name]
    if fact.form == "list":
        return ", ".join(facts.items_of(note))
    value = facts.text_of(note, name)
    if fact.form == "choice" and value in fact.choices:
        return t(f"lens.choice.{value}")
    if fact.form == "phase" and value:
        return heading(inventory, f"{note.sheet}|{value}", t)
    return value


def coupled_words(inventory: Inventory, note_id: str, t: Speaks) -> str:
    """What a note is coupled with, and how."""
    return ", ".join(
        f"{named(inventory, other.id, t)} ({how_words(link.how, t)})" for link, other in inventory.coupled_with(note_id)
    )


def how_words(how: str, t: Speaks) -> str:
    """A way of coupling as a person reads it; one of a newer version as it is."""
    return t(f"lens.how.{how}") if how in facts.HOWS else how
