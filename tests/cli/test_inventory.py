"""`plakbord add --kind`, `plakbord link` and `plakbord inventory`, as a person at a terminal and a script use them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from canvas_files.file import open_file
from canvas_files.records import Link, Note
from helpers.command_line import plakbord


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.plakbord"
    assert plakbord("new", path, "--sheet", "canvas", "--language", "nl").code == 0
    return path


def added(file: Path, text: str, *wishes: str, zone: str = "channels", kind: str = "data_source") -> str:
    sets = [part for wish in wishes for part in ("--set", wish)]
    outcome = plakbord("add", file, "--zone", zone, "--kind", kind, *sets, text)
    assert outcome.code == 0, outcome.err
    (note_id,) = outcome.lines
    return note_id


def told(file: Path) -> dict[str, Any]:
    outcome = plakbord("inventory", file, "--json")
    assert outcome.code == 0
    found: dict[str, Any] = json.loads(outcome.out)
    return found


def test_an_address_in_three_systems(file: Path) -> None:
    till = added(file, "Kassa", "items=adres, naam", "system=CRM", "quality=4", "phase=aankoop")
    shop = added(file, "Webwinkel", "items=adres", "system=Shop", "personal=ja")
    mail = added(file, "Nieuwsbrief", "items=Adres; e-mail", "system=Mail")
    before = told(file)
    assert before["items"]["adres"]["systems"] == ["CRM", "Mail", "Shop"]
    assert before["items"]["adres"]["by_hand"] == 3
    assert [source["name"] for source in before["sources"]] == ["Kassa", "Webwinkel", "Nieuwsbrief"]
    assert before["sources"][0]["facts"]["quality"] == 4
    outcome = plakbord("link", file, till, shop, "--kind", "coupling", "--how", "automatic")
    assert (outcome.code, len(outcome.lines)) == (0, 1)
    assert plakbord("link", file, shop, mail, "--kind", "coupling", "--how", "file").code == 0
    after = told(file)
    assert after["items"]["adres"] == {"systems": ["CRM", "Mail", "Shop"], "by_hand": 2, "sources": [till, mail, shop]}
    rules = {(each["rule"], *each["notes"]) for each in after["findings"]}
    assert ("personal_without_owner", shop) in rules
    assert not any(rule == "item_not_coupled" for rule, *_ in rules)
    assert any(each["rule"] == "item_not_coupled" and len(each["notes"]) == 3 for each in before["findings"])


def test_links_are_lines_or_couplings(file: Path) -> None:
    one = added(file, "Bezorgtijd", kind="kpi")
    other = added(file, "Kassa")
    first = plakbord("link", file, one, other).lines
    assert plakbord("link", file, other, one).lines == first
    assert plakbord("link", file, other, one, "--kind", "coupling").code == 0
    document, _ = open_file(file)
    links = [record for record in document.records.values() if isinstance(record, Link)]
    assert sorted(link.how for link in links) == ["", "wanted"]
    notes = [record for record in document.records.values() if isinstance(record, Note)]
    assert sorted(note.role for note in notes) == ["data_source", "kpi"]


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("colour=red", "has no “colour”"),
        ("quality=9", "“9” is no choice"),
        ("items", "NAME=VALUE"),
        ("phase=dessert", "“dessert” is no choice"),
    ],
)
def test_a_wrong_fact_is_told_and_nothing_is_added(file: Path, wish: str, words: str) -> None:
    before = file.read_bytes()
    outcome = plakbord("add", file, "--zone", "channels", "--kind", "data_source", "--set", wish, "Kassa")
    assert outcome.code == 1
    assert words in outcome.sentence
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "arguments", [("--kind", "source", "x"), ("--kind",)], ids=["no such kind", "a kind without its name"]
)
def test_wrong_use_of_add(file: Path, arguments: tuple[str, ...]) -> None:
    assert plakbord("add", file, "--zone", "channels", *arguments).code == 2


def test_wrong_links_are_told(file: Path) -> None:
    till = added(file, "Kassa")
    before = file.read_bytes()
    assert "no note" in plakbord("link", file, till, "note:nowhere").sentence
    assert "with itself" in plakbord("link", file, till, till, "--kind", "coupling").sentence
    assert "--kind coupling" in plakbord("link", file, till, till, "--kind", "link", "--how", "file").sentence
    assert file.read_bytes() == before


def test_the_inventory_in_words_speaks_the_language_of_the_workshop(file: Path) -> None:
    added(file, "Kassa", "items=adres", "personal=ja")
    lines = plakbord("inventory", file).lines
    assert lines[0] == "Eén wijziging van “adres”: 1 systeem; 1 plek met de hand bij te werken"
    assert "- “Kassa” bevat persoonsgegevens, maar heeft geen eigenaar" in lines
    assert "- “Kassa” holds personal data, but has no owner" in plakbord("inventory", file, "--language", "en").lines


def test_files_are_written_and_not_over_others(file: Path, tmp_path: Path) -> None:
    added(file, "=Kassa", "items=+adres, -naam, @thuis", "system==CRM")
    for way in ("csv", "xlsx", "md"):
        out = tmp_path / f"out.{way}"
        assert plakbord("inventory", file, f"--{way}", out).code == 0
        first = out.read_bytes()
        assert plakbord("inventory", file, f"--{way}", out).code == 1
        assert plakbord("inventory", file, f"--{way}", out, "--force").code == 0
        assert out.read_bytes() == first
    assert plakbord("inventory", file, "--csv", file, "--force").code == 1
    cells = [cell for sheet in load_workbook(tmp_path / "out.xlsx") for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n"}
    assert "=Kassa" in {cell.value for cell in cells}
    assert "\r\n" in (tmp_path / "out.csv").read_bytes().decode("utf-8-sig")


def test_an_empty_workshop_has_an_inventory_too(tmp_path: Path) -> None:
    path = tmp_path / "none.plakbord"
    assert plakbord("new", path, "--sheet", "persona").code == 0
    before = path.read_bytes()
    assert told(path) == {"sources": [], "items": {}, "kpis": [], "couplings": [], "findings": []}
    assert plakbord("inventory", path).lines == []
    assert plakbord("inventory", path, "--xlsx", tmp_path / "none.xlsx").code == 0
    assert path.read_bytes() == before
