"""Choices that do not go together, progress, breaking off, and the old file that stays until the new one is whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from canvas_files.problems import Problem
from helpers.poster_workshops import full_workshop
from helpers.sample_workshops import bundled_fonts
from plakbord.poster.choices import CancelledError, Choices, check
from plakbord.poster.export import export_pdf, pdf_bytes


@pytest.mark.parametrize(
    ("choices", "key"),
    [
        ({"sheets": ("sheet:gone",)}, "sheet_gone"),
        ({"tiles": "A4", "bleed": True}, "tiles_and_bleed"),
        ({"margin": 9_000}, "wide_margin"),
        ({"dpi": 1}, "bad_dpi"),
        ({"round": "round:gone"}, "round_gone"),
        ({"round": "sheet:canvas"}, "round_gone"),
    ],
)
def test_choices_that_cannot_be(choices: dict[str, Any], key: str) -> None:
    with pytest.raises(Problem) as found:
        check(Choices(**choices), full_workshop())
    assert found.value.key == key


def test_most_choices_can_be() -> None:
    check(Choices(), full_workshop())
    check(Choices(sheets=("sheet:persona",), paper="A0", tiles="A3", margin=500, dpi=600), full_workshop())


def test_progress_comes_to_its_end_and_never_goes_back() -> None:
    for choices in (Choices(parking=True), Choices(paper="A1", tiles="A4")):
        told: list[tuple[int, int]] = []
        pdf_bytes(full_workshop(), choices, bundled_fonts(), lambda done, of, told=told: told.append((done, of)))
        assert told[0][0] == 0
        assert [done for done, _ in told] == sorted(done for done, _ in told)
        assert told[-1][0] == told[-1][1]
        assert len(told) == told[-1][1] + 1


@pytest.mark.parametrize("after", [1, 2, 3, 5])
def test_breaking_off_leaves_the_old_file(after: int, tmp_path: Path) -> None:
    path = tmp_path / "poster.pdf"
    path.write_bytes(b"the old one")
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) >= after

    with pytest.raises(CancelledError):
        export_pdf(full_workshop(), Choices(), path, cancelled=cancelled, fonts=bundled_fonts())
    assert path.read_bytes() == b"the old one"
    assert len(asked) == after
    assert [found.name for found in tmp_path.iterdir()] == ["poster.pdf"]


def test_a_poster_takes_the_place_of_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "poster.pdf"
    path.write_bytes(b"the old one")
    assert export_pdf(full_workshop(), Choices(), path, fonts=bundled_fonts()) == ()
    assert path.read_bytes() == pdf_bytes(full_workshop(), Choices()).data
    assert [found.name for found in tmp_path.iterdir()] == ["poster.pdf"]


def test_choices_and_pages_load_no_pdf_library() -> None:
    code = "import sys, plakbord.poster.choices, plakbord.poster.pages; sys.exit('reportlab' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
