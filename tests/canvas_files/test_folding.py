"""Comparing text without case, accents and white space."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas_files import folding
from canvas_files.folding import FoldedTexts, folded
from helpers.documents import any_text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Café  in\nZÜRICH", "cafe in zurich"),
        ("cafe\u0301", "cafe"),
        ("Straße", "strasse"),
        ("Łódź, København", "lodz, kobenhavn"),
        ("ÆØÅ Œ", "aeoa oe"),
        ("İstanbul ILIK ılık", "istanbul ilik ilik"),
        ("ﬁnanciën ①", "financien 1"),
        ("漢字 👩🏽‍🔬", "漢字 👩🏽‍🔬"),
        (" \t\n", ""),
    ],
)
def test_what_people_mean_is_the_same(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(any_text)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=30))
def test_capitals_are_found_too(text: str) -> None:
    assert folded(text.casefold()) == folded(text)


@given(any_text)
def test_keeping_them_gives_the_same(text: str) -> None:
    fold = FoldedTexts()
    assert fold(text) == fold(text) == folded(text)


def test_only_so_many_texts_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "_MOST_KEPT", 2)
    fold = FoldedTexts()
    for text in ("É", "Ü", "Ï", "É"):
        assert fold(text) == folded(text)
    assert len(fold._known) == 2
