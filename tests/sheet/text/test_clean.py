"""What the engine makes of text that was never cleaned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plakbord.sheet.text.clean import paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("een note", ["een note"]),
        ("a\nb\r\nc\rd\x0be\x0cf\x85g\u2028h\u2029i", list("abcdefghi")),
        ("a\n\nb\n", ["a", "", "b", ""]),
        ("1\t2", ["1    2"]),
        ("a\x00b\x1b\x7fc\x9f\ufffe\ufdd0\U0001ffff", ["abc"]),
        ("\ud800a\udfff", ["\ufffda\ufffd"]),
        ("\ud83d\ude00", ["\U0001f600"]),
        ("zacht\u00adafbreken", ["zacht\u00adafbreken"]),
        ("👩‍🔬\u00a0e\u0301", ["👩‍🔬\u00a0e\u0301"]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_becomes_encodable_lines(text: str) -> None:
    for part in paragraphs(text):
        part.encode("utf-8")
        assert "\n" not in part
        assert paragraphs(part) == [part]
