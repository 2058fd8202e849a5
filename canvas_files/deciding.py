"""What the group decides through the data lens besides the facts of a note: how two sources are coupled, and which
finding is fine as it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from canvas_files.facts import HOWS
from canvas_files.plain_text import LONGEST_LINE, field_text
from canvas_files.problems import Problem
from canvas_files.queries import Records
from canvas_files.records import LONGEST_SUBJECT, Link, Note, Record, Remark, new_id
from canvas_files.store import Transaction

if TYPE_CHECKING:  # loaded when somebody looks for findings
    from canvas_files.findings import Finding


def coupling(records: Iterable[Record], one: str, other: str) -> Link | None:
    """The coupling between two notes, whichever end it began at."""
    ends = {one, other}
    found = (each for each in records if isinstance(each, Link) and {each.start, each.end} == ends)
    return next((link for link in found if link.how in HOWS), None)


def new_link(records: Records, start: str, end: str) -> Link:
    """A line between two notes that somebody draws: between two sources it is a coupling that is wanted, for what there
    is already is said after."""
    both = all(isinstance(note := records.get(each), Note) and note.role == "data_source" for each in (start, end))
    return Link(id=new_id("link"), start=start, end=end, how="wanted" if both else "")


def couple(tx: Transaction, one: str, other: str, how: str) -> Link | None:
    """Says how two notes are coupled; an empty way takes the coupling away. There is one coupling between two notes.
    Raises Problem for a way there is not, and for what cannot be coupled."""
    _check(tx.records, one, other, how)
    there = coupling(tx.records.values(), one, other)
    if not how:
        if there is not None:
            tx.remove(there.id)
        return None
    link = there.changed(how=how) if there is not None else Link(id=new_id("link"), start=one, end=other, how=how)
    tx.put(link)
    return link


def _check(records: Records, one: str, other: str, how: str) -> None:
    if how and how not in HOWS:
        raise Problem("unknown_choice", value=how[:40], field="how", choices=", ".join(HOWS))
    if one == other:
        raise Problem("coupled_to_itself")
    for end in (one, other):
        note = records.get(end)
        if not isinstance(note, Note):
            raise Problem("unknown_note", note=end[:60])
        if not note.role:
            raise Problem("no_data_note", note=note.text[:60] or end[:60])


def mark_fine(tx: Transaction, finding: Finding, why: str) -> Remark:
    """Keeps why a finding is fine; saying it again replaces what was said. Raises Problem when it is too long."""
    text = field_text(why, story=False)
    if len(text) > LONGEST_LINE:
        raise Problem("field_too_long", count=len(text), field="…", limit=LONGEST_LINE)
    subject = finding.subject[:LONGEST_SUBJECT]
    from canvas_files.findings import remark_id

    remark = Remark(id=remark_id(finding.rule, finding.subject), rule=finding.rule, subject=subject, text=text)
    tx.put(remark)
    return remark


def take_back_fine(tx: Transaction, finding: Finding) -> None:
    """Lets a finding count again."""
    from canvas_files.findings import remark_id

    tx.remove(remark_id(finding.rule, finding.subject))
