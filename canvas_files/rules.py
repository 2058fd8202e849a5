"""What must always hold, checked inside the transaction that would break it. Each rule looks only at what was
touched."""

from __future__ import annotations

from canvas_files.records import WORKSHOP, Cluster, Entry, Link, Note, Picture, Record, Sheet, Workshop
from canvas_files.store import Rule, RuleBroken, Transaction
from canvas_files.voting_rules import open_rounds_hold_still, rounds_keep_their_form, votes_keep_the_rules

__all__ = ["RULES", "RuleBroken"]


def workshop_stays(tx: Transaction) -> None:
    """There is always the one workshop record."""
    if WORKSHOP in tx.touched() and not isinstance(tx.get(WORKSHOP), Workshop):
        raise RuleBroken("the workshop record cannot be removed or replaced")


def what_belongs_to_a_sheet_goes_with_it(tx: Transaction) -> None:
    """Removing a sheet removes its notes and entries; a note or entry cannot be added to a sheet that is not there."""
    gone = {before.id for before in tx.touched().values() if isinstance(before, Sheet) and tx.get(before.id) is None}
    if gone:
        for there in list(tx.records.values()):
            if isinstance(there, Note | Entry | Cluster) and there.sheet in gone:
                tx.remove(there.id)
    for record_id, before in tx.touched().items():
        record = tx.get(record_id)
        if (
            isinstance(record, Note | Entry | Cluster)
            and tx.get(record.sheet) is None
            and _sheet_of(before) != record.sheet
        ):
            if tx.origin != "history":
                raise RuleBroken(f"{record_id} would stand on a sheet that is not there")
            # Somebody else removed the sheet that undo wants it back on: the rest of the step is still given back.
            tx.remove(record_id) if before is None else tx.put(before)


def links_have_two_ends(tx: Transaction) -> None:
    """Removing a note or sheet removes its links; a link cannot be made to something that is not there."""
    touched = tx.touched()
    gone = {record_id for record_id, before in touched.items() if before is not None and tx.get(record_id) is None}
    if gone:
        for there in list(tx.records.values()):
            if isinstance(there, Link) and (there.start in gone or there.end in gone):
                tx.remove(there.id)
    for record_id in touched:
        record = tx.get(record_id)
        if isinstance(record, Link) and (tx.get(record.start) is None or tx.get(record.end) is None):
            tx.remove(record_id)


def pictures_go_when_nobody_shows_them(tx: Transaction) -> None:
    """A picture that the last sheet let go of is removed; one that was only just added may wait for its sheet."""
    let_go = {before.portrait for before in tx.touched().values() if isinstance(before, Sheet) and before.portrait}
    if let_go:
        shown = {there.portrait for there in tx.records.values() if isinstance(there, Sheet)}
        for picture in let_go - shown:
            if isinstance(tx.get(picture), Picture):
                tx.remove(picture)


def clusters_have_notes(tx: Transaction) -> None:
    """A cluster without notes goes; a note whose cluster goes, or that hangs on another sheet, is on its own again."""
    affected = _affected_clusters(tx)
    if not affected:
        return
    used: set[str] = set()
    for note in [there for there in tx.records.values() if isinstance(there, Note) and there.cluster in affected]:
        cluster = tx.get(note.cluster)
        if isinstance(cluster, Cluster) and cluster.sheet == note.sheet:
            used.add(note.cluster)
        else:
            tx.update(note.id, cluster="")
    for cluster_id in affected - used:
        if isinstance(tx.get(cluster_id), Cluster):
            tx.remove(cluster_id)


def _affected_clusters(tx: Transaction) -> set[str]:
    """The clusters that touched notes are or were in, and those that were touched themselves."""
    found: set[str] = set()
    for record_id, before in tx.touched().items():
        for record in (before, tx.get(record_id)):
            if isinstance(record, Note) and record.cluster:
                found.add(record.cluster)
            elif isinstance(record, Cluster):
                found.add(record.id)
    return found


def _sheet_of(record: Record | None) -> str | None:
    return record.sheet if isinstance(record, Note | Entry | Cluster) else None


RULES: tuple[Rule, ...] = (
    workshop_stays,
    open_rounds_hold_still,  # before a sheet takes its notes along: what is refused is about the sheet
    what_belongs_to_a_sheet_goes_with_it,
    clusters_have_notes,
    links_have_two_ends,
    pictures_go_when_nobody_shows_them,
    rounds_keep_their_form,
    votes_keep_the_rules,
)
