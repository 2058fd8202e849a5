"""An earlier state beside the one of now, and putting it back as one step."""

from __future__ import annotations

from typing import Any

from canvas_files.bring_back import Difference, bring_back, difference
from canvas_files.document import Document
from canvas_files.history import History
from canvas_files.records import Note, Sheet, Workshop
from canvas_files.template import Template

WORDING = {"nl": "Vak", "en": "Block"}


def raw_template(name: str) -> dict[str, Any]:
    box = {"x": 0, "y": 0, "w": 1000, "h": 1000}
    zones = [{"id": "z", "heading": WORDING, "box": box}]
    return {"id": name, "name": WORDING, "page": {"w": 1000, "h": 1000}, "zones": zones}


def document(*texts: str, sheets: int = 1) -> Document:
    """Notes by the first letter of their text."""
    notes = [Note(id=f"note:{text[0]}", sheet="sheet:0", zone="z", text=text) for text in texts]
    return Document([Workshop(id="workshop"), *(Sheet(id=f"sheet:{n}", template="t") for n in range(sheets)), *notes])


def test_what_differs_is_counted() -> None:
    then, now = document("a", "b", "c"), document("b", "c!", "d", "e", sheets=2)
    found = difference(then.records, now.records)
    assert found == Difference(3, 4, 1, 2, 1, 1, 2)
    assert not found.none
    assert difference(then.records, then.records).none
    assert not difference(document(sheets=1).records, document(sheets=2).records).none


def test_it_comes_back_in_one_step_that_can_be_undone() -> None:
    then, now = document("a", "b"), document("b!", "c", sheets=2)
    with then.store.transaction() as tx:
        tx.update("workshop", title="Zoals het was")
    history, before = History(now.store), dict(now.records)
    bring_back(now, then, "back")
    assert dict(now.records) == dict(then.records)
    assert history.undo_label == "back"
    history.undo()
    assert dict(now.records) == before
    assert history.undo_label is None


def test_the_same_state_changes_nothing() -> None:
    then, now = document("a"), document("a")
    revision = now.store.revision
    bring_back(now, then, "back")
    assert now.store.revision == revision


def test_templates_that_are_lacking_come_along_and_broken_ones_do_not() -> None:
    then, now = document("a"), document("a")
    then.add_template(raw_template("mine"))
    then.add_template(raw_template("known"))
    now.add_template(raw_template("known"))
    then.raw_templates += [{"id": "broken"}, "no template", 7]
    bring_back(now, then, "back")
    assert list(now.templates) == ["known", "mine"]
    assert all(isinstance(template, Template) for template in now.templates.values())
