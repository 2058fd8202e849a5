"""The rows of the outline under random changes: always what a tree made anew would show."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QObject

from canvas_files.records import Note, new_id
from helpers.walked_windows import workshop
from plakbord.session import Session
from plakbord.sheet.templates import sheet_for
from plakbord.window.panels.outline_model import DETAIL, OutlineModel
from plakbord.words import load_words

pytestmark = pytest.mark.usefixtures("qapp")

ZONES = ("channels", "key_partners", "nowhere", "")
EN = load_words("en")
places = st.integers(0, 40).map(lambda step: step * 100)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.sampled_from(ZONES), places, places),
        st.tuples(st.just("move"), st.integers(0, 30), st.sampled_from(ZONES), places, places),
        st.tuples(st.just("write"), st.integers(0, 30), st.sampled_from(("", "One", "Two\nlines"))),
        st.tuples(st.just("turn"), st.integers(0, 30), st.integers(0, 1)),
        st.tuples(st.just("remove"), st.integers(0, 30), st.integers(1, 3)),
        st.tuples(st.just("fill"), st.sampled_from(ZONES), st.integers(1, 260)),
        st.tuples(st.sampled_from(("undo", "redo", "sheet"))),
    ),
    max_size=12,
)


def rows(model: OutlineModel, above: QModelIndex | None = None) -> list[Any]:
    """All that is shown, with what is under it."""
    parent = above or QModelIndex()
    return [
        (here.data(), here.data(DETAIL), model.row_of(here), rows(model, here))
        for here in (model.index(row, 0, parent) for row in range(model.rowCount(parent)))
    ]


def do(session: Session, step: tuple[Any, ...]) -> None:
    """One thing that a person or a phone does."""
    kind, *what = step
    notes = sorted(record.id for record in session.store.records.values() if isinstance(record, Note))
    sheets = session.document.sheets
    if kind in ("undo", "redo"):
        getattr(session.history, kind)()
        return
    with session.store.transaction(f"step.note.{kind}") as tx:
        if kind == "add":
            tx.put(Note(id=new_id("note"), sheet=sheets[0].id, zone=what[0], x=what[1], y=what[2], text="New"))
        elif kind == "fill":
            for number in range(what[1]):
                place = {"x": number % 7 * 900, "y": number // 7 * 900}
                tx.put(Note(id=new_id("note"), sheet=sheets[0].id, zone=what[0], text=str(number), **place))
        elif kind == "sheet":
            tx.put(sheet_for(session.document, "persona"))
        elif notes and kind == "move":
            tx.update(notes[what[0] % len(notes)], zone=what[1], x=what[2], y=what[3])
        elif notes and kind == "write":
            tx.update(notes[what[0] % len(notes)], text=what[1])
        elif notes and kind == "turn":
            tx.update(notes[what[0] % len(notes)], sheet=sheets[what[1] % len(sheets)].id, color="pink")
        elif notes:
            for number in range(what[1]):
                tx.remove(notes[(what[0] + number) % len(notes)])


@given(steps)
@settings(max_examples=40, deadline=None)
def test_following_shows_the_same_as_making_it_anew(story: list[tuple[Any, ...]]) -> None:
    session = workshop(
        ("channels", "Web"), ("channels", "Shop"), ("key_partners", "Bakers"), kinds=("canvas", "canvas")
    )
    keeper = QObject()
    model = OutlineModel(session, EN, EN, keeper)
    session.store.listen(model.follow)
    for step in story:
        do(session, step)
        anew = OutlineModel(session, EN, EN, keeper)
        assert rows(model) == rows(anew)
        assert model._items.keys() == anew._items.keys()
        assert all(model.note_index(note_id).isValid() for note_id in model._items)
        anew.deleteLater()
