"""The data lens and the inventory as choices for a poster."""

from __future__ import annotations

from canvas_files.file import open_file
from helpers.sample_pages import FONTS
from plakbord.paths import resources
from plakbord.poster.choices import Choices
from plakbord.poster.pages import forecast, printed_pages, view_of
from plakbord.sheet import theme
from plakbord.sheet.marks import Box, Page, Text
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import load_words

ALL_FONTS = Fonts(FONTS)
DUTCH = load_words("nl")


def printed(choices: Choices) -> list[Page]:
    document, _ = open_file(resources() / "samples" / "nl-data.plakbord")
    return list(printed_pages(document, choices, ALL_FONTS, DUTCH).pages)


def words(page: Page) -> str:
    return "\n".join(line.text for mark in page.marks if isinstance(mark, Text) for line in mark.laid.lines)


def test_views() -> None:
    assert view_of(Choices()) == "business"
    assert view_of(Choices(data_marks=False)) == "plain"
    assert view_of(Choices(lens=True, data_marks=False)) == "data"


def test_the_lens_is_printed_with_its_couplings_and_without_lists_of_terms() -> None:
    (page,) = printed(Choices(lens=True))
    assert "Klantgegevens" in words(page)
    assert any(isinstance(mark, Box) and mark.fill == theme.LENS_BLOCK for mark in page.marks)
    assert any(getattr(mark, "color", "") == theme.LENS_EDGE for mark in page.marks)
    assert "Karakteristieken" not in words(page)


def test_without_it_data_notes_are_marks_or_nothing() -> None:
    (marked,), (plain,) = printed(Choices()), printed(Choices(data_marks=False))
    chips = [
        sum(isinstance(mark, Box) and mark.w == mark.h == theme.DATA_CHIP for mark in page.marks)
        for page in (marked, plain)
    ]
    assert chips == [22, 0]
    assert all("Boekhouding" not in words(page) for page in (marked, plain))


def test_the_inventory_comes_after_the_sheets_and_not_on_a_blank_poster() -> None:
    pages = printed(Choices(inventory=True))
    assert [page.kind for page in pages][:2] == ["sheet", "extra"]
    assert "Data-inventaris" in pages[1].title
    read = [span for span in pages[1].spans if span.kind == "title"]
    assert len(read) == 1
    assert [page.kind for page in printed(Choices(inventory=True, blank=True))] == ["sheet"]
    document, _ = open_file(resources() / "samples" / "nl-data.plakbord")
    told = forecast(document, Choices(inventory=True), ALL_FONTS, DUTCH)
    assert (told.sheets, told.smallest_points >= 6.9) == (1, True)
    assert told.extra == len(pages) - 1
