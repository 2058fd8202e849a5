"""What the data lens found, said in both languages: whole sentences, names, headings and what stands in a table."""

from __future__ import annotations

import pytest

from canvas_files.findings import Finding
from canvas_files.records import Note, Sheet
from canvas_files.telling import (
    MOST_NAMES,
    block_name,
    coupled_words,
    fact_words,
    heading,
    how_words,
    named,
    names_of,
    sentence,
)
from helpers.data_workshops import DataWorkshop
from plakbord.words import load_words

NL, EN = load_words("nl"), load_words("en")


@pytest.fixture
def shop() -> DataWorkshop:
    return DataWorkshop()


def told(shop: DataWorkshop, rule: str) -> list[str]:
    return [sentence(shop.inventory, each, EN) for each in shop.inventory.findings() if each.rule == rule]


def note(shop: DataWorkshop, name: str) -> Note:
    return shop.inventory.index.notes[name]


def test_a_finding_is_a_sentence_in_both_languages(shop: DataWorkshop) -> None:
    shop.source("till", items="address", personal="yes")
    shop.source("web", items="Address")
    shop.note("turnover", role="kpi", alert="yes")
    assert told(shop, "item_not_coupled") == ["“Address” is kept in 2 sources that are not all coupled: till, web"]
    assert told(shop, "personal_without_owner") == ["“till” holds personal data, but has no owner"]
    assert told(shop, "kpi_without_source_or_alert") == ["KPI “turnover” has no source"]
    assert told(shop, "phase_without_registration")[2] == "Nothing is registered in the phase “purchase”"
    for finding in shop.inventory.findings():
        dutch, english = (sentence(shop.inventory, finding, t) for t in (NL, EN))
        assert dutch != english
        assert "{" not in dutch + english


def test_the_sheet_is_named_when_there_are_more(shop: DataWorkshop) -> None:
    shop.source("till", personal="yes")
    shop.change(shop.sheet.id, title=" Today ")
    assert told(shop, "personal_without_owner") == ["“till” holds personal data, but has no owner"]
    shop.put(shop.sheet.changed(id="later", title="", order="z"))
    assert told(shop, "personal_without_owner") == ["“till” holds personal data, but has no owner (Today)"]
    untitled = [each for each in shop.inventory.findings() if each.sheet == "later"]
    assert untitled
    assert not any(sentence(shop.inventory, each, EN).endswith(")") for each in untitled)
    gone = Finding("source_not_coupled", "till", ("till",), "gone")
    assert sentence(shop.inventory, gone, EN) == "“till” is coupled to no other source"


def test_many_names_are_cut_short(shop: DataWorkshop) -> None:
    names = [shop.source(f"Till {letter}") for letter in "gfedcba"]
    assert names_of(shop.inventory, names, EN) == "Till a, Till b, Till c, Till d, Till e and 2 more"
    assert names_of(shop.inventory, names[:MOST_NAMES], EN) == "Till c, Till d, Till e, Till f, Till g"
    assert names_of(shop.inventory, [], EN) == ""


def test_a_note_without_text_has_a_name_all_the_same(shop: DataWorkshop) -> None:
    shop.source("till")
    shop.change("till", text=" ")
    assert named(shop.inventory, "till", NL) == NL("lens.no_text") == named(shop.inventory, "gone", NL)


def test_headings_of_blocks_and_phases(shop: DataWorkshop) -> None:
    sheet = shop.sheet.id
    assert heading(shop.inventory, f"{sheet}|channels", EN) == "Channels"
    assert heading(shop.inventory, f"{sheet}|channels", NL) == "Kanalen"
    assert heading(shop.inventory, f"{sheet}|purchase", EN) == "purchase"
    assert heading(shop.inventory, f"{sheet}|nowhere", EN) == "nowhere"
    assert heading(shop.inventory, "gone|channels", EN) == "channels"


def test_the_block_a_note_hangs_in(shop: DataWorkshop) -> None:
    shop.source("till", "channels")
    shop.source("web", "")
    shop.put(Sheet(id="strange", template="not there"))
    shop.put(Note(id="far", sheet="strange", zone="", text="far", role="data_source"))
    assert block_name(shop.inventory, note(shop, "till"), EN) == "Channels"
    assert block_name(shop.inventory, note(shop, "web"), EN) == EN("lens.strip")
    assert block_name(shop.inventory, note(shop, "far"), NL) == NL("lens.strip")


def test_facts_as_a_person_reads_them(shop: DataWorkshop) -> None:
    shop.source("till", items="address, name", system="Excel", refresh="hand", phase="purchase", registered="perhaps")
    shop.source("web")
    words = {name: fact_words(shop.inventory, note(shop, "till"), name, EN) for name in ("items", "system", "refresh")}
    assert words == {"items": "address, name", "system": "Excel", "refresh": "by hand"}
    assert fact_words(shop.inventory, note(shop, "till"), "phase", EN) == "purchase"
    assert fact_words(shop.inventory, note(shop, "till"), "registered", EN) == "perhaps", "of a newer version, as it is"
    for name in ("items", "system", "refresh", "phase"):
        assert fact_words(shop.inventory, note(shop, "web"), name, EN) == ""


def test_couplings_as_a_person_reads_them(shop: DataWorkshop) -> None:
    for name in ("till", "web", "books"):
        shop.source(name)
    shop.link("till", "web", "automatic")
    shop.link("books", "till", "hand")
    assert coupled_words(shop.inventory, "till", EN) == "books (by hand), web (automatic)"
    assert coupled_words(shop.inventory, "nothing", EN) == ""
    assert how_words("file", EN) == "by a file"
    assert how_words("telepathy", EN) == "telepathy"
