"""A laid-out sheet follows the document: one changed note re-lays only itself, and the end is as laid out afresh."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas_files.change import Change
from canvas_files.records import WORKSHOP, Entry, Note, Record, entry_id, new_id
from canvas_files.store import Transaction
from helpers.sample_workshops import (
    LONG_WORDS,
    ZONES,
    add_note,
    add_notes,
    add_sheet,
    bundled_fonts,
    layout_of,
    new_session,
    words,
)
from plakbord.session import Session
from plakbord.sheet.layout import STRIP_GAP, Damage, Layout
from plakbord.sheet.marks import Mark, Text

TEXTS = ("", "Ja", "Bakkers in de buurt", LONG_WORDS * 12)
EDITS = ("text", "text", "place", "zone", "color", "size", "other_sheet", "remove")
ACTS = ("add", "add", "add", *EDITS, "title", "entry", "undo")

steps = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 5), st.integers(0, 3)), min_size=1, max_size=12)


def following(session: Session, layout: Layout) -> list[Damage]:
    """Lets a layout follow the document; the list fills with what it said."""
    said: list[Damage] = []
    session.store.listen(lambda change: said.append(layout.follow(change)))
    return said


def plain(mark: Mark) -> Any:
    """A mark without the identity of what was laid out."""
    if not isinstance(mark, Text):
        return mark
    laid = mark.laid
    lines = [(line.text, line.x, line.y, line.width) for line in laid.lines]
    return mark.x, mark.y, mark.color, mark.role, laid.size, laid.width, laid.height, lines


def looks(layout: Layout) -> Any:
    """Everything of a layout that can be seen."""
    faces = {
        face.id: (face.zone, face.w, face.h, face.color, face.order, [plain(mark) for mark in face.marks()])
        for face in layout.notes.values()
    }
    stacked = {zone: [face.id for face in layout.faces_in(zone)] for zone in (*ZONES, "")}
    page = layout.page()
    return faces, stacked, [plain(mark) for mark in page.marks], page.title


def test_one_changed_note_lays_out_only_itself() -> None:
    session = new_session()
    notes = add_notes(session, [{"text": f"Briefje {at}", "x": at * 500} for at in range(20)])
    layout = layout_of(session)
    said = following(session, layout)
    before, ground = dict(layout.notes), layout.ground
    with session.store.transaction("step.note.edit") as tx:
        tx.update(notes[7].id, text="Anders")
    changed = {note_id for note_id, face in layout.notes.items() if face is not before[note_id]}
    assert changed == {notes[7].id}
    assert layout.ground is ground
    assert said == [Damage((before[notes[7].id],), (layout.notes[notes[7].id],), False)]


def test_a_moved_note_keeps_its_laid_out_text() -> None:
    session = new_session()
    note = add_note(session)
    layout = layout_of(session)
    following(session, layout)
    before = layout.notes[note.id]
    with session.store.transaction("step.note.move") as tx:
        tx.update(note.id, x=note.x + 300, zone="key_partners")
    after = layout.notes[note.id]
    assert after.text.laid is before.text.laid
    assert after.zone == "key_partners"


def test_a_change_elsewhere_damages_nothing() -> None:
    session = new_session("canvas", "persona")
    layout = layout_of(session, 0)
    said = following(session, layout)
    with session.store.transaction("step.note.add") as tx:
        tx.put(Note(id=new_id("note"), sheet=session.document.sheets[1].id, zone="goals"))
    assert [bool(damage) for damage in said] == [False]


def test_the_ground_is_made_anew_only_when_it_differs() -> None:
    session = new_session()
    layout = layout_of(session)
    said = following(session, layout)
    with session.store.transaction("step.workshop.details") as tx:
        tx.update(WORKSHOP, title="De Gouden Korst")
    assert said[-1].ground
    assert not (said[-1].before)
    assert not (said[-1].after)
    assert not (said[-1].areas)
    assert layout.title == "De Gouden Korst · Business Model Canvas"
    note = add_note(session, color="green")
    assert said[-1].ground  # the legend shows a colour more
    add_note(session, color="green")
    assert not said[-1].ground
    assert {face.id for face in layout.notes.values()} > {note.id}


def test_a_page_has_no_parked_notes() -> None:
    session = new_session()
    hanging = add_note(session, "hangt", "channels")
    add_note(session, "geparkeerd", "")
    layout = layout_of(session)
    texts = [mark.laid.lines[0].text for mark in layout.page().marks if isinstance(mark, Text) and mark.role == "note"]
    assert texts == ["hangt"]
    assert [face.id for face in layout.faces_in("channels")] == [hanging.id]
    assert len(layout.faces_in("")) == 1


def test_the_legend_leaves_out_colours_of_parked_notes() -> None:
    session = new_session()
    bare = len(layout_of(session).ground)
    add_note(session, zone="", color="green")
    assert len(layout_of(session).ground) == bare
    add_note(session, zone="channels", color="green")
    assert len(layout_of(session).ground) > bare


@pytest.mark.parametrize("zone", ["", "a block of a newer version", "goals"])
def test_a_note_with_an_unknown_zone_lies_beside_the_sheet(zone: str) -> None:
    session = new_session()
    note = add_note(session, zone=zone, x=100, y=200)
    layout = layout_of(session)
    face = layout.notes[note.id]
    assert face.zone == ""
    assert (face.x, face.y) == (layout.template.page.w + STRIP_GAP + 100, 200)
    assert layout.strip.holds(face.x, face.y)


def test_a_sheet_without_a_template_cannot_be_laid_out() -> None:
    session = new_session()
    with session.store.transaction("", "load") as tx:
        tx.update(session.document.sheets[0].id, template="from a newer version")
    with pytest.raises(LookupError):
        layout_of(session)
    with pytest.raises(LookupError):
        Layout(session.document, "sheet:none", bundled_fonts(), words())


def test_a_note_can_be_measured_without_being_there() -> None:
    session = new_session()
    layout = layout_of(session)
    face = layout.measured(Note(id="note:x", sheet=layout.sheet_id, zone="channels", text=LONG_WORDS * 20))
    assert face.h > 2800
    assert not layout.notes


@settings(max_examples=60)
@given(steps)
def test_following_ends_as_a_fresh_layout(session_steps: list[tuple[str, int, int]]) -> None:
    session = new_session()
    other = add_sheet(session.document, "canvas")
    layout = layout_of(session)
    following(session, layout)
    for what, at, number in session_steps:
        act(session, what, at, number, other.id)
    assert looks(layout) == looks(layout_of(session, fresh=True))


def act(session: Session, what: str, at: int, number: int, other: str) -> None:
    if what == "undo":
        session.history.undo()
        return
    notes = [record for record in session.store.records.values() if isinstance(record, Note)]
    note = notes[at % len(notes)] if notes else None
    with session.store.transaction(what) as tx:
        if what == "add":
            first = session.document.sheets[0].id
            tx.put(Note(id=new_id("note"), sheet=first, zone=(*ZONES, "")[at], text=TEXTS[number], z=f"a{number}"))
        elif what == "title":
            tx.update(WORKSHOP, title=TEXTS[number % 3], captions={"pink": TEXTS[at % 3]})
        elif what == "entry":
            first = session.document.sheets[0].id
            tx.put(Entry(id=entry_id(first, "x"), sheet=first, field="x", value=number))
        elif note is not None:
            change_note(tx, note, what, number, other)


def change_note(tx: Transaction, note: Note, what: str, number: int, other: str) -> None:
    if what == "remove":
        tx.remove(note.id)
        return
    fields: dict[str, dict[str, Any]] = {
        "text": {"text": TEXTS[number]},
        "place": {"x": number * 500, "y": number * 700, "z": f"a{number}"},
        "zone": {"zone": ("channels", "", "nowhere", "key_partners")[number]},
        "color": {"color": ("yellow", "green", "blue", "no colour")[number]},
        "size": {"w": 2400 + number * 800, "h": 2000 + number * 600},
        "other_sheet": {"sheet": other},
    }
    tx.update(note.id, **fields[what])


def test_an_empty_change_damages_nothing() -> None:
    records: dict[str, Record] = {}
    assert not layout_of(new_session()).follow(Change(records))
