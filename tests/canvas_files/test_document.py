"""The document as a whole: sheets, templates, and what does not fit together."""

from __future__ import annotations

from typing import Any

import pytest

from canvas_files.document import Document, check, new_document
from canvas_files.problems import Problem
from canvas_files.records import Note, Record, Sheet, Workshop
from canvas_files.template import Template

WORDING = {"nl": "Vak", "en": "Block"}
RAW: dict[str, Any] = {
    "id": "t",
    "name": WORDING,
    "page": {"w": 1000, "h": 1000},
    "zones": [{"id": "z", "heading": WORDING, "box": {"x": 0, "y": 0, "w": 1000, "h": 1000}}],
}


def with_sheets(*records: Record) -> Document:
    document = Document([Workshop(id="workshop"), Sheet(id="s", template="t", order="a5"), *records])
    document.add_template(RAW)
    return document


def test_a_new_document_has_a_workshop_and_nothing_else() -> None:
    document = new_document("en", "Bakery", "2026-11-21", "Ada")
    assert dict(document.records) == {"workshop": document.workshop}
    assert document.workshop == Workshop(id="workshop", language="en", title="Bakery", date="2026-11-21", author="Ada")
    assert (document.sheets, check(document), document.store.revision) == ([], [], 0)
    assert len(document.document_id) == 32
    assert document.document_id != new_document("en").document_id


def test_a_new_sheet_comes_after_the_last() -> None:
    document = with_sheets()
    sheet = document.new_sheet(document.templates["t"], "Derde")
    assert (sheet.template, sheet.title) == ("t", "Derde")
    assert sheet.id not in document.records
    with document.store.transaction() as tx:
        tx.put(sheet)
    assert [found.id for found in document.sheets] == ["s", sheet.id]


def test_a_template_is_taken_along_once() -> None:
    document = with_sheets()
    first = document.templates["t"]
    assert document.add_template({**RAW, "version": 2}) is first
    assert document.raw_templates == [RAW]
    assert document.template_of(document.sheets[0]) is first
    assert isinstance(first, Template)


def test_a_bad_template_is_not_taken_along() -> None:
    document = with_sheets()
    with pytest.raises(ValueError, match="zones"):
        document.add_template({**RAW, "id": "other", "zones": []})
    assert document.raw_templates == [RAW]


def test_the_rules_hold() -> None:
    document = with_sheets(Note(id="n", sheet="s", zone="z"))
    with document.store.transaction() as tx:
        tx.remove("s")
    assert "n" not in document.records


def test_what_does_not_fit_together_is_named() -> None:
    document = with_sheets(
        Note(id="fine", sheet="s", zone="z"),
        Note(id="parked", sheet="s", zone=""),
        Note(id="astray", sheet="s", zone="nowhere"),
        Note(id="lost", sheet="gone", zone="z"),
        Sheet(id="bare", template="gone"),
        Note(id="anywhere", sheet="bare", zone="nowhere"),
    )
    document.problems = [Problem("no_workshop")]
    found = [(problem.key, problem.values.get("record")) for problem in check(document)]
    assert found == [("no_workshop", None), ("no_zone", "astray"), ("no_sheet", "lost"), ("no_template", "bare")]
    assert len(document.problems) == 1


def test_no_snapshot_of_what_may_not_stay() -> None:
    document = new_document("nl")
    with document.store.transaction() as tx:
        tx.update("workshop", title="Bakkerij")
        with pytest.raises(RuntimeError, match="in the middle"):
            document.snapshot()
    assert document.snapshot().records == dict(document.records)


def test_the_sheets_are_those_of_this_moment() -> None:
    document = new_document("nl")
    assert document.sheets == []
    with document.store.transaction() as tx:
        for number in (2, 1):
            tx.put(Sheet(id=f"sheet:{number}", template="t", order=f"a{number}"))
            assert len(document.sheets) == 3 - number  # what was put is seen at once
    assert [sheet.id for sheet in document.sheets] == ["sheet:1", "sheet:2"]
    document.sheets.clear()  # a list of who asked
    assert len(document.sheets) == 2
    with document.store.transaction() as tx:
        tx.remove("sheet:1")
    assert [sheet.id for sheet in document.sheets] == ["sheet:2"]
