"""Reading the document: the questions that windows, posters and the command line ask of it. Nothing here changes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from canvas_files.records import WORKSHOP, Note, Record, Sheet, Workshop

Records = Mapping[str, Record]


def workshop(records: Records) -> Workshop:
    """The workshop record. Raises LookupError in a table that is not a document."""
    record = records.get(WORKSHOP)
    if not isinstance(record, Workshop):
        raise LookupError("no workshop record")
    return record


def sheets(records: Records) -> list[Sheet]:
    """All sheets in their order."""
    found = [record for record in records.values() if isinstance(record, Sheet)]
    return sorted(found, key=lambda sheet: (sheet.order, sheet.id))


def sheet(records: Records, sheet_id: str) -> Sheet | None:
    """The sheet with that id."""
    record = records.get(sheet_id)
    return record if isinstance(record, Sheet) else None


def note(records: Records, note_id: str) -> Note | None:
    """The note with that id."""
    record = records.get(note_id)
    return record if isinstance(record, Note) else None


def notes_on(records: Records, sheet_id: str) -> list[Note]:
    """The notes of a sheet, the lowest first."""
    found = [record for record in records.values() if isinstance(record, Note) and record.sheet == sheet_id]
    return in_stack_order(found)


def notes_in(records: Records, sheet_id: str, zone: str) -> list[Note]:
    """The notes in a zone of a sheet, the lowest first."""
    return [found for found in notes_on(records, sheet_id) if found.zone == zone]


def in_stack_order(notes: Iterable[Note]) -> list[Note]:
    """The notes, the lowest first; equal keys go by id, so that every laptop shows the same."""
    return sorted(notes, key=lambda found: (found.z, found.id))


def counts(records: Records) -> dict[str, int]:
    """How many records there are of each kind, by kind."""
    return dict(sorted(Counter(record.kind for record in records.values()).items()))
