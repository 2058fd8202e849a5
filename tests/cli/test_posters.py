"""Pictures from the command line, and posters that are read again."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from helpers.command_line import plakbord
from plakbord.paths import resources

SAMPLE = resources() / "samples" / "nl.plakbord"
COUNTS = ["sheets 3", "notes 59", "entries 28", "links 2"]


@pytest.mark.parametrize("ending", ["pdf", "png"])
def test_a_poster_is_checked_like_the_workshop_inside(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"poster.{ending}"
    assert plakbord("export", SAMPLE, out, "--sheet", "1", "--dpi", "40").code == 0
    checked = plakbord("check", out)
    assert checked.code == 0
    assert checked.lines == COUNTS


def test_a_poster_without_a_workshop_says_so(tmp_path: Path) -> None:
    out = tmp_path / "poster.pdf"
    assert plakbord("export", SAMPLE, out, "--no-attachment").code == 0
    checked = plakbord("check", out)
    assert checked.code == 1
    assert "poster.pdf" in checked.sentence


def test_a_poster_can_be_printed_again(tmp_path: Path) -> None:
    first, second = tmp_path / "first.pdf", tmp_path / "second.png"
    assert plakbord("export", SAMPLE, first).code == 0
    assert plakbord("export", first, second, "--sheet", "2", "--dpi", "36").code == 0
    with Image.open(second) as picture:
        assert picture.size == (595, 421)


def test_several_sheets_become_numbered_pictures(tmp_path: Path) -> None:
    assert plakbord("export", SAMPLE, tmp_path / "board.svg").code == 0
    files = sorted(path.name for path in tmp_path.glob("*.svg"))
    assert files == ["board-1.svg", "board-2.svg", "board-3.svg"]
    for name in files:
        assert ElementTree.parse(tmp_path / name).getroot().tag.endswith("svg")
    again = plakbord("export", SAMPLE, tmp_path / "board.svg")
    assert again.code == 1
    assert "board-1.svg" in again.sentence
