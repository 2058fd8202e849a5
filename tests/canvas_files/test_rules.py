"""Rules: the workshop stays, what belongs to a sheet goes with it, links have two ends and clusters have notes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas_files.document import Document
from canvas_files.records import Cluster, Entry, Link, Note, Record, Sheet, Unknown, Workshop
from canvas_files.rules import RuleBroken
from helpers.documents import SESSIONS

WORKSHOP = Workshop(id="workshop")
SHEET = Sheet(id="s", template="t")
NOTE = Note(id="n", sheet="s", zone="z")
OTHER = Note(id="m", sheet="s", zone="z")
ENTRY = Entry(id="e", sheet="s", field="f", value="x")
LINK = Link(id="l", start="n", end="m")


def document(*records: Record) -> Document:
    return Document([WORKSHOP, SHEET, NOTE, OTHER, ENTRY, LINK, *records])


def test_the_workshop_cannot_be_removed_or_become_something_else() -> None:
    store = document().store
    with pytest.raises(RuleBroken), store.transaction() as tx:
        tx.remove("workshop")
    with pytest.raises(RuleBroken), store.transaction() as tx:
        tx.put(Unknown(id="workshop", kind="party"))
    with store.transaction() as tx:
        tx.update("workshop", title="Bakkerij")
    assert store.records["workshop"] == WORKSHOP.changed(title="Bakkerij")


def test_a_sheet_takes_its_notes_entries_and_their_links_along() -> None:
    store = document(Sheet(id="other", template="t"), Note(id="stays", sheet="other", zone="z")).store
    with store.transaction() as tx:
        tx.remove("s")
    assert set(store.records) == {"workshop", "other", "stays"}


def test_a_note_takes_its_links_along_and_nothing_else() -> None:
    store = document(Link(id="to the sheet", start="m", end="s")).store
    with store.transaction() as tx:
        tx.remove("n")
    assert set(store.records) == {"workshop", "s", "m", "e", "to the sheet"}


@pytest.mark.parametrize("record", [NOTE.changed(id="new", sheet="gone"), ENTRY.changed(id="new", sheet="gone")])
def test_nothing_is_added_to_a_sheet_that_is_not_there(record: Record) -> None:
    store = document().store
    with pytest.raises(RuleBroken, match="new would stand on a sheet that is not there"), store.transaction() as tx:
        tx.put(record)
    assert "new" not in store.records


def test_a_note_cannot_move_to_a_sheet_that_is_not_there() -> None:
    store = document().store
    with pytest.raises(RuleBroken), store.transaction() as tx:
        tx.update("n", sheet="gone")
    assert store.records["n"] == NOTE


def test_a_note_that_came_with_a_missing_sheet_can_still_be_changed_and_removed() -> None:
    store = document(NOTE.changed(id="lost", sheet="gone")).store
    with store.transaction() as tx:
        tx.update("lost", text="toch nog iets")
    with store.transaction() as tx:
        tx.remove("lost")
    assert "lost" not in store.records


def test_a_link_without_an_end_is_not_made() -> None:
    store = document().store
    with store.transaction() as tx:
        tx.put(Link(id="half", start="n", end="gone"))
        tx.put(Link(id="other half", start="gone", end="n"))
    assert not {"half", "other half"} & set(store.records)


# --- clusters

CLUSTER = Cluster(id="c", sheet="s", name="Vers")
STACKED = (NOTE.changed(id="c1", cluster="c"), NOTE.changed(id="c2", cluster="c"))


def test_a_cluster_goes_with_its_last_note() -> None:
    store = document(CLUSTER, *STACKED).store
    with store.transaction() as tx:
        tx.remove("c1")
    assert store.records["c"] == CLUSTER
    with store.transaction() as tx:
        tx.update("c2", cluster="")
    assert "c" not in store.records


def test_a_cluster_without_notes_is_not_made() -> None:
    store = document().store
    with store.transaction() as tx:
        tx.put(CLUSTER)
    assert "c" not in store.records


def test_notes_are_on_their_own_when_their_cluster_goes() -> None:
    store = document(CLUSTER, *STACKED).store
    with store.transaction() as tx:
        tx.remove("c")
    assert [store.records[note.id] for note in STACKED] == [note.changed(cluster="") for note in STACKED]


def test_a_note_that_moves_to_another_sheet_leaves_its_cluster() -> None:
    store = document(CLUSTER, *STACKED, Sheet(id="other", template="t")).store
    with store.transaction() as tx:
        tx.update("c1", sheet="other")
    assert store.records["c1"] == STACKED[0].changed(sheet="other", cluster="")
    assert {"c", "c2"} <= set(store.records)


def test_a_note_cannot_be_in_what_is_no_cluster() -> None:
    store = document().store
    with store.transaction() as tx:
        tx.update("n", cluster="m", text="toch")
        tx.update("m", cluster="nowhere")
    assert (store.records["n"], store.records["m"]) == (NOTE.changed(text="toch"), OTHER)


def test_a_sheet_takes_its_clusters_along() -> None:
    store = document(CLUSTER, *STACKED).store
    with store.transaction() as tx:
        tx.remove("s")
    assert set(store.records) == {"workshop"}


# --- random sessions

wishes = st.tuples(st.sampled_from(("put", "remove")), st.sampled_from("abcd"), st.sampled_from("sneclm"))


@SESSIONS
@given(st.lists(st.lists(wishes, max_size=4), max_size=15))
def test_no_orphans_whatever_is_tried(session: list[list[tuple[str, str, str]]]) -> None:
    """Sheets, notes, entries and links with few ids, so that they often belong together."""
    store = document().store
    for transaction in session:
        try:
            with store.transaction() as tx:
                for verb, name, kind in transaction:
                    made: dict[str, Record] = {
                        "s": SHEET.changed(id=f"s{name}"),
                        "n": NOTE.changed(id=f"n{name}", sheet=f"s{name}"),
                        "e": ENTRY.changed(id=f"e{name}", sheet=f"s{name}"),
                        "c": CLUSTER.changed(id=f"c{name}", sheet=f"s{name}"),
                        "m": NOTE.changed(id=f"n{name}", sheet="sa", cluster=f"c{name}"),
                        "l": LINK.changed(id=f"l{name}", start=f"n{name}", end=f"s{name}"),
                    }
                    tx.put(made[kind]) if verb == "put" else tx.remove(made[kind].id)
        except RuleBroken:
            pass
        for record in store.records.values():
            if isinstance(record, Note | Entry):
                assert record.sheet in store.records
            if isinstance(record, Note) and record.cluster:
                cluster = store.records[record.cluster]
                assert isinstance(cluster, Cluster)
                assert cluster.sheet == record.sheet
            elif isinstance(record, Link):
                assert {record.start, record.end} <= set(store.records)


def test_a_picture_that_was_never_there_is_not_missed() -> None:
    store = document().store
    with store.transaction() as tx:
        tx.update("s", portrait="picture:gone")
    with store.transaction() as tx:
        tx.update("s", portrait="")
    assert "picture:gone" not in store.records
