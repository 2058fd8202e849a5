"""An older workshop borrows the topics of the data lens, and its own template stays what it was."""

from __future__ import annotations

import json
from typing import Any

import pytest

from canvas_files.document import new_document
from canvas_files.file import decode, encode, open_file
from canvas_files.records import Language
from canvas_files.template import Room
from helpers.sample_pages import FONTS
from plakbord.paths import resources
from plakbord.sheet.data_note import View
from plakbord.sheet.layout import Layout
from plakbord.sheet.lens import lens_template
from plakbord.sheet.marks import Text
from plakbord.sheet.note import NoteFaces
from plakbord.sheet.templates import raw_template
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import LANGUAGES, load_words


def older() -> dict[str, Any]:
    """The canvas as it was before there was a lens."""
    raw: dict[str, Any] = json.loads(json.dumps(raw_template("canvas")))
    for name in ("phases", "pairs"):
        raw.pop(name)
    for zone in raw["zones"]:
        zone.pop("lens")
    return raw


def test_an_older_template_borrows_what_the_lens_asks() -> None:
    document = new_document("nl")
    sheet = document.new_sheet(document.add_template(older()))
    with document.store.transaction() as tx:
        tx.put(sheet)
    before = encode(document)
    template = lens_template(document, sheet)
    assert template is not None
    assert all(zone.lens is not None and zone.lens.questions for zone in template.zones)
    assert len(template.journey()) == 5
    assert [pair.rule for pair in template.pairs] == ["stream_without_segment", "segment_without_value"]
    assert document.template_of(sheet) != template
    assert encode(document) == before
    assert encode(decode(before, "again")) == before


def test_a_template_of_ones_own_has_what_it_has() -> None:
    document = new_document("nl")
    raw = {**older(), "id": "own"}
    sheet = document.new_sheet(document.add_template(raw))
    assert lens_template(document, sheet) == document.templates["own"]


def test_the_questions_of_the_lens_are_short() -> None:
    for zone in raw_template("canvas")["zones"]:
        for question in zone["lens"]["questions"]:
            assert all(len(question[language].split()) <= 12 for language in ("nl", "en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_questions_of_the_lens_take_no_more_room_than_those_of_the_block(language: Language) -> None:
    """Notes hang right under the block's own questions, and stay where they are when the lens is on."""
    document, _ = open_file(resources() / "samples" / f"{language}.plakbord")
    sheet, fonts = document.sheets[0], Fonts(FONTS)
    views: tuple[View, ...] = ("business", "data")
    for view in views:
        layout = Layout(document, sheet.id, fonts, load_words(language), NoteFaces(fonts.regular, view))
        for zone in layout.template.zones:
            asked = questions_in(layout, zone.box)
            top = min(face.y for face in layout.faces_in(zone.id))
            assert asked, f"{view}: {zone.id}"
            assert max(mark.y + mark.laid.height for mark in asked) <= top, f"{view}: {zone.id}"
            words = " ".join(line.text.strip() for mark in asked for line in mark.laid.lines)
            lens = lens_template(document, sheet).zone(zone.id).lens  # type: ignore[union-attr]
            asks = lens.questions if view == "data" and lens else zone.questions
            assert all(question(language) in " ".join(words.split()) for question in asks)


def questions_in(layout: Layout, box: Room) -> list[Text]:
    """The texts of the questions in a block."""
    return [
        mark
        for mark in layout.ground
        if isinstance(mark, Text) and mark.role == "question" and box.holds(mark.x, mark.y)
    ]


def test_longer_questions_of_the_lens_keep_new_notes_below_them() -> None:
    document = new_document("nl")
    raw = {**json.loads(json.dumps(raw_template("canvas"))), "id": "own"}
    block = next(zone for zone in raw["zones"] if zone["id"] == "key_resources")
    asked = {"nl": "Welke gegevens hebben we over het gebruik van dit middel?", "en": "Which data do we have?"}
    block["lens"]["questions"] = [asked, asked, asked]
    sheet = document.new_sheet(document.add_template(raw))
    with document.store.transaction() as tx:
        tx.put(sheet)
    fonts = Fonts(FONTS)
    views: tuple[View, ...] = ("business", "data")
    business, data = (
        Layout(document, sheet.id, fonts, load_words("nl"), NoteFaces(fonts.regular, view)) for view in views
    )
    zone = business.template.zone("key_resources")
    assert zone is not None
    lowest = max(mark.y + mark.laid.height for mark in questions_in(data, zone.box))
    assert business.rooms == data.rooms
    assert business.rooms[zone.id][0].y >= lowest
