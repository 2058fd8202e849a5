"""Where a workshop's private things are: one place for each, whatever its id is."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from canvas_files.document import new_document_id
from canvas_files.shelf import Shelf, digest_of, key_of


@given(st.text())
def test_every_id_has_a_name_that_any_system_takes(document_id: str) -> None:
    key = key_of(document_id)
    assert len(key) == 32
    assert set(key) <= set("0123456789abcdef")


def test_an_id_of_our_own_is_its_own_name() -> None:
    document_id = new_document_id()
    assert key_of(document_id) == document_id
    assert Shelf(Path("private")).backups(document_id) == Path("private", "backups", document_id)


def test_different_contents_have_different_digests() -> None:
    assert digest_of(b"one") == digest_of(b"one") != digest_of(b"two")
