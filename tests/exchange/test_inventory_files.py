"""The inventory as CSV, workbook and report: everything is in it, and nothing in it can be taken for a formula."""

from __future__ import annotations

import csv
import io
from datetime import datetime

import pytest
from openpyxl import load_workbook

from canvas_files.deciding import mark_fine
from helpers.data_workshops import DataWorkshop
from plakbord.exchange.inventory_files import as_text, csv_bytes, markdown_bytes
from plakbord.exchange.inventory_tables import journey_tables, tables
from plakbord.exchange.xlsx import xlsx_bytes
from plakbord.words import load_words

DUTCH, ENGLISH = load_words("nl"), load_words("en")
DAY = datetime(2026, 11, 21)


@pytest.fixture
def shop() -> DataWorkshop:
    shop = DataWorkshop()
    shop.source("Till", "channels", "address, =name", system="CRM", quality=4, personal="yes", refresh="hand")
    shop.source("Web | shop", "channels", "Address", system="@Shop", phase="purchase", newer=[1])
    shop.note("Waiting time", "value_propositions", "kpi", target="-5 minutes", alert="yes")
    shop.link("Till", "Web | shop", "file")
    finding = next(each for each in shop.inventory.findings() if each.rule == "personal_without_owner")
    with shop.document.store.transaction() as tx:
        mark_fine(tx, finding, "Els decides")
    return shop


def test_the_tables_tell_everything(shop: DataWorkshop) -> None:
    sources, matrix, kpis, findings, couplings = tables(shop.inventory, ENGLISH)
    assert [table.name for table in (sources, matrix, kpis)] == ["Sources", "Items by system", "KPIs"]
    assert sources.rows[0] == (
        "Channels",
        "Till",
        "CRM",
        "",
        "address, =name",
        "",
        "by hand",
        4,
        "yes",
        "",
        "",
        "Web | shop (by a file)",
    )
    assert matrix.headings == ("Item", "@Shop", "CRM", "To change by hand")
    assert matrix.rows == (("=name", "", "×", 1), ("Address", "×", "×", 2))
    assert kpis.rows[0][:4] == ("Value propositions", "Waiting time", "", "-5 minutes")
    assert ("Till", "Web | shop", "by a file") in couplings.rows
    assert any("Els decides" in row for row in findings.rows)
    (journey,) = journey_tables(shop.inventory, ENGLISH)
    assert journey.rows == (("Without a channel", "", "", "Web | shop", "", ""),)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_looks_like_a_formula_is_text_in_csv(shop: DataWorkshop, language: str) -> None:
    words = DUTCH if language == "nl" else ENGLISH
    text = csv_bytes(shop.inventory, words).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";" if language == "nl" else ","))
    assert len(rows) == 3
    assert rows[2][2] == "'@Shop"
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert as_text(-3) == -3


def test_the_workbook_is_read_back_as_it_was(shop: DataWorkshop) -> None:
    made = tables(shop.inventory, DUTCH)
    data = xlsx_bytes(made, DAY)
    assert xlsx_bytes(made, DAY) == data
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == [
        "Bronnen",
        "Gegevens per systeem",
        "KPI's",
        "Bevindingen",
        "Koppelingen",
    ]
    for table, sheet in zip(made, book, strict=True):
        rows = [tuple("" if cell.value is None else cell.value for cell in row) for row in sheet.iter_rows()]
        assert rows == [table.headings, *table.rows]
        assert all(cell.data_type in ("s", "n") for row in sheet.iter_rows() for cell in row)


def test_the_report_is_markdown(shop: DataWorkshop) -> None:
    text = markdown_bytes(shop.inventory, "Bakery *Bread*", ENGLISH).decode()
    assert text.startswith("# Data inventory: Bakery \\*Bread\\*\n")
    assert "- One change of “Address”: 2 systems; 2 places to change by hand" in text
    assert "| Channels | Web \\| shop |" in text
    assert "- [x] “Till” holds personal data, but has no owner (Fine, because: Els decides)" in text
    assert "- [ ] KPI “Waiting time” has no source" in text
    bars = {line.count("|") - line.count("\\|") for line in text.splitlines() if line.startswith("| ---")}
    assert bars
