"""All sheets small on one page: every one of them, by name, none over another."""

from __future__ import annotations

import pytest

from canvas_files.document import Document
from canvas_files.file import open_file
from canvas_files.template import Room
from helpers.pdf_reading import reader_of
from helpers.sample_pages import FONTS
from plakbord.paths import resources
from plakbord.poster.choices import CancelledError, Choices
from plakbord.poster.contact_sheet import CAPTION, MARGIN, best_grid, contact_pages, contact_sheet
from plakbord.sheet.marks import Box, Page, Text
from plakbord.sheet.templates import sheet_for
from plakbord.sheet.text.fonts import Fonts


@pytest.fixture
def document() -> Document:
    return open_file(resources() / "samples" / "nl.plakbord")[0]


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(FONTS)


def add_sheets(document: Document, count: int) -> None:
    for _ in range(count):
        with document.store.transaction("step.sheet.add") as tx:
            tx.put(sheet_for(document, "canvas"))


def test_every_sheet_is_on_it_with_its_name(document: Document, fonts: Fonts) -> None:
    text = reader_of(contact_sheet(document, Choices(), fonts)).pages[0].extract_text()
    for name in ("Fietsenmaker De Spaak", "Yara de Groot", "Ruben Postma", "21 november 2026"):
        assert name in text
    assert "Loon van" in text  # the notes of the small pictures are text too


@pytest.mark.parametrize(("paper", "size"), [(None, (29_700, 21_000)), ("A3", (42_000, 29_700))])
def test_it_is_on_the_paper_that_was_chosen(
    document: Document, fonts: Fonts, paper: str | None, size: tuple[int, int]
) -> None:
    [page] = contact_pages(document, Choices(paper=paper), fonts)  # type: ignore[arg-type]
    assert (page.w, page.h) == size
    assert contact_pages(document, Choices(orientation="portrait"), fonts)[0].w == 21_000


def test_the_pictures_keep_clear_of_each_other_and_of_the_edge(document: Document, fonts: Fonts) -> None:
    add_sheets(document, 4)
    [page] = contact_pages(document, Choices(), fonts)
    frames = [mark for mark in page.marks if isinstance(mark, Box) and mark.fill is None and mark.edge_width == 20]
    assert len(frames) == 7
    for at, one in enumerate(frames):
        assert one.x >= MARGIN - 1
        assert one.x + one.w <= page.w - MARGIN + 1
        assert one.y + one.h + CAPTION <= page.h - MARGIN + 1
        for other in frames[at + 1 :]:
            apart = one.x + one.w <= other.x or other.x + other.w <= one.x
            assert apart or one.y + one.h + CAPTION <= other.y or other.y + other.h + CAPTION <= one.y
    for mark in page.marks:
        if isinstance(mark, Text):
            assert mark.x + mark.laid.width <= page.w
            assert mark.y + mark.laid.height <= page.h


def test_more_sheets_than_a_page_holds_go_on_another(document: Document, fonts: Fonts) -> None:
    add_sheets(document, 10)
    pages = contact_pages(document, Choices(), fonts)
    assert [page.title[-3:] for page in pages] == ["1/2", "2/2"]
    assert len(reader_of(contact_sheet(document, Choices(), fonts)).pages) == 2


def test_it_carries_no_workshop_and_can_be_called_off(document: Document, fonts: Fonts) -> None:
    told: list[tuple[int, int]] = []
    data = contact_sheet(document, Choices(), fonts, lambda done, of: told.append((done, of)))
    assert reader_of(data).attachments == {}
    assert told == [(1, 2), (2, 2)]
    with pytest.raises(CancelledError):
        contact_sheet(document, Choices(), fonts, cancelled=lambda: True)


@pytest.mark.parametrize(("count", "columns"), [(1, 1), (2, 2), (4, 2), (12, 4)])
def test_the_grid_makes_the_pictures_as_large_as_it_goes(count: int, columns: int) -> None:
    sheets = [Page(42_000, 29_700, ())] * count
    assert best_grid(count, Room(0, 0, 27_300, 16_000), sheets).columns == columns
