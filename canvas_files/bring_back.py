"""An earlier state beside the one of now: what differs, and putting it back as one change that can be undone. Where
earlier states are kept is for backups."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from canvas_files.document import Document
from canvas_files.queries import counts
from canvas_files.records import WORKSHOP, Correction, Dot, Note, Record, Round, Voter


class Difference(Struct, frozen=True):
    """In notes: how many there were and are, and how many of them are only there, only here, or other."""

    then: int
    now: int
    only_then: int
    only_now: int
    other: int
    sheets_then: int
    sheets_now: int

    @property
    def none(self) -> bool:
        """Whether bringing back would change no note and no sheet."""
        return not (self.only_then or self.only_now or self.other) and self.sheets_then == self.sheets_now


def difference(then: Mapping[str, Record], now: Mapping[str, Record]) -> Difference:
    """What differs between two states."""
    before = {record.id: record for record in then.values() if isinstance(record, Note)}
    after = {record.id: record for record in now.values() if isinstance(record, Note)}
    shared = before.keys() & after.keys()
    return Difference(
        len(before),
        len(after),
        len(before.keys() - shared),
        len(after.keys() - shared),
        sum(before[note_id] != after[note_id] for note_id in shared),
        counts(then).get("sheet", 0),
        counts(now).get("sheet", 0),
    )


def bring_back(document: Document, then: Document, label: str) -> None:
    """Makes the document what it was then, in one change of the person's own. Rounds of voting stay as they are now:
    what people voted is not the person's own to take back. Raises Problem while a round is open about notes that were
    other then; nothing is changed in that case."""
    known = {template.id for template in document.templates.values()}
    for raw in then.raw_templates:
        if isinstance(raw, dict) and raw.get("id") not in known:
            try:
                document.add_template(raw)
            except ValueError:
                continue  # one that cannot be read shows no sheet now either
    with document.store.transaction(label) as tx:
        for record_id in list(tx.records):
            if record_id not in then.records and record_id != WORKSHOP and not _of_a_round(tx.records[record_id]):
                tx.remove(record_id)
        for record in then.records.values():
            if tx.get(record.id) != record and not _of_a_round(record):
                tx.put(record)


def _of_a_round(record: Record) -> bool:
    return isinstance(record, Round | Voter | Dot | Correction)
