"""What people see as one character is never cut in two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plakbord.sheet.text.graphemes import grapheme_starts, graphemes


@pytest.mark.parametrize(
    "expected",
    [
        [],
        ["a", "b", " ", "c"],
        ["e\u0301", "x"],
        ["1\ufe0f\u20e3", "2"],
        ["👩‍🔬", "👍🏽", "a"],
        ["👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"],
        ["🇳🇱", "🇧🇪", "🇩"],
        ["🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "x"],
        ["❤️‍🔥", "!"],
        ["a\u200d", "👩"],  # a joiner joins pictures only
        ["क्ष", "त्रि", "य"],  # conjuncts stay together
        ["กำ", "ก"],
        ["각", "ᄀ\u1161\u11a8", "나"],
        ["\u0600" + "1", "2"],  # Arabic number sign goes with what follows
        ["a", "\u200b", "b"],
    ],
)
def test_graphemes(expected: list[str]) -> None:
    assert graphemes("".join(expected)) == expected


@given(st.text())
def test_graphemes_join_to_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text
    assert all(graphemes(text))
    assert grapheme_starts(text) == sorted(set(grapheme_starts(text)))
