"""The sheet through the data lens: other words and colours, data notes in front, business notes behind, couplings
drawn; without the lens, data notes are small marks or not there."""

from __future__ import annotations

import pytest

from canvas_files.facts import HOWS, ROLES
from helpers.contrast import contrast
from helpers.data_workshops import DataWorkshop
from helpers.sample_pages import FONTS
from plakbord.sheet import theme
from plakbord.sheet.data_marks import data_mark
from plakbord.sheet.data_note import View, blended
from plakbord.sheet.inventory import inventory_pages
from plakbord.sheet.layout import Layout
from plakbord.sheet.marks import Box, Disc, Line, Page, Text
from plakbord.sheet.note import NoteFaces
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import load_words

ALL_FONTS = Fonts(FONTS)
ENGLISH = load_words("en")


@pytest.fixture
def shop() -> DataWorkshop:
    shop = DataWorkshop()
    shop.note("families")
    shop.note("bread", "value_propositions")
    shop.source("till", "channels", "address", system="CRM")
    shop.source("web", "revenue_streams", "address")
    shop.note("sale", "value_propositions", "kpi", target="5 minutes")
    shop.link("families", "bread")
    shop.link("families", "till")
    shop.link("till", "web", "hand")
    return shop


def seen(shop: DataWorkshop, view: View) -> Layout:
    return Layout(shop.document, shop.sheet.id, ALL_FONTS, ENGLISH, NoteFaces(ALL_FONTS.regular, view))


def words(page: Page) -> str:
    texts = (mark.laid for mark in page.marks if isinstance(mark, Text))
    return "\n".join(line.text for laid in texts for line in laid.lines)


def drawn(page: Page) -> list[object]:
    """The marks, of texts what they say, where and how large."""
    return [
        (mark.x, mark.y, mark.color, mark.laid.size, [line.text for line in mark.laid.lines])
        if isinstance(mark, Text)
        else mark
        for mark in page.marks
    ]


def test_the_lens_asks_about_data(shop: DataWorkshop) -> None:
    through = words(seen(shop, "data").page())
    assert "Customer data" in through
    assert "in how many systems?" in through
    assert "through the data lens" in through
    without = words(seen(shop, "business").page())
    assert "Customer segments" in without
    assert "Customer data" not in without


def test_the_mood_is_another(shop: DataWorkshop) -> None:
    fills = {
        view: {mark.fill for mark in seen(shop, view).ground if isinstance(mark, Box)} for view in ("data", "plain")
    }
    assert theme.LENS_BLOCK in fills["data"] - fills["plain"]
    assert theme.BLOCK in fills["plain"] - fills["data"]
    assert contrast(theme.LENS_INK, theme.LENS_BLOCK) >= 4.5
    assert contrast(theme.DATA_INK, theme.SHEET) >= 4.5


def test_data_notes_come_forward_and_business_notes_fade(shop: DataWorkshop) -> None:
    notes = seen(shop, "data").notes
    assert notes["till"].text.color == theme.INK
    assert notes["families"].text.color == blended(theme.INK)
    foot = [mark for mark in notes["till"].labels if isinstance(mark, Text)]
    assert [mark.laid.lines[0].text for mark in foot] == ["CRM"]


def test_without_the_lens_data_notes_are_small_marks_that_stay_put(shop: DataWorkshop) -> None:
    business = seen(shop, "business").notes
    assert business["till"].w == business["till"].h == theme.DATA_CHIP
    assert business["till"].locked
    assert not business["families"].locked
    assert set(seen(shop, "plain").notes) == {"families", "bread"}


@pytest.mark.parametrize("view", ["business", "data"])
def test_a_block_counts_its_business_notes_alone(shop: DataWorkshop, view: View) -> None:
    shop.source("staff", "value_propositions")
    assert seen(shop, view).counts["value_propositions"] == 1


def test_couplings_are_drawn_through_the_lens_only(shop: DataWorkshop) -> None:
    assert set(seen(shop, "data").between.links) == {"families-bread", "families-till", "till-web"}
    assert set(seen(shop, "business").between.links) == {"families-bread"}
    lines = {}
    for how in HOWS:
        shop.change("till-web", how=how)
        drawn = seen(shop, "data").between.links.get("till-web")
        lines[how] = [mark for mark in drawn.marks if isinstance(mark, Line)] if drawn else []
    assert lines["none"] == []
    assert len(lines["automatic"]) == 1
    assert len({len(there) for there in lines.values()}) == len(HOWS)


def test_a_sheet_through_the_lens_follows_its_document(shop: DataWorkshop) -> None:
    for view in ("data", "business", "plain"):
        layout = seen(shop, view)
        leave = shop.document.store.listen(layout.follow)
        shop.change("families", role="data_source")
        shop.change("till-web", how="automatic")
        shop.change("till", facts={"system": "Shop"}, zone="channels")
        shop.change("families", role="")
        anew = seen(shop, view)
        assert drawn(layout.page()) == drawn(anew.page())
        leave()
        shop.change("till-web", how="hand")


@pytest.mark.parametrize("role", ROLES)
def test_every_kind_has_a_mark_of_its_own_inside_its_room(role: str) -> None:
    marks = list(data_mark(role, 1000, 1000, 320))
    assert marks
    others = [list(data_mark(other, 1000, 1000, 320)) for other in ROLES if other != role]
    assert marks not in others
    for mark in marks:
        if isinstance(mark, Line):
            assert all(830 <= place <= 1170 for place in (mark.x1, mark.x2, mark.y1, mark.y2))
        if isinstance(mark, Disc):
            assert 830 <= mark.x - mark.radius <= mark.x + mark.radius <= 1170


def test_the_inventory_page_tells_sources_findings_and_what_a_change_costs(shop: DataWorkshop) -> None:
    (page,) = inventory_pages(shop.document, ALL_FONTS, ENGLISH)
    assert (page.w, page.h) == (42_000, 29_700)
    told = words(page)
    for sentence in (
        "One change of “address”: 2 systems",
        "till",
        "CRM",
        "KPI “sale” has no source and gives no warning",
    ):
        assert sentence in told
    assert all(mark.laid.size >= 8 * 35 for mark in page.marks if isinstance(mark, Text))


def test_an_inventory_goes_on_on_more_pages_and_loses_nothing() -> None:
    shop = DataWorkshop()
    for number in range(120):
        shop.source(f"source number {number}", "channels", f"item {number}", system=f"System {number % 25}")
    pages = inventory_pages(shop.document, ALL_FONTS, ENGLISH)
    assert len(pages) > 3
    told = "\n".join(words(page) for page in pages)
    for number in range(120):
        assert told.count(f"source number {number}\n") >= 1
    for page in pages:
        texts = [mark for mark in page.marks if isinstance(mark, Text)]
        assert all(mark.x >= 0 and mark.y + mark.laid.height <= 28_400 for mark in texts)


def test_an_empty_inventory_says_how_to_begin() -> None:
    shop = DataWorkshop()
    assert "press D" in words(inventory_pages(shop.document, ALL_FONTS, ENGLISH)[0])
