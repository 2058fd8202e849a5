"""The one door for text: what comes out can be shown, saved and searched, and going through twice changes nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given

from canvas_files.plain_text import LONGEST_NOTE, clean_text, is_possible, note_text, without_impossible
from canvas_files.problems import Problem
from helpers.documents import any_text


@given(any_text)
def test_clean_text_can_be_written_and_stays_clean(text: str) -> None:
    clean = clean_text(text)
    clean.encode()
    assert clean_text(clean) == clean
    assert is_possible(clean)
    assert unicodedata.is_normalized("NFC", clean)
    assert not [letter for letter in clean if unicodedata.category(letter) == "Cc" and letter != "\n"]


@given(any_text)
def test_possible_is_what_would_stay_as_it_is(text: str) -> None:
    kept = without_impossible(text)
    assert is_possible(text) == (kept == text)
    assert is_possible(kept)


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("een\r\ntwee\rdrie\u2028vier\x85vijf\x0bzes", "een\ntwee\ndrie\nvier\nvijf\nzes"),
        ("a\tb", "a b"),
        ("e\u0301", "é"),
        ("bel\x07 \x1b[31mrood\x7f", "bel [31mrood"),
        ("om\u202egekeerd\u2069", "omgekeerd"),
        ("\ud83d half", "\ufffd half"),
        ("e\x00\u0301", "é"),
        ("👩🏽‍🔬 שלום \u200f x", "👩🏽‍🔬 שלום \u200f x"),
        ("\ufdd0\uffff", ""),
    ],
)
def test_what_becomes_of_odd_text(typed: str, clean: str) -> None:
    assert clean_text(typed) == clean


def test_a_note_has_no_blank_lines_around_it() -> None:
    assert note_text(" \r\n\n vers brood\n elke dag \t\n") == "vers brood\n elke dag"


def test_a_note_may_be_long_but_not_endless() -> None:
    assert len(note_text("x" * LONGEST_NOTE + "\n\n")) == LONGEST_NOTE
    with pytest.raises(Problem, match="This text has 5001 characters"):
        note_text("x" * (LONGEST_NOTE + 1))
