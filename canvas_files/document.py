"""One open workshop as a whole: the store of records, the templates it was made with, and what else its file holds.
Reading and writing the file is file's work."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from canvas_files import order, queries
from canvas_files.problems import Problem
from canvas_files.records import MOST_RECORDS, WORKSHOP, Language, Note, Record, Sheet, Workshop, new_id
from canvas_files.rules import RULES
from canvas_files.store import Store
from canvas_files.template import Template, read_template
from canvas_files.votes import not_counted, rounds

__all__ = ["MOST_RECORDS", "Document", "Snapshot", "check", "new_document", "new_document_id"]


class Snapshot(Struct, frozen=True):
    """A document as it is at one moment: everything its file holds, to be written while the work goes on."""

    document_id: str
    revision: int
    version: int
    readable_from: int
    records: Mapping[str, Record]
    raw_templates: tuple[Any, ...]
    extra: Mapping[str, Any]
    stray: tuple[Any, ...]


class Document:
    """A workshop. `document_id` is 128 random bits, the same in every copy; `extra` holds top-level fields of a newer
    version, `stray` what stands among the records and is none: both are written back as they came."""

    def __init__(self, records: Iterable[Record], *, document_id: str | None = None, revision: int = 0) -> None:
        self.store = Store(records, revision, RULES)
        self.document_id = document_id or new_document_id()
        self.templates: dict[str, Template] = {}
        self.raw_templates: list[Any] = []
        self.extra: dict[str, Any] = {}
        self.stray: list[Any] = []
        self.version = 1
        self.readable_from = 1
        self.read_only = False
        self.problems: list[Problem] = []
        self._sheets: list[Sheet] = []
        self._sheets_at = -1

    @property
    def records(self) -> Mapping[str, Record]:
        """The records by id, read only."""
        return self.store.records

    @property
    def workshop(self) -> Workshop:
        """The workshop record."""
        return queries.workshop(self.records)

    @property
    def sheets(self) -> list[Sheet]:
        """The sheets in their order. Asked for often, and looked for once after every change."""
        if self.store.in_transaction:
            return queries.sheets(self.records)
        if self._sheets_at != self.store.revision:
            self._sheets, self._sheets_at = queries.sheets(self.records), self.store.revision
        return list(self._sheets)

    def template_of(self, sheet: Sheet) -> Template | None:
        """The template of a sheet; None when the file does not carry it."""
        return self.templates.get(sheet.template)

    def add_template(self, raw: Mapping[str, Any]) -> Template:
        """Takes a copy of a template along, unless one with its id is here already. Raises ValueError for a bad one."""
        template = read_template(raw)
        if template.id not in self.templates:
            self.templates[template.id] = template
            self.raw_templates.append(raw)
        return self.templates[template.id]

    def snapshot(self) -> Snapshot:
        """What is there now. Raises RuntimeError inside a transaction, when what is there may not stay."""
        if self.store.in_transaction:
            raise RuntimeError("a snapshot in the middle of a transaction")
        return Snapshot(
            self.document_id,
            self.store.revision,
            self.version,
            self.readable_from,
            dict(self.records),
            tuple(self.raw_templates),
            self.extra,
            tuple(self.stray),
        )

    def new_sheet(self, template: Template, title: str = "") -> Sheet:
        """A sheet after the last one; it is not in the document before it is put there."""
        last = order.top([sheet.order for sheet in self.sheets])
        return Sheet(id=new_id("sheet"), template=template.id, title=title, order=order.key_between(last, None))


def new_document_id() -> str:
    """128 random bits."""
    return os.urandom(16).hex()


def new_document(language: Language, title: str = "", date: str = "", author: str = "") -> Document:
    """A workshop without sheets."""
    return Document([Workshop(id=WORKSHOP, language=language, title=title, date=date, author=author)])


def check(document: Document) -> list[Problem]:
    """What opening found, and what in the document does not fit together; each is a sentence, none is an obstacle."""
    found = list(document.problems)
    for record in document.records.values():
        if isinstance(record, Sheet) and document.template_of(record) is None:
            found.append(Problem("no_template", record=record.id, template=record.template))
        elif isinstance(record, Note):
            found += _check_note(document, record)
    found += [
        Problem("votes_that_do_not_count", round=each.number, count=count)
        for each in rounds(document.records)
        if (count := not_counted(document.records, each))
    ]
    return found


def _check_note(document: Document, note: Note) -> list[Problem]:
    sheet = queries.sheet(document.records, note.sheet)
    if sheet is None:
        return [Problem("no_sheet", record=note.id)]
    template = document.template_of(sheet)
    if template is not None and note.zone and template.zone(note.zone) is None:
        return [Problem("no_zone", record=note.id, zone=note.zone)]
    return []
