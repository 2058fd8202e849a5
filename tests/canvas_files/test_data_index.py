"""What the data lens holds stays right when sheets come and go, and when links lead to what is no note."""

from __future__ import annotations

from canvas_files.data_index import DataIndex
from canvas_files.records import Sheet
from helpers.data_workshops import DataWorkshop


def test_a_link_to_a_sheet_leads_to_no_note() -> None:
    shop = DataWorkshop()
    shop.source("till")
    shop.source("web")
    shop.link("till", shop.sheet.id)
    shop.link("till", "web")
    assert [note.id for note in shop.inventory.index.around("till")] == ["web"]
    assert list(shop.inventory.index.around("nothing")) == []


def test_a_sheet_without_a_template_comes_and_goes() -> None:
    shop = DataWorkshop()
    before = shop.inventory.findings()
    shop.put(Sheet(id="strange", template="not there"))
    assert "strange" not in shop.inventory.index.sheets
    shop.remove("strange")
    assert shop.inventory.findings() == before


def test_a_sheet_that_only_gets_another_title_leaves_the_notes_as_they_were() -> None:
    shop = DataWorkshop()
    shop.source("till", phase="purchase", items="address")
    carried = shop.inventory.index.phases_of("till")
    assert carried == {(shop.sheet.id, "purchase")}
    shop.change(shop.sheet.id, title="Later")
    assert shop.inventory.index.sheets[shop.sheet.id][0].title == "Later"
    assert shop.inventory.index.phases_of("till") == carried
    assert shop.inventory.index.items_of("till") == {"address"}


def test_what_nobody_holds_any_more_is_gone_from_every_table() -> None:
    shop = DataWorkshop()
    shop.source("till", items="address", phase="purchase")
    shop.note("name", role="data_item")
    shop.link("name", "till")
    for each in ("till", "name"):
        shop.remove(each)
    index, empty = shop.inventory.index, DataIndex(shop.document.template_of)
    empty.fill(shop.document.records)
    for table in ("holders", "named", "sources_in", "carrying"):
        assert getattr(index, table) == getattr(empty, table) == {}
    assert index.spelling("address") == "address"
