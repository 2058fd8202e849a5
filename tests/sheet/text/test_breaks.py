"""Where a line may end: between words, after hyphens and soft hyphens, and where it must not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plakbord.sheet.text.breaks import LONGEST, hyphenations, last_resorts, tokens
from plakbord.sheet.text.graphemes import grapheme_starts


def parts(text: str) -> list[str]:
    return [part for part, _ in tokens(text)]


def divided(word: str) -> list[str]:
    places = [0, *last_resorts(word), len(word)]
    return [word[a:b] for a, b in pairwise(places)]


@pytest.mark.parametrize(
    "expected",
    [
        [],
        ["twee", " ", "woorden"],
        ["  ", "a", "   "],
        ["10\u00a0000\u00a0euro"],  # no-break space
        ["niet\u2011breken"],  # no-break hyphen
        ["data-inventaris"],  # only when it does not fit
        ["lang\u200b", "woord"],
        ["zin\u2014", "en"],
        ["日", "本", "語。", "「本」"],
        ["日", "本、", "語"],
        ["😀", "👩‍🔬", "🇳🇱"],
        ["top👍"],
        ["a", "\u3000", "b"],
        ["a", " ", " \u0301b"],
    ],
)
def test_pieces(expected: list[str]) -> None:
    assert parts("".join(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["woord"],
        ["data-", "inventaris"],
        ["klant/", "leverancier"],
        ["https://", "www.", "voorbeeld.", "nl/", "pad?", "q=", "1"],
        ["jan_", "de_", "vries@", "bedrijf.", "nl"],
        ["2024-2025"],
        ["1.000.000,00"],
        ["-min"],
        ["einde-"],
        ["ภาษา", "ไทย"],
        ["top", "👍"],
        ["👍", "top"],
    ],
)
def test_last_resorts(expected: list[str]) -> None:
    assert divided("".join(expected)) == expected


def test_hyphenations_are_after_soft_hyphens() -> None:
    assert hyphenations("ver\u00adgader\u00adzaal\u00ad") == (4, 10)
    assert hyphenations("vergaderzaal") == ()
    assert hyphenations("\u00ada\u00ad\u00adb") == (3,)


def test_endless_words_come_in_pieces() -> None:
    assert [len(part) for part in parts("x" * (2 * LONGEST + 3))] == [LONGEST, LONGEST, 3]


@given(st.text())
def test_parts_join_to_the_text_and_cut_no_grapheme(text: str) -> None:
    found = list(tokens(text))
    assert "".join(part for part, _ in found) == text
    at = 0
    for part, is_space in found:
        assert part
        assert at in grapheme_starts(text)
        assert set(last_resorts(part)) <= set(grapheme_starts(part))
        assert not is_space or part.isspace()
        at += len(part)
