"""An older workshop borrows the topics of the data lens, and its own template stays what it was."""

from __future__ import annotations

import json
from typing import Any

from canvas_files.document import new_document
from canvas_files.file import decode, encode
from plakbord.sheet.lens import lens_template
from plakbord.sheet.templates import raw_template


def older() -> dict[str, Any]:
    """The canvas as it was before there was a lens."""
    raw: dict[str, Any] = json.loads(json.dumps(raw_template("canvas")))
    for name in ("phases", "pairs"):
        raw.pop(name)
    for zone in raw["zones"]:
        zone.pop("lens")
    return raw


def test_an_older_template_borrows_what_the_lens_asks() -> None:
    document = new_document("nl")
    sheet = document.new_sheet(document.add_template(older()))
    with document.store.transaction() as tx:
        tx.put(sheet)
    before = encode(document)
    template = lens_template(document, sheet)
    assert template is not None
    assert all(zone.lens is not None and zone.lens.questions for zone in template.zones)
    assert len(template.journey()) == 5
    assert [pair.rule for pair in template.pairs] == ["stream_without_segment", "segment_without_value"]
    assert document.template_of(sheet) != template
    assert encode(document) == before
    assert encode(decode(before, "again")) == before


def test_a_template_of_ones_own_has_what_it_has() -> None:
    document = new_document("nl")
    raw = {**older(), "id": "own"}
    sheet = document.new_sheet(document.add_template(raw))
    assert lens_template(document, sheet) == document.templates["own"]


def test_the_questions_of_the_lens_are_short() -> None:
    for zone in raw_template("canvas")["zones"]:
        for question in zone["lens"]["questions"]:
            assert all(len(question[language].split()) <= 12 for language in ("nl", "en"))
