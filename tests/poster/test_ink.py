"""Numbers, colours and the pen in the PDF language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plakbord.poster.ink import Ink, fill_color, number, shares


@given(st.floats(-1e6, 1e6))
def test_a_number_is_short_and_right_to_a_thousandth(value: float) -> None:
    text = number(value)
    assert abs(float(text) - value) <= 0.0005 + 1e-9
    assert set(text) <= set("-0123456789.")
    assert text == "0" or not text.startswith("-0.000")
    assert "." not in text or text[-1] not in "0."


def test_nothing_has_no_sign() -> None:
    assert number(-0.0001) == "0"


def test_a_neutral_grey_is_made_of_black_alone() -> None:
    assert fill_color(*shares("#000000")) == "0 g"
    assert fill_color(*shares("#808080")) == "0.502 g"
    assert fill_color(*shares("#D7263D")) == "0.843 0.149 0.239 rg"


@pytest.mark.parametrize("color", ["", "red", "#12345", "#1234567", "#GGGGGG"])
def test_what_is_no_colour_is_refused(color: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        shares(color)


def test_colours_and_pens_are_written_when_they_change() -> None:
    ink = Ink(1000)
    for color in ("#FF0000", "#FF0000", "#00FF00"):
        ink.fill(color)
    for width in (2540 / 72, 2540 / 72, 5080 / 72):
        ink.edge("#808080", width)
    ink.edge("#808080", 5080 / 72, round_joins=True)
    ink.edge("#808080", 5080 / 72)
    lines = ink.content().decode().splitlines()
    assert lines == ["1 0 0 rg", "0 1 0 rg", "0.502 G 1 w", "0.502 G 2 w", "1 j", "0 j"]


def test_the_page_begins_at_its_bottom() -> None:
    ink = Ink(2540)
    assert (ink.x(2540), ink.y(0), ink.y(2540)) == (72, 72, 0)
