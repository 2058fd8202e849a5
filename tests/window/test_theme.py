"""The interface can be read, light and dark, and every theme is applied whole."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from helpers.contrast import READABLE, contrast
from plakbord.window import theme
from plakbord.window.tone import DARK, LIGHT, Tone

TONES = pytest.mark.parametrize("tone", [LIGHT, DARK], ids=["light", "dark"])


@TONES
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("text", "panel"),
        ("text", "raised"),
        ("text", "rule"),
        ("quiet", "panel"),
        ("quiet", "raised"),
        ("on_accent", "accent"),
    ],
)
def test_words_can_be_read(tone: Tone, ink: str, ground: str) -> None:
    assert contrast(getattr(tone, ink), getattr(tone, ground)) >= READABLE


@TONES
def test_what_has_the_focus_stands_out(tone: Tone) -> None:
    """3 : 1 is what WCAG asks of borders that mean something (1.4.11)."""
    assert contrast(tone.accent, tone.panel) >= 3
    assert contrast(tone.accent, tone.desk) >= 3


@TONES
def test_text_of_qts_own_widgets_can_be_read(tone: Tone) -> None:
    palette, role = theme.palette_of(tone), QPalette.ColorRole
    pairs = (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.HighlightedText, role.Highlight),
        (role.Link, role.Window),
    )
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        for ink, ground in pairs:
            colors = palette.color(group, ink).name(), palette.color(group, ground).name()
            assert contrast(*colors) >= READABLE, (ink, ground)


@TONES
def test_the_style_sheet_uses_the_colours_of_its_theme_only(tone: Tone) -> None:
    own = {value.lower() for value in (getattr(tone, name) for name in tone.__struct_fields__)}
    own.add(QColor(tone.accent).lighter(108).name())
    used = {color.lower() for color in re.findall(r"#[0-9A-Fa-f]{6}\b", theme.style_sheet(tone))}
    assert used <= own


def test_the_persons_choice_goes_before_the_systems(qapp: QApplication) -> None:
    assert theme.tone_for("light", qapp) is LIGHT
    assert theme.tone_for("dark", qapp) is DARK
    assert theme.tone_for("system", qapp) in (LIGHT, DARK)


@TONES
def test_a_theme_is_applied_to_the_whole_program(qapp: QApplication, tone: Tone) -> None:
    theme.apply(tone, qapp)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == tone.panel
    assert tone.accent in qapp.styleSheet()
