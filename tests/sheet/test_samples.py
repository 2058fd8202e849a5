"""The example workshops: they open without a remark, are full, and print in their language."""

from __future__ import annotations

import pytest

from canvas_files.document import check
from canvas_files.entries import answers
from canvas_files.facts import HOWS, ROLES
from canvas_files.file import open_file
from canvas_files.findings import RULES
from canvas_files.inventory import Inventory
from canvas_files.records import Language, Link, Note
from helpers.sample_pages import FONTS
from plakbord.paths import resources
from plakbord.sheet.data_note import View
from plakbord.sheet.layout import Layout
from plakbord.sheet.note import NoteFaces
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import LANGUAGES, load_words

ALL_FONTS = Fonts(FONTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_whole(language: Language) -> None:
    document, _ = open_file(resources() / "samples" / f"{language}.plakbord")
    assert check(document) == []
    assert document.workshop.language == language
    assert [sheet.template for sheet in document.sheets] == ["business-model-canvas", "persona", "persona"]
    canvas, *personas = document.sheets
    for sheet in document.sheets:
        layout = Layout(document, sheet.id, ALL_FONTS, load_words(language))
        for zone in layout.template.zones:
            assert len(layout.faces_in(zone.id)) >= max(zone.limit.least, 3 if sheet == canvas else 0)
        assert layout.hints == ()
        assert layout.continued.pages == ()
        faces = list(layout.notes.values())
        for at, face in enumerate(faces):
            assert not any(face.touches(o.x, o.y, o.x + o.w, o.y + o.h) for o in faces[at + 1 :])
    for persona in personas:
        assert len(answers(document.records, persona.id)) == 14
    links = [record for record in document.records.values() if isinstance(record, Link)]
    assert {link.start for link in links} == {persona.id for persona in personas}
    assert all(isinstance(document.records[link.end], Note) for link in links)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", ["business", "data"])
def test_the_data_example_shows_everything_the_lens_can_tell(language: Language, view: View) -> None:
    document, _ = open_file(resources() / "samples" / f"{language}-data.plakbord")
    assert check(document) == []
    assert document.workshop.language == language
    inventory = Inventory(document.records, document.template_of)
    assert len(inventory.sources()) == 12
    assert all(inventory.of_role(role) for role in ROLES)
    assert {link.how for link in inventory.couplings()} == set(HOWS)
    assert {finding.rule for finding in inventory.findings()} == {rule.name for rule in RULES}
    assert sum(inventory.fine(finding) is not None for finding in inventory.findings()) == 1
    (canvas,) = document.sheets
    layout = Layout(document, canvas.id, ALL_FONTS, load_words(language), NoteFaces(ALL_FONTS.regular, view))
    faces = list(layout.notes.values())
    for at, face in enumerate(faces):
        assert not any(face.touches(o.x, o.y, o.x + o.w, o.y + o.h) for o in faces[at + 1 :])
