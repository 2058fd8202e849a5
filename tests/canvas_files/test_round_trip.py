"""Ten thousand random workshop files: whatever stands in one, known or not, stands there again after opening and
saving."""

from __future__ import annotations

import os
from random import Random
from typing import Any

from hypothesis import given

from canvas_files.document import Document, check
from canvas_files.file import decode, encode
from canvas_files.json_text import read_json
from canvas_files.records import Unknown
from helpers.documents import documents
from helpers.random_files import as_bytes, canonical, random_file

COUNT = 100_000 if os.environ.get("PLAKBORD_THOROUGH") else 10_000


def lost(raw: dict[str, Any], written: dict[str, Any]) -> list[str]:
    """What of the first file is not in the second."""
    ours = ("records", "app")
    missing = [name for name in raw if name not in ours and canonical(raw[name]) != canonical(written.get(name))]
    records = {record["id"]: record for record in written["records"] if isinstance(record, dict) and "id" in record}
    others = [canonical(record) for record in written["records"]]
    for record in raw["records"]:
        if canonical(record) in others:
            continue
        now = records.get(record["id"], {})
        missing += [f"{record['id']}.{n}" for n in record if n not in now or canonical(now[n]) != canonical(record[n])]
    return missing


def check_round_trip(seed: int) -> tuple[Document, bytes]:
    random = Random(seed)
    raw = random_file(random)
    document = decode(as_bytes(raw, random), "x")
    written = encode(document)
    again = decode(written, "x")
    assert lost(raw, read_json(written, "x")) == []
    assert encode(again) == written
    assert dict(again.records) == dict(document.records)
    return document, written


def test_ten_thousand_random_files_round_trip() -> None:
    start = int(os.environ.get("PLAKBORD_SEED") or Random().getrandbits(48))
    seen = {"unknown": 0, "stray": 0, "more": 0, "escaped": 0, "problems": 0}
    for seed in range(start, start + COUNT):
        try:
            document, written = check_round_trip(seed)
        except Exception as error:
            raise AssertionError(f"again with PLAKBORD_SEED={seed}: {error!r}") from error
        seen["unknown"] += any(isinstance(record, Unknown) for record in document.records.values())
        seen["stray"] += bool(document.stray)
        seen["more"] += bool(document.extra)
        seen["escaped"] += b"\\ud" in written
        seen["problems"] += bool(document.problems)
    assert min(seen.values()) > COUNT // 50, f"the files have become too plain: {seen}"


@given(documents())
def test_a_document_made_in_the_program_round_trips(document: Document) -> None:
    written = encode(document)
    again = decode(written, "x")
    assert dict(again.records) == dict(document.records)
    assert (again.document_id, again.store.revision) == (document.document_id, document.store.revision)
    assert canonical(again.extra) == canonical(document.extra)
    assert again.problems == []
    assert {str(problem) for problem in check(again)} == {str(problem) for problem in check(document)}
    assert encode(again) == written
