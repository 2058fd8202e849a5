"""Ink on paper: neutral text is black alone, a grey poster has no colour at all."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from helpers.pdf_pictures import pdfium_page
from helpers.pdf_reading import reader_of
from helpers.poster_workshops import full_workshop
from helpers.sample_workshops import bundled_fonts, words
from plakbord.poster.choices import Choices
from plakbord.poster.colors import greyed, on_paper, tint
from plakbord.poster.export import pdf_bytes
from plakbord.poster.pages import printed_pages
from plakbord.poster.paper_sheet import plain
from plakbord.poster.pdf import Extras, write_papers
from plakbord.sheet import theme
from plakbord.sheet.marks import Page, Text
from poster.test_pdf import ABOUT

GHOSTSCRIPT = shutil.which("gs")
COLOURED = re.compile(rb"(\S+) (\S+) (\S+) (rg|RG)\b")


def contents_of(pdf: bytes) -> bytes:
    """Everything that is painted, forms included."""
    reader = reader_of(pdf)
    found = [page.get_contents().get_data() for page in reader.pages]  # type: ignore[union-attr]
    for page in reader.pages:
        forms: Any = page["/Resources"].get("/XObject", {})  # type: ignore[union-attr]
        found += [form.get_object().get_data() for form in forms.values() if form.get_object()["/Subtype"] == "/Form"]
    return b"\n".join(found)


def test_ink_on_paper_is_neutral_and_other_colours_stay() -> None:
    assert on_paper(theme.INK) == "#000000"
    for color in (theme.INK, theme.QUIET_INK, theme.MARK_INK):
        found = on_paper(color)
        assert found[1:3] == found[3:5] == found[5:7]
    assert on_paper(theme.ACCENT) == theme.ACCENT


@pytest.mark.parametrize(
    ("color", "grey"), [("#FFFFFF", "#FFFFFF"), ("#FF0000", "#363636"), ("#00FF00", "#B6B6B6"), (theme.INK, "#000000")]
)
def test_grey_is_as_light_as_the_colour(color: str, grey: str) -> None:
    assert greyed(color) == grey


def test_notes_of_different_colours_can_be_told_apart_in_grey_by_their_marks() -> None:
    marks = [color.mark for color in theme.NOTE_COLORS.values()]
    assert len(set(marks)) == len(marks)


def text_only(choices: Choices) -> bytes:
    """The poster with nothing but its neutral text."""
    pages = printed_pages(full_workshop(), choices, bundled_fonts(), words()).pages
    neutral = (theme.INK, theme.QUIET_INK)
    bare = [
        Page(p.w, p.h, tuple(m for m in p.marks if isinstance(m, Text) and m.color in neutral), p.title) for p in pages
    ]
    out = BytesIO()
    write_papers(out, [plain(page) for page in bare], ABOUT, Extras(tint(choices)))
    return out.getvalue()


def test_neutral_text_is_set_in_black_and_grey_alone() -> None:
    pages = contents_of(text_only(Choices(sheets=("sheet:persona",))))
    assert b"\n0 g\n" in pages or pages.startswith(b"0 g\n")
    painted = COLOURED.findall(pages)
    emoji = {color for color in painted if color[3] == b"rg"}
    assert all(color[3] == b"rg" for color in painted)
    without_emoji = reader_of(text_only(Choices(sheets=("sheet:persona",)))).pages[0].get_contents()
    assert without_emoji is not None
    assert COLOURED.findall(without_emoji.get_data()) == []
    assert emoji  # the train in the name of the segment keeps its colours


@pytest.mark.skipif(GHOSTSCRIPT is None, reason="Ghostscript is not installed")
def test_text_takes_black_ink_alone(tmp_path: Path) -> None:
    document = full_workshop()
    with document.store.transaction("step", "load") as tx:
        tx.update("note:segment", text="Forenzen")
    pages = printed_pages(document, Choices(sheets=("sheet:persona",)), bundled_fonts(), words()).pages
    neutral = (theme.INK, theme.QUIET_INK)
    marks = tuple(mark for mark in pages[0].marks if isinstance(mark, Text) and mark.color in neutral)
    out = BytesIO()
    write_papers(out, [plain(Page(42_000, 29_700, marks))], ABOUT, Extras(on_paper))
    path = tmp_path / "text.pdf"
    path.write_bytes(out.getvalue())
    command = [str(GHOSTSCRIPT), "-q", "-o", "-", "-sDEVICE=inkcov", str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    cyan, magenta, yellow, black = (float(share) for share in done.stdout.split()[:4])
    assert (cyan, magenta, yellow) == (0, 0, 0)
    assert black > 0.001


def test_a_grey_poster_has_no_colour_anywhere() -> None:
    choices = Choices(grey=True, links=True, parking=True, attachment=False)
    pdf = pdf_bytes(full_workshop(), choices, bundled_fonts()).data
    assert COLOURED.findall(contents_of(pdf)) == []
    for number in range(len(reader_of(pdf).pages)):
        red, green, blue = pdfium_page(pdf, number, 40).split()
        assert red.tobytes() == green.tobytes() == blue.tobytes()
    (portrait,) = reader_of(pdf).pages[0].images
    assert isinstance(portrait.image, Image.Image)
    assert portrait.image.mode == "L"
