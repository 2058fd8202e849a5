"""Text files in the encodings that people have, and a sentence for everything else."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas_files.problems import Problem
from helpers import clipboard_samples as samples
from plakbord.exchange.text_file import LARGEST_MB, decoded, notes_in_file


def notes(path: Path) -> list[str]:
    return [note.text for note in notes_in_file(path)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "ideeën.TXT"
    path.write_bytes("- café\r\n- prijs: € 5".encode(encoding))
    assert notes(path) == ["café", "prijs: € 5"]


def test_csv_and_markdown(tmp_path: Path) -> None:
    table, text = tmp_path / "a.csv", tmp_path / "a.md"
    table.write_bytes(samples.CSV_FILE.encode())
    text.write_bytes(samples.MARKDOWN.encode())
    assert notes(table) == samples.CSV_NOTES
    assert notes(text) == samples.MARKDOWN_NOTES


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a,b\nc,d", "abcd"),
        ("a\tb\nc\td", "abcd"),
        ("sep=|\na|b", "ab"),
        ("1,5;a\n2,5;b", ["1,5", "a", "2,5", "b"]),
        ("naam;uitleg\nx;een, twee, drie, vier;;", ["naam", "uitleg", "x", "een, twee, drie, vier"]),
        ("los", ["los"]),
        ('a;"b\nc;d', ["a", '"b', "c", "d"]),
    ],
)
def test_whatever_separates_the_cells(tmp_path: Path, text: str, cells: list[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    assert notes(path) == list(cells)


def key_of(path: Path) -> str:
    with pytest.raises(Problem) as problem:
        notes_in_file(path)
    assert path.name in problem.value.sentence("nl")
    return problem.value.key


def test_what_is_no_text_file(tmp_path: Path) -> None:
    (tmp_path / "map.txt").mkdir()
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\0\0")
    (tmp_path / "b.txt").write_bytes(b"x" * (LARGEST_MB * 1_000_000 + 1))
    assert key_of(tmp_path / "map.txt") == "no_text_file"
    assert key_of(tmp_path / "a.txt") == "file_holds_no_text"
    assert key_of(tmp_path / "b.txt") == "text_file_too_large"
    assert key_of(tmp_path / "weg.txt") == "missing"
    assert key_of(tmp_path / "a.docx") == "no_text_file"
    assert key_of(tmp_path / "a.JPG") == "picture_file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert key_of(tmp_path / "a.txt") == "no_text_file"


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_sentence(data: bytes) -> None:
    with suppress(Problem):
        assert isinstance(decoded(data, "a.txt"), str)
