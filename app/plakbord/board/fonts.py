"""The notes' font as Qt knows it, for typing on a note."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase


def editor_font(path: Path) -> QFont:
    """The font in a file; the system's own when Qt cannot read it. Hinting is off, so that letters keep their places at
    every size."""
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    font = QFont(families[0]) if families else QFont()
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
