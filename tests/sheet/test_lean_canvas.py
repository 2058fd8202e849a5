"""The Lean Canvas is a template and nothing else: no code knows of it."""

from __future__ import annotations

import pytest

from canvas_files.document import new_document
from canvas_files.records import Language
from helpers.pdf_reading import reader_of
from plakbord.paths import resources
from plakbord.poster.choices import Choices
from plakbord.poster.export import pdf_bytes
from plakbord.sheet.layout import Layout
from plakbord.sheet.templates import sheet_for, template_named
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import LANGUAGES, load_words


def test_it_is_found_by_its_short_name() -> None:
    found = template_named("lean")
    assert found.template.id == "lean-canvas"
    assert len(found.template.zones) == len(found.template.order) == 9


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_prints_every_heading_and_question(language: Language) -> None:
    document = new_document(language, "Idee", "2026-11-21")
    sheet = sheet_for(document, "lean")
    with document.store.transaction() as tx:
        tx.put(sheet)
    fonts, words = Fonts(resources() / "fonts"), load_words(language)
    layout = Layout(document, sheet.id, fonts, words)
    for zone, rooms in layout.rooms.items():
        assert all(room.h > 4000 for room in rooms), f"no room for notes in {zone}"
    (page,) = reader_of(pdf_bytes(document, Choices(sheets=(sheet.id,), language=words.language), fonts).data).pages
    printed = " ".join(page.extract_text().split())
    for zone in layout.template.zones:
        for wording in (zone.heading, *zone.questions):
            assert wording(language) in printed
