"""The results of a round for other programs: CSV for spreadsheets and for scripts, and JSON. Who voted what is in none
of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any, Protocol

from canvas_files import queries
from canvas_files.document import Document
from canvas_files.ranking import Rank, Results
from canvas_files.records import Language

COLUMNS = ("place", "number", "dots", "voters", "tied", "text", "sheet", "block")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""

Cell = str | int


class Speaks(Protocol):
    """Words in a language."""

    language: Language

    def __call__(self, key: str, **values: object) -> str: ...


def csv_text(document: Document, told: Results) -> str:
    """For scripts: commas, the columns by fixed names, `tied` as yes or nothing, the blocks by id."""
    rows = (_row(document, rank, "yes") for rank in told.ranks)
    return _csv([COLUMNS, *rows], ",")


def csv_bytes(document: Document, told: Results, t: Speaks) -> bytes:
    """For a spreadsheet: UTF-8 with a mark and headings in words; semicolons where Dutch is spoken, else commas."""
    headings = (
        t("results.column.place"), t("results.column.number"), t("results.column.dots"), t("results.column.voters"),
        t("results.column.tied"), t("results.column.text"), t("results.column.sheet"), t("results.column.block"),
    )  # fmt: skip
    rows = [_row(document, rank, t("results.tied"), t.language) for rank in told.ranks]
    return _csv([headings, *rows], ";" if t.language == "nl" else ",").encode("utf-8-sig")


def as_json(document: Document, told: Results) -> dict[str, Any]:
    """The same, and how the dots came in, as plain JSON."""
    voted_in = told.round
    of = document.records.get(voted_in.runoff_of)
    return {
        "round": voted_in.number,
        "title": voted_in.title,
        "secret": voted_in.secret,
        "dots_per_person": voted_in.dots,
        "most_per_option": voted_in.most,
        "run_off_of": getattr(of, "number", None),
        "people": told.people,
        "voters": told.voters,
        "given": told.given,
        "unused": told.unused,
        "corrections": told.corrections,
        "ways": {way: {"voters": count.voters, "dots": count.dots} for way, count in told.by_way.items()},
        "ranking": [
            {
                **dict(zip(COLUMNS, _row(document, rank, "yes"), strict=True)),
                "tied": rank.tied,
                "text": rank.option.text,
            }
            for rank in told.ranks
        ],
    }


def _row(document: Document, rank: Rank, tied: str, language: Language | None = None) -> tuple[Cell, ...]:
    sheet = queries.sheet(document.records, rank.option.sheet)
    template = document.template_of(sheet) if sheet is not None else None
    zone = template.zone(rank.option.zone) if template is not None else None
    block = zone.heading(language) if zone is not None and language is not None else rank.option.zone
    where = sheet.title if sheet is not None else ""
    words = rank.option.text
    return rank.place, rank.option.number, rank.dots, rank.voters, tied if rank.tied else "", words, where, block


def _csv(rows: Iterable[Iterable[Cell]], separator: str) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_as_text(cell) for cell in row])
    return out.getvalue()


def _as_text(cell: Cell) -> Cell:
    """What would be read as a formula gets an apostrophe before it, as people type it themselves."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
