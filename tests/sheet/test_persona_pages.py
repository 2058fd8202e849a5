"""The persona on paper: every field, scale and portrait, in both languages, and texts that go on on numbered pages."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from canvas_files.document import Document
from canvas_files.records import Language
from canvas_files.template import Limit
from helpers.pdf_reading import reader_of
from helpers.personas import FILLED, face, only_sheet, persona
from helpers.sample_pages import FONTS
from plakbord.poster.choices import Choices
from plakbord.poster.export import pdf_bytes
from plakbord.poster.pages import printed_pages
from plakbord.sheet.form import PORTRAIT
from plakbord.sheet.layout import Layout
from plakbord.sheet.limits import missing
from plakbord.sheet.marks import Disc, Picture, Text
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import LANGUAGES, load_words

ALL_FONTS = Fonts(FONTS)
LONG = " ".join(f"woord{number}" for number in range(900))
PDFTOTEXT = shutil.which("pdftotext")


def layout_of(document: Document, language: Language = "nl") -> Layout:
    return Layout(document, only_sheet(document).id, ALL_FONTS, load_words(language))


def poster_of(document: Document, language: Language = "nl") -> bytes:
    return pdf_bytes(document, Choices(language=language, attachment=False), ALL_FONTS).data


def words_on(document: Document, language: Language) -> str:
    return " ".join(reader_of(poster_of(document, language)).pages[0].extract_text().split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_was_filled_in_is_printed(language: Language) -> None:
    document = persona(language)
    printed = words_on(document, language)
    template = document.template_of(only_sheet(document))
    assert template is not None
    for value in FILLED.values():
        if isinstance(value, str):
            for word in value.replace("\n", " ").split():
                assert word in printed
    for field in (*template.fields, *template.scales):
        assert field.name(language) in printed or field.id == "name"


def test_headings_change_with_the_language_and_answers_do_not() -> None:
    document = persona("nl")
    assert "Hobby’s" not in words_on(document, "nl")
    for word, language in (("Leeftijd", "nl"), ("Age", "en")):
        assert word in words_on(document, language)
        assert "Zwemmen, koor" in words_on(document, language)


def test_an_unset_scale_has_no_mark_and_a_set_one_has() -> None:
    layout = layout_of(persona("nl", {"time_pressure": 4}))
    slot = layout.slots["time_pressure"]
    (knob,) = [mark for mark in layout.ground if isinstance(mark, Disc) and mark.edge_width == 50]
    assert (knob.x, knob.y) == (slot.place_of(4), slot.track)


def test_a_place_on_a_scale_is_found_back_where_it_is_drawn() -> None:
    slot = layout_of(persona("nl")).slots["digital_skills"]
    assert [slot.step_at(slot.place_of(step)) for step in range(1, 8)] == list(range(1, 8))
    assert (slot.step_at(-1e9), slot.step_at(1e9)) == (1, 7)


def test_a_portrait_fills_its_circle_and_shows_its_upper_part() -> None:
    layout = layout_of(persona("nl", picture=face()))
    (picture,) = [mark for mark in layout.ground if isinstance(mark, Picture)]
    window = picture.window
    assert window.w == window.h == 2 * window.radius
    assert picture.x <= window.x
    assert picture.y <= window.y
    assert picture.x + picture.w >= window.x + window.w
    assert picture.y + picture.h >= window.y + window.h
    assert layout.slots[PORTRAIT].holds(window.x, window.y)


def test_a_portrait_is_written_once_as_it_is() -> None:
    for see_through in (False, True):
        record = face(see_through=see_through)
        (page,) = reader_of(poster_of(persona("nl", picture=record))).pages
        (image,) = page.images
        assert image.image is not None
        assert image.image.size == (record.w, record.h)
        assert image.image.mode == ("RGBA" if see_through else "RGB")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_that_is_too_long_goes_on_and_not_a_word_is_lost(tmp_path: Path, language: Language) -> None:
    document = persona(language, {**FILLED, "background": LONG, "context": LONG.upper(), "role": "rol " * 70})
    data = poster_of(document, language)
    pages = reader_of(data).pages
    first, second, *others = (page.extract_text() for page in pages)
    words = load_words(language)
    assert words("sheet.goes_on", page=1).removeprefix("→ ") in first
    assert words("sheet.continuation", title="", page=1).strip(" ·") in second
    if PDFTOTEXT is not None:
        path = tmp_path / "long.pdf"
        path.write_bytes(data)
        out = subprocess.run([PDFTOTEXT, str(path), "-"], check=True, capture_output=True).stdout.decode()
    else:
        out = "\n".join((first, second, *others))
    there = out.split()
    for word in LONG.split():
        assert there.count(word) == there.count(word.upper()) == 1
    assert out.count("rol ") + out.count("rol\n") >= 70


def test_more_than_a_page_of_rest_goes_on_on_the_next() -> None:
    document = persona("nl", {"background": "lang verhaal\n" * 800})
    pages = printed_pages(document, Choices(), ALL_FONTS, load_words("nl")).pages
    titles = [page.title for page in pages]
    assert [title.rpartition(" ")[2] for title in titles[1:]] == [str(number) for number in range(1, len(titles))]
    assert len(titles) > 2
    for page in pages[1:]:
        for mark in page.marks:
            if isinstance(mark, Text):
                assert mark.y + mark.laid.lines[-1].y < page.h


def test_every_slot_is_in_the_ring_and_no_two_share_a_place() -> None:
    slots = list(layout_of(persona("nl")).slots.values())
    assert [slot.id for slot in slots][:3] == ["name", "age", "role"]
    assert slots[-1].id == PORTRAIT
    for at, slot in enumerate(slots):
        for other in slots[at + 1 :]:
            apart = slot.box.x >= other.box.x + other.box.w or other.box.x >= slot.box.x + slot.box.w
            below = slot.box.y >= other.box.y + other.box.h or other.box.y >= slot.box.y + slot.box.h
            assert apart or below, (slot.id, other.id)


def test_limits_say_what_is_missing_and_what_is_too_much() -> None:
    limit = Limit(3, 5)
    assert [missing(limit, count) for count in range(7)] == [3, 2, 1, 0, 0, 0, -1]
    assert missing(Limit(), 1_000) == 0


def test_limits_help_on_the_screen_and_are_not_printed() -> None:
    document = persona("nl")
    layout = layout_of(document)
    said = ["".join(line.text for line in mark.laid.lines) for mark in layout.hints if isinstance(mark, Text)]
    assert said == ["nog 3 briefjes"] * 3
    assert "nog 3" not in words_on(document, "nl")
