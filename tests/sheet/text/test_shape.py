"""Text becomes glyphs that still know their text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plakbord.sheet.text.bidi import levels
from plakbord.sheet.text.clean import paragraphs
from plakbord.sheet.text.clusters import cluster_texts
from plakbord.sheet.text.fonts import FontSet
from plakbord.sheet.text.runs import Unit
from plakbord.sheet.text.shape import shape, shape_hyphened


def copied(unit: Unit) -> str:
    texts = cluster_texts(unit)
    return "".join(reversed(texts) if unit.rtl else texts)


def test_a_word_is_one_unit(regular: FontSet) -> None:
    (unit,) = shape(regular, "koffie").units
    assert unit.face is regular.main
    assert unit.xs[0] == 0
    assert list(unit.xs) == sorted(unit.xs)
    assert 0 < unit.width < 6
    assert not unit.rtl


def test_shaping_twice_gives_the_same_piece(regular: FontSet) -> None:
    assert shape(regular, "herhaling") is shape(regular, "herhaling")


def test_faces_and_directions_come_apart(regular: FontSet) -> None:
    text = "a👍שלום"
    piece = shape(regular, text, tuple(levels(text)[1]))
    assert [unit.text for unit in piece.units] == ["a", "👍", "שלום"]
    assert [unit.rtl for unit in piece.units] == [False, False, True]
    assert piece.unit_levels == (0, 0, 1)
    assert piece.width == pytest.approx(sum(unit.width for unit in piece.units))


@pytest.mark.parametrize("text", ["👩‍🔬", "🇳🇱", "👍🏽", "1️⃣", "❤️‍🔥"])
def test_an_emoji_sequence_is_one_visible_glyph(regular: FontSet, text: str) -> None:
    (unit,) = shape(regular, text).units
    visible = [gid for gid in unit.glyphs if unit.face.layers(gid)]
    assert len(visible) == 1
    assert 0 not in unit.glyphs
    assert copied(unit) == text


def test_what_no_font_has_is_a_box(regular: FontSet) -> None:
    (unit,) = shape(regular, "日").units
    assert unit.glyphs == (0,)
    assert cluster_texts(unit) == ("日",)


def test_a_soft_hyphen_at_the_end_shows_a_hyphen(regular: FontSet) -> None:
    hidden = shape(regular, "ver\u00ad")
    shown = shape_hyphened(regular, "ver\u00ad")
    (unit,) = shown.units
    assert shown.text == unit.text == copied(unit) == "ver\u00ad"
    assert shown.width > hidden.width + 0.1
    assert hidden.width == pytest.approx(shape(regular, "ver").width)


def test_the_widest_glyph_carries_the_cluster(regular: FontSet) -> None:
    (unit,) = shape(regular, "ก็").units
    assert len(unit.glyphs) == 2
    assert cluster_texts(unit) in (("ก็", ""), ("ก", "็"))
    (unit,) = shape(regular, "क्षि").units
    assert "".join(cluster_texts(unit)) == "क्षि"


SCRIPTS = (
    st.text(st.sampled_from("abcfi éß\u0301שלםلعربية٣हिन्दीภาษาที่👩🔬\u200d👍🏽\ufe0f日→\u00ad\u200b\u2067\u2069➜"))
    | st.text()
)


@settings(max_examples=300)
@given(text=SCRIPTS)
def test_cluster_texts_join_to_the_text(regular: FontSet, text: str) -> None:
    for part in paragraphs(text):
        if not part:
            continue
        units = shape(regular, part, tuple(levels(part)[1])).units
        assert "".join(unit.text for unit in units) == part
        for unit in units:
            assert len(unit.glyphs) == len(unit.xs) == len(unit.ys) == len(unit.clusters)
            assert not unit.glyphs or copied(unit) == unit.text
