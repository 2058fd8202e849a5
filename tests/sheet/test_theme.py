"""Paper can be read: contrast, and colours that are told apart without seeing colour."""

from __future__ import annotations

import pytest

from helpers.contrast import READABLE, contrast
from plakbord.sheet import theme
from plakbord.sheet.marks import POINT


def test_the_formula_gives_the_published_values() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == 1
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", theme.NOTE_COLORS)
def test_text_can_be_read_on_every_note(name: str) -> None:
    assert contrast(theme.INK, theme.NOTE_COLORS[name].fill) >= READABLE


@pytest.mark.parametrize("ink", [theme.INK, theme.QUIET_INK])
@pytest.mark.parametrize("ground", [theme.SHEET, theme.BLOCK])
def test_words_of_the_sheet_can_be_read(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= READABLE


@pytest.mark.parametrize("name", theme.NOTE_COLORS)
def test_the_mark_of_a_colour_stands_out(name: str) -> None:
    """3 : 1 is what WCAG asks of drawings that mean something (1.4.11)."""
    assert contrast(theme.MARK_INK, theme.NOTE_COLORS[name].fill) >= 3


def test_every_colour_has_a_mark_of_its_own() -> None:
    marks = [color.mark for color in theme.NOTE_COLORS.values()]
    assert len(set(marks)) == len(marks)


def test_an_unknown_colour_shows_as_the_default() -> None:
    assert theme.note_color("a colour of a newer version") == theme.NOTE_COLORS[theme.DEFAULT_COLOR]


def test_sizes_of_text_rise_from_the_floor_of_eight_points() -> None:
    assert theme.NOTE_SIZES[0] == 8 * POINT
    assert list(theme.NOTE_SIZES) == sorted(set(theme.NOTE_SIZES))


def test_the_shadow_has_a_shade_for_every_ring() -> None:
    assert len(theme.SHADOWS) == len(theme.SHADOW_STEPS)
