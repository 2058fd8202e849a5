"""The data inventory as plain tables of words: what CSV, XLSX and Markdown all write, each in its own way."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from canvas_files import facts
from canvas_files.inventory import Inventory
from canvas_files.telling import Speaks, block_name, coupled_words, fact_words, how_words, named, sentence

Cell = str | int
_OF_A_SOURCE = ("system", "owner", "items", "registered", "refresh", "quality", "personal", "phase", "cost")
_OF_A_KPI = ("definition", "target", "source", "alert", "owner", "phase")


class Table(Struct, frozen=True):
    """A table with a name, its headings and its rows, all equally wide."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(inventory: Inventory, t: Speaks) -> list[Table]:
    """Sources, items by system, KPIs, findings and couplings."""
    return [
        sources_table(inventory, t),
        matrix_table(inventory, t),
        kpis_table(inventory, t),
        findings_table(inventory, t),
        couplings_table(inventory, t),
    ]


def sources_table(inventory: Inventory, t: Speaks) -> Table:
    """A row for each source."""
    column = _columns(t, "block", "name", "coupled")
    headings = (*column[:2], *(t(f"lens.fact.{name}") for name in _OF_A_SOURCE), column[2])
    rows = (
        (
            block_name(inventory, note, t),
            named(inventory, note.id, t),
            *(_cell(fact_words(inventory, note, name, t), name) for name in _OF_A_SOURCE),
            coupled_words(inventory, note.id, t),
        )
        for note in inventory.sources()
    )
    return Table(t("inventory.sources"), headings, tuple(rows))


def matrix_table(inventory: Inventory, t: Speaks) -> Table:
    """A row for each item and a column for each system, with a cross where the item is kept."""
    systems = inventory.systems()
    first, last = _columns(t, "item", "by_hand")
    rows: list[tuple[Cell, ...]] = []
    for item in inventory.items():
        places = inventory.places(item)
        kept = {facts.key_of(system) for system in places.systems}
        crosses = ("×" if facts.key_of(system) in kept else "" for system in systems)
        rows.append((places.name, *crosses, places.by_hand))
    return Table(t("inventory.matrix"), (first, *systems, last), tuple(rows))


def kpis_table(inventory: Inventory, t: Speaks) -> Table:
    """A row for each KPI."""
    headings = (*_columns(t, "block", "name"), *(t(f"lens.fact.{name}") for name in _OF_A_KPI))
    rows = (
        (
            block_name(inventory, note, t),
            named(inventory, note.id, t),
            *(fact_words(inventory, note, name, t) for name in _OF_A_KPI),
        )
        for note in inventory.kpis()
    )
    return Table(t("inventory.kpis"), headings, tuple(rows))


def findings_table(inventory: Inventory, t: Speaks) -> Table:
    """A row for each finding, with why it is fine where the group said so."""
    rows: list[tuple[Cell, ...]] = []
    for finding in inventory.findings():
        remark = inventory.fine(finding)
        names = ", ".join(named(inventory, each, t) for each in finding.notes)
        fine = remark.text if remark is not None else ""
        rows.append((t(f"lens.rule.{finding.rule}"), sentence(inventory, finding, t), names, fine))
    return Table(t("inventory.findings"), _columns(t, "rule", "finding", "notes", "fine"), tuple(rows))


def couplings_table(inventory: Inventory, t: Speaks) -> Table:
    """A row for each coupling."""
    rows = (
        (named(inventory, link.start, t), named(inventory, link.end, t), how_words(link.how, t))
        for link in inventory.couplings()
    )
    return Table(t("inventory.couplings"), _columns(t, "from", "to", "how"), tuple(rows))


def journey_tables(inventory: Inventory, t: Speaks) -> Iterator[Table]:
    """Channel by phase of every sheet that knows phases: the sources in a cell, or that there is nothing where a
    channel has the phase."""
    for journey in inventory.journeys():
        headings = (*_columns(t, "channel"), *(term.name(t.language) for term in journey.phases))
        rows = tuple(
            (
                named(inventory, row.note, t) if row.note else t("inventory.no_channel"),
                *(
                    ", ".join(named(inventory, each, t) for each in there) or (t("inventory.not_here") if has else "")
                    for has, there in zip(row.phases, row.registered, strict=True)
                ),
            )
            for row in journey.rows
        )
        yield Table(t("inventory.journey"), headings, rows)


def _columns(t: Speaks, *names: str) -> tuple[str, ...]:
    return tuple(t(f"inventory.column.{name}") for name in names)


def _cell(words: str, name: str) -> Cell:
    return int(words) if facts.BY_NAME[name].form == "scale" and words.isascii() and words.isdigit() else words
