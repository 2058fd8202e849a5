"""Hebrew letters stand for R, Arabic letters for AL, Latin for L. Levels are written one digit per character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plakbord.sheet.text.bidi import bidi_class, levels, needs_levels, reorder

LRE, RLE, PDF, LRO, RLO = "\u202a", "\u202b", "\u202c", "\u202d", "\u202e"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("abc", 0, "000"),
        ("אבג", 1, "111"),
        ("a אב c", 0, "001100"),
        ("אב cd", 1, "11122"),
        ("12 אב", 1, "22111"),  # digits are not strong: the paragraph is right to left
        ("אב 12", 1, "11122"),
        ("a 12", 0, "0000"),
        ("a אב 12", 0, "0011122"),  # N1: the space between R and EN
        ("اب 12", 1, "11122"),  # W2: EN after AL is AN
        ("אב 1,2", 1, "111222"),  # W4
        ("אב 1, 2", 1, "1112112"),  # W4 needs the separator alone
        ("אב 1+2", 1, "111222"),  # W4 ES
        ("اب 1+2", 1, "111212"),  # W4: ES not between AN
        ("אב 5%", 1, "11122"),  # W5
        ("اب 5%", 1, "11121"),  # W5 only beside EN
        ("אב €5", 1, "11122"),
        ("a\u0301 א\u05b0", 0, "00011"),  # W1
        ("a (אב) c", 0, "00011000"),  # N0: brackets in the direction of the text
        ("אב (cd) ג", 1, "111122111"),  # N0: opposite inside, R before: brackets stay R
        ("א (b) c", 1, "1112112"),
        ("a א (ב) c", 0, "001111100"),  # N0 c1: opposite inside and opposite before
        ("אב (c ד) e", 1, "1111211112"),  # N0 b: embedding direction found inside
        ("a [א (ב] ג) c", 0, "0001111001000"),  # crossed brackets: the first pair that matches
        ("a (b] אב", 0, "00000011"),  # no pair
        ("אב: c", 1, "11112"),
        ("a אב! c", 0, "0011000"),
        (f"a {RLI}b 1{PDI} c", 0, "000222000"),
        (f"a {RLI}אב{PDI}!", 0, "0001100"),
        (f"אב {LRI}cd{PDI} 1", 1, "111122112"),
        (f"אב {FSI}cd{PDI}", 1, "1111221"),
        (f"a {FSI}אב{PDI}", 0, "000110"),
        (f"{FSI}אב{PDI} a", 0, "011000"),  # P2: what is isolated does not decide the paragraph
        (f"a{RLI}אב", 0, "0011"),  # never closed
        (f"a{PDI}b", 0, "000"),  # never opened
        (f"a{RLE}bc{PDF}d", 0, "002220"),
        (f"a{RLO}bc{PDF}d", 0, "001110"),
        (f"אב{LRO}ג{PDF}", 1, "11122"),
    ],
)
def test_levels(text: str, base: int, expected: str) -> None:
    found_base, found = levels(text)
    assert found_base == base
    assert "".join(map(str, found)) == expected


def test_the_base_can_be_given() -> None:
    assert levels("abc", 1) == (1, [2, 2, 2])


def test_too_deep_embeddings_are_ignored() -> None:
    base, found = levels("א" + RLE * 200 + "b" + PDF * 200 + "c")
    assert base == 1
    assert max(found) <= 126


@pytest.mark.parametrize(
    ("found", "order"),
    [
        ([], []),
        ([0, 0, 0], [0, 1, 2]),
        ([0, 1, 1, 0], [0, 2, 1, 3]),
        ([1, 1, 2, 2], [2, 3, 1, 0]),
        ([0, 1, 2, 1, 3, 0], [0, 4, 3, 2, 1, 5]),
    ],
)
def test_reorder(found: list[int], order: list[int]) -> None:
    assert reorder(found) == order


def test_needs_levels() -> None:
    assert not needs_levels("gewone tekst – €5, 😀, 日本")
    assert all(map(needs_levels, ("אב", "اب", "٣", RLI, RLO)))


def test_unassigned_characters_have_the_direction_of_their_block() -> None:
    assert [bidi_class(char) for char in ("\u05ff", "\u07bf", "\U0001efff", "\u0378")] == ["R", "AL", "R", "L"]


MIXED = st.text(
    st.sampled_from("ab אבא ابت 12٣٤.,:%+()[]{}\u0301\u05b0" + LRE + RLE + PDF + LRO + RLO + LRI + RLI + FSI + PDI)
)


@given(MIXED)
def test_levels_are_a_permutation_and_right_to_left_is_odd(text: str) -> None:
    base, found = levels(text)
    assert len(found) == len(text)
    assert sorted(reorder(found)) == list(range(len(text)))
    assert all(base <= level <= 126 for level in found)
    plain = not any(char in LRO + RLO for char in text)
    assert all(
        level % 2 == (bidi_class(char) != "L")
        for char, level in zip(text, found, strict=True)
        if plain and bidi_class(char) in ("L", "R", "AL")
    )
