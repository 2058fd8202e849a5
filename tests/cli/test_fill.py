"""`plakbord set` and `plakbord picture`, as a person at a terminal uses them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from canvas_files.entries import answers
from canvas_files.file import open_file
from canvas_files.records import Picture
from helpers.command_line import plakbord
from helpers.pdf_reading import reader_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.plakbord"
    assert plakbord("new", path, "--sheet", "canvas", "--sheet", "persona").code == 0
    return path


def test_a_persona_filled_in_and_printed(file: Path, tmp_path: Path) -> None:
    for field, value in (("name", "Anna"), ("time_pressure", "6"), ("sales_role", "decider"), ("age", "-1")):
        assert plakbord("set", file, "--sheet", "2", field, value).code == 0
    assert plakbord("set", file, "--sheet", "2", "age", "").code == 0
    image = tmp_path / "face.png"
    Image.new("RGB", (30, 40), "red").save(image)
    assert plakbord("picture", file, "--sheet", "2", "--shape", "square", image).code == 0
    document, _ = open_file(file)
    persona = document.sheets[1]
    assert answers(document.records, persona.id) == {
        "name": "Anna",
        "time_pressure": 6,
        "sales_role": ["decider"],
    }
    assert persona.portrait_shape == "square"
    assert isinstance(document.records[persona.portrait], Picture)
    assert plakbord("export", file, tmp_path / "all.pdf", "--sheet", "all").code == 0
    reader = reader_of((tmp_path / "all.pdf").read_bytes())
    assert (len(reader.pages), [entry for entry in reader.outline if not isinstance(entry, list)][1].title) == (
        2,
        "Anna · Persona",
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("set", "--sheet", "2", "time_pressure", "9"), "from 1 to 7"),
        (("set", "--sheet", "1", "age", "9"), "no field"),
        (("set", "--sheet", "3", "age", "9"), "no sheet 3"),
        (("picture", "--sheet", "1", "x.png"), "x.png cannot be read"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_changes(file: Path, arguments: tuple[str, ...], words: str) -> None:
    before = file.read_bytes()
    outcome = plakbord(arguments[0], file, *arguments[1:])
    assert outcome.code == 1
    assert words in outcome.sentence
    assert file.read_bytes() == before
