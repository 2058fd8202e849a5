"""The fonts that sheets are drawn with, on the screen and on paper alike."""

from __future__ import annotations

from plakbord.paths import known_fonts_file, resources
from plakbord.sheet.text.fonts import Fonts
from plakbord.sheet.text.system_fonts import SystemFonts, font_folders


def all_fonts() -> Fonts:
    """The bundled fonts, and behind them those of this computer; no file is read yet."""
    return Fonts(resources() / "fonts", SystemFonts(font_folders(), known_fonts_file))
