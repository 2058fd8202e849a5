"""A whole workshop as a poster: the right size, every text in it, and the same bytes every time."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from canvas_files.document import Document, new_document
from canvas_files.problems import Problem
from canvas_files.records import Sheet
from helpers.command_line import plakbord
from helpers.pdf_reading import fonts_of
from helpers.sample_texts import DUTCH_NOTES
from plakbord.paths import resources
from plakbord.poster.choices import Choices
from plakbord.poster.export import UNDATED, moment_of, pdf_bytes
from plakbord.sheet.templates import built_in_files, raw_template, sheet_for
from plakbord.sheet.text.fonts import Fonts

ZONES = tuple(zone["id"] for zone in raw_template("canvas")["zones"])
MOST_EACH = 8


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Dutch canvas with some sixty notes, made as a script would make it."""
    path = tmp_path_factory.mktemp("poster") / "bakkerij.plakbord"
    assert plakbord("new", path, "--sheet", "canvas", "--language", "nl", "--title", "De Gouden Korst").code == 0
    for zone in ZONES:
        assert plakbord("add", path, "--zone", zone, *DUTCH_NOTES[zone][:MOST_EACH]).code == 0
    return path


def exported(workshop: Path, out: Path, **variables: str) -> bytes:
    assert plakbord("export", workshop, out, variables=variables).code == 0
    return out.read_bytes()


@pytest.fixture(scope="module")
def pdf(workshop: Path) -> bytes:
    return exported(workshop, workshop.with_name("poster.pdf"))


def document_with(*names: str, date: str = "", title: str = "") -> Document:
    """A Dutch workshop with empty sheets."""
    document = new_document("nl", title, date, "Fatima Jansen")
    for name in names:
        with document.store.transaction() as tx:
            tx.put(sheet_for(document, name))
    return document


def poster_of(document: Document, language: Any = "nl") -> PdfReader:
    poster = pdf_bytes(document, Choices(language=language), Fonts(resources() / "fonts"))
    return PdfReader(BytesIO(poster.data), strict=True)


def dense(text: str) -> str:
    """The text without any space, and without the selectors that only ask for a colourful emoji."""
    return re.sub(r"[\s\ufe0e\ufe0f\u200b\u00ad]", "", text)


def test_the_page_is_exactly_an_a3(pdf: bytes) -> None:
    (page,) = PdfReader(BytesIO(pdf), strict=True).pages
    millimetres = [float(side) * 25.4 / 72 for side in (page.mediabox.width, page.mediabox.height)]
    assert millimetres == pytest.approx([420, 297], abs=0.1)


def test_every_font_is_embedded(pdf: bytes) -> None:
    fonts = fonts_of(pdf)
    assert fonts
    for font in fonts.values():
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & descriptor.keys()


def test_the_text_of_every_note_is_found(pdf: bytes) -> None:
    found = dense(PdfReader(BytesIO(pdf)).pages[0].extract_text())
    texts = [text for zone in ZONES for text in DUTCH_NOTES[zone][:MOST_EACH]]
    assert len(texts) >= 60
    assert [text for text in texts if dense(text) not in found] == []
    assert "DeGoudenKorst" in found


def test_the_same_workshop_gives_the_same_bytes(workshop: Path, pdf: bytes, tmp_path: Path) -> None:
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    assert exported(workshop, tmp_path / "again.pdf", **elsewhere) == pdf


def test_the_headings_are_in_the_language_that_is_asked_for(workshop: Path, tmp_path: Path) -> None:
    out = tmp_path / "english.pdf"
    assert plakbord("export", workshop, out, "--language", "en").code == 0
    reader = PdfReader(out)
    assert "Channels" in reader.pages[0].extract_text()
    assert reader.root_object["/Lang"] == "en-GB"


def test_what_the_file_says_about_itself() -> None:
    reader = poster_of(document_with("canvas", date="2026-11-21", title="De Gouden Korst"))
    about = reader.metadata
    assert about is not None
    assert about.title == "De Gouden Korst · Business Model Canvas"
    assert about.author == "Fatima Jansen"
    assert about.subject == "Business Model Canvas"
    assert about.creation_date_raw == "D:20261121120000"
    assert reader.root_object["/Lang"] == "nl-NL"


def test_more_sheets_are_more_pages_with_bookmarks() -> None:
    reader = poster_of(document_with("canvas", "persona", title="De Gouden Korst"))
    assert len(reader.pages) == 2
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert titles == ["De Gouden Korst · Business Model Canvas", "De Gouden Korst · Persona"]
    assert reader.metadata is not None
    assert reader.metadata.title == "De Gouden Korst"


@pytest.mark.parametrize("day", ["", "morgen", "2026-13-01", "0001-01-01", "x" * 40])
def test_a_workshop_without_a_sensible_date(day: str) -> None:
    assert moment_of(day) == UNDATED


def test_a_date_is_noon_of_that_day() -> None:
    assert moment_of("2026-11-21") == datetime(2026, 11, 21, 12)


def test_a_sheet_without_its_template_is_named_and_left_out() -> None:
    document = document_with("canvas")
    with document.store.transaction() as tx:
        tx.put(Sheet(id="sheet:lost", template="gone", order="a"))
    fonts = Fonts(resources() / "fonts")
    poster = pdf_bytes(document, Choices(), fonts)
    assert [problem.key for problem in poster.skipped] == ["no_template"]
    assert len(PdfReader(BytesIO(poster.data)).pages) == 1
    with pytest.raises(Problem) as found:
        pdf_bytes(document, Choices(sheets=("sheet:lost",)), fonts)
    assert found.value.key == "no_template"


def test_nothing_to_print() -> None:
    document = document_with()
    with pytest.raises(Problem):
        pdf_bytes(document, Choices(), Fonts(resources() / "fonts"))


def test_every_built_in_template_can_be_printed_in_both_languages() -> None:
    for language in ("nl", "en"):
        assert len(poster_of(document_with(*built_in_files()), language).pages) == len(built_in_files())
