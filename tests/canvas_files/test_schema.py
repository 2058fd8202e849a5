"""The format as JSON Schema: what the program writes fits it, and what is wrong does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from canvas_files.document import Document, new_document
from canvas_files.file import encode
from canvas_files.records import Note, Sheet
from canvas_files.schema import schema
from helpers.documents import documents

RESOURCES = Path(__file__).parents[2] / "resources" / "templates"
FILES = Path(__file__).parents[1] / "files"
VALIDATOR = Draft202012Validator(schema())


def small_workshop() -> dict[str, Any]:
    document = new_document("nl", "Bakkerij")
    for path in sorted(RESOURCES.glob("*.json")):
        document.add_template(json.loads(path.read_bytes()))
    with document.store.transaction() as tx:
        tx.put(Sheet(id="s", template="business-model-canvas"))
        tx.put(Note(id="n", sheet="s", zone="key_partners"))
    raw: dict[str, Any] = json.loads(encode(document))
    return raw


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())
    Draft202012Validator.check_schema(json.loads(json.dumps(schema())))


@given(documents())
def test_every_document_that_is_written_fits(document: Document) -> None:
    VALIDATOR.validate(json.loads(encode(document)))


def test_a_workshop_with_the_templates_of_the_program_fits() -> None:
    VALIDATOR.validate(small_workshop())


@pytest.mark.parametrize("path", sorted(FILES.glob("version-*.plakbord")), ids=lambda path: path.stem)
def test_the_sample_files_fit(path: Path) -> None:
    VALIDATOR.validate(json.loads(path.read_bytes()))


NOTE = {"id": "n", "kind": "note", "sheet": "s", "zone": "z"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": "other"}, {"version": "1"}, {"version": 0}, {"readable_from": 0}, {"revision": -1}, {"records": {}},
        {"records": [7]}, {"records": [{"id": "n"}]}, {"records": [{"kind": "timer"}]}, {"templates": [{}]},
        {"records": [{**NOTE, "x": "1"}]}, {"records": [{**NOTE, "w": 1}]}, {"records": [{**NOTE, "kind": "sheet"}]},
        {"records": [{"id": "n", "kind": "note"}]}, {"records": [{**NOTE, "id": ""}]},
        {"records": [{"id": "workshop", "kind": "workshop", "language": "de"}]},
    ],
)  # fmt: skip
def test_what_is_wrong_does_not_fit(wrong: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid({**small_workshop(), **wrong})


@pytest.mark.parametrize("missing", ["format", "version", "records"])
def test_what_is_missing_does_not_fit(missing: str) -> None:
    raw = small_workshop()
    del raw[missing]
    assert not VALIDATOR.is_valid(raw)


def test_what_is_newer_fits() -> None:
    newer = [{**NOTE, "sparkle": 1}, {"id": "timer:1", "kind": "timer", "secs": 5}]
    VALIDATOR.validate({**small_workshop(), "version": 2, "votes": {}, "records": newer})
