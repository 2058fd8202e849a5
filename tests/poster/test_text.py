"""Texts in a PDF: every glyph at its place, and every text whole when it is copied."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.pdf_reading import fonts_of, reader_of, shown_glyphs, to_unicode
from helpers.sample_pages import FONTS
from helpers.sample_texts import DUTCH_NOTES, HARD_TEXTS
from plakbord.poster.ink import POINTS
from plakbord.poster.pdf import About, write_pdf
from plakbord.sheet.marks import POINT, Page, Text
from plakbord.sheet.text.clusters import cluster_texts
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import Fonts
from plakbord.sheet.text.runs import Laid, face_of

ABOUT = About("Proef", "", "", "nl-NL", datetime(2026, 11, 21, 12, tzinfo=UTC))
HEIGHT = 29_700
SCRIPTS = "abc ﬁéij fi ffl 12€ שלום مرحبا नमस्ते क्षत्रि สวัสดี 👩\u200d🍳👍🏽🇳🇱 e\u0301\u0308 漢\ue000\u2068\u2069\u00ad—"


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(FONTS)


def pdf_of(texts: Sequence[Laid]) -> bytes:
    """A page with texts below each other."""
    marks, y = [], 500.0
    for laid in texts:
        marks.append(Text(700, y, laid, "#1F2328"))
        y += laid.height + 300
    out = BytesIO()
    write_pdf(out, [Page(42_000, HEIGHT, tuple(marks))], ABOUT)
    return out.getvalue()


def copied(fonts: Fonts, text: str, size: float = 12) -> str:
    """What pypdf copies from a page with one text, without the spaces that readers put in and leave out."""
    pdf = pdf_of([lay_out(fonts.regular, text, size * POINT, 24_000)])
    return bare(reader_of(pdf).pages[0].extract_text())


def bare(text: str) -> str:
    """Text without white space, composed where it can be."""
    return "".join(unicodedata.normalize("NFC", text).split())


@pytest.mark.parametrize("part", DUTCH_NOTES)
def test_every_note_is_copied_whole(fonts: Fonts, part: str) -> None:
    texts = DUTCH_NOTES[part]
    pdf = pdf_of([lay_out(fonts.hand(writing=True), text, 11 * POINT, 5000) for text in texts])
    found = bare(reader_of(pdf).pages[0].extract_text())
    assert [text for text in texts if bare(text) not in found] == []


@pytest.mark.parametrize(
    "name",
    [
        *("emoji_family", "emoji_keycap_and_heart", "flags", "devanagari", "thai", "chinese", "long_compound"),
        *("long_link", "five_hundred", "combining_marks", "ligatures", "unseen_breaks", "one_letter", "missing_glyph"),
    ],
)
def test_hard_texts_are_copied_whole(fonts: Fonts, name: str) -> None:
    assert copied(fonts, HARD_TEXTS[name]) == bare(HARD_TEXTS[name])


@pytest.mark.parametrize("name", ["arabic", "hebrew"])
def test_words_that_run_from_right_to_left_are_copied_in_reading_order(fonts: Fonts, name: str) -> None:
    for word in HARD_TEXTS[name].split():
        assert copied(fonts, word) == word


def test_a_ligature_is_one_glyph_with_all_its_letters(fonts: Fonts) -> None:
    glyphs = shown_glyphs(pdf_of([lay_out(fonts.hand(writing=False), "office", 12 * POINT, 9000)]))
    assert [glyph.text for glyph in glyphs] == ["o", "ff", "i", "c", "e"]


def test_an_emoji_is_a_drawing_over_an_unseen_letter(fonts: Fonts) -> None:
    pdf = pdf_of([lay_out(fonts.regular, "a 👍🏽", 12 * POINT, 9000)])
    emoji = shown_glyphs(pdf)[-1]
    assert (emoji.text, emoji.seen) == ("👍🏽", False)
    assert len(reader_of(pdf).pages[0]["/Resources"]["/XObject"]) == 1
    assert len(fonts_of(pdf)) == 1  # the emoji font itself is not needed


def test_a_page_of_emoji_alone_still_carries_its_text(fonts: Fonts) -> None:
    assert copied(fonts, "👍🏽👍🏽") == "👍🏽👍🏽"


def test_a_missing_glyph_is_a_drawn_box_over_an_unseen_letter(fonts: Fonts) -> None:
    pdf = pdf_of([lay_out(fonts.regular, "漢a漢", 12 * POINT, 9000)])
    assert [(glyph.text, glyph.seen) for glyph in shown_glyphs(pdf)] == [("漢", False), ("a", True), ("漢", False)]
    assert len(reader_of(pdf).pages[0]["/Resources"]["/XObject"]) == 1


def test_no_unseen_code_stands_for_more_than_readers_remember(fonts: Fonts) -> None:
    pdf = pdf_of(
        [lay_out(fonts.regular, "x 👩🏽\u200d❤\ufe0f\u200d💋\u200d👩🏿 👨\u200d👩\u200d👧\u200d👦", 12 * POINT, 9000)]
    )
    for font in fonts_of(pdf).values():
        assert max(len(text.encode("utf-16-be")) // 2 for text in to_unicode(font).values()) <= 8


def test_a_text_without_ink_leaves_nothing(fonts: Fonts) -> None:
    assert shown_glyphs(pdf_of([lay_out(fonts.regular, "", 12 * POINT, 9000)])) == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(SCRIPTS, max_size=30), max_size=4), size=st.sampled_from([8, 11.25, 24]))
def test_every_character_is_in_the_file_once(fonts: Fonts, texts: list[str], size: float) -> None:
    laids = [lay_out(fonts.regular, text, size * POINT, 8000) for text in texts]
    units = [run.unit for laid in laids for line in laid.lines for run in line.runs]
    wanted = Counter("".join(text for unit in units for text in cluster_texts(unit)))
    assert Counter("".join(glyph.text for glyph in shown_glyphs(pdf_of(laids)))) == wanted


@pytest.mark.parametrize("name", HARD_TEXTS)
def test_every_glyph_stands_where_it_was_laid(fonts: Fonts, name: str) -> None:
    size = 24.0
    laid = lay_out(fonts.regular, HARD_TEXTS[name], size * POINT, 20_000)
    wanted = [
        (face_of(run.unit), gid, (700 + run.x) * POINTS + x * size, (HEIGHT - 500 - run.y) * POINTS + y * size, text)
        for line in laid.lines
        for run in line.runs
        for gid, x, y, text in zip(run.unit.glyphs, run.unit.xs, run.unit.ys, cluster_texts(run.unit), strict=True)
        if text
    ]
    drawn = [glyph for glyph in shown_glyphs(pdf_of([laid])) if glyph.seen]
    written = [(x, y) for face, gid, x, y, _ in wanted if gid and not face.layers(gid)]
    assert len(drawn) == len(written)
    for glyph, (x, y) in zip(drawn, written, strict=True):
        assert abs(glyph.x - x) <= size * 0.0005 + 0.001  # half a thousandth of an em, and rounding
        assert abs(glyph.y - y) <= 0.001
