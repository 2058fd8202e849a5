"""The example workshops: they open without a remark, are full, and print in their language."""

from __future__ import annotations

import pytest

from canvas_files.document import check
from canvas_files.entries import answers
from canvas_files.file import open_file
from canvas_files.records import Language, Link, Note
from helpers.sample_pages import FONTS
from plakbord.paths import resources
from plakbord.sheet.layout import Layout
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
