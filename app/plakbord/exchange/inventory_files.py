"""The data inventory as bytes of a file: CSV of the sources and a Markdown report. The workbook is in xlsx."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from canvas_files.inventory import Inventory
from canvas_files.telling import Speaks, sentence
from plakbord.exchange.inventory_tables import Cell, Table, journey_tables, sources_table, tables

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""


def as_text(cell: Cell) -> Cell:
    """A cell that a spreadsheet takes for text: what would be read as a formula gets an apostrophe before it, as people
    type it themselves."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_DANGEROUS) else cell


def csv_bytes(inventory: Inventory, t: Speaks) -> bytes:
    """The sources as CSV that Excel and LibreOffice read: UTF-8 with a mark, semicolons where Dutch is spoken, else
    commas."""
    table = sources_table(inventory, t)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if t.language == "nl" else ",", lineterminator="\r\n")
    for row in (table.headings, *table.rows):
        writer.writerow([as_text(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def markdown_bytes(inventory: Inventory, title: str, t: Speaks) -> bytes:
    """A report: what one change of each item costs, and every table."""
    return ("\n".join(_report(inventory, title, t)) + "\n").encode()


def _report(inventory: Inventory, title: str, t: Speaks) -> Iterator[str]:
    name = t("inventory.title")
    yield f"# {_escaped(f'{name}: {title}' if title.strip() else name)}"
    yield ""
    for item in inventory.items():
        places = inventory.places(item)
        systems = t("inventory.systems", n=len(places.systems))
        said = t("inventory.address", item=places.name, systems=systems)
        yield f"- {_escaped(said)}; {t('inventory.by_hand', n=places.by_hand)}"
    sources, matrix, kpis, findings, couplings = tables(inventory, t)
    for table in (sources, matrix, *journey_tables(inventory, t), kpis):
        yield from _table(table)
    if findings.rows:
        yield from ("", f"## {findings.name}", "")
        for finding in inventory.findings():
            remark = inventory.fine(finding)
            box = " " if remark is None else "x"
            because = f" ({t('inventory.column.fine')}: {_escaped(remark.text)})" if remark is not None else ""
            yield f"- [{box}] {_escaped(sentence(inventory, finding, t))}{because}"
    yield from _table(couplings)


def _table(table: Table) -> Iterator[str]:
    if not table.rows:
        return
    yield from ("", f"## {table.name}", "")
    yield f"| {' | '.join(_escaped(each) for each in table.headings)} |"
    yield f"|{'|'.join(' --- ' for _ in table.headings)}|"
    for row in table.rows:
        yield f"| {' | '.join(_escaped(str(cell)) for cell in row)} |"


def _escaped(words: str) -> str:
    """Words that Markdown leaves alone, on one line."""
    words = " ".join(words.split())
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>|#" else letter for letter in words)
