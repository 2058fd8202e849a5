"""Lines between notes that are couplings, and reasons that fit."""

from __future__ import annotations

import pytest

from canvas_files.deciding import couple, mark_fine, new_link
from canvas_files.plain_text import LONGEST_LINE
from canvas_files.problems import Problem
from helpers.data_workshops import DataWorkshop


@pytest.fixture
def shop() -> DataWorkshop:
    shop = DataWorkshop()
    shop.source("till")
    shop.source("web")
    shop.note("families")
    return shop


def test_a_line_between_two_sources_is_a_coupling_that_is_wanted(shop: DataWorkshop) -> None:
    drawn = new_link(shop.document.records, "till", "web")
    assert (drawn.start, drawn.end, drawn.how) == ("till", "web", "wanted")
    assert new_link(shop.document.records, "till", "families").how == ""
    assert new_link(shop.document.records, "gone", "web").how == ""
    assert new_link(shop.document.records, "till", "web").id != drawn.id


def test_uncoupling_what_is_not_coupled_changes_nothing(shop: DataWorkshop) -> None:
    revision = shop.document.store.revision
    with shop.document.store.transaction() as tx:
        assert couple(tx, "till", "web", "") is None
    assert shop.document.store.revision == revision


def test_a_reason_that_is_too_long_is_told(shop: DataWorkshop) -> None:
    finding = shop.inventory.findings()[0]
    with pytest.raises(Problem) as told, shop.document.store.transaction() as tx:
        mark_fine(tx, finding, "a" * (LONGEST_LINE + 1))
    assert told.value.key == "field_too_long"
    assert shop.inventory.fine(finding) is None
    with shop.document.store.transaction() as tx:
        mark_fine(tx, finding, "a" * LONGEST_LINE)
    assert shop.inventory.fine(finding) is not None
