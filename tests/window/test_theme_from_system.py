"""The window's colours: readable in every theme, high contrast taken from the system, and the keyboard always seen."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from helpers.walked_windows import key, open_window, settle, workshop
from plakbord.settings import Settings
from plakbord.window import theme
from plakbord.window.theme import tone_of
from plakbord.window.tone import DARK, LIGHT, Tone

AA, EDGE = 4.5, 3.0
"""WCAG 2.2: text of ordinary size, and what shows where the keyboard is."""


def luminance(color: str) -> float:
    parts = (QColor(color).redF(), QColor(color).greenF(), QColor(color).blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def system_palette(ground: str, text: str, highlight: str, on_highlight: str) -> QPalette:
    """A palette as systems of high contrast give it."""
    palette, role = QPalette(), QPalette.ColorRole
    for each in (role.Window, role.Base, role.Button):
        palette.setColor(each, QColor(ground))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(each, QColor(text))
    palette.setColor(role.Highlight, QColor(highlight))
    palette.setColor(role.HighlightedText, QColor(on_highlight))
    return palette


BLACK = tone_of(system_palette("#000000", "#ffffff", "#1aebff", "#000000"))
WHITE = tone_of(system_palette("#ffffff", "#000000", "#37006e", "#ffffff"))
TONES = pytest.mark.parametrize("tone", [LIGHT, DARK, BLACK, WHITE], ids=["light", "dark", "black", "white"])


@TONES
def test_all_words_can_be_read(tone: Tone) -> None:
    for ground in (tone.panel, tone.raised):
        assert contrast(tone.text, ground) >= AA
        assert contrast(tone.quiet, ground) >= AA
    assert contrast(tone.on_accent, tone.accent) >= AA


@TONES
def test_the_ring_of_focus_stands_out_from_what_is_around_it(tone: Tone) -> None:
    for ground in (tone.panel, tone.raised, tone.desk):
        assert contrast(tone.accent, ground) >= EDGE
    assert contrast(tone.text, tone.panel) >= EDGE  # around the button that is filled with the accent


def test_high_contrast_has_no_quiet_edges() -> None:
    for tone in (BLACK, WHITE):
        assert contrast(tone.rule, tone.panel) > 15
        assert contrast(tone.quiet, tone.panel) > 15


def test_nobody_asks_for_high_contrast_here(qapp: QApplication) -> None:
    for _ in range(50):
        assert not theme.high_contrast(qapp)
    gc.collect()
    assert theme.tone_for("dark", qapp) is DARK


@pytest.mark.parametrize("name", ["light", "dark"])
def test_tab_shows_where_it_is_on_every_button(qapp: QApplication, name: str) -> None:
    """Every part that the keyboard reaches looks otherwise while it is there."""
    settings = Settings(language="en", theme=name, outline=True)  # type: ignore[arg-type]
    with open_window(qapp, workshop(), settings) as window:
        reached: dict[str, QWidget] = {}
        for _ in range(40):
            key(window, Qt.Key.Key_Tab)
            widget = qapp.focusWidget()
            assert widget is not None
            said = widget.accessibleName() or (widget.text() if isinstance(widget, QToolButton) else "")
            if said in reached:
                break
            settle(qapp, 5)
            with_focus = widget.grab().toImage()
            reached[said] = widget
            other = window._bottom if widget is not window._bottom else window
            other.setFocus()
            window.setFocus()
            settle(qapp, 5)
            assert widget.grab().toImage() != with_focus, said
            widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert "" not in reached
        assert {"Board", "Sheets", "New", "Save", "Whole sheet", "Close the outline"} <= reached.keys(), reached.keys()


def test_text_grows_with_the_system(qapp: QApplication) -> None:
    before = QFont(qapp.font())
    with open_window(qapp, workshop(("channels", "Web")), Settings(language="en", outline=True)) as window:
        tree, tabs = window._outline.tree, window._bottom.tabs
        try:
            larger = QFont(before)
            larger.setPointSizeF(before.pointSizeF() * 2)
            qapp.setFont(larger)
            settle(qapp, 50)
            for widget in (tabs, tree):  # a system without fonts has letters of one size only: ask for the font itself
                assert widget.font().pointSizeF() > before.pointSizeF() * 1.4
        finally:
            qapp.setFont(before)
