"""Every finding of the data lens against hand-made workshops, present and absent, and as the workshop changes."""

from __future__ import annotations

import pytest

from canvas_files.deciding import couple, mark_fine, take_back_fine
from canvas_files.findings import RULES
from canvas_files.problems import Problem
from helpers.data_workshops import DataWorkshop


@pytest.fixture
def shop() -> DataWorkshop:
    return DataWorkshop()


def test_an_empty_canvas_misses_a_source_in_every_block_and_a_registration_in_every_phase(shop: DataWorkshop) -> None:
    rules = [each.rule for each in shop.inventory.findings()]
    assert rules == ["phase_without_registration"] * 5 + ["block_without_source"] * 9
    assert shop.found("phase_without_registration") == [
        ("awareness",),
        ("evaluation",),
        ("purchase",),
        ("delivery",),
        ("after_sales",),
    ]
    assert shop.found("block_without_source")[:2] == [("customer_segments",), ("value_propositions",)]


def test_an_item_in_two_sources_that_are_not_coupled(shop: DataWorkshop) -> None:
    shop.source("till", items="address, name")
    assert shop.found("item_not_coupled") == []
    shop.source("mailing", items=" ADDRESS ")
    assert shop.found("item_not_coupled") == [("mailing", "till", "ADDRESS")]
    link = shop.link("till", "mailing", "wanted")
    assert shop.found("item_not_coupled") == [("mailing", "till", "ADDRESS")]
    for how in ("hand", "file", "automatic"):
        shop.change(link, how=how)
        assert shop.found("item_not_coupled") == []
    shop.change(link, how="")
    assert len(shop.found("item_not_coupled")) == 1


def test_a_coupling_by_way_of_a_source_without_the_item_does_not_help(shop: DataWorkshop) -> None:
    shop.source("till", items="address")
    shop.source("web", items="address")
    shop.source("hub", items="name")
    shop.link("till", "hub", "automatic")
    shop.link("hub", "web", "automatic")
    assert shop.found("item_not_coupled") == [("till", "web", "address")]
    assert shop.inventory.places("address").by_hand == 2
    shop.change("hub", facts={"items": ["name", "address"]})
    assert shop.found("item_not_coupled") == []
    assert shop.inventory.places("address").by_hand == 1


def test_an_item_note_belongs_to_the_sources_it_is_linked_to(shop: DataWorkshop) -> None:
    shop.source("till")
    shop.source("web")
    shop.note("Address", role="data_item")
    assert shop.inventory.items() == ["address"]
    assert shop.inventory.places("address").sources == ()
    shop.link("Address", "till")
    shop.link("web", "Address")
    assert shop.found("item_not_coupled") == [("till", "web", "Address")]
    shop.change("Address", text="Phone number")
    assert shop.found("item_not_coupled") == [("till", "web", "Phone number")]
    shop.remove("Address")
    assert shop.found("item_not_coupled") == []
    assert shop.inventory.items() == []


def test_a_block_without_a_source(shop: DataWorkshop) -> None:
    shop.source("till", zone="channels")
    blocks = [word for (word,) in shop.found("block_without_source")]
    assert len(blocks) == 8
    assert "channels" not in blocks
    shop.change("till", zone="key_partners")
    blocks = [word for (word,) in shop.found("block_without_source")]
    assert "channels" in blocks
    assert "key_partners" not in blocks
    shop.change("till", role="kpi")
    assert len(shop.found("block_without_source")) == 9


def test_a_kpi_without_source_or_alert(shop: DataWorkshop) -> None:
    shop.note("Waiting time", "value_propositions", "kpi")
    assert shop.found("kpi_without_source_or_alert") == [("Waiting time", "both")]
    shop.change("Waiting time", facts={"alert": "yes"})
    assert shop.found("kpi_without_source_or_alert") == [("Waiting time", "source")]
    shop.source("till")
    shop.link("till", "Waiting time")
    assert shop.found("kpi_without_source_or_alert") == []
    shop.change("Waiting time", facts={"alert": "no", "source": "till"})
    assert shop.found("kpi_without_source_or_alert") == [("Waiting time", "alert")]


def test_a_phase_without_registration(shop: DataWorkshop) -> None:
    shop.note("shop window", "channels", tags=["purchase", "delivery"])
    assert ("shop window", "purchase") in shop.found("phase_without_registration")
    shop.source("till", "channels", phase="purchase")
    phases = [words[-1] for words in shop.found("phase_without_registration")]
    assert phases == ["awareness", "evaluation", "delivery", "after_sales"]
    shop.source("van", "key_resources")
    shop.link("shop window", "van")
    assert [words[-1] for words in shop.found("phase_without_registration")] == [
        "awareness",
        "evaluation",
        "after_sales",
    ]
    shop.change("van", facts={"registered": "no"})
    assert ("shop window", "delivery") in shop.found("phase_without_registration")


def test_a_revenue_stream_without_a_segment_and_a_segment_without_a_value(shop: DataWorkshop) -> None:
    shop.note("sale", "revenue_streams")
    shop.note("families", "customer_segments")
    shop.note("fresh bread", "value_propositions")
    assert shop.found("stream_without_segment") == [("sale",)]
    assert shop.found("segment_without_value") == [("families",)]
    shop.link("families", "sale")
    shop.link("fresh bread", "families")
    assert shop.found("stream_without_segment") == shop.found("segment_without_value") == []
    shop.change("families", zone="channels")
    assert shop.found("stream_without_segment") == [("sale",)]
    assert shop.found("segment_without_value") == []


def test_a_data_note_is_no_stream_and_no_segment(shop: DataWorkshop) -> None:
    shop.source("bank", "revenue_streams")
    shop.source("customers", "customer_segments")
    assert shop.found("stream_without_segment") == shop.found("segment_without_value") == []


def test_a_source_coupled_to_nothing(shop: DataWorkshop) -> None:
    shop.source("till")
    shop.source("web")
    shop.note("average sale", "value_propositions", "kpi")
    shop.link("till", "average sale", "automatic")
    link = shop.link("till", "web", "wanted")
    assert shop.found("source_not_coupled") == [("till",), ("web",)]
    shop.change(link, how="file")
    assert shop.found("source_not_coupled") == []
    shop.remove("web")
    assert shop.found("source_not_coupled") == [("till",)]


def test_personal_data_without_an_owner(shop: DataWorkshop) -> None:
    shop.source("till", personal="no")
    shop.note("birthday", role="data_item", personal="yes")
    assert shop.found("personal_without_owner") == [("birthday",)]
    shop.change("birthday", facts={"personal": "yes", "owner": "Els"})
    shop.change("till", facts={"personal": "yes"})
    assert shop.found("personal_without_owner") == [("till",)]


def test_a_finding_that_is_fine_is_kept_apart_and_counts_again_when_taken_back(shop: DataWorkshop) -> None:
    shop.source("till", items="address")
    finding = next(each for each in shop.inventory.findings() if each.rule == "source_not_coupled")
    with shop.document.store.transaction() as tx:
        mark_fine(tx, finding, "  there is only one ")
    remark = shop.inventory.fine(finding)
    assert remark is not None
    assert (remark.text, remark.rule, remark.subject) == ("there is only one", "source_not_coupled", "till")
    assert finding in shop.inventory.findings()
    assert finding not in shop.inventory.findings(accepted=False)
    with shop.document.store.transaction() as tx:
        take_back_fine(tx, finding)
    assert shop.inventory.fine(finding) is None
    assert finding in shop.inventory.findings(accepted=False)


def test_there_is_one_coupling_between_two_notes(shop: DataWorkshop) -> None:
    shop.source("till")
    shop.source("web")
    shop.link("till", "web")
    with shop.document.store.transaction() as tx:
        couple(tx, "till", "web", "wanted")
        couple(tx, "web", "till", "file")
    assert [(link.start, link.end, link.how) for link in shop.inventory.couplings()] == [("till", "web", "file")]
    with shop.document.store.transaction() as tx:
        couple(tx, "till", "web", "")
    assert shop.inventory.couplings() == []
    assert "till-web" in shop.document.records


@pytest.mark.parametrize(
    ("one", "other", "how", "key"),
    [
        ("till", "till", "hand", "coupled_to_itself"),
        ("till", "nothing", "hand", "unknown_note"),
        ("till", "families", "hand", "no_data_note"),
        ("till", "web", "telepathy", "unknown_choice"),
    ],
)
def test_what_cannot_be_coupled_is_told(shop: DataWorkshop, one: str, other: str, how: str, key: str) -> None:
    shop.source("till")
    shop.source("web")
    shop.note("families")
    with pytest.raises(Problem) as told, shop.document.store.transaction() as tx:
        couple(tx, one, other, how)
    assert told.value.key == key
    assert shop.inventory.couplings() == []


def test_a_sheet_that_goes_takes_its_findings_along(shop: DataWorkshop) -> None:
    shop.source("till", items="address")
    shop.remove(shop.sheet.id)
    assert shop.inventory.findings() == []
    assert shop.inventory.items() == []
    assert shop.inventory.sources() == []


def test_every_rule_has_a_name_of_its_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES) == 8
